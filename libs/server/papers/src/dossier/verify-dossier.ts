import { createHash, verify } from 'node:crypto';
import { ZipFault } from '../zip/directory';
import { fingerprintOf } from './dossier-key';
import { MANIFEST, type Manifest, type ManifestFile, PUBLIC_KEY, SIGNATURE, UNLISTED, readManifest } from './manifest';
import { type OpenFile, openDossier } from './open-dossier';

export const DOSSIER_PROBLEMS = [
  /** Its content is not what the manifest says. */
  'ALTERED',
  /** In the manifest, and not there. */
  'MISSING',
  /** There, and not in the manifest. */
  'EXTRA',
  /** Twice in the zip file. */
  'DOUBLE',
  /** Cannot be read, or is not of its kind. */
  'UNREADABLE',
  /** The signature does not belong to this manifest and this key. */
  'SIGNATURE',
  /** Signed with another key than the expected one. */
  'FOREIGN_KEY',
] as const;
export type DossierProblem = (typeof DOSSIER_PROBLEMS)[number];

export interface DossierVerdict {
  readonly ok: boolean;
  readonly problems: readonly { readonly file: string; readonly problem: DossierProblem }[];
  /** Of the key inside, to be compared by another way; null where there is none. */
  readonly fingerprint: string | null;
  readonly manifest: Manifest | null;
}

type Found = DossierVerdict['problems'][number];
/** Manifest, signature and key are small. */
const LARGEST_SEAL = 8 * 1024 * 1024;

/**
 * Whether a dossier (zip file or folder) is as it was sealed; each file that is not is named. `expected`: the fingerprint or
 * the PEM of the key that should have signed it. Throws only where the path cannot be opened at all.
 */
export async function verifyDossier(path: string, expected?: string): Promise<DossierVerdict> {
  try {
    const { files, close } = await openDossier(path);
    try {
      return await judge(files, expected);
    } finally {
      await close();
    }
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    const name = path.split(/[\\/]/).at(-1) ?? path;
    return { ok: false, problems: [{ file: name, problem: 'UNREADABLE' }], fingerprint: null, manifest: null };
  }
}

async function judge(files: readonly OpenFile[], expected: string | undefined): Promise<DossierVerdict> {
  const byName = new Map(files.map((file) => [file.name, file]));
  const problems: Found[] = [...doubles(files)];
  const [manifestBytes, signature, pem] = [
    await small(byName, MANIFEST),
    await small(byName, SIGNATURE),
    await small(byName, PUBLIC_KEY),
  ];
  const manifest = manifestBytes && readManifest(manifestBytes);
  const fingerprint = pem && fingerprintIn(pem);
  for (const [name, bytes] of [
    [MANIFEST, manifestBytes],
    [SIGNATURE, signature],
  ] as const) {
    if (!bytes) problems.push({ file: name, problem: byName.has(name) ? 'UNREADABLE' : 'MISSING' });
  }
  if (manifestBytes && !manifest) problems.push({ file: MANIFEST, problem: 'UNREADABLE' });
  if (pem && !fingerprint) problems.push({ file: PUBLIC_KEY, problem: 'UNREADABLE' });
  const signed = signature && signatureIn(signature);
  if (signature && !signed) problems.push({ file: SIGNATURE, problem: 'UNREADABLE' });
  if (manifestBytes && signed && pem && fingerprint && !verify(null, manifestBytes, pem.toString('utf8'), signed)) {
    problems.push({ file: MANIFEST, problem: 'SIGNATURE' });
  }
  if (fingerprint && isForeign(fingerprint, manifest, expected))
    problems.push({ file: PUBLIC_KEY, problem: 'FOREIGN_KEY' });
  problems.push(...(await compare(byName, manifest?.files ?? [])));
  if (!pem && !problems.some((it) => it.file === PUBLIC_KEY)) problems.push({ file: PUBLIC_KEY, problem: 'MISSING' });
  return { ok: problems.length === 0, problems, fingerprint: fingerprint ?? null, manifest: manifest ?? null };
}

function doubles(files: readonly OpenFile[]): readonly Found[] {
  const names = files.map(({ name }) => name);
  return [...new Set(names.filter((name, at) => names.indexOf(name) !== at))].map((file) => ({
    file,
    problem: 'DOUBLE',
  }));
}

/** The files against the list, both ways. Without a manifest nothing is said of them. */
async function compare(
  byName: ReadonlyMap<string, OpenFile>,
  listed: readonly ManifestFile[],
): Promise<readonly Found[]> {
  if (listed.length === 0) return [];
  const found: Found[] = [];
  for (const entry of listed) {
    const file = byName.get(entry.name);
    if (!file) found.push({ file: entry.name, problem: 'MISSING' });
    else if (!(await isAs(file, entry))) found.push({ file: entry.name, problem: 'ALTERED' });
  }
  const known = new Set([...UNLISTED, ...listed.map(({ name }) => name)]);
  const extra = [...byName.keys()].filter((name) => !known.has(name));
  return [...found, ...extra.map((file): Found => ({ file, problem: 'EXTRA' }))];
}

async function isAs(file: OpenFile, { bytes, sha256 }: ManifestFile): Promise<boolean> {
  if (file.size !== bytes) return false;
  const hash = createHash('sha256');
  let read = 0;
  try {
    for await (const chunk of await file.read()) {
      read += chunk.length;
      if (read > bytes) return false;
      hash.update(chunk);
    }
  } catch {
    return false;
  }
  return read === bytes && hash.digest('hex') === sha256;
}

async function small(byName: ReadonlyMap<string, OpenFile>, name: string): Promise<Buffer | null> {
  const file = byName.get(name);
  if (!file || file.size > LARGEST_SEAL) return null;
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of await file.read()) {
      chunks.push(chunk);
      if (chunks.reduce((sum, it) => sum + it.length, 0) > LARGEST_SEAL) return null;
    }
  } catch {
    return null;
  }
  return Buffer.concat(chunks);
}

function fingerprintIn(pem: Buffer): string | null {
  try {
    return fingerprintOf(pem.toString('utf8'));
  } catch {
    return null;
  }
}

/** The 64 bytes in the signature's file: base64 and a line break, and nothing besides. */
function signatureIn(file: Buffer): Buffer | null {
  const bytes = Buffer.from(file.toString('latin1'), 'base64');
  return bytes.length === 64 && `${bytes.toString('base64')}\n` === file.toString('latin1') ? bytes : null;
}

function isForeign(fingerprint: string, manifest: Manifest | null | undefined, expected: string | undefined): boolean {
  if (manifest && manifest.key !== fingerprint) return true;
  return expected !== undefined && fingerprint !== normalFingerprint(expected);
}

/** A fingerprint as people write it (capitals, blanks, colons), or the PEM itself. */
export function normalFingerprint(text: string): string {
  if (text.includes('BEGIN PUBLIC KEY')) {
    return fingerprintIn(Buffer.from(text)) ?? '';
  }
  return text.replace(/[\s:]/g, '').toLowerCase();
}
