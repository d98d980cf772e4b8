import ExcelJS from 'exceljs';
import { type Sheet, workbook } from './workbook';

const SHEET: Sheet = {
  name: 'Kepatuhan',
  title: 'Ringkasan kepatuhan badan usaha',
  asOf: 'Senin, 2 November 2026, 08.00 WIB',
  source: 'Papan UHC Kabupaten Blitar',
  demo: false,
  columns: [
    { header: 'Badan usaha', kind: 'TEXT' },
    { header: 'NIB', kind: 'IDENTITY' },
    { header: 'Pekerja belum terdaftar', kind: 'NUMBER' },
    { header: 'Berakhir', kind: 'DATE' },
  ],
  rows: [
    ['CV Contoh Makmur', '1234567890123', 38, '2026-11-09'],
    ['PT Contoh', '0000000000010', 1_250, null],
  ],
};

async function opened(...sheets: readonly Sheet[]): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  const bytes = await workbook(sheets);
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  return book;
}
async function firstSheet(sheet: Sheet): Promise<ExcelJS.Worksheet> {
  const [first] = (await opened(sheet)).worksheets;
  if (!first) throw new Error('no sheet');
  return first;
}

describe('a table as XLSX', () => {
  it('keeps numbers as numbers, days as days, and identity numbers as text', async () => {
    const sheet = await firstSheet(SHEET);
    expect(sheet.getCell('A6').value).toBe('CV Contoh Makmur');
    expect(sheet.getCell('B6').value).toBe('1234567890123');
    expect(sheet.getCell('B7').value).toBe('0000000000010');
    expect(sheet.getCell('C7').value).toBe(1_250);
    expect(sheet.getCell('C7').numFmt).toBe('#,##0');
    expect(sheet.getCell('D6').value).toEqual(new Date('2026-11-09T00:00:00.000Z'));
    expect(sheet.getCell('D6').numFmt).toBe('dd/mm/yyyy');
    expect(sheet.getCell('D7').value).toBeNull();
  });

  it('says above the table what it is, as of when and from where, and can be filtered', async () => {
    const sheet = await firstSheet(SHEET);
    expect(['A1', 'A2', 'A3'].map((cell) => sheet.getCell(cell).value)).toEqual([
      'Ringkasan kepatuhan badan usaha',
      'Per: Senin, 2 November 2026, 08.00 WIB',
      'Sumber: Papan UHC Kabupaten Blitar',
    ]);
    expect(sheet.getCell('A4').value).toBeNull();
    expect(sheet.getCell('D5').value).toBe('Berakhir');
    expect(sheet.autoFilter).toBe('A5:D7');
  });

  it('says in the demo that it is an example, on the screen and on every printed page of every sheet', async () => {
    for (const sheet of (await opened({ ...SHEET, demo: true }, { ...SHEET, name: 'Tahap', demo: true })).worksheets) {
      expect(sheet.getCell('A4').value).toBe('DATA CONTOH: bukan data resmi');
      expect(sheet.headerFooter.oddHeader).toContain('DATA CONTOH');
      expect(sheet.getCell('A6').value).toBe('CV Contoh Makmur');
    }
    expect((await firstSheet(SHEET)).headerFooter).toBeNull();
  });

  it.each(['=1+1', '+62812', '-5', '@SUM(A1)', "|'/C calc'!A0", ' =cmd', '\t=1', '＝1+1'])(
    'never takes the text %j for a formula, in any column',
    async (text) => {
      const kinds = ['TEXT', 'IDENTITY', 'NUMBER', 'DATE'] as const;
      const columns = kinds.map((kind) => ({ header: text, kind }));
      const sheet = await firstSheet({
        ...SHEET,
        title: text,
        asOf: text,
        source: text,
        columns,
        rows: [kinds.map(() => text)],
      });
      sheet.eachRow((row) =>
        row.eachCell((cell) => {
          expect(cell.type).toBe(ExcelJS.ValueType.String);
          expect(cell.text).not.toMatch(/^\s*[=+\-@|＝]/);
        }),
      );
    },
  );

  it('opens whatever was typed, and whatever a tab is called', async () => {
    const rows = [['satu\u0000\uFFFEdua\nempat \uD800', 'x'.repeat(40_000), Number.NaN, '2026-02-31']];
    const book = await opened(
      { ...SHEET, name: 'Rekap: [Blitar]/2026 yang panjang sekali namanya', rows },
      { ...SHEET, name: 'Rekap: [Blitar]/2026 yang panjang sekali namanya' },
      { ...SHEET, name: "''" },
    );
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      'Rekap   Blitar  2026 yang panja',
      'Rekap   Blitar  2026 yang p 2',
      'Lembar',
    ]);
    const [first] = book.worksheets;
    expect(first?.getCell('A6').value).toBe('satudua\nempat \uFFFD');
    expect(first?.getCell('B6').text).toHaveLength(32_767);
    expect([first?.getCell('C6').value, first?.getCell('D6').value]).toEqual(['NaN', '2026-02-31']);
  });
});
