const BRACE = /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g;

/**
 * Puts values into a sentence: `{name}` is the value, `{count:day|days}` the first word where the value is 1, else the
 * second (English only: Indonesian nouns do not change). A name without a value stays visible, so that it is noticed.
 */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(BRACE, (whole: string, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}
