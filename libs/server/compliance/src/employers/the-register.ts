import { type Comparable, type Employer, EmployerIndex, type Likely } from '@papan/domain';
import type { Tx } from '@papan/server-platform';
import { EMPLOYER_COLUMNS } from './employer-rows';
import { inTurns } from './in-turns';

/** So many employers are taken into an index before others get their turn. */
const AT_ONCE = 300;

/** The rows of the register, not yet indexed: read in a transaction, indexed outside of it. */
export interface RegisterRows {
  readonly employers: readonly Employer[];
  readonly apart: readonly { readonly employer: number; readonly other: number }[];
}

/** All employers of a region, found by number and by likeness. Those that were merged lead to the one that was kept. */
export interface Register {
  readonly byId: ReadonlyMap<number, Employer>;
  /** The one that the entry names for certain, or null. */
  readonly identify: (entry: Comparable) => Employer | null;
  /** Who may be the same as `entry`; where it is the employer `self`, without it and those that are known to be others. */
  readonly near: (entry: Comparable, self?: number) => readonly Likely[];
}

export async function readRegister(tx: Tx, region: string): Promise<RegisterRows> {
  const employers = await tx.query<Employer>(
    `SELECT ${EMPLOYER_COLUMNS} FROM employer e WHERE e.region = $1 ORDER BY e.id`,
    [region],
  );
  const apart = await tx.query<RegisterRows['apart'][number]>(
    'SELECT employer, other FROM employer_apart WHERE region = $1',
    [region],
  );
  return { employers, apart };
}

/** Ten thousand employers take some tenths of a second, in turns, so that other requests are answered meanwhile. */
export async function indexRegister({ employers, apart }: RegisterRows): Promise<Register> {
  const byId = new Map(employers.map((employer) => [employer.id, employer]));
  const pairs = new Set(apart.map(({ employer, other }) => pairKey(employer, other)));
  const standing = new EmployerIndex();
  const merged = new EmployerIndex();
  await inTurns(employers, AT_ONCE, (employer) => {
    (employer.mergedInto === null ? standing : merged).add(employer.id, employer);
  });
  return {
    byId,
    identify: (entry) => {
      const found = byId.get(standing.identify(entry) ?? merged.identify(entry) ?? 0);
      return byId.get(found?.mergedInto ?? 0) ?? found ?? null;
    },
    near: (entry, self) =>
      standing.near(entry, (id) => id === self || (self !== undefined && pairs.has(pairKey(id, self)))),
  };
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}
