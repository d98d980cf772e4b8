import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, open, readdir, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type IsoDate, type IsoInstant, type Refusal, calendarDate, isRefusal, wibDate, wibTime } from '@papan/domain';
import { ZipFile } from 'yazl';
import type { ChronologyData, HandoverData, IndexEntry, PaperSetting } from '../data';
import type { PdfPort } from '../pdf/pdf-port';
import type { DossierKey } from './dossier-key';
import {
  type Anchor,
  BOOK,
  MANIFEST,
  type ManifestFile,
  ORIGINALS,
  PAGE,
  PUBLIC_KEY,
  SCRIPT,
  SIGNATURE,
  writeManifest,
} from './manifest';
import { verifierPage, verifierScript } from './verifier';
import { verifyDossier } from './verify-dossier';

/** An original: as a file on disk, or in memory. */
export interface DossierFile {
  /** Without a folder: it lands in `asli/`. */
  readonly name: string;
  readonly what: string;
  readonly number: string;
  readonly date: IsoDate | null;
  /** What it must be, in hex. */
  readonly sha256: string;
  readonly path?: string;
  readonly bytes?: Buffer;
}

export interface DossierInput {
  readonly region: string;
  readonly handover: number;
  readonly case: number;
  /** The moment that the dossier carries: the same at every try. */
  readonly madeAt: IsoInstant;
  readonly setting: Omit<PaperSetting, 'madeAt'>;
  readonly cover: Omit<HandoverData, 'index'>;
  readonly chronology: ChronologyData;
  /** In the order of the index. */
  readonly files: readonly DossierFile[];
  /** The latest entry of the journal when the hand-over was confirmed: the same at every try. */
  readonly anchor: Anchor | null;
}

export interface SealTools {
  readonly pdf: PdfPort;
  readonly key: DossierKey;
}

export interface SealedDossier {
  /** SHA-256 of the signed manifest: the same for the same input. */
  readonly manifest: string;
  /** Files that the manifest lists. */
  readonly files: number;
  readonly bytes: number;
  readonly fingerprint: string;
}

/** A dossier could not be sealed: an original is missing or is not what its hash says, or the file did not hold. */
export class DossierFault extends Error {
  override readonly name = 'DossierFault';

  /** @param file its name in the dossier. */
  constructor(
    readonly file: string,
    problem: string,
    options?: ErrorOptions,
  ) {
    super(`${file}: ${problem}`, options);
  }
}

/** A part of the zip, in memory or on disk. */
interface Part {
  readonly name: string;
  readonly content: Buffer | string;
}

const HALF = '.half';
const FORGOTTEN_AFTER = 3_600_000;

/**
 * Writes the sealed dossier to `outPath`: under another name first, verified, synced to disk, then renamed, so that it is
 * never half there. The same input gives the same manifest. Refuses PAPERS_UNAVAILABLE; throws DossierFault.
 */
export async function sealDossier(
  input: DossierInput,
  tools: SealTools,
  outPath: string,
): Promise<SealedDossier | Refusal> {
  // One after the other: what a dossier needs of memory does not grow with its files.
  const originals: Original[] = [];
  for (const file of input.files) originals.push(await checkOriginal(file));
  const book = await tools.pdf.render(
    {
      kind: 'DOSSIER',
      data: { handover: { ...input.cover, index: originals.map((it) => it.index) }, chronology: input.chronology },
    },
    { ...input.setting, madeAt: input.madeAt },
  );
  if (isRefusal(book)) return book;
  const parts: readonly Part[] = [
    { name: BOOK, content: book },
    ...originals.map((it) => it.part),
    { name: PUBLIC_KEY, content: Buffer.from(tools.key.publicKeyPem) },
    { name: PAGE, content: verifierPage() },
    { name: SCRIPT, content: verifierScript() },
  ];
  const listed = [...originals.map((it) => it.listed), ...parts.flatMap(listedHere)];
  const { region, handover, case: id, madeAt, anchor } = input;
  const manifest = writeManifest({
    region,
    handover,
    case: id,
    madeAt,
    key: tools.key.fingerprint,
    anchor,
    files: listed,
  });
  const seal: readonly Part[] = [
    { name: MANIFEST, content: manifest },
    { name: SIGNATURE, content: Buffer.from(`${tools.key.sign(manifest).toString('base64')}\n`) },
  ];
  const bytes = await place([...seal, ...parts], madeAt, outPath, tools.key.fingerprint);
  return { manifest: sha256(manifest), files: listed.length, bytes, fingerprint: tools.key.fingerprint };
}

interface Original {
  readonly part: Part;
  readonly listed: ManifestFile;
  readonly index: IndexEntry;
}

/** A name that every system can unpack: letters, digits and a few signs, no folder, no dot in front. */
const SAFE_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,119}$/;

async function checkOriginal({
  name,
  what,
  number,
  date,
  sha256: wanted,
  path,
  bytes,
}: DossierFile): Promise<Original> {
  if (!SAFE_NAME.test(name)) throw new DossierFault(name, 'not a name for a file in a dossier');
  const content = bytes ?? path;
  if (content === undefined) throw new DossierFault(name, 'neither bytes nor path');
  const found = await measure(content, name);
  if (found.sha256 !== wanted) throw new DossierFault(name, 'its content is not what its hash says');
  const inside = `${ORIGINALS}${name}`;
  return {
    part: { name: inside, content },
    listed: { name: inside, ...found },
    index: { name: inside, what, number, date, ...found },
  };
}

async function measure(content: Buffer | string, name: string): Promise<Omit<ManifestFile, 'name'>> {
  if (typeof content !== 'string') return { bytes: content.length, sha256: sha256(content) };
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(content) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    throw new DossierFault(name, 'cannot be read', { cause: error });
  }
  return { bytes, sha256: hash.digest('hex') };
}

function listedHere({ name, content }: Part): readonly ManifestFile[] {
  return typeof content === 'string' || name.startsWith(ORIGINALS)
    ? []
    : [{ name, bytes: content.length, sha256: sha256(content) }];
}

async function place(
  parts: readonly Part[],
  madeAt: IsoInstant,
  outPath: string,
  fingerprint: string,
): Promise<number> {
  await forgetHalves(outPath);
  const half = join(dirname(outPath), `.${basename(outPath)}.${randomUUID()}${HALF}`);
  try {
    await writeZip(parts, madeAt, half);
    const verdict = await verifyDossier(half, fingerprint);
    const [first] = verdict.problems;
    if (first) throw new DossierFault(first.file, `${first.problem} after writing`);
    await rename(half, outPath);
  } catch (error) {
    await unlink(half).catch(() => undefined);
    throw error;
  }
  await synced(dirname(outPath));
  return (await stat(outPath)).size;
}

/** Nothing is compressed: the originals are already, and the verifiers need not unpack. */
async function writeZip(parts: readonly Part[], madeAt: IsoInstant, path: string): Promise<void> {
  const zip = new ZipFile();
  const options = { compress: false, mtime: wallClock(madeAt), mode: 0o100644, forceDosTimestamp: true };
  for (const { name, content } of parts) {
    if (typeof content === 'string') {
      zip.addReadStreamLazy(name, options, (give) => give(null, createReadStream(content)));
    } else {
      zip.addBuffer(content, name, options);
    }
  }
  zip.end();
  const stopped = new Promise<never>((_, fail) => (zip as NodeJS.EventEmitter & ZipFile).on('error', fail));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path, { flags: 'wx', mode: 0o640 })), stopped]);
  await synced(path);
}

/** Zip files carry a wall clock without a zone: here that of WIB, wherever this server stands. */
function wallClock(madeAt: IsoInstant): Date {
  const { year, month, day } = calendarDate(wibDate(madeAt));
  const [hour = 0, minute = 0, second = 0] = wibTime(madeAt).split(':').map(Number);
  return new Date(year, month - 1, day, hour, minute, second);
}

async function synced(path: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    await file.sync();
  } finally {
    await file?.close();
  }
}

/** What a crash left behind of this dossier. */
async function forgetHalves(outPath: string): Promise<void> {
  const folder = dirname(outPath);
  const halves = (await readdir(folder)).filter((it) => it.startsWith(`.${basename(outPath)}.`) && it.endsWith(HALF));
  for (const name of halves) {
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (Date.now() - mtimeMs > FORGOTTEN_AFTER) await unlink(path);
  }
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
