import { Component, computed, input } from '@angular/core';

/** Share of the whole in percent, never beyond the bar. */
export function barWidth(part: number, whole: number): number {
  return whole <= 0 ? 0 : Math.min(100, Math.max(0, (part / whole) * 100));
}

/** Verified solid, reported hatched, the rest empty: three truths told apart without colour. */
@Component({
  selector: 'pp-truth-bar',
  template: '',
  styles: `
    :host {
      display: block;
      block-size: 7px;
      border-radius: 4px;
      background:
        linear-gradient(var(--primary), var(--primary)) 0 0 / var(--verified) 100% no-repeat,
        repeating-linear-gradient(135deg, var(--primary) 0 2px, var(--bg) 2px 4px) 0 0 / var(--reported) 100% no-repeat,
        var(--track);
      forced-color-adjust: none;
    }
    :host(.tall) {
      block-size: 12px;
      border-radius: 6px;
    }
  `,
  host: {
    role: 'img',
    '[attr.aria-label]': 'label()',
    '[style.--reported]': 'reportedWidth()',
    '[style.--verified]': 'verifiedWidth()',
  },
})
export class TruthBar {
  readonly target = input.required<number>();
  readonly reported = input.required<number>();
  readonly verified = input.required<number>();
  /** The same in words, for those who do not see the bar. */
  readonly label = input.required<string>();

  protected readonly reportedWidth = computed(() => `${barWidth(this.reported(), this.target())}%`);
  protected readonly verifiedWidth = computed(() => `${barWidth(this.verified(), this.target())}%`);
}
