import type { Tx } from '@papan/server-platform';

/** The next small number of the region. Locks the region's row; a task that is needed is locked before it. */
export async function nextNumber(tx: Tx, kind: 'task' | 'blocker'): Promise<number> {
  const [row] = await tx.query<{ number: number }>('SELECT next_number($1) AS number', [kind]);
  if (!row) throw new Error('the region gave no number');
  return row.number;
}
