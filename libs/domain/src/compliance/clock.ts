import { type IsoDate, addDays } from '../calendar/wib';
import { type DayOff, type HolidayDecree, addWorkingDays } from '../calendar/working-days';
import { type Actor, may } from '../access/may';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { CaseStep, ClockRule, StepClock } from './case';
import type { Step } from './codes';
import type { ClockFacts, ComplianceEventOf } from './events';
import { LADDER } from './ladder';
import type { LadderSettings } from './ladder-setting';
import { settingOn } from './settings';

/** What the rules of the ladder are told about the day: nothing here reads a clock. */
export interface LadderFacts {
  /** In WIB. */
  readonly today: IsoDate;
  readonly settings: LadderSettings;
  readonly decrees: readonly HolidayDecree[];
}

/** The dates that a clock may start from or end on. */
export interface ClockDates {
  /** Date of the document. */
  readonly on: IsoDate;
  readonly receivedOn: IsoDate | null;
  /** Last day of the step before it on the track, where that is known. */
  readonly previousEnds: IsoDate | null;
  readonly promisedOn: IsoDate | null;
}

/**
 * The clock of a step, or null where nothing starts it yet: a letter's time starts with its receipt, never with an entry
 * here. The rule is the one that holds on the day the time starts. Where the decree of a year is missing, `ends` is null
 * and `missingYear` says which. Source: docs/domain.md#clock.
 */
export function clockFor(step: Step, dates: ClockDates, facts: Omit<LadderFacts, 'today'>): ClockFacts | null {
  const own = LADDER[step].clock;
  const from = own === null ? null : startOf(own, dates);
  if (from === null) return null;
  const rule = settingOn(facts.settings, step, from);
  return rule === null ? null : endOf(rule, from, dates.promisedOn, facts.decrees);
}

/** The day that counts as the receipt of a letter sent on that day, where the office has such a rule; else null. */
export function deemedReceipt(sentOn: IsoDate, facts: Omit<LadderFacts, 'today'>): IsoDate | null {
  const rule = settingOn(facts.settings, 'DEEMED_RECEIPT', sentOn);
  return rule === null ? null : (endOf(rule, sentOn, null, facts.decrees)?.ends ?? null);
}

/** Whether the time has run out: it lasts until 24.00 WIB of its last day. A clock without an end never has. */
export function hasEnded(clock: Pick<ClockFacts, 'ends'>, today: IsoDate): boolean {
  return clock.ends !== null && clock.ends < today;
}

function startOf(rule: ClockRule, dates: ClockDates): IsoDate | null {
  switch (rule.kind) {
    case 'WORKING_DAYS':
    case 'CALENDAR_DAYS':
      return dates.receivedOn;
    case 'CALENDAR_DAYS_AFTER_PREVIOUS':
      return dates.previousEnds;
    case 'DATE_IN_DOCUMENT':
      return dates.promisedOn === null ? null : dates.on;
  }
}

function endOf(
  rule: ClockRule,
  from: IsoDate,
  promisedOn: IsoDate | null,
  decrees: readonly HolidayDecree[],
): ClockFacts | null {
  switch (rule.kind) {
    case 'WORKING_DAYS': {
      const period = addWorkingDays(decrees, from, rule.days);
      if (!isRefusal(period)) return { rule, from, ends: period.ends, missingYear: null };
      const { year } = period.params;
      return typeof year === 'number' ? { rule, from, ends: null, missingYear: year } : null;
    }
    case 'CALENDAR_DAYS':
    case 'CALENDAR_DAYS_AFTER_PREVIOUS':
      return { rule, from, ends: addDays(from, rule.days), missingYear: null };
    case 'DATE_IN_DOCUMENT':
      return promisedOn === null ? null : { rule, from, ends: promisedOn, missingYear: null };
  }
}

/** A clock with its work: what the screen shows beside the date. */
export interface ClockExplained {
  /** Day 0. */
  readonly from: IsoDate;
  readonly rule: ClockRule;
  readonly ends: IsoDate | null;
  /** Working days that were counted, and the days between that were not, with the reason and the decree. */
  readonly counted: readonly IsoDate[];
  readonly skipped: readonly DayOff[];
  /** Where the same number of calendar days would end: what a hasty count gives. Null for a date in a document. */
  readonly calendarEnds: IsoDate | null;
  readonly missingYear: number | null;
}

/** How the date came about, day by day, under the decrees that are loaded. */
export function explainClock(clock: ClockFacts, decrees: readonly HolidayDecree[]): ClockExplained {
  const { rule, from, ends, missingYear } = clock;
  const plain = { from, rule, ends, missingYear, counted: [], skipped: [] };
  if (rule.kind === 'DATE_IN_DOCUMENT') return { ...plain, calendarEnds: null };
  const calendarEnds = addDays(from, rule.days);
  if (rule.kind !== 'WORKING_DAYS' || ends === null) return { ...plain, calendarEnds };
  const period = addWorkingDays(decrees, from, rule.days);
  // A clock that was closed under an older decree keeps its date; the days are shown only where they lead to it.
  if (isRefusal(period) || period.ends !== ends) return { ...plain, calendarEnds };
  return { ...plain, calendarEnds, counted: period.counted, skipped: period.skipped };
}

/** What the decrees loaded now do to one running clock. */
export interface ClockChange {
  readonly case: number;
  readonly entry: string;
  readonly step: Step;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The year whose decree is still missing, where `to` is null. */
  readonly missingYear: number | null;
}

/**
 * The running clocks whose last day is another one under these decrees. What has fired or stopped never moves, and a clock
 * keeps the rule that it started with. Each period is counted once, so that 50,000 steps cost a few hundred counts.
 */
export function clockChanges(
  cases: Iterable<{ readonly id: number; readonly steps: readonly Pick<CaseStep, 'entry' | 'step' | 'clock'>[] }>,
  decrees: readonly HolidayDecree[],
): readonly ClockChange[] {
  const known = new Map<string, ClockFacts | null>();
  const recount = (from: IsoDate, rule: ClockRule & { readonly kind: 'WORKING_DAYS' }): ClockFacts | null => {
    const key = `${from}/${rule.days}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const counted = endOf(rule, from, null, decrees);
    known.set(key, counted);
    return counted;
  };
  const changes: ClockChange[] = [];
  for (const { id, steps } of cases) {
    for (const { entry, step, clock } of steps) {
      if (clock?.state !== 'RUNNING' || clock.rule.kind !== 'WORKING_DAYS') continue;
      const now = recount(clock.from, clock.rule);
      if (!now || (now.ends === clock.ends && now.missingYear === clock.missingYear)) continue;
      changes.push({ case: id, entry, step, from: clock.ends, to: now.ends, missingYear: now.missingYear });
    }
  }
  return changes;
}

/** A running clock after its move. Source: docs/domain.md#clock. */
export function movedClock(
  clock: StepClock,
  { to, missingYear }: { readonly to: IsoDate | null; readonly missingYear?: number | null },
): StepClock {
  return { ...clock, ends: to, missingYear: to === null ? (missingYear ?? null) : null };
}

/** A person accepts what a decree does to the running clocks. */
export function acceptChanges(
  changes: readonly ClockChange[],
  decree: Pick<HolidayDecree, 'year' | 'basis'>,
  actor: Actor,
): ComplianceEventOf<'DeadlinesMoved'> | Refusal {
  const allowed = may(actor, 'deadlines.accept', { region: actor.region });
  if (allowed !== true) return allowed;
  if (changes.length === 0) return refuse('NOTHING_TO_CHANGE', {});
  const moves = changes.map(({ case: id, entry, from, to, missingYear }) => ({
    ...{ case: id, entry, from, to },
    ...(missingYear === null ? {} : { missingYear }),
  }));
  return { type: 'DeadlinesMoved', data: { year: decree.year, basis: decree.basis, moves }, text: null };
}
