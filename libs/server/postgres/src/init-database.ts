import { chown, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Binaries } from './binaries';
import type { DataFolder } from './data-folder';
import { OWNER_ROLE } from './embedded-postgres';
import { brokenFolder } from './postgres-refused';
import { runProgram, type RunAs } from './processes';

/**
 * PostgreSQL calls its folder by this name: it starts inside it, so the folders above it need not be open to the user it
 * runs as (a clone below /root or in a private temporary folder works).
 */
export const WHERE_IT_STANDS = '/proc/self/cwd';

/** Begins with the folder's name, so that a half-made database of a killed start is seen and swept away. */
const UNFINISHED = 'postgres.new-';

/**
 * Makes an empty database (checksums on, sorting the same on every machine, passwords by SCRAM) unless there is one.
 * It is made aside and then renamed, so a start that was killed in between leaves nothing half-made.
 */
export async function initDatabase(
  folder: DataFolder,
  binaries: Binaries,
  who: RunAs,
  password: string,
): Promise<void> {
  await sweepUnfinished(folder);
  if ((await stat(folder.database).catch(() => undefined)) !== undefined) return;

  const fresh = join(folder.root, `${UNFINISHED}${process.pid}`);
  const secret = join(fresh, 'password');
  const database = join(fresh, 'database');
  await mkdir(database, { recursive: true, mode: 0o700 });
  await writeFile(secret, password, { mode: 0o600 });
  if (who.uid !== undefined && who.gid !== undefined) {
    for (const path of [fresh, secret, database]) await chown(path, who.uid, who.gid);
  }
  const { code, output } = await runProgram(
    binaries.initdb,
    [
      ...['-D', WHERE_IT_STANDS, '-U', OWNER_ROLE, '--pwfile', `${WHERE_IT_STANDS}/../password`, '-A', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
    ],
    { ...who, cwd: database },
  );
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true });
    throw brokenFolder(folder.root, output.trim());
  }
  await rename(database, folder.database).catch(async (error: unknown) => {
    if ((await stat(folder.database).catch(() => undefined)) === undefined) throw error;
  });
  await rm(fresh, { recursive: true, force: true });
}

async function sweepUnfinished(folder: DataFolder): Promise<void> {
  for (const name of await readdir(folder.root)) {
    if (name.startsWith(UNFINISHED)) await rm(join(folder.root, name), { recursive: true, force: true });
  }
}
