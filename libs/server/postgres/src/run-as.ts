import { stat } from 'node:fs/promises';
import { runProgram, type RunAs } from './processes';

const SERVICE_USER = 'postgres';
const NOBODY: Required<RunAs> = { uid: 65_534, gid: 65_534 };

/**
 * Whom the server runs as. PostgreSQL refuses root, so root hands it to the owner of the existing database folder, else
 * to the user `postgres` (made if missing), else to nobody. Everybody else runs it themselves.
 */
export async function whoRunsPostgres(databaseDir: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(databaseDir).catch(() => undefined);
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findServiceUser()) ?? (await makeServiceUser()) ?? NOBODY;
}

async function findServiceUser(): Promise<RunAs | undefined> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => runProgram('id', [what, SERVICE_USER])));
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

async function makeServiceUser(): Promise<RunAs | undefined> {
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', SERVICE_USER]);
  return await findServiceUser();
}
