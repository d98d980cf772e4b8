import type { Database } from '../database/database';
import type { Tx } from '../database/tx';

/**
 * A transaction that may see people, their sessions and their secrets in all regions; no other may, and it sees nothing
 * else. Row-level security asks for the setting.
 */
export function asIdentity<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asNobody(async (tx) => {
    await tx.query(`SELECT set_config('papan.identity', 'on', true)`);
    return work(tx);
  });
}
