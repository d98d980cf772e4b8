import type { Query } from './read-happenings';
import { type Break, type StoredEntry, chainStart, followChain } from './verify-entries';

export interface JournalVerdict {
  readonly region: string;
  /** Entries that hold, from the first one on. */
  readonly entries: number;
  /** Hash of the last entry that holds, in hex: the anchor to keep elsewhere. */
  readonly hash: string;
  /** Entries whose private text was erased; the chain holds without it. */
  readonly erased: number;
  /** The first entry that does not hold, and how. */
  readonly broken: { readonly seq: number; readonly how: Break } | null;
}

const AT_ONCE = 1_000;

/** Walks the whole chain of one region, as owner or tail, in slices. Ends at the first break. */
export async function verifyJournal(query: Query, region: string): Promise<JournalVerdict> {
  const [head] = await query<{ seq: string; hash: string }>(
    `SELECT seq, encode(head_hash, 'hex') AS hash FROM region WHERE code = $1`,
    [region],
  );
  if (!head) throw new Error(`no region ${region}`);
  const through = Number(head.seq);
  let state = chainStart(region);
  const verdict = (broken: JournalVerdict['broken']): JournalVerdict => ({
    region,
    entries: state.seq,
    hash: state.hash,
    erased: state.erased,
    broken,
  });
  while (state.seq < through) {
    const slice = await readSlice(query, region, state.seq, through);
    if (slice.length === 0) return verdict({ seq: state.seq + 1, how: 'head' });
    for (const stored of slice) {
      const next = followChain(state, stored);
      if (typeof next === 'string') return verdict({ seq: state.seq + 1, how: next });
      state = next;
    }
  }
  const [beyond] = await readSlice(query, region, through, Number.MAX_SAFE_INTEGER);
  if (beyond && !(await headMoved(query, region, through))) return verdict({ seq: beyond.seq, how: 'head' });
  return verdict(state.hash === head.hash ? null : { seq: state.seq, how: 'head' });
}

async function readSlice(query: Query, region: string, after: number, through: number): Promise<StoredEntry[]> {
  const rows = await query<Omit<StoredEntry, 'seq'> & { seq: string }>(
    `SELECT j.seq, j.type, j.epoch, instant_text(j.at) AS at, j.audience, j.entry, encode(j.prev, 'hex') AS prev, encode(j.hash, 'hex') AS hash,
            encode(p.salt, 'hex') AS salt, p.body
       FROM journal j LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE j.region = $1 AND j.seq > $2 AND j.seq <= $3 ORDER BY j.seq LIMIT ${AT_ONCE}`,
    [region, after, through],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}

/** Others may write while we read. */
async function headMoved(query: Query, region: string, through: number): Promise<boolean> {
  const [head] = await query<{ seq: string }>('SELECT seq FROM region WHERE code = $1', [region]);
  return Number(head?.seq) > through;
}
