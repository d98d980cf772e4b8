import { Component, computed, inject, input } from '@angular/core';
import { CHIP_STYLES } from '@papan/board-ui';
import { trackOf } from '@papan/domain';
import type { CaseStatus, Step } from '@papan/domain';
import { CaseWords } from './case-words';
import { END_SHAPES, STEP_SHAPES } from './step-shape';

/** A step, or the end of a case: shape and word. */
@Component({
  selector: 'pp-step-chip',
  template: `<svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      <path [attr.d]="shape().outline" [attr.stroke-dasharray]="shape().dashed ? '2 2' : null" />
      @if (shape().solid) {
        <path class="solid" [attr.d]="shape().solid" />
      }</svg
    ><span>{{ words.step(step()) }}</span>`,
  styles: [
    `
      :host([data-track='SANCTION']) {
        color: var(--blocked-fg);
        background: var(--blocked-bg);
      }
      :host([data-track='TMP2T']) {
        color: var(--verify-fg);
        background: var(--verify-bg);
      }
      :host([data-track='PROSECUTOR']) {
        color: var(--running-fg);
        background: var(--running-bg);
      }
      :host([data-track='PATUH']) {
        padding-inline: 0;
        color: var(--done-fg);
        background: none;
      }
      :host([data-track='TUTUP']) {
        padding-inline: 0;
        color: var(--muted);
        background: none;
      }
      svg {
        stroke-width: 1.5;
      }
    `,
    CHIP_STYLES,
  ],
  host: { '[attr.data-track]': 'track()' },
})
export class StepChip {
  readonly step = input.required<Step | Exclude<CaseStatus, 'OPEN'>>();
  protected readonly words = inject(CaseWords);

  protected readonly shape = computed(() => {
    const step = this.step();
    return step === 'PATUH' || step === 'TUTUP' ? END_SHAPES[step] : STEP_SHAPES[step];
  });
  protected readonly track = computed(() => {
    const step = this.step();
    return step === 'PATUH' || step === 'TUTUP' ? step : trackOf(step);
  });
}
