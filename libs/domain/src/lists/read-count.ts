import { parseIndonesianInteger } from '../formats/parse';
import { shown } from '../formats/shown';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import { type Cell, isFilled, textOf } from './columns';

/** How offices write that there is no figure. */
const NO_COUNT: ReadonlySet<string> = new Set(['-', '–']);
/** `1.234,0` and `1.234,00`: a spreadsheet's decimals of a whole number. Three zeros may be an English thousand. */
const NO_FRACTION = /,00?$/;

/** A count in a cell: `1.234`, `1.234,0` and 1234 are the same; null where the cell is empty. Refuses QUANTITY_INVALID. */
export function readCount(field: string, cell: Cell): number | null | Refusal {
  if (!isFilled(cell)) return null;
  if (typeof cell === 'number') {
    return Number.isSafeInteger(cell) && cell >= 0 ? cell : refuse('QUANTITY_INVALID', { field, value: String(cell) });
  }
  const text = textOf(cell);
  if (NO_COUNT.has(text)) return null;
  const value = parseIndonesianInteger(text.replace(NO_FRACTION, ''));
  return isRefusal(value) ? refuse('QUANTITY_INVALID', { field, value: shown(text) }) : value;
}
