import { type FindHeading, headingLine, isRefusal } from '@papan/domain';
import { readSheet } from './reader/read-sheet';
import { understand } from './understand';

const FIND: FindHeading = (lines) => headingLine(lines, 'DPMPTSP');

function ofCsv(text: string): unknown {
  const sheet = readSheet(new TextEncoder().encode(text));
  const list = isRefusal(sheet) ? sheet : understand(sheet, FIND);
  return isRefusal(list) ? [list.code, list.params] : list;
}

describe('a list that was read', () => {
  it('has its heading below a title, and its lines below the heading', () => {
    const sheet = { kind: 'XLSX', sheet: 'A', lines: [] } as const;
    const lines = [
      { line: 1, cells: ['DAFTAR NIB'] },
      { line: 3, cells: ['No', 'Nama Usaha', null] },
      { line: 4, cells: [1, 'Toko', 'catatan'] },
    ];
    expect(understand({ ...sheet, lines }, FIND)).toEqual({
      sheet: 'A',
      headingLine: 3,
      headings: ['No', 'Nama Usaha', ''],
      lines: lines.slice(2),
    });
  });

  it.each([
    [
      'lines of another number of fields',
      'Nama;NIB\nA;1\nB;2;x\nC\nD;4\n',
      ['IMPORT_RAGGED', { columns: 2, lines: '3, 4' }],
    ],
    ['one heading twice', 'Nama;NIB;nib\nA;1;2\n', ['IMPORT_HEADER_TWICE', { line: 1, heading: 'nib' }]],
    ['nothing below the heading', 'Nama;NIB\n', ['IMPORT_EMPTY', {}]],
    ['nothing at all', '\n\n', ['IMPORT_EMPTY', {}]],
    ['one column of prose', 'Ini bukan daftar\nsama sekali\n', ['IMPORT_EMPTY', {}]],
  ])('is refused whole with %s', (_, text, refusal) => {
    expect(ofCsv(text)).toEqual(refusal);
  });

  it('may end its lines with separators that part nothing', () => {
    expect(ofCsv('Nama;NIB\nA;1;;\n')).toMatchObject({ lines: [{ line: 2 }] });
  });

  it('names twenty lines and says how many more there are', () => {
    const text = `Nama;NIB\n${'A;1;x\n'.repeat(25)}`;
    expect(ofCsv(text)).toEqual([
      'IMPORT_RAGGED',
      { columns: 2, lines: '2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 (+5)' },
    ]);
  });
});
