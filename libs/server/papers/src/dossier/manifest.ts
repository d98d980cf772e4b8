import { type IsoInstant, isIsoInstant } from '@papan/domain';
import { canonicalJson } from './canonical';

/** Names inside a dossier. */
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.sig';
export const PUBLIC_KEY = 'kunci-publik.pem';
export const BOOK = 'berkas.pdf';
export const ORIGINALS = 'asli/';
export const PAGE = 'periksa.html';
export const SCRIPT = 'periksa.mjs';

/** The seal itself is in no manifest. */
export const UNLISTED: readonly string[] = [MANIFEST, SIGNATURE];

const FORMAT = 'papan-uhc/dossier/1';

export interface ManifestFile {
  readonly name: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
}

/** An entry of the journal: what had happened in the region when the dossier was made. */
export interface Anchor {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

/** What the signature covers. */
export interface Manifest {
  readonly region: string;
  readonly handover: number;
  readonly case: number;
  readonly madeAt: IsoInstant;
  /** Fingerprint of the key that signed it. */
  readonly key: string;
  readonly anchor: Anchor | null;
  /** In the order of their names. */
  readonly files: readonly ManifestFile[];
}

/** The bytes that are signed: the same manifest always gives the same. */
export function writeManifest({ region, handover, case: id, madeAt, key, anchor, files }: Manifest): Buffer {
  const listed = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const at = anchor === null ? null : { epoch: anchor.epoch, seq: anchor.seq, hash: anchor.hash };
  return Buffer.from(
    `${canonicalJson({ format: FORMAT, region, handover, case: id, madeAt, key, anchor: at, files: listed })}\n`,
  );
}

/** The manifest in these bytes, or null where they hold none. */
export function readManifest(bytes: Buffer): Manifest | null {
  const value = objectIn(bytes);
  if (value?.['format'] !== FORMAT) return null;
  const { region, handover, case: id, madeAt, key, anchor, files } = value;
  if (typeof region !== 'string' || typeof key !== 'string' || !isIsoInstant(madeAt)) return null;
  if (typeof handover !== 'number' || typeof id !== 'number' || !Array.isArray(files)) return null;
  const listed = files.map(fileIn);
  const at = anchorIn(anchor);
  if (listed.includes(null) || at === undefined) return null;
  return { region, handover, case: id, madeAt, key, anchor: at, files: listed as ManifestFile[] };
}

function fileIn(value: unknown): ManifestFile | null {
  const { name, bytes, sha256 } = (value ?? {}) as Partial<Record<keyof ManifestFile, unknown>>;
  if (typeof name !== 'string' || !Number.isSafeInteger(bytes)) return null;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return null;
  return { name, bytes: bytes as number, sha256 };
}

function anchorIn(value: unknown): Anchor | null | undefined {
  if (value === null) return null;
  const { epoch, seq, hash } = (value ?? {}) as Partial<Record<keyof Anchor, unknown>>;
  return typeof epoch === 'number' && typeof seq === 'number' && typeof hash === 'string'
    ? { epoch, seq, hash }
    : undefined;
}

function objectIn(bytes: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
