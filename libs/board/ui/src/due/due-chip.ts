import { Component, input } from '@angular/core';
import type { Urgency } from './urgency';

/** The due date: grey while far, amber from three working days on, solid red once late. The text is given: "Lewat 3 hari". */
@Component({
  selector: 'pp-due-chip',
  template: '{{ text() }}',
  styles: `
    :host {
      flex: none;
      border-radius: var(--radius-s);
      font-size: var(--text-xs);
      line-height: 18px;
      white-space: nowrap;
      color: var(--muted);
    }
    :host([data-urgency='soon']) {
      padding: 1px 6px;
      color: var(--soon-fg);
      background: var(--soon-bg);
      font-weight: 600;
    }
    :host([data-urgency='late']) {
      padding: 1px 6px;
      color: var(--late-fg);
      background: var(--late-bg);
      font-weight: 600;
    }
    @media (forced-colors: active) {
      :host([data-urgency='late']) {
        outline: 2px solid;
      }
    }
  `,
  host: { '[attr.data-urgency]': 'urgency()' },
})
export class DueChip {
  readonly urgency = input.required<Urgency>();
  readonly text = input.required<string>();
}
