import type { Segment } from '@papan/domain';
import type { TestDatabase } from '@papan/server-platform/testing';

/** What is told about a cut that is put behind every wall, as an import would leave it. */
export interface PlantedCut {
  readonly region?: string;
  readonly asOf: string;
  readonly population?: number;
  readonly populationVersion?: string;
  readonly registered: number;
  readonly active: number;
  readonly source?: string;
  readonly level?: 'TOTAL' | 'DISTRICT' | 'VILLAGE';
  readonly cells?: readonly (readonly [area: string, segment: Segment, registered: number, active: number])[];
}

/** Puts a cut into the database with its cells and their sums by segment; answers its number. */
export async function plantCut(database: TestDatabase, cut: PlantedCut): Promise<number> {
  const { region = '35.05', population = 1_000, populationVersion = '2025-II', source = 'BPJS', cells = [] } = cut;
  const [row] = await database.owning<{ number: number }>(
    `INSERT INTO cut (region, as_of, population, population_version, registered, active, source, example, recorded_at, level)
     VALUES ($1, $2, $3, $4, $5, $6, $7, true, '2026-11-02T01:00:00Z', $8) RETURNING number::float8`,
    [region, cut.asOf, population, populationVersion, cut.registered, cut.active, source, cut.level ?? 'TOTAL'],
  );
  const number = row?.number ?? 0;
  for (const [area, segment, registered, active] of cells) {
    await database.owning('INSERT INTO cut_cell VALUES ($1, $2, $3, $4, $5, $6)', [
      ...[region, number, area, segment, registered, active],
    ]);
  }
  await database.owning(
    `INSERT INTO cut_segment SELECT region, cut, segment, sum(registered), sum(active) FROM cut_cell
      WHERE region = $1 AND cut = $2 GROUP BY region, cut, segment`,
    [region, number],
  );
  return number;
}

export async function plantArea(database: TestDatabase, code: string, name: string): Promise<void> {
  await database.owning('INSERT INTO area (region, code, name, kind) VALUES ($1, $2, $3, $4)', [
    ...[code.slice(0, 5), code, name, code.length > 8 ? 'VILLAGE' : 'DISTRICT'],
  ]);
}

/** A population of a semester; `cells`: residents by area. */
export async function plantPopulation(
  database: TestDatabase,
  semester: string,
  people: number,
  cells: Readonly<Record<string, number>> = {},
): Promise<void> {
  const [row] = await database.owning<{ number: number }>(
    `INSERT INTO population (region, semester, people, source, example, recorded_at)
     VALUES ('35.05', $1, $2, 'Dukcapil', true, '2026-11-02T01:00:00Z') RETURNING number::float8`,
    [semester, people],
  );
  for (const [area, residents] of Object.entries(cells)) {
    await database.owning(`INSERT INTO population_cell VALUES ('35.05', $1, $2, $3)`, [row?.number, area, residents]);
  }
}
