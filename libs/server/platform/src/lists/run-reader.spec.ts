import { deflateRawSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { type FindHeading, isRefusal } from '@papan/domain';
import { ListReader } from './list-reader';
import { runReader } from './run-reader';
import { scanZip } from './scan-zip';

const FIRST: FindHeading = ([line]) => line;
const LIST = Buffer.from('Nama Usaha;NIB\nToko Melati;1234567890123\n');

function workbook(): Buffer {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Nama Usaha', 'NIB'],
      ['Toko', '1'],
    ]),
    'A',
  );
  return Buffer.from(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

/** A ZIP file of one part that says it unpacks to `says` bytes. */
function zip(name: string, content: Buffer, says = content.length): Buffer {
  const packed = deflateRawSync(content);
  const [local, entry, end] = [Buffer.alloc(30), Buffer.alloc(46), Buffer.alloc(22)];
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(says, 24);
  entry.writeUInt16LE(name.length, 28);
  const start = 30 + name.length + packed.length;
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([local, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

const codeOf = (value: unknown): string => (isRefusal(value) ? value.code : 'accepted');

describe('the process that reads lists', () => {
  it('says what it read', async () => {
    expect(await runReader(LIST)).toEqual({
      kind: 'CSV',
      sheet: null,
      lines: [
        { line: 1, cells: ['Nama Usaha', 'NIB'] },
        { line: 2, cells: ['Toko Melati', '1234567890123'] },
      ],
    });
  });

  it('says why it refuses', async () => {
    expect(codeOf(await runReader(Buffer.from('<html>')))).toBe('IMPORT_NOT_A_TABLE');
  });

  it('is ended when it takes too long', async () => {
    expect(codeOf(await runReader(LIST, { heap: 512, time: 1 }))).toBe('IMPORT_TOO_SLOW');
  });

  it('is ended when it takes too much memory, and we are not', async () => {
    const large = Buffer.from(`a;b\n${'x;y\n'.repeat(49_000)}`);
    expect(codeOf(await runReader(large, { heap: 12, time: 60_000 }))).toBe('IMPORT_TOO_SLOW');
  }, 60_000);
});

describe('a workbook before it is read', () => {
  it('is let through where it unpacks to what it says', async () => {
    expect(await scanZip(workbook())).toBeUndefined();
  });

  it.each([
    ['that says it is larger than any list', zip('xl/workbook.xml', Buffer.alloc(1_000), 0x7fff_ffff), 'IMPORT_SWELLS'],
    ['that unpacks to more than it says', zip('xl/workbook.xml', Buffer.alloc(5_000_000), 1_000), 'IMPORT_SWELLS'],
    ['that unpacks to less than it says', zip('xl/workbook.xml', Buffer.alloc(10), 1_000), 'IMPORT_UNREADABLE'],
    ['that is no workbook', zip('word/document.xml', Buffer.alloc(10)), 'IMPORT_NOT_A_TABLE'],
    ['that was cut off', workbook().subarray(0, 2_000), 'IMPORT_UNREADABLE'],
  ])('is refused %s', async (_, file, code) => {
    expect(codeOf(await scanZip(file))).toBe(code);
  });

  it('is not even given to the process that reads when it swells', async () => {
    const bomb = zip('xl/workbook.xml', Buffer.alloc(1_000), 0x7fff_ffff);
    expect(codeOf(await new ListReader().read(bomb, FIRST))).toBe('IMPORT_SWELLS');
  });

  it('is read one after the other where many come at once', async () => {
    const reader = new ListReader();
    const answers = await Promise.all(Array.from({ length: 5 }, () => reader.read(workbook(), FIRST)));
    expect(answers.map(codeOf)).toEqual(Array(5).fill('accepted'));
  }, 60_000);
});
