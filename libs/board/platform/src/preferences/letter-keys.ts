import { Injectable, effect, signal } from '@angular/core';

const KEY = 'papan.letterKeys';
/** The letter after `g` has to come within this time, in milliseconds. */
const CHORD = 1_200;

/** Whether single letters act on the board. They can be switched off: a voice or a pet on the keyboard types letters too. */
@Injectable({ providedIn: 'root' })
export class LetterKeys {
  readonly on = signal(read());
  private chordBegan = -CHORD;

  constructor() {
    effect(() => write(this.on()));
  }

  /** `g` was pressed: the next letter goes to another room. */
  beginChord({ timeStamp }: Event): void {
    this.chordBegan = timeStamp;
  }

  /** Whether this letter belongs to the `g` before it, and so means nothing where the focus stands. */
  endsChord({ timeStamp }: Event): boolean {
    return timeStamp - this.chordBegan < CHORD;
  }

  forgetChord(): void {
    this.chordBegan = -CHORD;
  }
}

function read(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function write(on: boolean): void {
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // A browser without storage: the choice holds until the page is closed.
  }
}
