import type { AreaFigure } from '@papan/contracts';
import { missingTo, percentOf } from '@papan/domain';
import type { Measure, Segment } from '@papan/domain';
import type { AreaSort } from '../state/address';
import { peopleOf } from './figures';

/** A district or village as the table and the map show it. Null: no figure is known. */
export interface AreaRow {
  readonly area: string;
  readonly name: string;
  readonly kind: AreaFigure['kind'];
  readonly population: number | null;
  readonly registered: number | null;
  readonly active: number | null;
  readonly registeredPercent: number | null;
  readonly activePercent: number | null;
  /** To the line of the chosen measure; null also where a segment is chosen: a segment has no line. */
  readonly missing: number | null;
  readonly surplus: number;
  /** Of the chosen measure, since the compared cut. */
  readonly change: number | null;
}

export interface AreaQuestion {
  readonly measure: Measure;
  readonly segment: Segment | null;
  /** The line in percent; null where there is none. */
  readonly line: number | null;
}

export function rowsOf(
  areas: readonly AreaFigure[],
  before: readonly AreaFigure[],
  { measure, segment, line }: AreaQuestion,
): readonly AreaRow[] {
  const earlier = new Map(before.map((one) => [one.area, one]));
  return areas.map((area) => {
    const { population } = area;
    const [registered, active] = [peopleOf(area, 'registered', segment), peopleOf(area, 'active', segment)];
    const people = measure === 'registered' ? registered : active;
    const old = earlier.get(area.area);
    const was = old ? peopleOf(old, measure, segment) : null;
    const measurable = line !== null && segment === null && people !== null && population !== null;
    const shortfall = measurable ? missingTo(line, people, population) : null;
    return {
      area: area.area,
      name: area.name,
      kind: area.kind,
      population,
      registered,
      active,
      registeredPercent: share(registered, population),
      activePercent: share(active, population),
      missing: shortfall?.missing ?? null,
      surplus: shortfall?.surplus ?? 0,
      change: people === null || was === null ? null : people - was,
    };
  });
}

function share(people: number | null, population: number | null): number | null {
  return people === null || population === null ? null : percentOf(people, population);
}

/** In the order that was asked for; what is not known comes last either way, and the code decides between equals. */
export function sortRows(rows: readonly AreaRow[], sort: AreaSort, down: boolean): readonly AreaRow[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (sort === 'name') return sign * a.name.localeCompare(b.name, 'id') || order(a, b);
    const [one, other] = [a[sort], b[sort]];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || order(a, b);
    return sign * (one - other) || order(a, b);
  });
}

function order(a: AreaRow, b: AreaRow): number {
  return a.area < b.area ? -1 : 1;
}

/** Sums over rows that know the figure; null where none does. */
export function sumOf(rows: readonly AreaRow[], of: (row: AreaRow) => number | null): number | null {
  const known = rows.map(of).filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** 1 for the area that misses the most people; equals share a place. Null where it is not known. */
export function placeOf(rows: readonly AreaRow[], area: AreaRow): number | null {
  const { missing } = area;
  if (missing === null) return null;
  return 1 + rows.filter((other) => other.missing !== null && other.missing > missing).length;
}
