import { type Line, isRefusal, refuse } from '@papan/domain';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text';
import { LINES_AT_MOST, type SheetOrRefusal } from './sheet';

const SEPARATORS = [';', '\t', ',', '|'] as const;
const FIELD_AT_MOST = 100_000;
/** Lines that are looked at to find the separator. */
const SAMPLE = 30;

/** How pages, PDF and RTF begin: files under a name that is not theirs. */
const OTHER_PAPER = /^\s*(?:<|%PDF-|\{\\rtf)/;

/** Lines of a text file: `;`, `,`, tab or `|` between the fields, quotes as RFC 4180 has them. */
export function readCsv(bytes: Uint8Array): SheetOrRefusal {
  const decoded = decodeText(bytes);
  if (isRefusal(decoded)) return decoded;
  const text = decoded.replace(/^\uFEFF/, '');
  if (OTHER_PAPER.test(text)) return refuse('IMPORT_NOT_A_TABLE', {});
  const told = /^sep=([;,\t|])\r?\n/i.exec(text);
  const separator = told?.[1] ?? guessSeparator(text);
  return readLines(told ? text.slice(told[0].length) : text, separator, told ? 1 : 0);
}

interface CsvRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function readLines(text: string, separator: string, before: number): SheetOrRefusal {
  let read = 0;
  try {
    const records = parse(text, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: FIELD_AT_MOST,
      info: true,
      on_record: (record: string[], { lines }) => {
        read = lines;
        return record;
      },
      to: LINES_AT_MOST + 1,
    }) as unknown as readonly CsvRecord[];
    if (records.length > LINES_AT_MOST) return refuse('IMPORT_TOO_MANY_ROWS', { limit: LINES_AT_MOST });
    return { kind: 'CSV', sheet: null, lines: records.map((one) => lineOf(one, before)).filter(saysSomething) };
  } catch (error) {
    // Where the field begins that never ends, not where the file does.
    if (error instanceof CsvError) return refuse('IMPORT_UNREADABLE', { lines: String(read + 1 + before) });
    throw error;
  }
}

/** A field may hold line breaks: the line is where the record begins. */
function lineOf({ record, info }: CsvRecord, before: number): Line {
  const breaks = record.reduce((sum, field) => sum + field.split('\n').length - 1, 0);
  return { line: info.lines - breaks + before, cells: record };
}

function saysSomething({ cells }: Line): boolean {
  return cells.some((cell) => String(cell ?? '').trim() !== '');
}

/** The separator that most lines have the same number of, outside of quotes. */
function guessSeparator(text: string): string {
  const sample = outsideQuotes(text.slice(0, 64_000))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE);
  const scores = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>();
    for (const line of sample) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return Math.max(0, ...[...counts].map(([count, lines]) => lines * 100 + Math.min(count, 99)));
  });
  return SEPARATORS[scores.indexOf(Math.max(...scores))] ?? ';';
}

function outsideQuotes(text: string): string {
  return text
    .split('"')
    .filter((_, at) => at % 2 === 0)
    .join('');
}
