import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../start-embedded-postgres';
import { run } from './run';

/**
 * Gives the specs PG_ADMIN_URL, the address of a role that may make databases and roles: the one in TEST_DATABASE_URL, or
 * an embedded server of this run. Each suite makes databases of its own from there.
 */
export default async function start(): Promise<void> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') {
    process.env['PG_ADMIN_URL'] = given;
    return;
  }
  run.folder = await mkdtemp(join(tmpdir(), 'papan-test-'));
  run.server = await startEmbeddedPostgres({ dataDir: run.folder, settings: { max_connections: '300' } });
  process.env['PG_ADMIN_URL'] = run.server.url;
}
