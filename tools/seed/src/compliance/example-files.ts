import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

/** A file of the demonstration, made of nothing: what stands for a signed letter, a report or a photo. */
export interface ExampleFile {
  readonly name: string;
  readonly kind: 'pdf' | 'png';
  readonly mime: string;
  readonly bytes: Buffer;
  /** SHA-256 of the bytes, in hex: its name in the store. */
  readonly hash: string;
}

/**
 * One page of A4 with these lines, and that it is an example. The same lines make the same bytes everywhere. Only ASCII:
 * the typeface is one that every reader has, and nothing is embedded.
 */
export function examplePaper(name: string, lines: readonly string[]): ExampleFile {
  return unmistakable(name, 'pdf', (nonce) =>
    paper([...lines, '', `DATA CONTOH, bukan dokumen sebenarnya. ${nonce}`.trim()]),
  );
}

/** A picture of 96 by 64 grey squares that no camera took, another one for each `seed`. */
export function examplePhoto(name: string, seed: number): ExampleFile {
  return unmistakable(name, 'png', (nonce) => photo(seed + nonce.length * 7919));
}

const MIME = { pdf: 'application/pdf', png: 'image/png' } as const;

/** A hash in which sixteen decimal digits stand in a row could be taken for an identity number: then another try. */
function unmistakable(name: string, kind: ExampleFile['kind'], make: (nonce: string) => Buffer): ExampleFile {
  for (let nonce = ''; ; nonce += '.') {
    const bytes = make(nonce);
    const hash = createHash('sha256').update(bytes).digest('hex');
    if (!/\d{16}/.test(hash)) return { name, kind, mime: MIME[kind], bytes, hash };
  }
}

function paper(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 18 TL 72 770 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${table}${trailer}`, 'latin1');
}

const WIDTH = 96;
const HEIGHT = 64;

function photo(seed: number): Buffer {
  const lines = Array.from({ length: HEIGHT }, (_, y) => {
    const line = Buffer.alloc(WIDTH + 1);
    for (let x = 0; x < WIDTH; x += 1) line[x + 1] = grey(seed, x >> 3, y >> 3);
    return line;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header[8] = 8;
  // Stored, not compressed: another version of the library would make other bytes, and another hash.
  const pixels = deflateSync(Buffer.concat(lines), { level: 0 });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function grey(seed: number, column: number, row: number): number {
  return (Math.imul(seed + 1, 2_654_435_761) ^ Math.imul(column * 31 + row + 1, 40_503)) & 0xff;
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** The check sum of PNG (ISO 3309). */
function crc32(bytes: Buffer): number {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}
