import { Component, computed, input } from '@angular/core';

/** Drawn on a grid of 24 with a line of 1.75 px; always beside a word, or in a button with a name. */
const PATHS = {
  menu: 'M4 6h16M4 12h16M4 18h16',
  more: 'M12 5v.01M12 12v.01M12 19v.01',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M6 9l6 6 6-6',
  right: 'M9 6l6 6-6 6',
  left: 'M15 6l-6 6 6 6',
  search: 'M11 4a7 7 0 1 0 0 14a7 7 0 1 0 0-14M20 20l-4-4',
  plus: 'M12 5v14M5 12h14',
  check: 'M5 13l4 4L19 7',
  clock: 'M12 3a9 9 0 1 0 0 18a9 9 0 1 0 0-18M12 7v5l3 2',
  edit: 'M4 20l1-4L16 5l3 3L8 19z',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M10 15v4',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  up: 'M6 15l6-6 6 6',
} as const;
export type IconName = keyof typeof PATHS;

/** A small picture beside a word. */
@Component({
  selector: 'pp-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      inline-size: 16px;
      block-size: 16px;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => PATHS[this.name()]);
}
