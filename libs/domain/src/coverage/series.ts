import { daysBetween } from '../calendar/wib';
import type { IsoDate } from '../calendar/wib';
import { percentOf } from './coverage';
import type { Cut } from './headline';
import type { Measure } from './thresholds';

/** One month of a series. `recalculated`: never published; the people of that day over a population of later. */
export interface SeriesPoint {
  readonly asOf: IsoDate;
  readonly people: number;
  readonly population: number;
  /** With 2 decimals; null while the population is 0. */
  readonly percent: number | null;
  readonly recalculated: boolean;
}

/** The months compared with one version of the population, and the earlier ones as they would have been with it. */
export interface PopulationSeries {
  readonly populationVersion: string;
  readonly population: number;
  readonly points: readonly SeriesPoint[];
}

/**
 * A series for each population, in the order in which they came into use. A published point is in one series only and stays
 * as it was; a new semester opens a series beside it. A corrected number of residents of the same semester is a population
 * of its own.
 */
export function seriesOf(measure: Measure, cuts: readonly Cut[]): readonly PopulationSeries[] {
  const inOrder = [...cuts].sort((a, b) => (a.asOf < b.asOf ? -1 : a.asOf > b.asOf ? 1 : 0));
  const groups = new Map<string, Cut[]>();
  for (const cut of inOrder) {
    const key = `${cut.population}/${cut.populationVersion}`;
    groups.set(key, [...(groups.get(key) ?? []), cut]);
  }
  return [...groups.values()].flatMap((published) => {
    const [first] = published;
    if (!first) return [];
    const { population, populationVersion } = first;
    const before = inOrder.filter((cut) => cut.asOf < first.asOf);
    const points = [
      ...before.map((cut) => pointOf(measure, cut, population, true)),
      ...published.map((cut) => pointOf(measure, cut, population, false)),
    ];
    return [{ populationVersion, population, points }];
  });
}

/** Two cuts further apart are not a month's movement. */
const MONTH_AT_MOST = 45;
/** Two cuts nearer to each other are a correction or a second look, not a month. */
const MONTH_AT_LEAST = 20;

/** The unbroken run of monthly cuts at the end, oldest first. A month that is missing ends it; nothing is filled in. */
export function monthlyRun<C extends Pick<Cut, 'asOf'>>(cuts: readonly C[]): readonly C[] {
  const newestFirst = [...cuts].sort((a, b) => (a.asOf < b.asOf ? 1 : a.asOf > b.asOf ? -1 : 0));
  const run: C[] = newestFirst.slice(0, 1);
  for (const earlier of newestFirst.slice(1)) {
    const [later] = run;
    if (!later) break;
    const days = daysBetween(earlier.asOf, later.asOf);
    if (days > MONTH_AT_MOST) break;
    if (days >= MONTH_AT_LEAST) run.unshift(earlier);
  }
  return run;
}

/** Net movements from month to month up to the newest cut, oldest first, for the forecast. */
export function monthlyNets(measure: Measure, cuts: readonly Cut[]): readonly number[] {
  const run = monthlyRun(cuts);
  return run.slice(1).map((cut, at) => cut[measure] - (run[at] ?? cut)[measure]);
}

function pointOf(measure: Measure, cut: Cut, population: number, recalculated: boolean): SeriesPoint {
  const people = cut[measure];
  return { asOf: cut.asOf, people, population, percent: percentOf(people, population), recalculated };
}
