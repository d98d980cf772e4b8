import { type Comparable, type Employer, EmployerIndex, type Likely } from '@papan/domain';
import { Injectable } from '@nestjs/common';
import { type Tx, inTurns } from '@papan/server-platform';
import { EMPLOYER_COLUMNS } from './employer-rows';

/** All employers of a region, found by number and by likeness. Those that were merged lead to the one that was kept. */
export interface Register {
  readonly byId: ReadonlyMap<number, Employer>;
  /** The one that the entry names for certain, or null. */
  readonly identify: (entry: Comparable) => Employer | null;
  /** Who may be the same as `entry`; where it is the employer `self`, without it and those that are known to be others. */
  readonly near: (entry: Comparable, self?: number) => readonly Likely[];
  /** Every pair that may be one employer, the likeliest first; worked out when it is first asked for. */
  readonly pairs: () => Promise<readonly Pair[]>;
}

export interface Pair extends Likely {
  /** The lower number of the two; `employer` is the other. */
  readonly one: number;
}

interface Rows {
  readonly employers: readonly Employer[];
  readonly apart: readonly { readonly employer: number; readonly other: number }[];
}

/** Registers of so many regions are kept: some ten megabytes each where there are ten thousand employers. */
const KEPT = 3;

/**
 * The registers of the regions that were asked for last, indexed. Reading and indexing ten thousand employers takes half a
 * second, so it is done again only when something changed: every change of an employer raises a version.
 * Everybody who sees employers sees all of his region; whoever asks has to be one of them.
 */
@Injectable()
export class Registers {
  private readonly known = new Map<string, { readonly stamp: string; readonly register: Promise<Register> }>();

  /**
   * The register as the transaction sees it. What comes back is to be called after the transaction has ended: indexing
   * takes turns with other requests.
   */
  async seenBy(tx: Tx, region: string): Promise<() => Promise<Register>> {
    const stamp = await stampOf(tx, region);
    const known = this.known.get(region);
    if (known?.stamp === stamp) return () => known.register;
    const rows = await readRows(tx, region);
    return () => this.keep(region, stamp, rows);
  }

  private keep(region: string, stamp: string, rows: Rows): Promise<Register> {
    const known = this.known.get(region);
    if (known?.stamp === stamp) return known.register;
    const register = indexRows(rows);
    this.known.delete(region);
    this.known.set(region, { stamp, register });
    for (const oldest of [...this.known.keys()].slice(0, -KEPT)) this.known.delete(oldest);
    return register;
  }
}

async function stampOf(tx: Tx, region: string): Promise<string> {
  const [row] = await tx.query<{ stamp: string }>(
    `SELECT concat_ws('/', count(*), sum(version), max(changed_at), (SELECT count(*) FROM employer_apart WHERE region = $1)) AS stamp
       FROM employer WHERE region = $1`,
    [region],
  );
  return row?.stamp ?? '';
}

async function readRows(tx: Tx, region: string): Promise<Rows> {
  const employers = await tx.query<Employer>(
    `SELECT ${EMPLOYER_COLUMNS} FROM employer e WHERE e.region = $1 ORDER BY e.id`,
    [region],
  );
  const apart = await tx.query<Rows['apart'][number]>('SELECT employer, other FROM employer_apart WHERE region = $1', [
    region,
  ]);
  return { employers, apart };
}

async function indexRows({ employers, apart }: Rows): Promise<Register> {
  const byId = new Map(employers.map((employer) => [employer.id, employer]));
  const known = new Set(apart.map(({ employer, other }) => pairKey(employer, other)));
  const standing = new EmployerIndex();
  const merged = new EmployerIndex();
  await inTurns(employers, (employer) => {
    (employer.mergedInto === null ? standing : merged).add(employer.id, employer);
  });
  const near: Register['near'] = (entry, self) =>
    standing.near(entry, (id) => id === self || (self !== undefined && known.has(pairKey(id, self))));
  let pairs: Promise<readonly Pair[]> | undefined;
  return {
    byId,
    identify: (entry) => {
      const found = byId.get(standing.identify(entry) ?? merged.identify(entry) ?? 0);
      return byId.get(found?.mergedInto ?? 0) ?? found ?? null;
    },
    near,
    pairs: () => (pairs ??= pairsOf(employers, near)),
  };
}

async function pairsOf(employers: readonly Employer[], near: Register['near']): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  await inTurns(employers, (one) => {
    if (one.mergedInto !== null) return;
    for (const likely of near(one, one.id)) if (one.id < likely.employer) pairs.push({ one: one.id, ...likely });
  });
  return pairs.sort((a, b) => b.percent - a.percent || a.one - b.one || a.employer - b.employer);
}

function pairKey(one: number, other: number): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}
