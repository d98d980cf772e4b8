import { isRefusal, refuse } from '@papan/domain';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';
import { COLUMNS_AT_MOST, type SheetOrRefusal } from './sheet';

/** What a file is by its first bytes, whatever its name says. */
export function kindOf(bytes: Uint8Array): 'XLSX' | 'XLS' | 'TEXT' {
  if (startsWith(bytes, ZIP)) return 'XLSX';
  return startsWith(bytes, OLE) ? 'XLS' : 'TEXT';
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The lines of a CSV, XLSX or XLS file. Runs in a process of its own: whoever made the file may mean harm. */
export function readSheet(bytes: Uint8Array): SheetOrRefusal {
  const kind = kindOf(bytes);
  const sheet = kind === 'TEXT' ? readCsv(bytes) : readWorkbook(bytes, kind);
  if (isRefusal(sheet)) return sheet;
  const wide = sheet.lines.find(({ cells }) => cells.length > COLUMNS_AT_MOST);
  if (!wide) return sheet;
  return refuse('IMPORT_TOO_MANY_COLUMNS', { line: wide.line, columns: wide.cells.length, limit: COLUMNS_AT_MOST });
}

function startsWith(bytes: Uint8Array, beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}
