import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brokenFolder, foreignFolder, noAccess } from './postgres-refused';
import { hasCode, isDenied } from './system-error';
import type { ProcessMark } from './processes';

/** Folders of an installation; all are absolute, real paths. */
export interface DataFolder {
  readonly root: string;
  /** PostgreSQL's own folder. */
  readonly database: string;
  readonly marker: string;
  readonly log: string;
  readonly ownerSecret: string;
}

/** What `papan.json` says: the folder is ours, and who runs its server now (null: nobody). */
export interface Marker {
  readonly product: 'papan-uhc';
  readonly version: 1;
  /** Process that started the server, with its start time, so that a later process with the same number is another one. */
  readonly pid: number | null;
  readonly started: string | null;
  /** Port of the last start. */
  readonly port: number | null;
}

const IDLE: Marker = { product: 'papan-uhc', version: 1, pid: null, started: null, port: null };

/** Folders that other parts of the product may make before the first embedded start. */
const OURS = new Set(['secrets', 'files']);

const foldersIn = (root: string): DataFolder => ({
  root,
  database: join(root, 'postgres'),
  marker: join(root, 'papan.json'),
  log: join(root, 'postgres.log'),
  ownerSecret: join(root, 'secrets', 'postgres-owner'),
});

/** The existing installation in `dataDir`, or undefined where there is no marker of ours. */
export async function findDataFolder(dataDir: string): Promise<DataFolder | undefined> {
  const root = await realpath(dataDir).catch(() => undefined);
  if (root === undefined) return undefined;
  const folder = foldersIn(root);
  return (await readMarker(folder)) === undefined ? undefined : folder;
}

/** Makes the folder ours if it is new or empty. Throws PostgresRefused `FOREIGN_FOLDER` or `NO_ACCESS`. */
export async function claimDataFolder(dataDir: string): Promise<DataFolder> {
  try {
    await mkdir(dataDir, { recursive: true });
    const folder = foldersIn(await realpath(dataDir));
    if ((await readMarker(folder)) !== undefined) return folder;
    const others = (await readdir(folder.root)).filter((name) => !OURS.has(name));
    if (others.length > 0) throw foreignFolder(dataDir);
    await writeMarker(folder, IDLE);
    return folder;
  } catch (error) {
    throw isDenied(error) ? noAccess(dataDir) : error;
  }
}

/** Says in the marker who runs the server (`undefined`: nobody any more). */
export async function noteRunner(folder: DataFolder, port: number, runner: ProcessMark | undefined): Promise<void> {
  await writeMarker(folder, { ...IDLE, pid: runner?.pid ?? null, started: runner?.started ?? null, port });
}

/** The process that the marker names as the one who runs the server; it may be long gone. */
export async function notedRunner(folder: DataFolder): Promise<ProcessMark | undefined> {
  const marker = await readMarker(folder);
  const [pid, started] = [marker?.pid ?? undefined, marker?.started ?? undefined];
  return pid === undefined || started === undefined ? undefined : { pid, started };
}

/** The marker of the folder; undefined where there is none. Throws PostgresRefused `BROKEN_FOLDER` when it is not readable as one. */
export async function readMarker(folder: DataFolder): Promise<Marker | undefined> {
  const text = await readFile(folder.marker, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    const marker = JSON.parse(text) as Partial<Marker> | null;
    if (marker?.product === IDLE.product && marker.version === IDLE.version) return { ...IDLE, ...marker };
  } catch {
    // Said below, together with a marker of another product.
  }
  throw brokenFolder(folder.root, 'papan.json');
}

/** The owner role's password, made at the first call (256 random bits, readable by us only). */
export async function ownerPassword(folder: DataFolder): Promise<string> {
  await mkdir(join(folder.root, 'secrets'), { recursive: true, mode: 0o700 });
  await writeFile(folder.ownerSecret, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    },
  );
  return await readFile(folder.ownerSecret, 'utf8');
}

async function writeMarker(folder: DataFolder, marker: Marker): Promise<void> {
  const fresh = `${folder.marker}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify(marker, null, 2)}\n`);
  await rename(fresh, folder.marker);
}
