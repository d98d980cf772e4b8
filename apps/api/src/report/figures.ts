import { word } from '@papan/contracts/words';
import {
  type Bridge,
  type Cut,
  type Measure,
  type Movements,
  SEGMENTS,
  bridge,
  formatFullDate,
  formatInteger,
  isRefusal,
  percentOf,
  pointsBridge,
} from '@papan/domain';
import type { ReportCell, ReportPart } from '@papan/server-papers';
import type { ReportFacts } from './gather';
import { ofCut, part, totalRow } from './part';

const NO_MONTH_BEFORE = 'Belum ada data bulan sebelumnya untuk dibandingkan.';
const NO_SEGMENTS = 'Data bulan ini tidak dirinci per segmen.';

/** Registered, active and inactive by segment, and why people stopped being active, as far as the movements tell. */
export function segmentsPart(facts: ReportFacts): ReportPart {
  const { cut, segments } = facts;
  const sums = segments.filter(({ asOf }) => asOf === cut.asOf);
  const heading = 'Capaian per segmen';
  if (sums.length === 0) return part(heading, { sentences: [NO_SEGMENTS] });
  const rows = sums.map(({ segment, registered, active }) => [
    ...[word('id', 'segment', segment), registered, active, registered - active],
    percentOf(active, registered),
  ]);
  return part(heading, {
    sentences: [inactiveWords(movementsOf(facts))],
    table: ofCut(facts, {
      tab: 'Segmen',
      columns: [
        { header: 'Segmen', kind: 'TEXT', width: 7 },
        { header: 'Terdaftar', kind: 'NUMBER', width: 4 },
        { header: 'Aktif', kind: 'NUMBER', width: 4 },
        { header: 'Tidak aktif', kind: 'NUMBER', width: 4 },
        { header: '% aktif dari peserta', kind: 'PERCENT', width: 4 },
      ],
      total: true,
      rows: [...rows, totalRow(rows, 5, { 1: 'SUM', 2: 'SUM', 3: 'SUM', 4: percentOf(cut.active, cut.registered) })],
    }),
  });
}

function inactiveWords(movements: Movements | null): string {
  if (movements === null) return 'Sebab peserta menjadi tidak aktif bulan ini: belum ada data mutasi.';
  const of = (movement: keyof Movements): string => formatInteger(movements[movement] ?? 0);
  return (
    `Menurut data mutasi bulan ini ${of('DEACTIVATED')} orang dinonaktifkan dengan surat keputusan dan ` +
    `${of('IN_ARREARS')} orang menunggak; ${of('REACTIVATED')} orang aktif kembali.`
  );
}

/** Places for PBI JK beside those who are active in it. */
export function quotaPart(facts: ReportFacts): ReportPart {
  const { cut, segments } = facts;
  const filled = segments.find(({ asOf, segment }) => asOf === cut.asOf && segment === 'PBI_JK')?.active ?? null;
  const left = cut.quota === null || filled === null ? null : cut.quota - filled;
  return part('Kuota PBI Jaminan Kesehatan', {
    table: ofCut(facts, {
      tab: 'Kuota PBI',
      columns: [
        { header: 'Kuota', kind: 'NUMBER', width: 4 },
        { header: 'Terisi (aktif)', kind: 'NUMBER', width: 4 },
        { header: 'Sisa', kind: 'NUMBER', width: 4 },
        { header: 'Melebihi kuota', kind: 'NUMBER', width: 4 },
      ],
      rows: [[cut.quota, filled, left === null ? null : Math.max(0, left), left === null ? null : Math.max(0, -left)]],
    }),
  });
}

/** From the month before to this one, adding up to the person. Source: docs/domain.md#bridge. */
export function bridgePart(facts: ReportFacts): ReportPart {
  const { cut } = facts;
  const before = monthBefore(facts);
  const heading = 'Perubahan sejak bulan sebelumnya';
  const movements = movementsOf(facts);
  if (!before) return part(heading, { sentences: [NO_MONTH_BEFORE] });
  const [registered, active] = [
    bridged('registered', before, cut, movements),
    bridged('active', before, cut, movements),
  ];
  const people = (found: Bridge | null, movement: string): number =>
    found?.steps.find((step) => step.movement === movement)?.people ?? 0;
  const told = [...new Set([...(registered?.steps ?? []), ...(active?.steps ?? [])].map(({ movement }) => movement))];
  const rows: ReportCell[][] = [
    [formatFullDate(before.asOf), before.registered, before.active],
    ...told.map((movement) => [
      word('id', 'movement', movement),
      people(registered, movement),
      people(active, movement),
    ]),
    ['Tidak dijelaskan oleh mutasi', registered?.unexplained ?? null, active?.unexplained ?? null],
    [formatFullDate(cut.asOf), cut.registered, cut.active],
  ];
  return part(heading, {
    sentences: pointsWords(before, cut),
    table: ofCut(facts, {
      tab: 'Perubahan',
      columns: [
        { header: 'Dari dan karena', kind: 'TEXT', width: 6 },
        { header: 'Terdaftar', kind: 'NUMBER', width: 4 },
        { header: 'Aktif', kind: 'NUMBER', width: 4 },
      ],
      total: true,
      rows,
    }),
  });
}

function bridged(measure: Measure, before: Cut, after: Cut, movements: Movements | null): Bridge | null {
  const found = bridge(measure, before, after, movements ?? {});
  return isRefusal(found) ? null : found;
}

function pointsWords(before: Cut, after: Cut): readonly string[] {
  const points = pointsBridge('registered', before, after);
  if (points === null) return [];
  const of = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatPoints(Math.abs(value))} poin`;
  return [
    `Cakupan terdaftar berubah ${of(points.total)}: ${of(points.population)} karena jumlah penduduk dan ` +
      `${of(points.people)} karena peserta.`,
  ];
}

function formatPoints(value: number): string {
  return value.toFixed(2).replace('.', ',');
}

/** The months of a year: who came, who went, and what remained of it. */
export function movementsPart(facts: ReportFacts): ReportPart {
  const months = facts.movements.filter(({ asOf }) => asOf <= facts.cut.asOf).slice(-12);
  const heading = 'Mutasi peserta 12 bulan terakhir';
  if (months.length === 0) return part(heading, { sentences: ['Data mutasi: belum ada data.'] });
  const cutOf = new Map(facts.cuts.map((cut, at) => [cut.asOf, { cut, before: facts.cuts[at - 1] }]));
  const rows = months.map(({ asOf, movements: told }): ReportCell[] => {
    const found = cutOf.get(asOf);
    const net = (measure: Measure): number | null =>
      found?.before ? found.cut[measure] - found.before[measure] : null;
    return [
      ...[asOf, (told.ENROLLED ?? 0) + (told.BORN ?? 0), told.MOVED_IN ?? 0, told.REACTIVATED ?? 0, told.DIED ?? 0],
      ...[told.MOVED_OUT ?? 0, told.DEACTIVATED ?? 0, told.IN_ARREARS ?? 0, net('registered'), net('active')],
    ];
  });
  return part(heading, {
    table: ofCut(facts, {
      tab: 'Mutasi',
      columns: [
        { header: 'Sampai', kind: 'DATE', width: 4.4 },
        { header: 'Daftar, lahir', kind: 'NUMBER', width: 3.2 },
        { header: 'Pindah masuk', kind: 'NUMBER', width: 3.4 },
        { header: 'Aktif lagi', kind: 'NUMBER', width: 3 },
        { header: 'Meninggal', kind: 'NUMBER', width: 4.4 },
        { header: 'Pindah keluar', kind: 'NUMBER', width: 3.4 },
        { header: 'Nonaktif (SK)', kind: 'NUMBER', width: 4 },
        { header: 'Menunggak', kind: 'NUMBER', width: 4.7 },
        { header: 'Bersih terdaftar', kind: 'CHANGE', width: 4.2 },
        { header: 'Bersih aktif', kind: 'CHANGE', width: 3.4 },
      ],
      total: true,
      rows: [...rows, totalRow(rows, 10, Object.fromEntries(rows[0]?.slice(1).map((_, at) => [at + 1, 'SUM']) ?? []))],
    }),
  });
}

export function monthBefore({ cuts, cut }: ReportFacts): Cut | undefined {
  return cuts.filter(({ asOf }) => asOf < cut.asOf).at(-1);
}

function movementsOf({ movements, cut }: ReportFacts): Movements | null {
  return movements.find(({ asOf }) => asOf === cut.asOf)?.movements ?? null;
}

/** By segment, how the registered moved since the month before; empty where a month does not tell segments. */
export function segmentMoves(facts: ReportFacts): ReadonlyMap<(typeof SEGMENTS)[number], number> {
  const before = monthBefore(facts);
  const of = (day: string | undefined) =>
    new Map(facts.segments.filter(({ asOf }) => asOf === day).map((one) => [one.segment, one.registered]));
  const [then, now] = [of(before?.asOf), of(facts.cut.asOf)];
  if (then.size === 0 || now.size === 0) return new Map();
  return new Map(SEGMENTS.map((segment) => [segment, (now.get(segment) ?? 0) - (then.get(segment) ?? 0)]));
}
