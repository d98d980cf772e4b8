/**
 * The directory of a zip file (APPNOTE 6.3), read without trusting it: names, sizes and places only; nothing is unpacked.
 * Zip64, several disks and encryption are not read.
 */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the local header begins. */
  readonly offset: number;
}

/** The file is no zip file, or one that is damaged or that is not read here. */
export class ZipFault extends Error {
  override readonly name = 'ZipFault';
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
export const LOCAL = 0x04034b50;
const END_SIZE = 22;
const CENTRAL_SIZE = 46;
export const LOCAL_SIZE = 30;
const LONGEST_COMMENT = 0xffff;
/** How much of the end of a file may hold the end record. */
export const TAIL_SIZE = END_SIZE + LONGEST_COMMENT;
const ENCRYPTED = 0x1;

export interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
}

/** Where the directory lies. `tail` is the end of the file, which has `fileSize` bytes. */
export function findDirectory(tail: Buffer, fileSize: number): DirectoryPlace {
  for (let at = tail.length - END_SIZE; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END) continue;
    if (at + END_SIZE + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const [count, size, offset] = [tail.readUInt16LE(at + 10), tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
    const end = fileSize - tail.length + at;
    if (tail.readUInt16LE(at + 4) !== 0 || offset + size !== end)
      throw new ZipFault('the directory is not where it should be');
    return { count, size, offset };
  }
  throw new ZipFault('no zip file');
}

/** The entries of a directory, in its order; those of folders are left out. */
export function readDirectory(directory: Buffer, count: number): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let nth = 0; nth < count; nth += 1) {
    if (at + CENTRAL_SIZE > directory.length || directory.readUInt32LE(at) !== CENTRAL)
      throw new ZipFault('the directory is damaged');
    const [nameSize, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const next = at + CENTRAL_SIZE + nameSize + extra + comment;
    if (next > directory.length) throw new ZipFault('the directory is damaged');
    if ((directory.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ZipFault('the file is encrypted');
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize),
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    });
    at = next;
  }
  if (at !== directory.length) throw new ZipFault('the directory is damaged');
  return entries.filter(({ name }) => !name.endsWith('/'));
}

/** Where the content begins, after the local header `header` of an entry. */
export function contentOffset(header: Buffer, { offset, name }: ZipEntry): number {
  if (header.length < LOCAL_SIZE || header.readUInt32LE(0) !== LOCAL)
    throw new ZipFault(`${name}: its header is damaged`);
  return offset + LOCAL_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The check sum of an entry, as every program that unpacks compares it. */
export function crc32(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ (CRC_TABLE[(value ^ byte) & 0xff] ?? 0);
  return (value ^ 0xffffffff) >>> 0;
}
