import { type BoardEvent, type IsoInstant, type Refusal, refuse } from '@papan/domain';
import type { FigurePreview } from '@papan/contracts';
import { sayLines } from '@papan/server-platform';
import { writeCut } from '../write-cut';
import type { Reader } from './compare-with';
import type { Figures } from './weigh-file';

/** Who loads which file, and when. */
export interface Loading {
  readonly region: string;
  readonly now: IsoInstant;
  /** SHA-256 of the file. */
  readonly file: string;
  /** Null where the operator of the installation loads it. */
  readonly person: number | null;
}

/** Why a file is not loaded: something must be mended in it, or a person has not read its warnings. */
export function notLoadable({ checks }: FigurePreview, despite: boolean): Refusal | undefined {
  const stops = checks.filter(({ weight }) => weight === 'STOP');
  if (stops.length > 0) {
    const lines = [...new Set(stops.flatMap((check) => check.lines))].toSorted((one, other) => one - other);
    const count = stops.reduce((sum, check) => sum + check.count, 0);
    return refuse('FIGURES_STOPPED', { count, lines: sayLines(lines) });
  }
  return checks.length > 0 && !despite ? refuse('FIGURES_DOUBTED', { count: checks.length }) : undefined;
}

/** Writes the figures as a newer version of their day or semester, and answers what happened. */
export async function writeFigures(tx: Reader, loading: Loading, figures: Figures): Promise<BoardEvent> {
  if (figures.kind === 'MONTH') return writeMonth(tx, loading, figures);
  return figures.kind === 'POPULATION' ? writePopulation(tx, loading, figures) : writeMovements(tx, loading, figures);
}

/** The day or the semester that the figures are of. */
export function becomes(figures: Figures): string {
  if (figures.kind === 'POPULATION') return figures.population.semester;
  return figures.kind === 'MONTH' ? figures.cut.asOf : figures.movements.asOf;
}

async function writeMonth(
  tx: Reader,
  { region, now, file, person }: Loading,
  { cut, level, quota, cells }: Figures & { kind: 'MONTH' },
): Promise<BoardEvent> {
  await writeCut(tx, region, now, { cut, level, quota, file, person, cells });
  return { type: 'CutRecorded', data: { ...cut, file, cells: cells.length }, text: null };
}

async function writePopulation(
  tx: Reader,
  { region, now, file, person }: Loading,
  { population, cells }: Figures & { kind: 'POPULATION' },
): Promise<BoardEvent> {
  const { semester, people, source, example } = population;
  const [row] = await tx.query<{ number: string }>(
    `INSERT INTO population (region, semester, people, source, example, file, person, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING number`,
    [region, semester, people, source, example, file, person, now],
  );
  if (!row) throw new Error('the population was not written');
  await tx.query(
    `INSERT INTO population_cell (region, population, area, people)
     SELECT $1, $2, c.* FROM unnest($3::text[], $4::bigint[]) AS c`,
    [region, row.number, cells.map((cell) => cell.area), cells.map((cell) => cell.people)],
  );
  const data = { number: Number(row.number), semester, people, areas: cells.length, source, example, file };
  return { type: 'PopulationRecorded', data, text: null };
}

async function writeMovements(
  tx: Reader,
  { region, now, file, person }: Loading,
  { movements: told }: Figures & { kind: 'MOVEMENTS' },
): Promise<BoardEvent> {
  const { asOf, movements, source, example } = told;
  await tx.query(
    `INSERT INTO movement (region, as_of, movements, source, example, file, person, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [region, asOf, JSON.stringify(movements), source, example, file, person, now],
  );
  return { type: 'MovementsRecorded', data: { asOf, movements, source, example, file }, text: null };
}
