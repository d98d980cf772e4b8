/** Rows as a table that a spreadsheet opens: semicolons as in Indonesia, the mark of UTF-8 in front. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(field).join(';')).join('\r\n')}\r\n`;
}

/** Text that a spreadsheet would take for a formula is led by an apostrophe; quotes are doubled (RFC 4180). */
function field(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
