import { readFile } from 'node:fs/promises';
import { findDataFolder, type DataFolder } from './data-folder';
import { ownerUrl, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
import { noAccess, notRunning } from './postgres-refused';
import { findServer } from './noted-server';
import { startEmbeddedPostgres } from './start-embedded-postgres';
import { isDenied } from './system-error';

/**
 * The server that another process runs in `dataDir`; its `stop` does nothing. For the command line.
 * Throws PostgresRefused `NOT_RUNNING` or `NO_ACCESS`.
 */
export async function attachEmbeddedPostgres(dataDir: string): Promise<EmbeddedPostgres> {
  const running = await findRunning(dataDir);
  if (running === undefined) throw notRunning(dataDir);
  const { folder, port, pid } = running;
  const password = await readFile(folder.ownerSecret, 'utf8').catch((error: unknown) => {
    throw isDenied(error) ? noAccess(dataDir) : error;
  });
  return { url: ownerUrl(port, password), port, pid, stop: () => Promise.resolve() };
}

/** The running server of `dataDir`, or else one started for as long as the caller needs it (`stop` ends it). */
export async function useEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const running = await findRunning(options.dataDir);
  return running === undefined ? await startEmbeddedPostgres(options) : await attachEmbeddedPostgres(options.dataDir);
}

async function findRunning(dataDir: string): Promise<{ folder: DataFolder; port: number; pid: number } | undefined> {
  const folder = await findDataFolder(dataDir);
  const server = folder && (await findServer(folder));
  return server && { folder, ...server };
}
