import { word } from '@papan/contracts/words';
import { type Actor, type IsoDate, type Refusal, SEGMENTS, type Segment, refuse, wibDate } from '@papan/domain';
import type { Sheet } from '@papan/server-papers';
import type { Database, Tx } from '@papan/server-platform';

/** A file with which a person can try to load a month, in a region that is an example itself. */
export interface ExampleMonth {
  readonly asOf: IsoDate;
  readonly region: string;
  readonly rows: readonly ExampleRow[];
}

interface ExampleRow {
  readonly code: string;
  readonly district: string;
  readonly village: string;
  readonly segment: Segment;
  readonly registered: number;
  readonly active: number;
}

/**
 * The month after the newest that is told by areas, grown by what was verified in it and a little more, the same every
 * time; that month itself where the next has not begun. NOT_FOUND in a region that is no example, or without such a month.
 */
export function exampleMonth(database: Database, actor: Actor): Promise<ExampleMonth | Refusal> {
  return database.as(actor, (tx) => monthIn(tx, actor.region), { isolation: 'REPEATABLE READ', readOnly: true });
}

interface StandingMonth {
  readonly number: number;
  readonly day: IsoDate;
  readonly next: IsoDate;
  readonly registered: number;
  readonly active: number;
  readonly name: string;
  readonly now: string;
}

async function monthIn(tx: Pick<Tx, 'query'>, region: string): Promise<ExampleMonth | Refusal> {
  const [cut] = await tx.query<StandingMonth>(
    `SELECT c.number::float8, c.as_of::text AS day, c.registered::float8, c.active::float8, (date_trunc('month', c.as_of) + interval '1 month')::date::text AS next,
            r.name, instant_text(app_now()) AS now
       FROM cut c JOIN region r ON r.code = c.region
      WHERE c.region = $1 AND r.example AND c.level <> 'TOTAL' ORDER BY c.as_of DESC, c.number DESC LIMIT 1`,
    [region],
  );
  if (!cut) return refuse('NOT_FOUND');
  const [verified] = await tx.query<{ registered: number; active: number }>(
    `SELECT coalesce(sum(registered), 0)::float8 AS registered, coalesce(sum(active), 0)::float8 AS active
       FROM verified_day WHERE region = $1 AND as_of > $2 AND as_of <= $3`,
    [region, cut.day, cut.next],
  );
  const share = (measure: 'registered' | 'active'): number =>
    Math.max(0, verified?.[measure] ?? 0) / Math.max(1, cut[measure]);
  const rows = await tx.query<ExampleRow>(
    `SELECT c.area AS code, d.name AS district, CASE a.kind WHEN 'VILLAGE' THEN a.name ELSE '' END AS village, c.segment,
            c.more::float8 AS registered, least(c.more, c.active + c.grown + round(c.active * $5::float8))::float8 AS active
       FROM (SELECT *, registered + grown + round(registered * $4::float8) AS more
               FROM (SELECT *, CASE WHEN active < 20 THEN 0 ELSE abs(hashtext(area || segment)) % 11 - 2 END AS grown
                       FROM cut_cell WHERE region = $1 AND cut = $2) cells) c
       JOIN area a ON a.region = c.region AND a.code = c.area
       JOIN area d ON d.region = c.region AND d.code = left(c.area, 8)
      ORDER BY c.area, array_position($3::text[], c.segment)`,
    [region, cut.number, SEGMENTS, share('registered'), share('active')],
  );
  return { asOf: cut.next <= wibDate(cut.now) ? cut.next : cut.day, region: cut.name, rows };
}

const HEADING = ['Kode', 'Kecamatan', 'Desa/Kelurahan', 'Segmen', 'Terdaftar', 'Aktif'] as const;

/** As such files come: semicolons, points between thousands, the sum in the last line. */
export function exampleCsv({ rows }: ExampleMonth): string {
  const lines = rows.map((row) => [...placeOf(row), dotted(row.registered), dotted(row.active)]);
  const sum = ['', 'JUMLAH', '', '', dotted(sumOf(rows, 'registered')), dotted(sumOf(rows, 'active'))];
  return `\uFEFF${[HEADING, ...lines, sum].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

/** The same as a workbook, with its title above the heading. */
export function exampleSheet({ asOf, region, rows }: ExampleMonth): Sheet {
  return {
    ...{ name: 'Peserta', title: `Peserta JKN ${region}`, asOf, source: 'BPJS Kesehatan (contoh)', demo: true },
    columns: HEADING.map((header, at) => ({ header, kind: at === 0 ? 'IDENTITY' : at < 4 ? 'TEXT' : 'NUMBER' })),
    rows: [
      ...rows.map((row) => [...placeOf(row), row.registered, row.active]),
      [null, 'JUMLAH', null, null, sumOf(rows, 'registered'), sumOf(rows, 'active')],
    ],
  };
}

function placeOf({ code, district, village, segment }: ExampleRow): readonly string[] {
  return [code, district, village, word('id', 'segment', segment)];
}

function sumOf(rows: readonly ExampleRow[], measure: 'registered' | 'active'): number {
  return rows.reduce((sum, row) => sum + row[measure], 0);
}

function dotted(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.');
}
