import type { AreaFigure, AreaMonthsView, CoverageView, CutView, MonthView } from '@papan/contracts';

/** Six months of a region of 1.000 residents, two districts and three villages. */
const MONTHS = ['2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01'];
const REGISTERED = [900, 908, 915, 926, 934, 945];
const ACTIVE = [790, 788, 791, 789, 786, 785];

export function aCut(over: Partial<CutView> = {}): CutView {
  return {
    ...{ asOf: '2026-10-01', population: 1_000, populationVersion: '2025-II', registered: 945, active: 785 },
    ...{ source: 'BPJS Kesehatan (contoh)', example: true, number: 1, quota: null, file: null, person: null },
    ...{ recordedAt: '2026-10-05T02:00:00.000Z', older: 0, level: 'VILLAGE' },
    ...over,
  };
}

export const A_VIEW: CoverageView = {
  region: { code: '35.05', name: 'Kabupaten Blitar', example: true },
  today: '2026-11-02',
  cuts: MONTHS.map((asOf, at) =>
    aCut({
      ...{ asOf, number: at + 1, registered: REGISTERED[at] ?? 0, active: ACTIVE[at] ?? 0 },
      ...(at < 3 ? { population: 990, populationVersion: '2025-I' } : {}),
    }),
  ),
  segments: MONTHS.flatMap((asOf, at) => [
    { asOf, segment: 'PBI_JK' as const, registered: 600, active: 500 },
    { asOf, segment: 'PPU_PN' as const, registered: (REGISTERED[at] ?? 0) - 600, active: (ACTIVE[at] ?? 0) - 500 },
  ]),
  populations: [],
  movements: [{ asOf: '2026-10-01', movements: { ENROLLED: 14, BORN: 2, DIED: 4, IN_ARREARS: 9 } }],
  work: [
    { until: '2026-09-01', agency: 7, segment: 'PPU_PN', reported: 6, registered: 4, active: 4 },
    { until: '2026-10-01', agency: 7, segment: 'PPU_PN', reported: 20, registered: 8, active: 8 },
    { until: '2026-10-01', agency: 9, segment: null, reported: 3, registered: 0, active: 0 },
    { until: null, agency: 7, segment: 'PPU_PN', reported: 5, registered: 0, active: 0 },
  ],
  map: null,
};

type Counts = readonly [population: number | null, registered: number | null, active: number | null];

export function anArea(area: string, name: string, [population, registered, active]: Counts): AreaFigure {
  return {
    ...{ area, name, kind: area.length > 8 ? 'VILLAGE' : 'DISTRICT', population, registered, active },
    segments: registered === null || active === null ? {} : { PBI_JK: [registered, active] },
  };
}

export function aMonth(asOf: string, less = 0): MonthView {
  const cut = A_VIEW.cuts.find((one) => one.asOf === asOf) ?? aCut();
  return {
    cut,
    versions: [],
    areas: [
      anArea('35.05.10', 'Kanigoro', [600, 560 - less, 470]),
      anArea('35.05.10.1008', 'Kanigoro', [400, 390 - less, 330]),
      anArea('35.05.10.2001', 'Minggirsari', [200, 170, 140]),
      anArea('35.05.17', 'Wlingi', [400, 385, 315]),
      anArea('35.05.17.2003', 'Ngadirenggo', [400, 385, 315]),
      anArea('35.05.18', 'Doko', [null, null, null]),
    ],
  };
}

export const A_DISTRICT: AreaMonthsView = {
  area: '35.05.10',
  name: 'Kanigoro',
  months: MONTHS.slice(2).map((asOf, at) => ({
    ...anArea('35.05.10', 'Kanigoro', [600, 540 + at * 5, 460]),
    asOf,
  })),
};
