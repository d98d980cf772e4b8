import { SEGMENTS } from '@papan/domain';
import { districtsOf, regionsOf } from './areas';
import { asOwner } from './owner';

/** How much was written. */
export interface FigureLoad {
  readonly regions: number;
  readonly months: number;
  readonly cells: number;
}

/**
 * Beside what is there already, the figures of every regency and city whose code begins with `province` ("" for all of
 * Indonesia): so many months up to October 2026, told by the six segments of its districts. For measurements; without journals.
 */
export async function seedFigures(ownerUrl: string, province: string, months: number): Promise<FigureLoad> {
  const [regions, districts] = [await regionsOf(province), await districtsOf(province)];
  return asOwner(ownerUrl, async (owner) => {
    // What the demonstration tells of its neighbours gives way to figures of their own.
    await owner.query(`DELETE FROM region_figure WHERE region_code NOT IN (SELECT code FROM region)`);
    await owner.query(
      `SELECT count(add_region(r.code, r.name, CASE WHEN r.name LIKE 'Kota%' THEN 'KOTA' ELSE 'KABUPATEN' END, true))
         FROM jsonb_to_recordset($1) AS r (code text, name text) WHERE r.code NOT IN (SELECT code FROM region)`,
      [JSON.stringify(regions)],
    );
    await owner.query(
      `INSERT INTO area (region, code, name, kind)
       SELECT left(d.code, 5), d.code, d.name, 'DISTRICT' FROM jsonb_to_recordset($1) AS d (code text, name text)
       ON CONFLICT DO NOTHING`,
      [JSON.stringify(districts)],
    );
    for (const statement of LOAD) await owner.query(statement, statement.includes('$1') ? [months] : []);
    const [cells] = await owner.query<{ cells: number }>(
      `WITH written AS (
         INSERT INTO cut_cell (region, cut, area, segment, registered, active)
         SELECT m.region, m.number, a.code, s.segment, 700 + m.nth, 560 + m.nth
           FROM measured m JOIN area a ON a.region = m.region AND a.kind = 'DISTRICT'
                CROSS JOIN unnest($1::text[]) AS s (segment) RETURNING 1)
       SELECT count(*)::float8 AS cells FROM written`,
      [SEGMENTS],
    );
    await owner.query(
      `INSERT INTO cut_segment (region, cut, segment, registered, active)
       SELECT c.region, c.cut, c.segment, sum(c.registered), sum(c.active)
         FROM cut_cell c JOIN measured m ON m.region = c.region AND m.number = c.cut GROUP BY 1, 2, 3`,
    );
    return { regions: regions.length, months, cells: cells?.cells ?? 0 };
  });
}

/** A cut for each region and month that has none, with the sums of what its cells will say. */
const LOAD: readonly string[] = [
  'CREATE TEMP TABLE measured (region text, number bigint, nth int) ON COMMIT DROP',
  `WITH wanted AS (
     SELECT d.region, d.districts * ${SEGMENTS.length} AS cells, nth,
            (date '2026-10-01' - make_interval(months => $1 - 1 - nth))::date AS day
       FROM (SELECT region, count(*)::int AS districts FROM area WHERE kind = 'DISTRICT' GROUP BY region) d
            CROSS JOIN generate_series(0, $1 - 1) AS nth
   ), written AS (
     INSERT INTO cut (region, as_of, population, population_version, registered, active, source, example, recorded_at, level)
     SELECT w.region, w.day, w.cells * 900, 'uji', w.cells * (700 + w.nth), w.cells * (560 + w.nth), 'uji', true, w.day, 'DISTRICT'
       FROM wanted w WHERE NOT EXISTS (SELECT FROM cut c WHERE c.region = w.region AND c.as_of = w.day)
     RETURNING region, number, registered, population
   )
   INSERT INTO measured SELECT region, number, registered * 900 / population - 700 FROM written`,
  `WITH made AS (
     INSERT INTO population (region, semester, people, source, example, recorded_at)
     SELECT region, 'uji', count(*) * ${SEGMENTS.length} * 900, 'uji', true, '2023-01-02' FROM area
      WHERE kind = 'DISTRICT' GROUP BY region RETURNING region, number
   )
   INSERT INTO population_cell SELECT m.region, m.number, a.code, ${SEGMENTS.length} * 900
     FROM made m JOIN area a ON a.region = m.region AND a.kind = 'DISTRICT'`,
];
