import type { CoverageView, WorkView } from '@papan/contracts';
import { MOST_MONTHS, monthlyRun, paceIf } from '@papan/domain';
import type { IsoDate, Measure, Pace, PartMovement } from '@papan/domain';

/** Comings and goings outside the work of the agencies: births, deaths, moves, decrees. */
export const OUTSIDE = 0;

/** What each agency had verified in each month, and what happened outside their work; together the movement of the cuts. */
export interface AgencyPace {
  readonly agency: number;
  readonly nets: readonly number[];
  /** Per month, over the months that are used. */
  readonly mean: number;
  /** In the last month. */
  readonly last: number;
}

/** The months that the pace is taken from, each from one cut to the next, oldest first; a month that is missing ends them. */
export function monthsThrough(view: CoverageView, through: IsoDate): readonly (readonly [IsoDate, IsoDate])[] {
  const days = monthlyRun(view.cuts.filter(({ asOf }) => asOf <= through)).map(({ asOf }) => asOf);
  return days
    .slice(1)
    .map((day, at) => [days[at] ?? day, day] as const)
    .slice(-MOST_MONTHS);
}

/** The movement of each agency, by how much it moves; at the end what happened outside their work. */
export function agencyPaces(view: CoverageView, measure: Measure, through: IsoDate): readonly AgencyPace[] {
  const months = monthsThrough(view, through);
  if (months.length === 0) return [];
  const people = new Map(view.cuts.map((cut) => [cut.asOf, cut[measure]]));
  const agencies = [...new Set(view.work.map(({ agency }) => agency))];
  const own = agencies.map((agency) => ({
    agency,
    nets: months.map((month) => workOf(view.work, agency, month, measure)),
  }));
  const outside = months.map(([from, until], at) => {
    const net = (people.get(until) ?? 0) - (people.get(from) ?? 0);
    return net - own.reduce((sum, { nets }) => sum + (nets[at] ?? 0), 0);
  });
  const paces = own.filter(({ nets }) => nets.some((net) => net !== 0)).map(withMean);
  return [...paces.sort((a, b) => b.mean - a.mean), withMean({ agency: OUTSIDE, nets: outside })];
}

function withMean({ agency, nets }: { agency: number; nets: readonly number[] }): AgencyPace {
  const mean = nets.reduce((sum, net) => sum + net, 0) / nets.length;
  return { agency, nets, mean, last: nets.at(-1) ?? 0 };
}

function workOf(
  work: readonly WorkView[],
  agency: number,
  [from, until]: readonly [IsoDate, IsoDate],
  measure: Measure,
): number {
  return work
    .filter((one) => one.agency === agency && one.until !== null && one.until > from && one.until <= until)
    .reduce((sum, one) => sum + one[measure], 0);
}

/** The pace of all together where some keep what was assumed; null while there are too few months. */
export function assumedPace(paces: readonly AgencyPace[], assumed: ReadonlyMap<number, number>): Pace | null {
  const parts = paces.map(({ agency, nets }): PartMovement => ({ part: agency, nets }));
  return paceIf(parts, assumed);
}

/** How far the slider of an agency goes, in round people: room for twice its best month. */
export function reach({ nets }: AgencyPace): number {
  const best = Math.max(50, ...nets.map(Math.abs)) * 2;
  const unit = 10 ** Math.floor(Math.log10(best));
  return Math.ceil(best / unit) * unit;
}
