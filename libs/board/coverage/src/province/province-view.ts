import type { RegionFigureView } from '@papan/contracts';
import { MEASURES, NATIONAL_THRESHOLDS, missingTo, rank, thresholdsOn } from '@papan/domain';
import type { Cut, IsoDate, Measure, RankedBy, Threshold } from '@papan/domain';

/** What the table can be sorted by; the place is by the measure and the way of ranking that were chosen. */
export const SORTS = ['place', 'name', 'share', 'missing', 'gain', 'date'] as const;
export type Sort = (typeof SORTS)[number];

/** What the reader has chosen; all of it stands in the address. */
export interface Chosen {
  readonly measure: Measure;
  readonly by: RankedBy;
  readonly sort: Sort;
  readonly down: boolean;
}

export const NOTHING_CHOSEN: Chosen = { measure: 'registered', by: 'FIGURE', sort: 'place', down: false };

const MEASURE_IN_ADDRESS: Readonly<Record<Measure, string>> = { registered: 'terdaftar', active: 'aktif' };
const SORT_IN_ADDRESS: Readonly<Record<Sort, string>> = {
  place: 'peringkat',
  name: 'nama',
  share: 'cakupan',
  missing: 'kurang',
  gain: 'kenaikan',
  date: 'tanggal',
};

/** What an address asks for; what it does not know, it leaves out. */
export function readChosen(query: Readonly<Record<string, string | null | undefined>>): Chosen {
  return {
    measure: MEASURES.find((one) => MEASURE_IN_ADDRESS[one] === query['ukuran']) ?? NOTHING_CHOSEN.measure,
    by: query['peringkat'] === 'kenaikan' ? 'GAIN' : 'FIGURE',
    sort: SORTS.find((one) => SORT_IN_ADDRESS[one] === query['urut']) ?? NOTHING_CHOSEN.sort,
    down: query['arah'] === 'turun',
  };
}

/** The address of what is chosen; null takes a name out of it. */
export function writeChosen({ measure, by, sort, down }: Chosen): Readonly<Record<string, string | null>> {
  return {
    ukuran: measure === NOTHING_CHOSEN.measure ? null : MEASURE_IN_ADDRESS[measure],
    peringkat: by === 'GAIN' ? 'kenaikan' : null,
    urut: sort === NOTHING_CHOSEN.sort ? null : SORT_IN_ADDRESS[sort],
    arah: down ? 'turun' : null,
  };
}

/** What a press on the head of a column chooses: the column, then the other way round. */
export function sortedBy(chosen: Chosen, sort: Sort): Chosen {
  return { ...chosen, sort, down: chosen.sort === sort ? !chosen.down : sort !== 'place' && sort !== 'name' };
}

/** By how much the people and the share grew since an earlier cut of the same population. */
export interface RegionGain {
  readonly people: number;
  readonly points: number;
  readonly since: IsoDate;
}

/** One region as a line of the table. */
export interface RegionRow {
  readonly region: string;
  readonly name: string;
  readonly place: number;
  readonly cut: Cut;
  readonly people: number;
  readonly gain: RegionGain | null;
  /** There is an earlier cut, but on another population: no gain is told. */
  readonly otherPopulation: boolean;
  /** The line in force on the day of the cut, and the people missing to it. */
  readonly line: Threshold | null;
  readonly missing: number | null;
}

export interface ProvinceTable {
  readonly rows: readonly RegionRow[];
  /** Without figures that compare. */
  readonly apart: readonly RegionFigureView[];
}

/** Ranked by the rules of the domain, then sorted as the reader wishes. */
export function tableOf(regions: readonly RegionFigureView[], chosen: Chosen): ProvinceTable {
  const { ranked, apart } = rank(chosen.measure, chosen.by, regions);
  const names = new Map(regions.map(({ region, name }) => [region, name]));
  const rows = ranked.map(({ region, place, cut, earlier }) => {
    const name = names.get(region) ?? region;
    return rowOf({ region, name, cut, earlier }, cut, place, chosen.measure);
  });
  return { rows: sorted(rows, chosen), apart: regions.filter(({ region }) => apart.includes(region)) };
}

function rowOf(view: RegionFigureView, cut: Cut, place: number, measure: Measure): RegionRow {
  const { region, name, earlier } = view;
  const people = cut[measure];
  const line = thresholdsOn(NATIONAL_THRESHOLDS, cut.asOf).find((one) => one.measure === measure) ?? null;
  const same = earlier?.population === cut.population && earlier.populationVersion === cut.populationVersion;
  return {
    ...{ region, name, place, cut, people, line },
    gain: same ? gainOf(people - earlier[measure], cut.population, earlier.asOf) : null,
    otherPopulation: earlier !== null && !same,
    missing: line ? missingTo(line.percent, people, cut.population).missing : null,
  };
}

function gainOf(people: number, population: number, since: IsoDate): RegionGain {
  return { people, points: Math.round((people / population) * 10_000) / 100, since };
}

function sorted(rows: readonly RegionRow[], { sort, down }: Chosen): readonly RegionRow[] {
  const turn = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [one, other] = [keyOf(a, sort), keyOf(b, sort)];
    // Who has no value stands last, whichever way it is sorted.
    if (one === null || other === null) return one === other ? a.place - b.place : one === null ? 1 : -1;
    return (one < other ? -1 : one > other ? 1 : 0) * turn || a.place - b.place;
  });
}

function keyOf(row: RegionRow, sort: Sort): number | string | null {
  switch (sort) {
    case 'place':
      return row.place;
    case 'name':
      return row.name;
    case 'share':
      return row.people / row.cut.population;
    case 'missing':
      return row.missing;
    case 'gain':
      return row.gain?.points ?? null;
    case 'date':
      return row.cut.asOf;
  }
}

/** Where a share or a line stands on the small bars: from the ten below the lowest to 100 % or the highest. */
export function barOf(rows: readonly RegionRow[]): (percent: number) => number {
  const shares = rows.map(({ people, cut }) => (people / cut.population) * 100);
  const lines = rows.flatMap(({ line }) => (line ? [line.percent] : []));
  const from = Math.floor(Math.min(99, ...shares, ...lines) / 10) * 10;
  const to = Math.max(100, ...shares);
  return (percent) => Math.min(100, Math.max(0, ((percent - from) / (to - from)) * 100));
}
