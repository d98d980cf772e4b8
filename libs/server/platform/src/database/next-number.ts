import type { Tx } from './tx';

type Kind = 'task' | 'blocker' | 'employer' | 'case' | 'handover' | 'import';

/** The next small number of the region. Locks the region's row: rows that are needed are locked before it. */
export function nextNumber(tx: Tx, kind: Kind): Promise<number> {
  return nextNumbers(tx, kind, 1);
}

/** The first of `count` numbers in a row; 1 to 100,000 of them. */
export async function nextNumbers(tx: Tx, kind: Kind, count: number): Promise<number> {
  const [row] = await tx.query<{ number: number }>('SELECT next_numbers($1, $2) AS number', [kind, count]);
  if (!row) throw new Error('the region gave no number');
  return row.number;
}
