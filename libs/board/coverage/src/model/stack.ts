import type { AreaMonthsView, CoverageView } from '@papan/contracts';
import { SEGMENTS } from '@papan/domain';
import type { IsoDate, Measure, Segment } from '@papan/domain';
import type { Narrowed } from './figures';

/** A layer of the stack: a segment, or who is in none. */
export type Layer = Segment | 'MISSING';
export const LAYERS: readonly Layer[] = [...SEGMENTS, 'MISSING'];

/** One month: its layers from the ground up. `known`: its segments are told; else only the total is, as one layer. */
export interface Pile {
  readonly asOf: IsoDate;
  readonly population: number | null;
  readonly total: number | null;
  readonly known: boolean;
  readonly layers: readonly { readonly layer: Layer; readonly people: number; readonly from: number }[];
}

/**
 * The members of each month by segment, and on top the residents who are not among them. Where there are more members than
 * residents nobody is missing: the pile is simply higher than the population.
 */
export function pilesOf(
  view: CoverageView,
  district: AreaMonthsView | null,
  narrowed: Narrowed,
  measure: Measure,
): readonly Pile[] {
  const at = measure === 'registered' ? 0 : 1;
  return view.cuts.map(({ asOf, ...cut }): Pile => {
    if (narrowed.district !== null) {
      const area = district?.months.find((month) => month.asOf === asOf);
      if (!area || area[measure] === null) return pile(asOf, area?.population ?? null, null, null);
      const people = new Map(SEGMENTS.map((segment) => [segment, area.segments[segment]?.[at] ?? 0]));
      return pile(asOf, area.population, area[measure], people);
    }
    const told = view.segments.filter((one) => one.asOf === asOf);
    const people = told.length === 0 ? null : new Map(told.map((one) => [one.segment, one[measure]]));
    return pile(asOf, cut.population, cut[measure], people);
  });
}

function pile(
  asOf: IsoDate,
  population: number | null,
  total: number | null,
  bySegment: ReadonlyMap<Segment, number> | null,
): Pile {
  const layers: { layer: Layer; people: number; from: number }[] = [];
  let from = 0;
  const put = (layer: Layer, people: number): void => {
    layers.push({ layer, people, from });
    from += people;
  };
  if (bySegment !== null) for (const segment of SEGMENTS) put(segment, bySegment.get(segment) ?? 0);
  // What is not told by segment, or hidden from this reader, still counts.
  from = Math.max(from, total ?? 0);
  if (population !== null && total !== null) put('MISSING', Math.max(0, population - total));
  return { asOf, population, total, known: bySegment !== null, layers };
}
