import type { Entry, IsoDate, IsoInstant } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

export interface ProgressRow {
  readonly task: number;
  readonly entry: string;
  readonly delta: number;
  readonly reached: number;
  readonly rejected: number;
  readonly on: IsoDate;
  readonly corrects: string | null;
  readonly person: number;
  readonly at: IsoInstant;
}

/** The insertion of an entry, to share a statement (and its first two parameters) with the change of its task. A known entry inserts nothing. */
export function progressRow(
  audience: number | null,
  row: ProgressRow,
): { readonly sql: string; readonly params: readonly unknown[] } {
  return {
    sql: `INSERT INTO progress_entry
            (region, task, audience, entry, delta, reached, rejected, on_day, corrects, person, at)
          VALUES ($1, $2, $25, $26, $27, $28, $29, $30, $31, $32, $33) ON CONFLICT DO NOTHING`,
    params: [
      ...[audience, row.entry, row.delta, row.reached, row.rejected],
      ...[row.on, row.corrects, row.person, row.at],
    ],
  };
}

/** An entry of the task, with what corrections have already taken back of it. */
export async function findEntry(tx: Tx, region: string, task: number, entry: string): Promise<Entry | undefined> {
  const [found] = await tx.query<Entry>(
    `SELECT e.entry, e.delta::float8, e.reached::float8, e.rejected::float8,
            json_build_object('delta', coalesce(sum(c.delta), 0)::float8, 'reached', coalesce(sum(c.reached), 0)::float8,
                              'rejected', coalesce(sum(c.rejected), 0)::float8) AS corrected
       FROM progress_entry e LEFT JOIN progress_entry c ON c.region = e.region AND c.corrects = e.entry
      WHERE e.region = $1 AND e.task = $2 AND e.entry = $3
      GROUP BY e.region, e.entry`,
    [region, task, entry],
  );
  return found;
}
