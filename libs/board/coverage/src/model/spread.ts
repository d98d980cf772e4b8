import { allocation, countsPersons, isRefusal, missingActiveBySegment, missingByPart } from '@papan/domain';
import type { Measure, Segment, Task } from '@papan/domain';
import type { AreaRow } from './areas';

/** The missing people in parts; the parts and the rest are the whole, always. */
export interface Spread<Part extends string | number> {
  readonly whole: number;
  readonly parts: readonly { readonly part: Part; readonly people: number }[];
  /** Negative: more was given out than is missing. */
  readonly rest: number;
}

/** Who is to be made active: the members of each segment that are not, in proportion. */
export function byInactive(
  missing: number,
  segments: readonly { readonly segment: Segment; readonly registered: number; readonly active: number }[],
): Spread<Segment> {
  return spread(missingActiveBySegment(missing, segments));
}

/** Who is to be enrolled: what the targets of the running tasks ask for in each segment. */
export function byTarget(missing: number, tasks: readonly Task[], campaign: number): Spread<Segment> {
  const parts = tasks.flatMap((task) => {
    const counts = task.campaign === campaign && countsPersons(task.unit) && isRunning(task);
    return counts && task.segment !== null ? [{ agency: task.segment, people: task.target }] : [];
  });
  return spread(allocation(missing, parts));
}

/** The shares of the agencies on one line. */
export function byAgency(
  missing: number,
  shares: readonly { readonly agency: number; readonly people: number }[],
): Spread<number> {
  return spread(allocation(missing, shares));
}

/**
 * The missing people of the region over its districts, by what each of them misses itself. What districts have above the
 * line makes up for others in the sum of the region, so that their own shortfalls are more than the whole.
 */
export function byDistrict(
  missing: number,
  rows: readonly AreaRow[],
  percent: number,
  measure: Measure,
): Spread<string> {
  const parts = rows.map(({ area, population, registered, active }) => {
    const people = measure === 'registered' ? registered : active;
    return { part: area, people: people ?? 0, population: people === null ? null : population };
  });
  return spread(missingByPart(percent, missing, parts));
}

function spread<Part extends string | number>(told: ReturnType<typeof allocation<Part>>): Spread<Part> {
  if (isRefusal(told)) return { whole: 0, parts: [], rest: 0 };
  const parts = told.parts.map(({ agency, people }) => ({ part: agency, people }));
  return { whole: told.whole, parts: parts.filter(({ people }) => people > 0), rest: told.unallocated };
}

function isRunning({ status, visibility }: Task): boolean {
  return visibility === 'campaign' && !['DRAFT', 'TRANSFERRED', 'CANCELLED'].includes(status);
}

/** Every share that agencies carry on one line of a campaign. */
export function sharesOn(
  shares: Readonly<Record<string, number>>,
  keyOf: (agency: number) => string,
  agencies: readonly number[],
): readonly { readonly agency: number; readonly people: number }[] {
  return agencies.flatMap((agency) => {
    const people = shares[keyOf(agency)] ?? 0;
    return people > 0 ? [{ agency, people }] : [];
  });
}
