import type { CaseList, CaseRow } from './compliance';

type Column = Exclude<keyof CaseRow, 'id'>;

/** Every field of a row travels; one that is forgotten here does not compile. */
const COLUMNS = Object.keys({
  employer: true,
  status: true,
  violations: true,
  workersMissing: true,
  workersWon: true,
  tracks: true,
  latestOn: true,
  nextEnds: true,
  nextStep: true,
  fired: true,
  firedEnds: true,
  awaitsReceipt: true,
  readyForHandover: true,
  handover: true,
  missingYear: true,
  version: true,
  name: true,
  nib: true,
  district: true,
  tasks: true,
} satisfies Record<Column, true>) as readonly Column[];

/**
 * Cases column by column, ordered by number: numbers are sent as differences, a column in which every value is the same as
 * one value, and where few values occur (steps, districts) as a list of them with the place of each, so that 10,000 rows
 * travel in a few hundred kilobytes before they are compressed.
 */
export function packCases(rows: readonly CaseRow[]): Pick<CaseList, 'count' | 'columns'> {
  const sorted = [...rows].sort((a, b) => a.id - b.id);
  const columns: Record<string, readonly unknown[]> = {
    id: sorted.map((row, at) => row.id - (sorted[at - 1]?.id ?? 0)),
  };
  for (const column of COLUMNS)
    packColumn(
      columns,
      column,
      sorted.map((row) => row[column]),
    );
  return { count: sorted.length, columns };
}

export function unpackCases({ count, columns }: Pick<CaseList, 'count' | 'columns'>): readonly CaseRow[] {
  const readers = COLUMNS.map((column) => [column, readerOf(columns, column)] as const);
  const rows: CaseRow[] = [];
  let id = 0;
  for (let at = 0; at < count; at++) {
    id += Number(columns['id']?.[at]);
    const row: Record<string, unknown> = { id };
    for (const [column, read] of readers) row[column] = read(at);
    rows.push(row as unknown as CaseRow);
  }
  return rows;
}

/** Above this share of different values a list of them saves nothing. */
const FEW = 0.25;

function packColumn(columns: Record<string, readonly unknown[]>, column: string, values: readonly unknown[]): void {
  const few = fewOf(values);
  if (!few) columns[column] = values;
  else {
    columns[`${column}/values`] = few.different;
    if (few.different.length > 1) columns[`${column}/at`] = few.at;
  }
}

/** The different values and the place of each row's; undefined where they are too many. */
function fewOf(values: readonly unknown[]) {
  const most = Math.max(1, values.length * FEW);
  const places = new Map<unknown, number>();
  const different: unknown[] = [];
  const at: number[] = [];
  for (const value of values) {
    const key = typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
    const known = places.get(key);
    if (known === undefined) {
      if (different.push(value) > most) return undefined;
      places.set(key, different.length - 1);
    }
    at.push(known ?? different.length - 1);
  }
  return { different, at };
}

function readerOf(columns: CaseList['columns'], column: string): (at: number) => unknown {
  const values = columns[`${column}/values`];
  if (!values) return (at) => columns[column]?.[at];
  const places = columns[`${column}/at`];
  return places ? (at) => values[Number(places[at])] : () => values[0];
}
