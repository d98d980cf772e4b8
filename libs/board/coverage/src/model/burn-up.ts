import type { CoverageView } from '@papan/contracts';
import { addDays, daysBetween, neededFor, peopleAfter } from '@papan/domain';
import type { IsoDate, Measure, Pace, PeopleBand } from '@papan/domain';
import type { Figure, Narrowed } from './figures';

const DAYS_PER_MONTH = 365.2425 / 12;

export interface BurnUpPoint {
  readonly asOf: IsoDate;
  /** In the cut; null: no figure is known. */
  readonly people: number | null;
  /** With what was reported until then and is not verified yet; null where no work is told. */
  readonly reported: number | null;
  /** What the line demands of that day's population. */
  readonly needed: number | null;
}

export interface BandPoint extends PeopleBand {
  readonly at: IsoDate;
}

/** Cuts, what is reported beyond them, and the line. */
export function burnUpPoints(
  view: CoverageView,
  figures: readonly Figure[],
  narrowed: Narrowed,
  measure: Measure,
  line: number | null,
): readonly BurnUpPoint[] {
  // Work is told by agency and segment, not by district.
  const work = narrowed.district === null ? view.work : [];
  const first = work.reduce<IsoDate | null>((least, { until }) => {
    return until !== null && (least === null || until < least) ? until : least;
  }, null);
  return figures.map(({ asOf, people, population }) => {
    const done = work.filter((one) => one.until !== null && one.until <= asOf && isOf(one.segment, narrowed));
    const waiting = done.reduce((sum, one) => sum + one.reported - one[measure], 0);
    return {
      asOf,
      people,
      reported: people !== null && first !== null && asOf >= first ? people + Math.max(0, waiting) : null,
      needed: line === null || narrowed.segment !== null || population === null ? null : neededFor(line, population),
    };
  });
}

function isOf(segment: string | null, { segment: wanted }: Narrowed): boolean {
  return wanted === null || segment === wanted;
}

/** The band of the forecast by month from a cut until a day, both included. */
export function bandPoints(people: number, pace: Pace, asOf: IsoDate, until: IsoDate): readonly BandPoint[] {
  const days = daysBetween(asOf, until);
  if (days <= 0) return [];
  const months = Math.ceil(days / DAYS_PER_MONTH);
  return Array.from({ length: months + 1 }, (_, month) => {
    const day = Math.min(days, Math.round(month * DAYS_PER_MONTH));
    return { at: addDays(asOf, day), ...peopleAfter(people, pace, day / DAYS_PER_MONTH) };
  });
}
