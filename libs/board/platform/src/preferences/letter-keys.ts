import { Injectable, effect, signal } from '@angular/core';

const KEY = 'papan.letterKeys';

/** Whether single letters act on the board. They can be switched off: a voice or a pet on the keyboard types letters too. */
@Injectable({ providedIn: 'root' })
export class LetterKeys {
  readonly on = signal(read());

  constructor() {
    effect(() => write(this.on()));
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
