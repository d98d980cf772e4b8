import { type IsoDate, calendarDate, isIsoDate } from '@papan/domain';
import type { Cell, Row, Workbook, Worksheet } from 'exceljs';
import { cleanText } from '../forms/clean';

export const COLUMN_KINDS = [
  'TEXT',
  /** Digits that name something (NIB, NPWP): always text, because a spreadsheet keeps 15 digits of a number. */
  'IDENTITY',
  'NUMBER',
  /** A number with two decimals, also where they are zeros: percentages. */
  'DECIMAL',
  'DATE',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

export interface SheetColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  /** In characters. */
  readonly width?: number;
}

export interface Sheet {
  /** On the tab. */
  readonly name: string;
  readonly title: string;
  /** Ready to be read: `Senin, 2 November 2026, 08.00 WIB`. */
  readonly asOf: string;
  readonly source: string;
  /** The words DATA CONTOH stand above the table and on every printed page. */
  readonly demo: boolean;
  readonly columns: readonly SheetColumn[];
  /** Dates as `2026-11-02`. Empty where null. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** What a spreadsheet might take for a formula, or a program for a command (OWASP, CSV injection). */
const FORMULA = /^\s*[=+\-@|＝＋－＠]/;
const GUARD = "'";
const MOST_CHARACTERS = 32_767;
const NOT_ON_A_TAB = /[*?:\\/[\]']/g;
const WIDTHS: Readonly<Record<ColumnKind, number>> = { TEXT: 30, IDENTITY: 20, NUMBER: 14, DECIMAL: 14, DATE: 14 };
/** Rows above the table: title, as of, source, and a blank one or that it is an example. */
const ABOVE = 4;
const EXAMPLE = 'DATA CONTOH: bukan data resmi';

/** The sheets as an XLSX file: numbers are numbers, dates are dates, and no text is ever a formula. */
export async function workbook(sheets: readonly Sheet[]): Promise<Buffer> {
  // Loaded when the first table is asked for: it is large, and most programs that start never write one.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const names = new Set<string>();
  for (const sheet of sheets) addSheet(book, sheet, tabName(sheet.name, names));
  return Buffer.from(await book.xlsx.writeBuffer());
}

function addSheet(book: Workbook, { title, asOf, source, demo, columns, rows }: Sheet, name: string): void {
  const header = ABOVE + 1;
  const sheet = book.addWorksheet(name, { views: [{ state: 'frozen', ySplit: header }] });
  columns.forEach(({ kind, width }, at) => (sheet.getColumn(at + 1).width = width ?? WIDTHS[kind]));
  headLines(sheet, [title, `Per: ${asOf}`, `Sumber: ${source}`, ...(demo ? [EXAMPLE] : [])]);
  if (demo) {
    sheet.getCell(ABOVE, 1).font = { bold: true };
    sheet.headerFooter.oddHeader = `&C&B${EXAMPLE}`;
  }
  fillRow(sheet.getRow(header), columns, (column, cell) => {
    cell.value = textOf(column.header);
    cell.font = { bold: true };
  });
  rows.forEach((row, at) =>
    fillRow(sheet.getRow(header + 1 + at), columns, (column, cell, nth) => put(cell, column.kind, row[nth] ?? null)),
  );
  if (columns.length > 0) {
    sheet.autoFilter = { from: { row: header, column: 1 }, to: { row: header + rows.length, column: columns.length } };
  }
}

function headLines(sheet: Worksheet, lines: readonly string[]): void {
  lines.forEach((line, at) => (sheet.getCell(at + 1, 1).value = textOf(line)));
  sheet.getCell(1, 1).font = { bold: true, size: 14 };
}

function fillRow(
  row: Row,
  columns: readonly SheetColumn[],
  each: (column: SheetColumn, cell: Cell, nth: number) => void,
): void {
  columns.forEach((column, at) => each(column, row.getCell(at + 1), at));
}

function put(cell: Cell, kind: ColumnKind, value: string | number | null): void {
  if (value === null || value === '') return;
  if ((kind === 'NUMBER' || kind === 'DECIMAL') && typeof value === 'number' && Number.isFinite(value)) {
    cell.value = value;
    cell.numFmt = kind === 'NUMBER' && Number.isInteger(value) ? '#,##0' : '#,##0.00';
  } else if (kind === 'DATE' && isIsoDate(value)) {
    cell.value = dayOf(value);
    cell.numFmt = 'dd/mm/yyyy';
  } else {
    cell.value = textOf(String(value));
    cell.numFmt = '@';
  }
}

/** Spreadsheets know days without a zone; the library takes them from UTC. */
function dayOf(date: IsoDate): Date {
  const { year, month, day } = calendarDate(date);
  return new Date(Date.UTC(year, month - 1, day));
}

/** A text that stays text, also when the sheet is saved as CSV and opened again. */
function textOf(text: string): string {
  const clean = cleanText(text);
  return (FORMULA.test(clean) ? GUARD + clean : clean).slice(0, MOST_CHARACTERS);
}

/** At most 31 characters, without those that Excel refuses, and each once. */
function tabName(name: string, taken: Set<string>): string {
  const plain = cleanText(name).replace(NOT_ON_A_TAB, ' ').trim().slice(0, 31) || 'Lembar';
  let tab = plain;
  for (let nth = 2; taken.has(tab.toLowerCase()); nth += 1) tab = `${plain.slice(0, 27)} ${nth}`;
  taken.add(tab.toLowerCase());
  return tab;
}
