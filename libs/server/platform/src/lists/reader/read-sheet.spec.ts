import { utils, write } from '@e965/xlsx';
import { isRefusal } from '@papan/domain';
import { readSheet } from './read-sheet';
import type { SheetOrRefusal } from './sheet';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Buffer.from(text, 'latin1');

function cellsOf(sheet: SheetOrRefusal): unknown {
  if (isRefusal(sheet)) throw new Error(`${sheet.code} ${JSON.stringify(sheet.params)}`);
  return sheet.lines.map(({ line, cells }) => [line, ...cells]);
}

function refusalOf(sheet: SheetOrRefusal): unknown {
  return isRefusal(sheet) ? [sheet.code, sheet.params] : 'accepted';
}

function workbook(rows: unknown[][], type: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'Daftar');
  return new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer);
}

describe('a list as text', () => {
  it.each([
    ['semicolons', 'Nama;NIB\nToko;1\n'],
    ['commas', 'Nama,NIB\r\nToko,1\r\n'],
    ['tabs', 'Nama\tNIB\nToko\t1'],
    ['the mark of UTF-8', '\uFEFFNama;NIB\nToko;1\n'],
    ['the separator said', 'sep=;\nNama;NIB\nToko;1\n'],
  ])('is read with %s', (_, text) => {
    const before = text.startsWith('sep') ? 1 : 0;
    expect(cellsOf(readSheet(bytes(text)))).toEqual([
      [1 + before, 'Nama', 'NIB'],
      [2 + before, 'Toko', '1'],
    ]);
  });

  it('is read in UTF-16 as a spreadsheet writes it, and in the writing of old machines', () => {
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('Nama\tNIB\nKafé\t1', 'utf16le')]);
    expect(cellsOf(readSheet(wide))).toEqual([
      [1, 'Nama', 'NIB'],
      [2, 'Kafé', '1'],
    ]);
    expect(cellsOf(readSheet(latin('Nama;NIB\nKaf\xe9 \x93Melati\x94;1\n')))).toEqual([
      [1, 'Nama', 'NIB'],
      [2, 'Kafé “Melati”', '1'],
    ]);
  });

  it('keeps separators, quotes and line breaks that stand in quotes, and counts the lines', () => {
    const text = 'Nama;Alamat\n"Toko ""Melati""";"Jl. Mawar; 3\nSatreyan"\n\nWarung "Asri";Jl. Sawo\n';
    expect(cellsOf(readSheet(bytes(text)))).toEqual([
      [1, 'Nama', 'Alamat'],
      [2, 'Toko "Melati"', 'Jl. Mawar; 3\nSatreyan'],
      [5, 'Warung "Asri"', 'Jl. Sawo'],
    ]);
  });

  it('keeps a formula as the text that it is', () => {
    expect(cellsOf(readSheet(bytes('Nama;NIB\n"=HYPERLINK(""http://x"")";1\n')))).toEqual([
      [1, 'Nama', 'NIB'],
      [2, '=HYPERLINK("http://x")', '1'],
    ]);
  });

  it.each([
    [
      'two writings mixed',
      Buffer.concat([bytes('Nama;X\nKafé;1\n'), latin('Kaf\xe9;2\n')]),
      ['IMPORT_ENCODING', { lines: '3' }],
    ],
    ['a byte that is no letter', latin('Nama;X\nA\x81;1\n'), ['IMPORT_ENCODING', { lines: '2' }]],
    ['a letter that was lost before', bytes('Nama;X\nKaf\uFFFD;1\n'), ['IMPORT_ENCODING', { lines: '2' }]],
    ['bytes of no text', Buffer.from([1, 0, 2, 0]), ['IMPORT_NOT_A_TABLE', {}]],
    ['a page renamed', bytes('<html><table><tr><td>Nama</td></tr></table></html>'), ['IMPORT_NOT_A_TABLE', {}]],
    ['a PDF renamed', bytes('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n'), ['IMPORT_NOT_A_TABLE', {}]],
    ['a letter renamed', bytes('{\\rtf1\\ansi Nama}\n'), ['IMPORT_NOT_A_TABLE', {}]],
    ['a quote that never ends', bytes('Nama;X\nA;1\n"B;2\nC;3\n'), ['IMPORT_UNREADABLE', { lines: '3' }]],
  ])('is refused whole with %s', (_, file, refusal) => {
    expect(refusalOf(readSheet(file))).toEqual(refusal);
  });

  it('is refused with too many columns or lines', () => {
    const wide = `${Array.from({ length: 300 }, (_, at) => `K${at}`).join(';')}\n`;
    expect(refusalOf(readSheet(bytes(wide)))).toEqual([
      'IMPORT_TOO_MANY_COLUMNS',
      { line: 1, columns: 300, limit: 120 },
    ]);
    expect(refusalOf(readSheet(bytes('a;b\n'.repeat(50_001))))).toEqual(['IMPORT_TOO_MANY_ROWS', { limit: 50_000 }]);
  });
});

describe('a workbook', () => {
  it.each(['xlsx', 'biff8'] as const)('as %s is read with its amounts as amounts and its text as text', (type) => {
    const rows = [['Daftar'], [], ['Nama', 'NIB', 'TK'], ['Toko', '0220012345678', 12], ['PT', 220012345678, 1.5]];
    expect(cellsOf(readSheet(workbook(rows, type)))).toEqual([
      [1, 'Daftar'],
      [3, 'Nama', 'NIB', 'TK'],
      [4, 'Toko', '0220012345678', 12],
      [5, 'PT', 220012345678, 1.5],
    ]);
  });

  it('gives the saved result of a formula, and is refused where there is none', () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([['Nama'], ['x']]);
    sheet['A2'] = { t: 's', v: 'Klik', f: 'HYPERLINK("http://x","Klik")' };
    utils.book_append_sheet(book, sheet, 'A');
    const saved = () => new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(cellsOf(readSheet(saved()))).toEqual([
      [1, 'Nama'],
      [2, 'Klik'],
    ]);
    sheet['A2'] = { t: 'n', f: 'SUM(B1:B9)' };
    expect(refusalOf(readSheet(saved()))).toEqual(['IMPORT_FORMULA_EMPTY', { lines: '2' }]);
  });

  it('shows numbers with the zeros in front that their format gives them', () => {
    const sheet = utils.aoa_to_sheet([['NIB'], [220012345678]]);
    (sheet['A2'] as { z?: string }).z = '0000000000000';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'A');
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(cellsOf(readSheet(file))).toEqual([
      [1, 'NIB'],
      [2, '0220012345678'],
    ]);
  });

  it('is read on its fullest sheet that is shown', () => {
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Petunjuk']]), 'Petunjuk');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['Nama'], ['Toko']]), 'Daftar');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['a'], ['b'], ['c']]), 'Rahasia');
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }] };
    const file = new Uint8Array(write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
    expect(readSheet(file)).toMatchObject({ sheet: 'Daftar' });
  });

  it('that is damaged is refused', () => {
    const broken = workbook([['Nama'], ['Toko']], 'biff8').subarray(0, 600);
    expect(refusalOf(readSheet(broken))).toEqual(['IMPORT_UNREADABLE', { lines: '1' }]);
  });
});
