/** What was given, cut short so that a refusal can repeat it: nobody's megabyte travels back. */
export function shown(value: unknown): string {
  return String(value).slice(0, 40);
}
