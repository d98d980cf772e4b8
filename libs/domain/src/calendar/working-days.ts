import { shown } from '../formats/shown';
import { refuse } from '../refusal/refusal';
import type { Refusal } from '../refusal/refusal';
import { LAST_DATE, addDays, isIsoDate, weekday, yearOf } from './wib';
import type { IsoDate } from './wib';

/**
 * Working days: Monday to Friday (Perpres 21/2023 art. 3), less the national holidays and the collective leave (cuti
 * bersama) of the yearly joint decree of three ministers (SKB 3 Menteri). A year without a decree is refused, never guessed.
 */

/** The days off of one year. `basis` names the decree, e.g. "SKB 3 Menteri 1497/2025, 2/2025, 5/2025". */
export interface HolidayDecree {
  readonly year: number;
  readonly basis: string;
  readonly national: readonly IsoDate[];
  readonly collectiveLeave: readonly IsoDate[];
}

export const DAY_OFF_REASONS = ['WEEKEND', 'NATIONAL_HOLIDAY', 'COLLECTIVE_LEAVE'] as const;
export type DayOffReason = (typeof DAY_OFF_REASONS)[number];

/** A day that is not counted, why, and by which rule. */
export interface DayOff {
  readonly date: IsoDate;
  readonly reason: DayOffReason;
  readonly basis: string;
}

/**
 * How the days were counted: the date received is day 0, the next working day is day 1, and the period ends at 24.00 WIB
 * of the last day. It travels with every result, because a screen or a letter that shows the date must name the rule.
 */
export const WORKING_DAY_RULE = 'RECEIVED_IS_DAY_ZERO';
export type WorkingDayRule = typeof WORKING_DAY_RULE;

/** What fixes the week of five days. */
export const WORKING_WEEK_BASIS = 'Perpres 21/2023 art. 3';

/** The longest period that can be asked for, in working days. */
export const MAX_WORKING_DAYS = 366;

/** A period of working days: its last day, the days counted and the days skipped on the way, both in order. */
export interface WorkingDayPeriod {
  readonly received: IsoDate;
  readonly days: number;
  readonly ends: IsoDate;
  readonly counted: readonly IsoDate[];
  readonly skipped: readonly DayOff[];
  readonly rule: WorkingDayRule;
}

/**
 * Counts `days` working days (1 to 366) from the date of receipt.
 * Where two decrees name one year, the later in the list holds: a decree can be amended during the year.
 * Refuses DATE_INVALID, WORKING_DAYS_INVALID, and NO_DECREE_FOR_YEAR as soon as the count enters such a year.
 */
export function addWorkingDays(
  decrees: readonly HolidayDecree[],
  received: IsoDate,
  days: number,
): WorkingDayPeriod | Refusal {
  if (!isIsoDate(received) || received === LAST_DATE) return refuse('DATE_INVALID', { value: shown(received) });
  if (!Number.isInteger(days) || days < 1 || days > MAX_WORKING_DAYS) {
    return refuse('WORKING_DAYS_INVALID', { value: shown(days) });
  }
  const counted: IsoDate[] = [];
  const skipped: DayOff[] = [];
  let date = received;
  while (counted.length < days) {
    date = addDays(date, 1);
    const decree = decreeOf(decrees, date);
    if (!decree) return refuse('NO_DECREE_FOR_YEAR', { year: yearOf(date) });
    const off = dayOff(decree, date);
    if (off) skipped.push(off);
    else counted.push(date);
  }
  return { received, days, ends: date, counted, skipped, rule: WORKING_DAY_RULE };
}

/**
 * The number of working days later than `after`, up to and including `through`; 0 where `through` is not later.
 * Refuses DATE_INVALID, and NO_DECREE_FOR_YEAR for the first year in the span that has none.
 */
export function workingDaysBetween(
  decrees: readonly HolidayDecree[],
  after: IsoDate,
  through: IsoDate,
): number | Refusal {
  for (const date of [after, through]) {
    if (!isIsoDate(date)) return refuse('DATE_INVALID', { value: shown(date) });
  }
  if (through <= after) return 0;
  const missing = firstYearWithoutDecree(decrees, addDays(after, 1), through);
  if (missing !== null) return refuse('NO_DECREE_FOR_YEAR', { year: missing });
  let count = 0;
  for (let date = addDays(after, 1); date <= through; date = addDays(date, 1)) {
    const decree = decreeOf(decrees, date);
    if (decree && !dayOff(decree, date)) count += 1;
  }
  return count;
}

/** Why this date is no working day under the decree of its year; null for a working day. A weekend is named before a holiday on it. */
export function dayOff(decree: HolidayDecree, date: IsoDate): DayOff | null {
  if (weekday(date) > 5) return { date, reason: 'WEEKEND', basis: WORKING_WEEK_BASIS };
  if (decree.national.includes(date)) return { date, reason: 'NATIONAL_HOLIDAY', basis: decree.basis };
  if (decree.collectiveLeave.includes(date)) return { date, reason: 'COLLECTIVE_LEAVE', basis: decree.basis };
  return null;
}

function firstYearWithoutDecree(decrees: readonly HolidayDecree[], from: IsoDate, through: IsoDate): number | null {
  for (let year = yearOf(from); year <= yearOf(through); year += 1) {
    if (!decrees.some((decree) => decree.year === year)) return year;
  }
  return null;
}

function decreeOf(decrees: readonly HolidayDecree[], date: IsoDate): HolidayDecree | undefined {
  const year = yearOf(date);
  return decrees.findLast((decree) => decree.year === year);
}
