import { resolve } from 'node:path';
import { attachEmbeddedPostgres } from '@papan/server-postgres';
import pg from 'pg';

const HOUSE = resolve(import.meta.dirname, '../../../..');

/** Sets the one clock of a product that a journey has started for itself, as its database keeps it. */
export async function setClock(dataDir: string, moment: string): Promise<void> {
  const { url } = await attachEmbeddedPostgres(resolve(HOUSE, dataDir));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('UPDATE clock SET shift = $1::timestamptz - clock_timestamp()', [moment]);
  } finally {
    await client.end();
  }
}
