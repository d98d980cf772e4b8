import { type IsoDate, type Movements, SEGMENTS, type Segment } from '@papan/domain';
import type { Chance } from '../chance';
import type { BySegment } from './coverage-facts';
import { spread } from './spread';

/** What changed in the month that ends with `asOf`. */
export interface Step {
  readonly asOf: IsoDate;
  readonly registered: number;
  readonly active: number;
  /** People whom a decree took off the list of those whom the state pays for. */
  readonly decree?: number;
  /** Registered whom no movement tells of. */
  readonly unexplained?: number;
}

export interface MonthSums {
  readonly asOf: IsoDate;
  readonly sums: BySegment;
}

/** How the segments share the newly registered, and those who lost their entitlement. */
export type Shares = Readonly<Record<Segment, readonly [registered: number, inactive: number]>>;

/**
 * The months that lead to the standing one, oldest first, the month before the first step included: each is the next one
 * less what changed in between, so that every sum holds to the person.
 */
export function walkBack(standing: BySegment, first: IsoDate, steps: readonly Step[], shares: Shares, chance: Chance) {
  const months: MonthSums[] = [];
  let sums = standing;
  for (const step of [...steps].reverse()) {
    months.unshift({ asOf: step.asOf, sums });
    sums = before(sums, step, shares, chance);
  }
  return [{ asOf: first, sums }, ...months];
}

function before(sums: BySegment, step: Step, shares: Shares, chance: Chance): BySegment {
  const decree = step.decree ?? 0;
  const came = parted(step.registered, (segment) => shares[segment][0], chance);
  const lapsed = parted(step.registered - step.active - decree, (segment) => shares[segment][1], chance);
  return bySegment((segment, at) => {
    const [registered, active] = sums[segment];
    const inactive = registered - active - (lapsed[at] ?? 0) - (segment === 'PBI_JK' ? decree : 0);
    const all = registered - (came[at] ?? 0);
    return [all, all - inactive];
  });
}

/** A change in the segments, each a little more or less than its share. */
function parted(change: number, share: (segment: Segment) => number, chance: Chance): readonly number[] {
  const weights = SEGMENTS.map((segment) => share(segment) * (0.85 + 0.3 * chance.fraction()));
  const parts = spread(Math.abs(change), weights);
  return change < 0 ? parts.map((part) => -part) : parts;
}

export function bySegment(of: (segment: Segment, at: number) => readonly [number, number]): BySegment {
  return Object.fromEntries(SEGMENTS.map((segment, at) => [segment, of(segment, at)])) as Record<
    Segment,
    readonly [number, number]
  >;
}

export function totals(sums: BySegment): { readonly registered: number; readonly active: number } {
  const add = (at: 0 | 1): number => SEGMENTS.reduce((all, segment) => all + sums[segment][at], 0);
  return { registered: add(0), active: add(1) };
}

/** Who came and who went in a month, adding up to its step but for the `unexplained`. `size`: residents of the region. */
export function movementsOf(step: Step, size: number, chance: Chance): Movements {
  const some = (perThousand: number): number =>
    Math.round((size / 1000) * perThousand * (0.8 + 0.4 * chance.fraction()));
  const [born, movedIn, died] = [some(0.62), some(0.2), some(0.52)];
  const told = step.registered - (step.unexplained ?? 0);
  const enrolled = Math.max(some(0.12), told - born - movedIn + died + some(0.26));
  const movedOut = enrolled + born + movedIn - died - told;
  const lapsed = step.registered - step.active;
  const [reactivated, other] = [some(0.4), some(0.18)];
  const deactivated = other + (step.decree ?? 0);
  const arrears = lapsed + reactivated - deactivated;
  // Who paid again is told as reactivated.
  const [back, owing] = arrears < 0 ? [reactivated - arrears, 0] : [reactivated, arrears];
  return {
    ENROLLED: enrolled,
    BORN: born,
    MOVED_IN: movedIn,
    REACTIVATED: back,
    DIED: died,
    MOVED_OUT: movedOut,
    DEACTIVATED: deactivated,
    IN_ARREARS: owing,
  };
}
