import { type CellObject, type WorkBook, type WorkSheet, read } from '@e965/xlsx';
import { type Cell, type Line, refuse } from '@papan/domain';
import { COLUMNS_AT_MOST, LINES_AT_MOST, type SheetOrRefusal, sayLines } from './sheet';

/**
 * Lines of the fullest sheet that is shown. Formulas are never evaluated: their saved results are taken. A cell that the
 * program took for an amount stays an amount, so that a number that lost its digits is seen.
 */
export function readWorkbook(bytes: Uint8Array, kind: 'XLSX' | 'XLS'): SheetOrRefusal {
  let book: WorkBook;
  try {
    book = read(bytes, {
      type: 'buffer',
      dense: true,
      sheetRows: LINES_AT_MOST + 2,
      cellFormula: true,
      cellNF: true,
      cellHTML: false,
      cellText: true,
      cellDates: false,
    });
  } catch {
    return refuse('IMPORT_UNREADABLE', { lines: '1' });
  }
  const sheets = book.SheetNames.filter((_, at) => !book.Workbook?.Sheets?.[at]?.Hidden).map((name) => ({
    name,
    rows: rowsOf(book.Sheets[name]),
  }));
  const [fullest] = sheets.sort((one, other) => filled(other.rows) - filled(one.rows));
  return fullest ? readRows(kind, fullest.name, fullest.rows) : refuse('IMPORT_EMPTY', {});
}

type Row = readonly (CellObject | undefined)[] | undefined;

function rowsOf(sheet: WorkSheet | undefined): readonly Row[] {
  return (sheet as { '!data'?: readonly Row[] } | undefined)?.['!data'] ?? [];
}

function filled(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (row === undefined ? 0 : 1), 0);
}

function readRows(kind: 'XLSX' | 'XLS', sheet: string, rows: readonly Row[]): SheetOrRefusal {
  if (rows.length > LINES_AT_MOST) return refuse('IMPORT_TOO_MANY_ROWS', { limit: LINES_AT_MOST });
  const lines: Line[] = [];
  const withoutResult: number[] = [];
  for (const [at, row] of rows.entries()) {
    const cells = cellsOf(row);
    if (cells.length > COLUMNS_AT_MOST)
      return refuse('IMPORT_TOO_MANY_COLUMNS', { line: at + 1, columns: cells.length, limit: COLUMNS_AT_MOST });
    if (row?.some(isFormulaWithoutResult)) withoutResult.push(at + 1);
    if (cells.some((cell) => cell !== null)) lines.push({ line: at + 1, cells });
  }
  if (withoutResult.length > 0) return refuse('IMPORT_FORMULA_EMPTY', { lines: sayLines(withoutResult) });
  return { kind, sheet, lines };
}

/** Without the empty cells at the end. */
function cellsOf(row: Row): readonly Cell[] {
  const cells = Array.from(row ?? [], (cell) => valueOf(cell));
  const last = cells.findLastIndex((cell) => cell !== null);
  return cells.slice(0, last + 1);
}

function valueOf(cell: CellObject | undefined): Cell {
  if (cell?.v === undefined) return null;
  if (cell.t === 'n' && typeof cell.v === 'number') return amountOf(cell.v, cell.z);
  const text = cell.t === 'e' || cell.t === 'b' ? (cell.w ?? '') : String(cell.v);
  return text.trim() === '' ? null : text;
}

/** `0000000000000` as a format says how many digits the number has: with the zeros in front that people see. */
function amountOf(value: number, format: unknown): Cell {
  const zeros = typeof format === 'string' && /^0{5,16}$/.test(format) ? format.length : 0;
  return zeros > 0 && zeros <= 15 && Number.isSafeInteger(value) && value >= 0
    ? String(value).padStart(zeros, '0')
    : value;
}

function isFormulaWithoutResult(cell: CellObject | undefined): boolean {
  return cell?.f !== undefined && cell.v === undefined;
}
