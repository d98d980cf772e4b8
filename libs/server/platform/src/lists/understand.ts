import { type FindHeading, type Line, type Refusal, foldedWords, refuse, textOf } from '@papan/domain';
import { type Sheet, sayLines } from './reader/sheet';

/** A list whose heading is known. */
export interface List {
  readonly sheet: string | null;
  readonly headingLine: number;
  /** One for each column; empty where the column has none. */
  readonly headings: readonly string[];
  /** What stands below the heading. */
  readonly lines: readonly Line[];
}

/** Finds the heading, and refuses a list in which a column cannot be told from another or a line does not fit. */
export function understand({ kind, sheet, lines }: Sheet, findHeading: FindHeading): List | Refusal {
  const heading = findHeading(lines);
  if (!heading) return refuse('IMPORT_EMPTY', {});
  const below = lines.filter(({ line }) => line > heading.line);
  if (below.length === 0) return refuse('IMPORT_EMPTY', {});
  const columns =
    kind === 'CSV' ? heading.cells.length : Math.max(...[heading, ...below].map((one) => one.cells.length));
  const headings = Array.from({ length: columns }, (_, at) => textOf(heading.cells[at]).slice(0, 200));
  const double = headings.find((text, at) => text !== '' && headings.map(foldedWords).indexOf(foldedWords(text)) < at);
  if (double !== undefined) return refuse('IMPORT_HEADER_TWICE', { line: heading.line, heading: double.slice(0, 40) });
  const ragged = kind === 'CSV' ? below.filter((line) => !fits(line, columns)).map(({ line }) => line) : [];
  if (ragged.length > 0) return refuse('IMPORT_RAGGED', { columns, lines: sayLines(ragged) });
  return { sheet, headingLine: heading.line, headings, lines: below };
}

/** As many fields as headings; empty ones beyond them are how some programs end a line. */
function fits({ cells }: Line, columns: number): boolean {
  return cells.length >= columns && cells.slice(columns).every((cell) => textOf(cell) === '');
}
