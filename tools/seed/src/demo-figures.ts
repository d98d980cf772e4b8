import type { Cut, IsoInstant } from '@papan/domain';

/** The moment at which the clock of a fresh demonstration stands: Monday 2 November 2026, 08.00 WIB. */
export const DEMO_STARTS_AT: IsoInstant = '2026-11-02T01:00:00.000Z';
/** 31 December 2026, 23.59.59 WIB. */
export const DEMO_DEADLINE: IsoInstant = '2026-12-31T16:59:59.000Z';
/** The last second of 2018 in WIB: by then the whole population was to be covered. */
export const DEADLINE_2018: IsoInstant = '2018-12-31T16:59:59.000Z';

export const LINES = [
  { measure: 'registered', percent: 98 },
  { measure: 'active', percent: 80 },
] as const;

/** Example figures of Kabupaten Blitar; shown as "Data contoh" wherever they appear. */
export const BLITAR_CUT: Cut = {
  asOf: '2026-10-01',
  population: 1_252_242,
  populationVersion: 'contoh',
  registered: 971_740,
  active: 801_435,
  source: 'BPJS Kesehatan KC Kediri (contoh)',
  example: true,
};

/** The press figure of 2025 with an activity carried on from January 2026; an example as well. */
export const KOTA_CUT: Cut = {
  asOf: '2026-10-01',
  population: 163_500,
  populationVersion: 'contoh',
  registered: 159_900,
  active: 146_800,
  source: 'BPJS Kesehatan KC Kediri (contoh)',
  example: true,
};
