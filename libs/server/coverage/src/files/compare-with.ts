import type { Area, FigureFacts, FigureKind, FigureRegion, IsoDate } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

export type Reader = Pick<Tx, 'query'>;

/** A population of the region that a month can be compared with. */
export interface KnownPopulation {
  readonly number: string | null;
  readonly semester: string;
  readonly people: number;
}

/** A region with its districts and villages. */
export interface Ground {
  readonly region: FigureRegion;
  readonly areas: readonly Area[];
}

export async function groundOf(tx: Reader, region: string): Promise<Ground> {
  const [found] = await tx.query<FigureRegion>('SELECT code, name FROM region WHERE code = $1', [region]);
  if (!found) throw new Error('the region is not there');
  const areas = await tx.query<Area>('SELECT code, name, kind FROM area WHERE region = $1 ORDER BY code', [region]);
  return { region: found, areas };
}

/** The newest version of that semester; of the newest semester where none is named, an invented one last. */
export async function populationOf(
  tx: Reader,
  region: string,
  semester: string | null,
): Promise<KnownPopulation | null> {
  const [found] = await tx.query<KnownPopulation>(
    `SELECT number, semester, people::float8 FROM population WHERE region = $1 AND ($2::text IS NULL OR semester = $2)
      ORDER BY semester ~ '^[0-9]{4}-I{1,2}$' DESC, semester DESC, number DESC LIMIT 1`,
    [region, semester],
  );
  return found ?? null;
}

/** Residents by area and district, and of the region in all. */
export async function residentsOf(tx: Reader, region: string, of: KnownPopulation): Promise<FigureFacts['residents']> {
  const cells = await tx.query<AreaSum>(
    'SELECT area, people::float8 FROM population_cell WHERE region = $1 AND population = $2',
    [region, of.number],
  );
  return new Map([...withDistricts(cells), [region, of.people]]);
}

/** Registered members by district in the newest month before the day. */
export async function monthBefore(tx: Reader, region: string, asOf: IsoDate): Promise<FigureFacts['before']> {
  const [cut] = await tx.query<{ number: string; registered: number }>(
    `SELECT number, registered::float8 FROM cut WHERE region = $1 AND as_of < $2 ORDER BY as_of DESC, number DESC LIMIT 1`,
    [region, asOf],
  );
  if (!cut) return new Map();
  const cells = await tx.query<AreaSum>(
    `SELECT left(area, 8) AS area, sum(registered)::float8 AS people FROM cut_cell WHERE region = $1 AND cut = $2 GROUP BY 1`,
    [region, cut.number],
  );
  return new Map([...withDistricts(cells), [region, cut.registered]]);
}

/** Residents by district in the newest semester before the given one. */
export async function semesterBefore(tx: Reader, region: string, semester: string): Promise<FigureFacts['before']> {
  const [found] = await tx.query<KnownPopulation>(
    `SELECT number, semester, people::float8 FROM population WHERE region = $1 AND semester < $2 AND semester ~ '^[0-9]{4}-'
      ORDER BY semester DESC, number DESC LIMIT 1`,
    [region, semester],
  );
  return found ? residentsOf(tx, region, found) : new Map();
}

/** Whether the day or the semester has figures already. */
export async function isTold(tx: Reader, region: string, kind: FigureKind, of: string): Promise<boolean> {
  const [found] = await tx.query<{ some: boolean }>(TOLD[kind], [region, of]);
  return found?.some ?? false;
}

const TOLD: Readonly<Record<FigureKind, string>> = {
  MONTH: 'SELECT EXISTS (SELECT FROM cut WHERE region = $1 AND as_of = $2) AS some',
  POPULATION: 'SELECT EXISTS (SELECT FROM population WHERE region = $1 AND semester = $2) AS some',
  MOVEMENTS: 'SELECT EXISTS (SELECT FROM movement WHERE region = $1 AND as_of = $2) AS some',
};

interface AreaSum {
  readonly area: string;
  readonly people: number;
}

function withDistricts(cells: readonly AreaSum[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { area, people } of cells) {
    for (const of of area.length > 8 ? [area, area.slice(0, 8)] : [area]) sums.set(of, (sums.get(of) ?? 0) + people);
  }
  return sums;
}
