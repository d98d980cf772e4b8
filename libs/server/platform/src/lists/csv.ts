/** A cell: text stands in quotes, a number as programs read it, nothing where nothing is known. */
export type CsvValue = string | number | null;

/** Rows as a table that a spreadsheet opens: semicolons as in Indonesia unless told otherwise, the mark of UTF-8 in front. */
export function csvOf(rows: readonly (readonly CsvValue[])[], separator = ';'): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(separator)).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula is led by an apostrophe; quotes are doubled (RFC 4180). */
function field(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}
