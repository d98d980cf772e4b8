import { Component, afterNextRender, computed, inject, output, viewChild } from '@angular/core';
import type { ElementRef } from '@angular/core';
import { Router } from '@angular/router';
import { SayPipe, SessionStore } from '@papan/board-platform';
import { roomsOf } from './nav';

/** The list of cases, whose words are there while it is shown. */
const CASES = '/kepatuhan';
const CASE_KEYS = [
  { keys: ['↓', '↑', 'j', 'k'], does: 'compliance.keyRows' },
  { keys: ['PgDn', 'PgUp', 'Home', 'End'], does: 'compliance.keyPages' },
  { keys: ['Enter'], does: 'compliance.keyOpenCase' },
  { keys: ['x', 'Space'], does: 'compliance.keySelect' },
  { keys: ['Shift + ↓', 'Shift + ↑'], does: 'compliance.keyStretch' },
  { keys: ['Esc'], does: 'compliance.unselect' },
  { keys: ['N'], does: 'compliance.keyNext' },
  { keys: ['U'], does: 'compliance.keyProof' },
  { keys: ['B'], does: 'compliance.proposeHandover' },
  { keys: ['/'], does: 'compliance.search' },
] as const;

/** What the keys do; opened by `?`. The keys of the list of cases are told only where it is shown. */
@Component({
  selector: 'pp-keys-help',
  imports: [SayPipe],
  template: `
    <dialog #dialog aria-labelledby="keys-title" (close)="closed.emit()">
      <div class="dialog-head">
        <h2 id="keys-title">{{ 'shell.keysTitle' | say }}</h2>
        <button type="button" class="button quiet" (click)="dialog.close()">{{ 'shell.close' | say }}</button>
      </div>
      <div class="dialog-body">
        <h3>{{ 'shell.keysGeneral' | say }}</h3>
        <dl>
          <div>
            <dt><kbd>?</kbd></dt>
            <dd>{{ 'shell.keyHelp' | say }}</dd>
          </div>
          @for (room of rooms(); track room.path) {
            <div>
              <dt>
                <kbd>g</kbd> {{ 'shell.keyThen' | say }} <kbd>{{ room.key }}</kbd>
              </dt>
              <dd>{{ room.title | say }}</dd>
            </div>
          }
          <div>
            <dt><kbd>g</kbd> {{ 'shell.keyThen' | say }} <kbd>n</kbd></dt>
            <dd>{{ 'shell.notices' | say }}</dd>
          </div>
          <div>
            <dt><kbd>Esc</kbd></dt>
            <dd>{{ 'shell.keyClose' | say }}</dd>
          </div>
        </dl>
        @if (onCases) {
          <h3>{{ 'compliance.keysList' | say }}</h3>
          <dl>
            @for (line of caseKeys; track line.does) {
              <div>
                <dt>
                  @for (key of line.keys; track key) {
                    <kbd>{{ key }}</kbd>{{ ' ' }}
                  }
                </dt>
                <dd>{{ line.does | say }}</dd>
              </div>
            }
          </dl>
        }
        @if (readsBoard()) {
          <h3>{{ 'shell.keysBoard' | say }}</h3>
          <dl>
            <div>
              <dt><kbd>←</kbd> <kbd>↑</kbd> <kbd>→</kbd> <kbd>↓</kbd></dt>
              <dd>{{ 'shell.keyArrows' | say }}</dd>
            </div>
            <div>
              <dt><kbd>Enter</kbd></dt>
              <dd>{{ 'shell.keyOpen' | say }}</dd>
            </div>
            <div>
              <dt><kbd>M</kbd></dt>
              <dd>{{ 'shell.keyMove' | say }}</dd>
            </div>
            <div>
              <dt><kbd>L</kbd></dt>
              <dd>{{ 'shell.keyReport' | say }}</dd>
            </div>
            <div>
              <dt><kbd>K</kbd></dt>
              <dd>{{ 'shell.keyBlocker' | say }}</dd>
            </div>
            <div>
              <dt><kbd>F</kbd></dt>
              <dd>{{ 'shell.keyFilter' | say }}</dd>
            </div>
          </dl>
        }
        <p class="small muted">{{ 'shell.keysNote' | say }}</p>
      </div>
    </dialog>
  `,
  styles: `
    dl {
      display: grid;
      gap: 6px;
    }
    dl div {
      display: grid;
      grid-template-columns: 140px 1fr;
      gap: var(--s3);
      font-size: var(--text-s);
    }
    kbd {
      padding: 1px 7px;
      border: 1px solid var(--line);
      border-radius: var(--radius-s);
      background: var(--surface);
      font: inherit;
      font-size: var(--text-xs);
    }
  `,
})
export class KeysHelp {
  readonly closed = output();
  private readonly session = inject(SessionStore);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  protected readonly rooms = computed(() => roomsOf(this.session));
  protected readonly readsBoard = computed(() => this.session.can('board.read'));
  protected readonly onCases = inject(Router).url.split(/[?#]/)[0] === CASES;
  protected readonly caseKeys = CASE_KEYS;

  constructor() {
    afterNextRender(() => this.dialog().nativeElement.showModal());
  }
}
