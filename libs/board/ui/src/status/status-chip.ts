import { Component, computed, input } from '@angular/core';
import { CHIP_STYLES } from './chip-styles';
import type { StatusKind } from './status-shape';
import { STATUS_SHAPES } from './status-shape';

/** Shape, word and, where it helps, how long: "▲ Terkendala · 9 hari". Done is plain, so that unfinished work draws the eye. */
@Component({
  selector: 'pp-status-chip',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path [attr.d]="shape().outline" [attr.stroke-dasharray]="shape().dashed ? '2 2' : null" />
      @if (shape().solid) {
        <path class="solid" [attr.d]="shape().solid" />
      }</svg
    ><span>{{ text() }}</span>`,
  styles: [
    `
      :host([data-kind='RUNNING']) {
        color: var(--running-fg);
        background: var(--running-bg);
      }
      :host([data-kind='BLOCKED']),
      :host([data-kind='RETURNED']) {
        color: var(--blocked-fg);
        background: var(--blocked-bg);
      }
      :host([data-kind='TO_VERIFY']) {
        color: var(--verify-fg);
        background: var(--verify-bg);
      }
      :host([data-kind='DONE']) {
        padding-inline: 0;
        color: var(--done-fg);
        background: none;
      }
      svg {
        stroke-width: 1.6;
      }
    `,
    CHIP_STYLES,
  ],
  host: { '[attr.data-kind]': 'kind()' },
})
export class StatusChip {
  readonly kind = input.required<StatusKind>();
  readonly word = input.required<string>();
  /** "4 hari", empty where the time in the status says nothing. */
  readonly age = input('');

  protected readonly shape = computed(() => STATUS_SHAPES[this.kind()]);
  protected readonly text = computed(() => (this.age() ? `${this.word()} · ${this.age()}` : this.word()));
}
