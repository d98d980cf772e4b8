import { Component, input } from '@angular/core';

/** Whether the board is live, in words that are given; losing the line is grey, not red: it is no error of the reader. */
@Component({
  selector: 'pp-live-badge',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <circle cx="6" cy="6" r="4.5" [attr.stroke-dasharray]="live() ? null : '2 2'" /></svg
    >{{ text() }}`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--muted);
      font-size: var(--text-s);
    }
    svg {
      inline-size: 12px;
      block-size: 12px;
      flex: none;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.6;
    }
    :host(.live) svg {
      fill: currentColor;
    }
  `,
  host: { '[class.live]': 'live()', role: 'status' },
})
export class LiveBadge {
  readonly live = input.required<boolean>();
  readonly text = input.required<string>();
}
