import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ComplianceSummary } from '@papan/board-compliance/summary';
import { CoverageOutlook } from '@papan/board-coverage/summary';
import { Directory, LiveStore, Say, SayPipe, SessionStore } from '@papan/board-platform';
import { CountdownFigure, EmptyState, ErrorState, Skeleton } from '@papan/board-ui';
import {
  countdown,
  daysBetween,
  findCycles,
  formatInteger,
  formatFullMoment,
  formatMoment,
  formatRelative,
  formatShortDate,
  formatSigned,
  wibDate,
  yearOf,
} from '@papan/domain';
import type { Blocker, Gain } from '@papan/domain';
import { AllocationPanel } from './allocation-panel';
import { FigurePanel } from './figure-panel';
import { whoIsLate } from './summary';

/** Waits shown before the reader asks for all. */
const WAITS_SHOWN = 8;

/** The page for the assistant who has ten minutes: how long, how many are missing, who brings them, what is stuck. */
@Component({
  selector: 'pp-home-page',
  imports: [
    AllocationPanel,
    ComplianceSummary,
    CountdownFigure,
    CoverageOutlook,
    EmptyState,
    ErrorState,
    FigurePanel,
    RouterLink,
    SayPipe,
    Skeleton,
  ],
  templateUrl: './home-page.html',
  styleUrl: './home-page.css',
})
export class HomePage {
  protected readonly live = inject(LiveStore);
  protected readonly directory = inject(Directory);
  protected readonly session = inject(SessionStore);
  private readonly voice = inject(Say);
  private readonly say = this.voice.say;
  private readonly locale = this.voice.locale;

  protected readonly campaign = this.directory.campaign;
  protected readonly ready = computed(() => this.live.loaded() && this.directory.loaded());
  protected readonly failed = computed(() => this.directory.failed() && !this.directory.loaded());

  private readonly left = computed(() => {
    const campaign = this.campaign();
    return campaign ? countdown(this.live.now(), campaign.deadline, this.directory.decrees()) : null;
  });
  protected readonly deadline = computed(() => {
    const campaign = this.campaign();
    return campaign ? this.say('home.until', { deadline: formatFullMoment(campaign.deadline, this.locale()) }) : '';
  });
  protected readonly daysLeft = computed(() => {
    const left = this.left();
    if (!left) return '';
    if (left.passed) return this.say('home.deadlinePassed', { days: left.daysLate });
    return left.days === 0 ? this.say('home.deadlineToday') : this.say('home.days', { days: left.days });
  });
  protected readonly workingDaysLeft = computed(() => {
    const left = this.left();
    if (!left || left.passed) return '';
    if (left.workingDays === null) return this.say('home.noDecree', { year: String(left.missingDecree) });
    return this.say('home.workingDays', { days: left.workingDays });
  });
  protected readonly isPast = computed(() => this.left()?.passed ?? false);
  protected readonly rule = computed(() => {
    const year = yearOf(this.live.today());
    const decree = this.directory.decrees().findLast((one) => one.year === year);
    return decree ? this.say('home.workingRule', { basis: decree.basis }) : '';
  });

  protected readonly figures = computed(() => {
    const [figures, campaign] = [this.live.headline(), this.campaign()];
    if (!figures || !campaign) return [];
    return campaign.lines.map((line) => ({ line, figure: figures[line.measure] }));
  });

  protected readonly late = computed(() =>
    whoIsLate(this.live.allTasks(), this.live.today()).map((one) => ({
      ...one,
      name: this.directory.agency(one.agency)?.short ?? '',
      fullName: this.directory.agency(one.agency)?.name ?? '',
    })),
  );
  protected readonly lateTotal = computed(() => this.late().reduce((sum, { tasks }) => sum + tasks, 0));

  protected readonly allWaits = signal(false);
  protected readonly waits = computed(() => {
    const all = this.live.openBlockers();
    return (this.allWaits() ? all : all.slice(0, WAITS_SHOWN)).map((blocker) => this.wait(blocker));
  });
  protected readonly cycles = computed(() =>
    findCycles(this.live.openBlockers()).map((cycle) => {
      const names = [...cycle, ...cycle.slice(0, 1)].map((agency) => this.directory.agency(agency)?.short ?? '');
      return this.say('home.cycle', { agencies: names.join(' → ') });
    }),
  );
  protected readonly gains = computed(() => this.live.gains().map((gain) => this.gain(gain)));

  protected number(value: number): string {
    return formatInteger(value, this.locale());
  }

  private wait(blocker: Blocker) {
    const task = this.live.task(blocker.task)();
    const days = daysBetween(wibDate(blocker.since), this.live.today());
    return {
      id: blocker.id,
      task: blocker.task,
      waiting: this.directory.agency(blocker.waiting)?.short ?? '',
      lifter: this.directory.agency(blocker.lifter)?.short ?? '',
      days: days <= 0 ? this.say('home.waitsToday') : this.say('home.waitsSince', { days }),
      since: formatMoment(blocker.since, this.locale()),
      reason: this.voice.word('blocker', blocker.code),
      label: task ? this.directory.taskLabel(task) : '',
      title: task?.title ?? '',
      wanted: blocker.wantedBy
        ? this.say('home.wantedBy', { date: formatShortDate(blocker.wantedBy, this.locale()) })
        : '',
    };
  }

  private gain(gain: Gain) {
    const task = this.live.task(gain.task)();
    const parts = [
      gain.registered === 0
        ? ''
        : this.say('home.gainRegistered', { people: formatSigned(gain.registered, this.locale()) }),
      gain.active === 0 ? '' : this.say('home.gainActive', { people: formatSigned(gain.active, this.locale()) }),
    ];
    return {
      seq: gain.seq,
      task: gain.task,
      people: parts.filter(Boolean).join(' · '),
      label: task ? this.directory.taskLabel(task) : '',
      title: task?.title ?? '',
      agency: this.directory.agency(gain.agency)?.short ?? '',
      when: formatRelative(gain.at, this.live.now(), this.locale()),
      at: formatMoment(gain.at, this.locale()),
      asOf: this.say('home.gainAsOf', { date: formatShortDate(gain.asOf, this.locale()) }),
    };
  }
}
