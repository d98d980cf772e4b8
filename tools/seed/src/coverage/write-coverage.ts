import type { CoverageCell, PopulationCell } from '@papan/domain';
import { type Owner, insertRows } from '../owner';
import type { CoverageFacts } from './coverage-facts';

/** Writes what stands beside the cuts of a region, which the journal has told: their areas, the populations, the movements. */
export async function writeCoverage(owner: Owner, region: string, facts: CoverageFacts): Promise<void> {
  for (const { cut, level, quota, cells } of facts.months) {
    const [row] = await owner.query<{ number: string }>(
      'UPDATE cut SET level = $3, quota = $4 WHERE region = $1 AND as_of = $2 RETURNING number',
      [region, cut.asOf, level, quota],
    );
    if (!row) throw new Error(`no cut of ${cut.asOf} is told`);
    await writeCells(owner, region, row.number, cells);
  }
  for (const { semester, people, source, recordedAt, cells } of facts.populations) {
    const [row] = await owner.query<{ number: string }>(
      `INSERT INTO population (region, semester, people, source, example, recorded_at)
       VALUES ($1, $2, $3, $4, true, $5) RETURNING number`,
      [region, semester, people, source, recordedAt],
    );
    if (row) await writePeople(owner, region, row.number, cells);
  }
  await insertRows(
    owner,
    'movement',
    facts.movements.map(({ asOf, recordedAt, ...told }) => ({
      ...{ region, as_of: asOf, example: true, recorded_at: recordedAt },
      ...told,
    })),
  );
}

async function writeCells(owner: Owner, region: string, cut: string, cells: readonly CoverageCell[]): Promise<void> {
  await owner.query(
    `INSERT INTO cut_cell (region, cut, area, segment, registered, active)
     SELECT $1, $2, c.* FROM unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[]) AS c`,
    [
      ...[region, cut, cells.map((cell) => cell.area), cells.map((cell) => cell.segment)],
      ...[cells.map((cell) => cell.registered), cells.map((cell) => cell.active)],
    ],
  );
  await owner.query(
    `INSERT INTO cut_segment (region, cut, segment, registered, active)
     SELECT region, cut, segment, sum(registered), sum(active) FROM cut_cell WHERE region = $1 AND cut = $2 GROUP BY 1, 2, 3`,
    [region, cut],
  );
}

async function writePeople(
  owner: Owner,
  region: string,
  population: string,
  cells: readonly PopulationCell[],
): Promise<void> {
  await owner.query(
    `INSERT INTO population_cell (region, population, area, people)
     SELECT $1, $2, c.* FROM unnest($3::text[], $4::bigint[]) AS c`,
    [region, population, cells.map((cell) => cell.area), cells.map((cell) => cell.people)],
  );
}
