import { Component, DestroyRef, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Directory, LiveStore, Say } from '@papan/board-platform';
import type { ComplianceSummary as Summary } from '@papan/contracts';
import { EmptyState, ErrorState, Skeleton, dueState } from '@papan/board-ui';
import { daysBetween } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { CaseWords } from '../case/case-words';
import { StepChip } from '../case/step-chip';
import { TimerChip } from '../case/timer-chip';
import { touchedBy } from '../list/touched';
import { funnelOf } from './summary-view';

/** Many changes make one question. */
const GATHER = 3_000;
/** Lines of each list. */
const SHOWN = 5;

/** For the one who has ten minutes: how far the cases have come, what was won, what waits longest, what falls due next. */
@Component({
  selector: 'pp-compliance-summary',
  imports: [EmptyState, ErrorState, RouterLink, Skeleton, StepChip, TimerChip],
  templateUrl: './compliance-summary.html',
  styleUrl: './compliance-summary.css',
})
export class ComplianceSummary {
  protected readonly voice = inject(Say);
  protected readonly words = inject(CaseWords);
  private readonly api = inject(CasesApi);
  private readonly live = inject(LiveStore);
  private readonly directory = inject(Directory);

  protected readonly spoken = signal(false);
  private readonly fetched = signal<Summary | null>(null);
  protected readonly failed = signal(false);
  protected readonly summary = computed(() => (this.spoken() ? this.fetched() : null));
  protected readonly funnel = computed(() => funnelOf(this.summary()?.funnel ?? []));
  protected readonly won = computed(() => (this.summary()?.wonByStep ?? []).filter(({ workers }) => workers > 0));
  protected readonly empty = computed(() => {
    const summary = this.summary();
    return summary !== null && summary.open + summary.patuh + summary.tutup === 0;
  });
  protected readonly oldest = computed(() =>
    (this.summary()?.oldest ?? []).slice(0, SHOWN).map((one) => ({
      ...one,
      name: this.words.employer(one.name),
      days: this.voice.say('compliance.sinceDays', { days: daysBetween(one.since, this.live.today()) }),
    })),
  );
  protected readonly next = computed(() =>
    (this.summary()?.next ?? []).slice(0, SHOWN).map((one) => {
      const due = dueState(one.ends, this.live.today(), this.directory.decrees());
      const late = { kind: 'LATE' as const, urgency: 'late' as const, days: due.daysLate };
      const timer = due.urgency === 'late' ? late : { kind: 'DUE' as const, urgency: due.urgency, ends: one.ends };
      return { ...one, name: this.words.employer(one.name), timer };
    }),
  );
  protected readonly xlsx = computed(() => this.api.summaryAddress('xlsx'));
  protected readonly pdf = computed(() => this.api.summaryAddress('pdf'));

  constructor() {
    // It stands on a page whose own words are there already; these come with it.
    void this.voice.learn('compliance').then(() => this.spoken.set(true));
    effect(() => {
      // What happened before the board began anew was not told one by one.
      this.live.snapshots();
      untracked(() => void this.load());
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = this.live.onHappenings((happenings) => {
      const { cases, all } = touchedBy(happenings);
      if (!all && cases.size === 0) return;
      clearTimeout(timer);
      timer = setTimeout(() => void this.load(), GATHER);
    });
    inject(DestroyRef).onDestroy(() => {
      stop();
      clearTimeout(timer);
    });
  }

  protected async load(): Promise<void> {
    const result = await this.api.summary();
    if (result.ok) this.fetched.set(result.value);
    this.failed.set(!result.ok && this.fetched() === null);
  }
}
