import { type Refusal, refuse } from '../refusal/refusal';

/** Longest texts, in characters. */
export const TITLE_LIMIT = 160;
export const TEXT_LIMIT = 2000;

/**
 * Control characters (line break and tab excepted), invisible characters, halves of a character, and those that turn the
 * direction of writing: a name that reads differently from what is stored is refused. Formulas and markup are ordinary text
 * and stay text everywhere.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00AD\u061C\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Surrogate}/u;

/** The trimmed text, or why it cannot be taken. `field` is named in the refusal. */
export function checkText(field: string, text: string, limit: number, required: boolean): string | Refusal {
  // Before anything else looks at it: bringing a long row of accents into one form takes the square of its length.
  if (text.length > 2 * limit) return refuse('TEXT_TOO_LONG', { field, limit, length: text.length });
  const trimmed = text.trim().normalize('NFC');
  if (required && trimmed === '') return refuse('TEXT_EMPTY', { field });
  const { length } = Array.from(trimmed);
  if (length > limit) return refuse('TEXT_TOO_LONG', { field, limit, length });
  if (FORBIDDEN.test(trimmed)) return refuse('TEXT_FORBIDDEN_CHARACTER', { field });
  return trimmed;
}

/** Largest amounts: ten times the country for counts, a year's budget of a province for rupiah. */
const COUNT_LIMIT = 10_000_000;
const RUPIAH_LIMIT = 100_000_000_000_000;

/** An integer from `min` up to what the unit can hold, or the refusal that names it. */
export function checkQuantity(field: string, value: number, min: number, unit: string): number | Refusal {
  const limit = unit === 'rupiah' ? RUPIAH_LIMIT : COUNT_LIMIT;
  if (!Number.isSafeInteger(value)) return refuse('QUANTITY_INVALID', { field, value: String(value) });
  if (value < min) return refuse('QUANTITY_INVALID', { field, value: String(value) });
  return value > limit ? refuse('QUANTITY_TOO_LARGE', { field, value, limit }) : value;
}
