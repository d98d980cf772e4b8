import { Component, computed, input } from '@angular/core';
import type { Room } from './nav';

const PATHS: Readonly<Record<Room['picture'] | 'more' | 'bell', string>> = {
  home: 'M4 11l8-7 8 7M6 10v10h12V10M10 20v-6h4v6',
  board: 'M4 4h4v16H4zM10 4h4v11h-4zM16 4h4v7h-4z',
  tasks: 'M4 6l2 2 3-3M4 16l2 2 3-3M12 7h8M12 17h8',
  cases: 'M4 7h16v13H4zM9 7V4h6v3M4 12h16M11 12v3h2v-3',
  dossiers: 'M5 3h9l5 5v13H5zM14 3v5h5M9 13h6M9 17h6',
  counter: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M21 21l-5-5M8 11l2 2l4-4',
  figures: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  people: 'M9 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M2 21a7 7 0 0 1 14 0M16 5a4 4 0 0 1 0 7M18 15a6 6 0 0 1 4 6',
  bell: 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4zM10 21h4',
  more: 'M4 6h16M4 12h16M4 18h16',
};

/** The picture of a room, beside its word. */
@Component({
  selector: 'pp-room-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
    }
    svg {
      inline-size: 20px;
      block-size: 20px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class RoomIcon {
  readonly name = input.required<keyof typeof PATHS>();
  protected readonly path = computed(() => PATHS[this.name()]);
}
