import { Component, computed, inject, input } from '@angular/core';
import { LiveStore } from '@papan/board-platform';
import { DueChip } from '@papan/board-ui';
import { CaseWords } from './case-words';
import type { Timer } from './timer';

/** What a clock says: grey while far, amber from three working days on, solid red once late. */
@Component({
  selector: 'pp-timer-chip',
  imports: [DueChip],
  template: `<pp-due-chip [urgency]="timer().urgency" [text]="text()" [attr.title]="hint()" />`,
  styles: `
    :host {
      display: inline-flex;
      max-inline-size: 100%;
    }
  `,
})
export class TimerChip {
  readonly timer = input.required<Timer>();
  private readonly words = inject(CaseWords);
  private readonly live = inject(LiveStore);

  protected readonly text = computed(() => this.words.timer(this.timer(), this.live.today()));
  protected readonly hint = computed(() => {
    const timer = this.timer();
    return timer.kind === 'DUE' ? this.words.longDate(timer.ends) : null;
  });
}
