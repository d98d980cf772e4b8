import { inflateRawSync } from 'node:zlib';
import {
  LOCAL_SIZE,
  TAIL_SIZE,
  type ZipEntry,
  ZipFault,
  contentOffset,
  crc32,
  findDirectory,
  readDirectory,
} from './directory';

export interface UnpackLimits {
  readonly entries: number;
  /** Bytes of all entries together. */
  readonly total: number;
}

/** The parts of a small zip file, by name. Throws ZipFault where it is damaged, or unpacks to more than the limits. */
export function unpack(zip: Buffer, limits: UnpackLimits): ReadonlyMap<string, Buffer> {
  const place = findDirectory(zip.subarray(Math.max(0, zip.length - TAIL_SIZE)), zip.length);
  if (place.count > limits.entries) throw new ZipFault('too many parts');
  const parts = new Map<string, Buffer>();
  let left = limits.total;
  for (const entry of readDirectory(zip.subarray(place.offset, place.offset + place.size), place.count)) {
    const part = contentOf(zip, entry, left);
    left -= part.length;
    if (parts.has(entry.name)) throw new ZipFault(`${entry.name}: there twice`);
    parts.set(entry.name, part);
  }
  return parts;
}

/** Unpacks one entry, and stops at `limit` bytes whatever the directory says. */
function contentOf(zip: Buffer, entry: ZipEntry, limit: number): Buffer {
  const from = contentOffset(zip.subarray(entry.offset, entry.offset + LOCAL_SIZE), entry);
  const packed = zip.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed || entry.size > limit) throw new ZipFault(`${entry.name}: too large`);
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, limit, entry.name) : null;
  if (content?.length !== entry.size || crc32(content) !== entry.crc) throw new ZipFault(`${entry.name}: damaged`);
  return content;
}

function inflated(packed: Buffer, limit: number, name: string): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) });
  } catch {
    throw new ZipFault(`${name}: damaged or too large`);
  }
}
