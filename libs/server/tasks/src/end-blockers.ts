import type { IsoInstant } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** Numbers of the blockers that are open on a task, locked; the task is locked already, the region's row not yet. */
export async function openBlockersOf(tx: Tx, region: string, task: number): Promise<readonly number[]> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM blocker WHERE region = $1 AND task = $2 AND lifted_at IS NULL ORDER BY id FOR UPDATE',
    [region, task],
  );
  return rows.map(({ id }) => id);
}

/** What an event says of the blockers that end with its task; nothing where none is open. */
export function endingWith(open: readonly number[]): { readonly lifts?: readonly number[] } {
  return open.length > 0 ? { lifts: open } : {};
}

export async function endBlockers(tx: Tx, region: string, ids: readonly number[], at: IsoInstant): Promise<void> {
  if (ids.length === 0) return;
  await tx.query('UPDATE blocker SET lifted_at = $3 WHERE region = $1 AND id = ANY($2::int[]) AND lifted_at IS NULL', [
    region,
    ids,
    at,
  ]);
}
