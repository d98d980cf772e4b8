import type { CoverageCell, Cut, FigureLevel, IsoInstant } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** A cut on its way into its table: where it came from, and its figures by area and segment. */
export interface CutToWrite {
  readonly cut: Cut;
  readonly level: FigureLevel;
  readonly quota: number | null;
  /** SHA-256 of the file; null where it was typed. */
  readonly file: string | null;
  /** Null where the operator of the installation loads it. */
  readonly person: number | null;
  /** Of its villages or its districts; of the region itself (TOTAL), by segment only. */
  readonly cells: readonly CoverageCell[];
}

/** Figures of one region are written one after the other: who comes second sees what the first one wrote. */
export async function holdFigures(tx: Pick<Tx, 'query'>, region: string): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('cut:' || $1))`, [region]);
}

/** Writes a new version of the day; older ones stay. */
export async function writeCut(
  tx: Pick<Tx, 'query'>,
  region: string,
  now: IsoInstant,
  { cut, level, quota, file, person, cells }: CutToWrite,
): Promise<void> {
  const [row] = await tx.query<{ number: string }>(
    `INSERT INTO cut (region, as_of, population, population_version, registered, active, source, example, recorded_at,
                      level, quota, file, person)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING number`,
    [
      ...[region, cut.asOf, cut.population, cut.populationVersion, cut.registered, cut.active, cut.source, cut.example],
      ...[now, level, quota, file, person],
    ],
  );
  if (!row) throw new Error('the cut was not written');
  if (cells.length === 0) return;
  const columns = [
    ...[cells.map(({ area }) => area), cells.map(({ segment }) => segment)],
    ...[cells.map(({ registered }) => registered), cells.map(({ active }) => active)],
  ];
  const told = 'unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[]) AS c (area, segment, registered, active)';
  if (level !== 'TOTAL')
    await tx.query(
      `INSERT INTO cut_cell (region, cut, area, segment, registered, active) SELECT $1, $2, c.* FROM ${told}`,
      [region, row.number, ...columns],
    );
  await tx.query(
    `INSERT INTO cut_segment (region, cut, segment, registered, active)
     SELECT $1, $2, c.segment, sum(c.registered), sum(c.active) FROM ${told} GROUP BY c.segment`,
    [region, row.number, ...columns],
  );
}
