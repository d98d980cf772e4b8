import { MEASURES, SEGMENTS, isIsoDate } from '@papan/domain';
import type { IsoDate, Measure, Segment } from '@papan/domain';

/** The leaves of the page; all of them are printed. */
export const LEAVES = ['outlook', 'areas', 'change', 'whatIf'] as const;
export type Leaf = (typeof LEAVES)[number];

/** What the rows of the areas are sorted by. */
export const AREA_SORTS = ['name', 'population', 'registered', 'active', 'missing', 'change'] as const;
export type AreaSort = (typeof AREA_SORTS)[number];

/** What the reader has chosen; all of it stands in the address, so that a link brings it back. */
export interface Chosen {
  /** The day of the cut; null: the newest one. */
  readonly month: IsoDate | null;
  /** What it is compared with; null: the cut before it. */
  readonly compared: IsoDate | null;
  readonly measure: Measure;
  readonly segment: Segment | null;
  /** Kemendagri code of a district. */
  readonly district: string | null;
  readonly leaf: Leaf;
  readonly sort: AreaSort;
  readonly down: boolean;
}

export const NOTHING_CHOSEN: Chosen = {
  month: null,
  compared: null,
  measure: 'registered',
  segment: null,
  district: null,
  leaf: 'outlook',
  sort: 'missing',
  down: true,
};

const LEAF_IN_ADDRESS: Readonly<Record<Leaf, string>> = {
  outlook: 'perkiraan',
  areas: 'wilayah',
  change: 'perubahan',
  whatIf: 'andai',
};
const MEASURE_IN_ADDRESS: Readonly<Record<Measure, string>> = { registered: 'terdaftar', active: 'aktif' };
const SORT_IN_ADDRESS: Readonly<Record<AreaSort, string>> = {
  name: 'nama',
  population: 'penduduk',
  registered: 'terdaftar',
  active: 'aktif',
  missing: 'kurang',
  change: 'perubahan',
};

type Query = Readonly<Record<string, string | null | undefined>>;

/** What an address asks for; what it does not know, it leaves out. */
export function readChosen(query: Query): Chosen {
  const district = query['kecamatan'] ?? '';
  return {
    month: dateOf(query['bulan']),
    compared: dateOf(query['banding']),
    measure: MEASURES.find((one) => MEASURE_IN_ADDRESS[one] === query['ukuran']) ?? NOTHING_CHOSEN.measure,
    segment: SEGMENTS.find((one) => one.toLowerCase() === query['segmen']) ?? null,
    district: /^\d{2}\.\d{2}\.\d{2}$/.test(district) ? district : null,
    leaf: LEAVES.find((one) => LEAF_IN_ADDRESS[one] === query['lihat']) ?? NOTHING_CHOSEN.leaf,
    sort: AREA_SORTS.find((one) => SORT_IN_ADDRESS[one] === query['urut']) ?? NOTHING_CHOSEN.sort,
    down: query['arah'] !== 'naik',
  };
}

/** The address of what is chosen; null takes a name out of it. */
export function writeChosen(chosen: Chosen): Readonly<Record<string, string | null>> {
  const unless = <T>(value: T, usual: T, text: string): string | null => (value === usual ? null : text);
  return {
    bulan: chosen.month,
    banding: chosen.compared,
    ukuran: unless(chosen.measure, NOTHING_CHOSEN.measure, MEASURE_IN_ADDRESS[chosen.measure]),
    segmen: chosen.segment?.toLowerCase() ?? null,
    kecamatan: chosen.district,
    lihat: unless(chosen.leaf, NOTHING_CHOSEN.leaf, LEAF_IN_ADDRESS[chosen.leaf]),
    urut: unless(chosen.sort, NOTHING_CHOSEN.sort, SORT_IN_ADDRESS[chosen.sort]),
    arah: unless(chosen.down, NOTHING_CHOSEN.down, 'naik'),
  };
}

function dateOf(text: string | null | undefined): IsoDate | null {
  return isIsoDate(text) ? text : null;
}
