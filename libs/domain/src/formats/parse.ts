import { isCount, scaledPercent } from '../coverage/exact';
import type { PublishedPercent } from '../coverage/coverage';
import { refuse } from '../refusal/refusal';
import type { Refusal } from '../refusal/refusal';
import { MINUS } from './numbers';
import { shown } from './shown';

/** The longest number that is read: fifteen digits, which a double holds exactly and no regional budget needs. */
const MAX_DIGITS = 15;

const PLAIN = /^([-−+]?)(\d+)$/;
const GROUPED = /^([-−+]?)([1-9]\d{0,2}(?:\.\d{3})+)$/;
const DECIMAL = /^([-−+]?)(\d+|[1-9]\d{0,2}(?:\.\d{3})+),(\d{1,6})$/;
const PERCENT = /^(\d{1,4})(?:[.,](\d{1,2}|\d{4,6}))?%?$/;
const PERCENT_WITH_COMMA = /^(\d{1,4}),(\d{1,6})%?$/;

export interface ParseOptions {
  /** Whether a number below 0 may be typed (a correction). Default false. */
  readonly negative?: boolean;
}

/**
 * A whole number as people in Indonesia type it: `1200` and `1.200` are 1200. `12.5` could be 12½ or a slip of 125 or
 * 12.500 and is refused, like `1,200`, text, exponents, a sign where none is allowed, and more than 15 digits.
 * Refuses QUANTITY_INVALID.
 */
export function parseIndonesianInteger(text: string, options: ParseOptions = {}): number | Refusal {
  const parts = PLAIN.exec(text.trim()) ?? GROUPED.exec(text.trim());
  const value = parts ? magnitude(parts[2] ?? '') : null;
  if (!parts || value === null) return refuse('QUANTITY_INVALID', { value: shown(text) });
  return signed(parts[1] ?? '', value, text, options);
}

/**
 * A number with a decimal comma: `97,45` is 97.45, `1.234,5` is 1234.5, `1.200` is 1200. `97.45` is refused: the mark could
 * be English or a slip. Refuses QUANTITY_INVALID.
 */
export function parseIndonesianDecimal(text: string, options: ParseOptions = {}): number | Refusal {
  const parts = DECIMAL.exec(text.trim());
  if (!parts) return parseIndonesianInteger(text, options);
  const [sign = '', whole = '', fraction = ''] = parts.slice(1);
  if (magnitude(whole + fraction) === null) return refuse('QUANTITY_INVALID', { value: shown(text) });
  return signed(sign, Number(`${whole.replaceAll('.', '')}.${fraction}`), text, options);
}

/**
 * A percentage with the decimals it was written with: `97,45`, `97,45%`, `97.45` (nobody groups a percentage) and `98`.
 * A point with exactly three digits behind it stays ambiguous. Refuses PERCENT_INVALID, also above 1000 %.
 */
export function parsePercent(text: string): PublishedPercent | Refusal {
  const parts = PERCENT.exec(text.trim()) ?? PERCENT_WITH_COMMA.exec(text.trim());
  const fraction = parts?.[2] ?? '';
  const percent = parts ? Number(`${parts[1]}.${fraction || '0'}`) : Number.NaN;
  if (scaledPercent(percent, fraction.length) === null) return refuse('PERCENT_INVALID', { value: shown(text) });
  return { percent, decimals: fraction.length };
}

function magnitude(digits: string): number | null {
  const plain = digits.replaceAll('.', '').replace(/^0+(?=\d)/, '');
  if (plain.length > MAX_DIGITS) return null;
  const value = Number(plain);
  return isCount(value) ? value : null;
}

function signed(sign: string, value: number, text: string, { negative = false }: ParseOptions): number | Refusal {
  if (sign !== '' && !negative) return refuse('QUANTITY_INVALID', { value: shown(text) });
  const below = sign === '-' || sign === MINUS;
  return below && value !== 0 ? -value : value;
}
