import { crc32, deflateRawSync } from 'node:zlib';
import sharp from 'sharp';

/** One entry of a ZIP file that a test makes; what differs from an honest one is said here. */
export interface SampleEntry {
  readonly name: string;
  readonly text: string | Buffer;
  /** What the directory says about the size; default: the truth. */
  readonly claims?: number;
  readonly encrypted?: boolean;
  readonly method?: number;
}

/** A ZIP file byte by byte, honest or not. */
export function zipOf(entries: readonly SampleEntry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text, claims, encrypted = false, method = 8 } of entries) {
    const plain = Buffer.from(text);
    const packed = method === 8 ? deflateRawSync(plain, { level: 9 }) : plain;
    const named = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE((encrypted ? 1 : 0) | 0x0800, 2);
    head.writeUInt16LE(method, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claims ?? plain.length, 18);
    head.writeUInt16LE(named.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), head, named, packed]);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry, named]));
    parts.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const MAIN = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  docm: 'application/vnd.ms-word.document.macroEnabled.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
} as const;

/** The least that is a Word or Excel document, with more entries where a test wants them. */
export function officeOf(kind: keyof typeof MAIN, more: readonly SampleEntry[] = []): Buffer {
  const part = kind === 'xlsx' ? '/xl/workbook.xml' : '/word/document.xml';
  return zipOf([
    {
      name: '[Content_Types].xml',
      text: `<?xml version="1.0"?><Types><Override PartName="${part}" ContentType="${MAIN[kind]}"/></Types>`,
    },
    { name: part.slice(1), text: '<w:document><w:body><w:p>Surat</w:p></w:body></w:document>' },
    ...more,
  ]);
}

/** A PDF of one page; `more` stands among its objects, `catalog` in its catalogue, `trailer` in its trailer. */
export function pdfOf({ more = '', catalog = '', trailer = '', words = 'Surat himbauan' } = {}): Buffer {
  const text = `BT /F1 12 Tf 72 720 Td (${words}) Tj ET`;
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${catalog} >>\nendobj\n` +
      `2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>\nendobj\n` +
      `4 0 obj\n<< /Length ${text.length} >>\nstream\n${text}\nendstream\nendobj\n${more}\n` +
      `xref\n0 5\n0000000000 65535 f \ntrailer\n<< /Size 5 /Root 1 0 R ${trailer} >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}

/** An old Excel workbook as far as its list of streams and its first records go. */
export function xlsOf(names: readonly string[] = ['Root Entry', 'Workbook'], records: readonly Buffer[] = []): Buffer {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  const workbook = Buffer.alloc(512);
  Buffer.concat([biffRecord(0x0809, Buffer.alloc(16)), ...records, biffRecord(0x000a)]).copy(workbook);
  const list = Buffer.alloc(128 * Math.max(4, names.length));
  names.forEach((name, at) => {
    list.write(name, at * 128, 'utf16le');
    list.writeUInt16LE(2 * (name.length + 1), at * 128 + 64);
    list.writeUInt8(at === 0 ? 5 : 2, at * 128 + 66);
  });
  return Buffer.concat([header, workbook, list, Buffer.alloc(512)]);
}

export function biffRecord(type: number, data: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

/** A photo in one colour; the same colour gives the same bytes. */
export function photoOf(kind: 'jpeg' | 'png' | 'webp' = 'jpeg', width = 60, height = 40, shade = 90): Promise<Buffer> {
  const picture = sharp({ create: { width, height, channels: 3, background: { r: shade % 256, g: 120, b: 60 } } });
  return picture.toFormat(kind).toBuffer();
}

/** A photo lying on its side, with the place where it was taken and the name of the device. */
export function photoWithPlace(): Promise<Buffer> {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 200, g: 120, b: 60 } } })
    .withExif({
      IFD0: { Make: 'PONSEL-RAHASIA', Copyright: 'Budi', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '8/1 5/1 43/1', GPSLongitudeRef: 'E', GPSLongitude: '112/1 10/1 4/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** What only the head of a PNG says: a picture of that many pixels, with nothing behind it. */
export function pngHead(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', Buffer.alloc(0)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
