import type { Value, Values } from './form';

/**
 * Characters that no paper carries: control characters (an XML file with one does not open), those that turn the direction
 * of writing, and halves of a character.
 */
const NEVER =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;
const HALF = /\p{Surrogate}/gu;

/** The text as every paper takes it: composed (NFC), with one kind of line break, without what cannot be shown. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(HALF, '\uFFFD').replace(NEVER, '').replaceAll('\t', ' ').normalize('NFC');
}

export function cleanValues(values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([tag, value]) => [tag, cleanValue(value)]));
}

function cleanValue(value: Value): Value {
  if (typeof value === 'string') return cleanText(value);
  return typeof value === 'boolean' ? value : value.map(cleanValues);
}
