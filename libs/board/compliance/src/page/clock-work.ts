import { Component, computed, inject, input } from '@angular/core';
import { Directory, LiveStore, Say } from '@papan/board-platform';
import { DueChip, dueState } from '@papan/board-ui';
import type { Urgency } from '@papan/board-ui';
import type { Step, StepClock } from '@papan/domain';
import { LADDER, daysBetween, explainClock, isRefusal, workingDaysBetween } from '@papan/domain';
import { CaseWords } from '../case/case-words';

/** A clock with its work: from which day, to which, what was counted and what was skipped, and the rule behind it. */
@Component({
  selector: 'pp-clock-work',
  imports: [DueChip],
  template: `
    <p class="dates">
      <span>{{ from() }}</span>
      <span class="arrow" aria-hidden="true">→</span>
      @if (explained().ends; as ends) {
        <strong>{{ voice.say('compliance.clockEnds', { date: words.dayAndDate(ends) }) }}</strong>
        <pp-due-chip [urgency]="urgency()" [text]="left()" />
      } @else {
        <strong class="missing">{{ missing() }}</strong>
      }
    </p>
    @if (counted(); as days) {
      <p class="small">{{ voice.say('compliance.clockCounted', { days }) }}</p>
    }
    @if (skipped(); as days) {
      <p class="small">{{ voice.say('compliance.clockSkipped', { days }) }}</p>
    }
    <p class="small muted">{{ rule() }}</p>
  `,
  styles: `
    :host {
      display: grid;
      gap: 2px;
      font-size: var(--text-s);
    }
    .dates {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 2px 8px;
    }
    .missing {
      color: var(--blocked-fg);
    }
  `,
})
export class ClockWork {
  readonly clock = input.required<StepClock>();
  readonly step = input.required<Step>();
  /** What it was for has been done: its date stays, and presses nobody any more. */
  readonly over = input(false);

  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);

  protected readonly explained = computed(() => explainClock(this.clock(), this.directory.decrees()));
  protected readonly from = computed(() => {
    const { from, rule } = this.explained();
    const date = this.words.dayAndDate(from);
    switch (rule.kind) {
      case 'CALENDAR_DAYS_AFTER_PREVIOUS':
        return this.voice.say('compliance.clockFromPrevious', { date });
      case 'DATE_IN_DOCUMENT':
        return this.voice.say('compliance.clockFromDocument', { date });
      default:
        return this.voice.say('compliance.clockFromReceipt', { date });
    }
  });
  protected readonly missing = computed(() => {
    const { missingYear } = this.explained();
    return this.voice.say('compliance.missingDecree', { year: String(missingYear ?? '') });
  });
  protected readonly counted = computed(() => this.words.dayNumbers(this.explained().counted));
  protected readonly skipped = computed(() => {
    const { skipped } = this.explained();
    const decreed = skipped.filter(({ reason }) => reason !== 'WEEKEND');
    const weekend = skipped.some(({ reason }) => reason === 'WEEKEND') ? [this.voice.say('compliance.weekend')] : [];
    if (decreed.length === 0) return weekend.join('');
    const bases = [...new Set(decreed.map(({ basis }) => basis))].join('; ');
    const days = this.words.dayNumbers(decreed.map(({ date }) => date));
    return [...weekend, this.voice.say('compliance.skippedByDecree', { days, basis: bases })].join(', ');
  });
  /** The rule that was applied, by its name: days, kind of days, and what fixes them. */
  protected readonly rule = computed(() => {
    const basis = this.words.basis(LADDER[this.step()].basis);
    return this.voice.say('compliance.clockRule', { rule: this.words.clockRule(this.clock().rule), basis });
  });

  private readonly isOver = computed(() => this.over() || this.clock().state === 'STOPPED');
  private readonly due = computed(() => {
    const { ends } = this.explained();
    return ends === null ? null : dueState(ends, this.live.today(), this.directory.decrees());
  });
  protected readonly urgency = computed<Urgency>(() => (this.isOver() ? 'calm' : (this.due()?.urgency ?? 'calm')));
  protected readonly left = computed(() => {
    const [{ ends }, today, due] = [this.explained(), this.live.today(), this.due()];
    if (ends === null || due === null) return '';
    if (this.isOver()) return this.voice.say('compliance.clockStopped');
    if (due.urgency === 'late') return this.voice.say('compliance.late', { days: due.daysLate });
    if (ends === today) return this.voice.say('compliance.dueToday');
    const working = workingDaysBetween(this.directory.decrees(), today, ends);
    return isRefusal(working)
      ? this.voice.say('compliance.daysLeft', { days: daysBetween(today, ends) })
      : this.voice.say('compliance.workingDaysLeft', { days: working });
  });
}
