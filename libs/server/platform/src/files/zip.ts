import { createInflateRaw } from 'node:zlib';

/** One entry of a ZIP file as its directory tells it. `from`, `until`: where its packed bytes lie. */
export interface ZipEntry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly stored: boolean;
  readonly size: number;
  readonly from: number;
  readonly until: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const IN_DIRECTORY = 0x02014b50;
const LOCAL = 0x04034b50;
const COMMENT_LIMIT = 65_535;
const STORED = 0;
const DEFLATED = 8;

/**
 * The directory of a ZIP file, or undefined where it is damaged, of an unusual make (ZIP64, other packings), or two entries
 * share bytes. Nothing is unpacked.
 */
export function readZipDirectory(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = findEnd(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let nth = 0; nth < count; nth++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== IN_DIRECTORY) return undefined;
    const entry = readEntry(bytes, at, end);
    if (!entry) return undefined;
    entries.push(entry);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return shareBytes(entries) ? undefined : entries;
}

function findEnd(bytes: Buffer): number | undefined {
  const least = Math.max(0, bytes.length - COMMENT_LIMIT - 22);
  for (let at = bytes.length - 22; at >= least; at--) {
    if (bytes.readUInt32LE(at) === END_OF_DIRECTORY && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length)
      return at;
  }
  return undefined;
}

function readEntry(bytes: Buffer, at: number, end: number): ZipEntry | undefined {
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  const local = bytes.readUInt32LE(at + 42);
  if ((method !== STORED && method !== DEFLATED) || local + 30 > end) return undefined;
  if (bytes.readUInt32LE(local) !== LOCAL || bytes.readUInt16LE(local + 8) !== method) return undefined;
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  const until = from + packed;
  if (until > end) return undefined;
  const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28));
  return { name, encrypted: (flags & 1) === 1, stored: method === STORED, size, from, until };
}

/** Entries that lie over each other unpack to far more than the file is: no honest program writes them. */
function shareBytes(entries: readonly ZipEntry[]): boolean {
  const sorted = entries.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from);
  return sorted.some(({ from }, at) => from < (sorted[at - 1]?.until ?? 0));
}

/**
 * The bytes of an entry where there are at most `keep` of them, else nothing; counted to the end in any case.
 * `short`: fewer than its directory says, or damaged. `long`: more than it says; it is not unpacked further.
 */
export async function unpack(
  bytes: Buffer,
  entry: ZipEntry,
  keep: number,
): Promise<Buffer | undefined | 'short' | 'long'> {
  const packed = bytes.subarray(entry.from, entry.until);
  if (entry.stored) return packed.length === entry.size ? (entry.size <= keep ? packed : undefined) : 'short';
  const inflate = createInflateRaw();
  const parts: Buffer[] = [];
  let size = 0;
  try {
    inflate.end(packed);
    for await (const part of inflate as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > entry.size) return 'long';
      if (entry.size <= keep) parts.push(part);
    }
  } catch {
    return 'short';
  }
  if (size !== entry.size) return 'short';
  return entry.size <= keep ? Buffer.concat(parts) : undefined;
}
