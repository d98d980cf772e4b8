import type { AreaFigure, AreaMonthsView, CoverageView, CutView, MonthView } from '@papan/contracts';
import { monthlyNets } from '@papan/domain';
import type { Cut, IsoDate, Measure, Segment } from '@papan/domain';

/** What the page is narrowed to. */
export interface Narrowed {
  readonly segment: Segment | null;
  readonly district: string | null;
}

/** Numerator and denominator of one day; null: no figure is known, which is not 0. */
export interface Figure {
  readonly asOf: IsoDate;
  readonly people: number | null;
  readonly population: number | null;
  readonly populationVersion: string;
}

/** The cut of the chosen day, else the newest. */
export function cutOf(view: CoverageView, asOf: IsoDate | null): CutView | null {
  return view.cuts.find((cut) => cut.asOf === asOf) ?? view.cuts.at(-1) ?? null;
}

/** What a cut is compared with: the chosen earlier one, else the one before it. */
export function comparedWith(view: CoverageView, cut: CutView, asOf: IsoDate | null): CutView | null {
  const earlier = view.cuts.filter((one) => one.asOf < cut.asOf);
  return earlier.find((one) => one.asOf === asOf) ?? earlier.at(-1) ?? null;
}

/** People of an area, of one segment where one is chosen. A segment that is not named has nobody, if figures are known. */
export function peopleOf(area: AreaFigure, measure: Measure, segment: Segment | null): number | null {
  if (segment === null) return area[measure];
  if (area[measure] === null) return null;
  return area.segments[segment]?.[measure === 'registered' ? 0 : 1] ?? 0;
}

/** People of one segment of the region; null where the cut does not tell segments, or it is hidden. */
export function segmentPeople(view: CoverageView, asOf: IsoDate, segment: Segment, measure: Measure): number | null {
  const told = view.segments.filter((one) => one.asOf === asOf);
  const found = told.find((one) => one.segment === segment);
  if (found) return found[measure];
  // Nobody is in it if the others are everybody; else its figure is hidden from this reader.
  const others = told.reduce((sum, one) => sum + one[measure], 0);
  return told.length > 0 && others === view.cuts.find((cut) => cut.asOf === asOf)?.[measure] ? 0 : null;
}

/** The figure of each day for what the page is narrowed to, oldest first. */
export function figuresOf(
  view: CoverageView,
  district: AreaMonthsView | null,
  narrowed: Narrowed,
  measure: Measure,
): readonly Figure[] {
  return view.cuts.map(({ asOf, populationVersion, ...cut }): Figure => {
    const { segment } = narrowed;
    if (narrowed.district === null) {
      const people = segment === null ? cut[measure] : segmentPeople(view, asOf, segment, measure);
      return { asOf, populationVersion, people, population: cut.population };
    }
    const area = district?.months.find((month) => month.asOf === asOf);
    const people = area ? peopleOf(area, measure, segment) : null;
    return { asOf, populationVersion, people, population: area?.population ?? null };
  });
}

/** The figure of the month itself, from the areas that are here already. */
export function figureOf(
  view: CoverageView,
  month: MonthView | null,
  cut: CutView,
  narrowed: Narrowed,
  measure: Measure,
): Figure {
  const { asOf, populationVersion } = cut;
  if (narrowed.district === null) {
    const people = narrowed.segment === null ? cut[measure] : segmentPeople(view, asOf, narrowed.segment, measure);
    return { asOf, populationVersion, people, population: cut.population };
  }
  const area = month?.areas.find((one) => one.area === narrowed.district);
  const people = area ? peopleOf(area, measure, narrowed.segment) : null;
  return { asOf, populationVersion, people, population: area?.population ?? null };
}

/** Net movements from month to month up to a day, oldest first; a day without a figure ends them like a month that is missing. */
export function netsThrough(figures: readonly Figure[], through: IsoDate): readonly number[] {
  const known = figures.filter(({ asOf }) => asOf <= through);
  const gap = known.findLastIndex(({ people }) => people === null);
  const cuts = known.slice(gap + 1).map(({ asOf, people, populationVersion }): Cut => {
    const count = people ?? 0;
    return { asOf, populationVersion, population: 0, registered: count, active: count, source: '', example: false };
  });
  return monthlyNets('registered', cuts);
}
