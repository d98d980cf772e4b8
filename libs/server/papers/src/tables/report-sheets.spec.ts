import ExcelJS from 'exceljs';
import { EXAMPLE_REPORT } from '../examples';
import { sheetsOfReport } from './report-sheets';
import { workbook } from './workbook';

describe('a report as XLSX', () => {
  it('has a sheet for each table that has a tab, numbers as numbers, and says where nothing is known', async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await workbook(sheetsOfReport(EXAMPLE_REPORT, true));
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
    expect(book.worksheets.map(({ name }) => name)).toEqual(['Kecamatan']);
    const [sheet] = book.worksheets;
    const cell = (at: string) => sheet?.getCell(at);
    expect(cell('A1')?.value).toBe('Laporan Bulanan Cakupan Kabupaten Blitar: Capaian per kecamatan');
    expect(cell('A2')?.value).toBe('Per: 1 Oktober 2026; penduduk contoh: 1.252.242 jiwa');
    expect(cell('A4')?.value).toBe('DATA CONTOH: bukan data resmi');
    expect(['B6', 'C6', 'D6'].map((at) => cell(at)?.value)).toEqual([38_214, 78, -20]);
    expect(['B6', 'C6'].map((at) => cell(at)?.numFmt)).toEqual(['#,##0', '#,##0.00']);
    expect(cell('E6')?.value).toEqual(new Date('2026-10-01T00:00:00.000Z'));
    expect(['B7', 'C7', 'E7'].map((at) => cell(at)?.value)).toEqual([0, 'belum ada data', 'tidak ada']);
    expect(cell('A7')?.type).toBe(ExcelJS.ValueType.String);
    expect(cell('A7')?.text).toBe("'=Udanawu");
  });
});
