import type { AreaFigure } from '@papan/contracts';
import { isRefusal, missingByPart, missingTo, percentOf } from '@papan/domain';
import type { ReportCell, ReportColumn, ReportPart, ReportTable } from '@papan/server-papers';
import type { ReportFacts } from './gather';
import { linesOf } from './lines';
import { ofCut, part, sum, totalRow } from './part';

const DISTRICT_CODE = 8;

/** People of each area who are missing to the line of the registered; together exactly those whom the region misses. */
type Missing = ReadonlyMap<string, number>;

/** The districts on one table, the villages of each on one of its own; in the workbook all villages on one sheet. */
export function areaParts(facts: ReportFacts): {
  readonly districts: ReportPart;
  readonly villages: readonly ReportPart[];
} {
  const heading = 'Capaian per kecamatan';
  if (facts.cut.level === 'TOTAL') {
    return { districts: part(heading, { sentences: ['Data bulan ini tidak dirinci per wilayah.'] }), villages: [] };
  }
  const districts = facts.areas.filter(({ kind }) => kind === 'DISTRICT');
  const villages = facts.areas.filter(({ kind }) => kind === 'VILLAGE');
  const missing = missingIn(facts, districts, villages);
  const table = areasTable(facts, districts, missing, { tab: 'Kecamatan', first: 'Kecamatan' });
  return { districts: part(heading, { table }), villages: villageParts(facts, districts, villages, missing) };
}

function villageParts(
  facts: ReportFacts,
  districts: readonly AreaFigure[],
  villages: readonly AreaFigure[],
  missing: Missing,
): readonly ReportPart[] {
  if (villages.length === 0) return [];
  const names = new Map(districts.map(({ area, name }) => [area, name]));
  const first = 'Desa/kelurahan';
  const all = areasTable(facts, villages, missing, { tab: 'Desa', first, district: names });
  return [
    part('Lampiran 1. Capaian per desa dan kelurahan', { newPage: true }),
    ...districts.map(({ area, name }) => {
      const mine = villages.filter((village) => village.area.startsWith(`${area}.`));
      return part(`Kecamatan ${name}`, { table: areasTable(facts, mine, missing, { first }) });
    }),
    part('Capaian per desa dan kelurahan', { table: all, notOnPaper: true }),
  ];
}

interface Look {
  readonly first: string;
  readonly tab?: string;
  /** Names of the districts by their codes, where a column tells them. */
  readonly district?: ReadonlyMap<string, string>;
}

function areasTable(facts: ReportFacts, areas: readonly AreaFigure[], missing: Missing, look: Look): ReportTable {
  const { first, tab, district } = look;
  const line = linesOf(facts).find(({ measure }) => measure === 'registered');
  const more = district ? [(code: string) => district.get(code.slice(0, DISTRICT_CODE)) ?? ''] : [];
  const rows = areas.map((one): ReportCell[] => [
    ...[one.area, one.name, ...more.map((of) => of(one.area)), one.population],
    ...[one.registered, share(one.registered, one.population), one.active, share(one.active, one.population)],
    missing.get(one.area) ?? null,
  ]);
  const at = 2 + more.length;
  const people = sum(areas.map(({ population }) => population));
  const shareOf = (measure: 'registered' | 'active') => share(sum(areas.map((one) => one[measure])), people);
  return ofCut(facts, {
    ...(tab ? { tab } : {}),
    columns: columnsOf(first, more.length > 0, line?.percent),
    total: true,
    rows: [
      ...rows,
      totalRow(rows, at + 6, {
        ...{ [at]: 'SUM', [at + 1]: 'SUM', [at + 3]: 'SUM', [at + 5]: 'SUM' },
        ...{ [at + 2]: shareOf('registered'), [at + 4]: shareOf('active') },
      }),
    ],
  });
}

function columnsOf(first: string, withDistrict: boolean, percent: number | undefined): readonly ReportColumn[] {
  return [
    { header: 'Kode', kind: 'TEXT', width: 4.6 },
    { header: first, kind: 'TEXT', width: 5.4 },
    ...(withDistrict ? [{ header: 'Kecamatan', kind: 'TEXT', width: 4.6 } as const] : []),
    { header: 'Penduduk', kind: 'NUMBER', width: 3.7 },
    { header: 'Terdaftar', kind: 'NUMBER', width: 3.6 },
    { header: 'Terdaftar (%)', kind: 'PERCENT', width: 3.6 },
    { header: 'Aktif', kind: 'NUMBER', width: 3.4 },
    { header: 'Aktif (%)', kind: 'PERCENT', width: 3.2 },
    { header: `Kurang ke ${percent ?? '–'}%`, kind: 'NUMBER', width: 3.6 },
  ];
}

function missingIn(facts: ReportFacts, districts: readonly AreaFigure[], villages: readonly AreaFigure[]): Missing {
  const line = linesOf(facts).find(({ measure }) => measure === 'registered');
  if (!line) return new Map();
  const { cut } = facts;
  const whole = missingTo(line.percent, cut.registered, cut.population).missing;
  const found = spread(line.percent, whole, districts);
  for (const { area } of districts) {
    const mine = villages.filter((village) => village.area.startsWith(`${area}.`));
    for (const [code, people] of spread(line.percent, found.get(area) ?? 0, mine)) found.set(code, people);
  }
  return found;
}

function spread(percent: number, whole: number, areas: readonly AreaFigure[]): Map<string, number> {
  const known = areas.flatMap(({ area, registered, population }) =>
    registered === null ? [] : [{ part: area, people: registered, population }],
  );
  const spread = missingByPart(percent, whole, known);
  if (isRefusal(spread)) return new Map();
  const unknown = new Set(known.filter(({ population }) => population === null).map((one) => one.part));
  return new Map(spread.parts.flatMap(({ agency, people }) => (unknown.has(agency) ? [] : [[agency, people]])));
}

function share(people: number | null, population: number | null): number | null {
  return people === null || population === null ? null : percentOf(people, population);
}
