import { type IsoDate, LAST_DATE, addDays, daysBetween } from '../calendar/wib';

/**
 * When a line is reached at the pace of the last months, and when a margin is used up. A random walk with drift: the
 * average monthly net movement goes on, and the months scatter as they did. Source: docs/domain.md#forecast.
 */

/** Fewer months say nothing about how much months differ. */
export const FEWEST_MONTHS = 4;
/** Older months tell of another time. */
export const MOST_MONTHS = 12;

const DAYS_PER_MONTH = 365.2425 / 12;
/** Further than this nobody should be told a date. */
const FURTHEST_MONTHS = 50 * 12;

/** What the months so far say about the next ones, in people per month. */
export interface Pace {
  readonly months: number;
  readonly mean: number;
  /** Standard deviation of the months, with n − 1. */
  readonly spread: number;
}

/** A date with its band of 80 %: one time in ten earlier than `early`, one time in ten later than `late`. */
export interface DateBand {
  readonly median: IsoDate;
  readonly early: IsoDate;
  /** Null: the months differ so much that it may never come. */
  readonly late: IsoDate | null;
}

export type Forecast =
  /** Too few months for a sentence about the next ones. */
  | { readonly kind: 'TOO_FEW_MONTHS'; readonly months: number; readonly needed: number }
  /** The line is not reached; the movement leads there. */
  | { readonly kind: 'REACHES'; readonly missing: number; readonly pace: Pace; readonly at: DateBand }
  /** The line is not reached, and the movement does not lead there: net ≤ 0, or later than anybody should be told. */
  | { readonly kind: 'NOT_AT_THIS_PACE'; readonly missing: number; readonly pace: Pace }
  /** The line is reached and the movement leads away from it: `at` is the day on which the margin is used up. */
  | { readonly kind: 'LOSES'; readonly margin: number; readonly pace: Pace; readonly at: DateBand }
  /** The line is reached, and the movement does not lead away from it. */
  | { readonly kind: 'KEEPS'; readonly margin: number; readonly pace: Pace };

/**
 * @param people how many there are on `asOf`
 * @param needed how many the line demands (`neededFor`)
 * @param nets net movements of whole months up to `asOf`, oldest first; may be negative. The last twelve are used.
 */
export function forecast(people: number, needed: number, asOf: IsoDate, nets: readonly number[]): Forecast {
  const recent = nets.slice(-MOST_MONTHS);
  if (recent.length < FEWEST_MONTHS) {
    return { kind: 'TOO_FEW_MONTHS', months: recent.length, needed: FEWEST_MONTHS };
  }
  return forecastAt(people, needed, asOf, paceOf(recent));
}

/** The same for a pace that is known or assumed: what if an agency keeps what it did last month. */
export function forecastAt(people: number, needed: number, asOf: IsoDate, pace: Pace): Forecast {
  if (people < needed) {
    const missing = needed - people;
    const at = bandOf(missing, pace, asOf);
    return at ? { kind: 'REACHES', missing, pace, at } : { kind: 'NOT_AT_THIS_PACE', missing, pace };
  }
  const margin = people - needed;
  // The line is lost with the first person below it.
  const at = bandOf(margin + 1, { ...pace, mean: -pace.mean }, asOf);
  return at ? { kind: 'LOSES', margin, pace, at } : { kind: 'KEEPS', margin, pace };
}

/** Net movements of one agency, one segment or one district: the same months for all of them, oldest first. */
export interface PartMovement<Part extends string | number = number> {
  readonly part: Part;
  readonly nets: readonly number[];
}

/**
 * The pace of all parts together, where some are assumed to go on at a given number of people per month instead of their
 * own mean. The scatter stays that of the months that were: nobody knows how calm an assumed month would be.
 * Null while there are fewer than four months.
 */
export function paceIf<Part extends string | number>(
  parts: readonly PartMovement<Part>[],
  assumed: ReadonlyMap<Part, number>,
): Pace | null {
  const months = Math.min(MOST_MONTHS, ...parts.map(({ nets }) => nets.length));
  if (parts.length === 0 || months < FEWEST_MONTHS) return null;
  const recent = parts.map(({ part, nets }) => ({ part, nets: nets.slice(-months) }));
  const all = Array.from({ length: months }, (_, at) => recent.reduce((sum, { nets }) => sum + (nets[at] ?? 0), 0));
  const { spread } = paceOf(all);
  const mean = recent.reduce((sum, { part, nets }) => sum + (assumed.get(part) ?? paceOf(nets).mean), 0);
  return { months, mean, spread };
}

/** Where the walk stands after some months: in the middle, and with 80 % between `low` and `high`. */
export interface PeopleBand {
  readonly middle: number;
  readonly low: number;
  readonly high: number;
}

/** The band that the dates of a forecast are read off: m·h ± t·s·√(h + h²/n), in whole people. */
export function peopleAfter(people: number, pace: Pace, months: number): PeopleBand {
  const middle = people + pace.mean * months;
  const half = tQuantile(pace.months - 1) * pace.spread * Math.sqrt(months + months ** 2 / pace.months);
  return { middle: Math.round(middle), low: Math.round(middle - half), high: Math.round(middle + half) };
}

/** People per working day that reach the line in time, rounded up; null where no working day is left. */
export function paceNeeded(missing: number, workingDays: number): number | null {
  if (missing <= 0) return 0;
  return workingDays > 0 ? Math.ceil(missing / workingDays) : null;
}

function paceOf(nets: readonly number[]): Pace {
  const months = nets.length;
  const mean = nets.reduce((sum, net) => sum + net, 0) / months;
  const squares = nets.reduce((sum, net) => sum + (net - mean) ** 2, 0);
  return { months, mean, spread: Math.sqrt(squares / (months - 1)) };
}

/** Null where the mean does not lead there, or not within fifty years. */
function bandOf(gap: number, pace: Pace, asOf: IsoDate): DateBand | null {
  const { median, early, late } = crossings(gap, pace);
  if (median === null || median > FURTHEST_MONTHS) return null;
  return {
    median: dateAfter(asOf, median),
    early: dateAfter(asOf, early),
    late: late === null || late > FURTHEST_MONTHS ? null : dateAfter(asOf, late),
  };
}

interface Crossings {
  readonly median: number | null;
  readonly early: number;
  readonly late: number | null;
}

/**
 * In months. After h months the walk stands at m·h ± t·s·√(h + h²/n): the second term under the root is that m itself is
 * only known from n months. Where that equals the gap is a quadratic equation in h, whose two roots are the band.
 */
function crossings(gap: number, { mean, spread, months }: Pace): Crossings {
  const scatter = (tQuantile(months - 1) * spread) ** 2;
  const a = mean ** 2 - scatter / months;
  const b = 2 * mean * gap + scatter;
  const root = Math.sqrt(Math.max(0, b ** 2 - 4 * a * gap ** 2));
  return {
    median: mean > 0 ? gap / mean : null,
    early: (2 * gap ** 2) / (b + root),
    late: mean > 0 && a > 0 ? (b + root) / (2 * a) : null,
  };
}

function dateAfter(asOf: IsoDate, months: number): IsoDate {
  const days = Math.ceil(months * DAYS_PER_MONTH);
  return days > daysBetween(asOf, LAST_DATE) ? LAST_DATE : addDays(asOf, days);
}

/** 0.9 quantiles of Student's t for 1 to 11 degrees of freedom: with few months the band is wider than the normal one. */
const T_QUANTILES = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372] as const;
const T_QUANTILE_11 = 1.363;

function tQuantile(freedom: number): number {
  return T_QUANTILES[freedom - 1] ?? T_QUANTILE_11;
}
