import { LOCALE_TABLES } from './locale';
import type { Locale } from './locale';

/** U+2212: the minus sign is as wide as a digit and is not taken for a hyphen. */
export const MINUS = '−';

/** `183.139` in Indonesian, `183,139` in English; `−20` with a real minus sign. */
export function formatInteger(value: number, locale: Locale = 'id'): string {
  return formatDecimal(value, 0, locale);
}

/** `1.234,50` with a fixed number of decimals, rounded half away from zero on the digits that the number is written with. */
export function formatDecimal(value: number, decimals: number, locale: Locale = 'id'): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a number to show: ${value}`);
  const [whole, fraction] = roundedDigits(Math.abs(value), decimals);
  const table = LOCALE_TABLES[locale];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, table.thousands);
  const digits = fraction === '' ? grouped : `${grouped}${table.decimal}${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `${MINUS}${digits}` : digits;
}

/** `97,45%`: a comma and no space, as the press writes it; 2 decimals for coverage. */
export function formatPercent(percent: number, locale: Locale = 'id', decimals = 2): string {
  return `${formatDecimal(percent, decimals, locale)}%`;
}

/** A change: `+300`, `−20`, `0`. */
export function formatSigned(value: number, locale: Locale = 'id'): string {
  return value > 0 ? `+${formatInteger(value, locale)}` : formatInteger(value, locale);
}

/** `Rp10.069.000`: no space after the symbol (EYD V), so that no line breaks between them; whole rupiah. */
export function formatRupiah(rupiah: number, locale: Locale = 'id'): string {
  const digits = formatInteger(Math.abs(rupiah), locale);
  return rupiah < 0 ? `${MINUS}Rp${digits}` : `Rp${digits}`;
}

/** `1.028–1.043`, or one number where both ends are the same. */
export function formatInterval(
  interval: { readonly from: number; readonly through: number },
  locale: Locale = 'id',
): string {
  const [from, through] = [formatInteger(interval.from, locale), formatInteger(interval.through, locale)];
  if (from === through) return from;
  return interval.from < 0 ? `${from} – ${through}` : `${from}–${through}`;
}

/** `Dinkes, Disnaker, dan Dinsos`; two are joined without a comma. */
export function formatList(items: readonly string[], locale: Locale = 'id'): string {
  const { and } = LOCALE_TABLES[locale];
  if (items.length < 3) return items.join(` ${and} `);
  return `${items.slice(0, -1).join(', ')}, ${and} ${items.at(-1)}`;
}

/**
 * Digits before and after the mark. `toFixed` alone would round 1.005 down, because the double lies below what was written;
 * here the shortest writing of the number is rounded, half away from zero.
 */
function roundedDigits(value: number, decimals: number): readonly [whole: string, fraction: string] {
  const [whole = '0', fraction = ''] = plainDigits(value).split('.');
  const kept = BigInt(whole + fraction.padEnd(decimals, '0').slice(0, decimals));
  const roundsUp = Number(fraction.charAt(decimals)) >= 5;
  const digits = String(roundsUp ? kept + 1n : kept).padStart(decimals + 1, '0');
  return [digits.slice(0, digits.length - decimals), digits.slice(digits.length - decimals)];
}

/** The number without an exponent. */
function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) return text;
  return value >= 1 ? String(BigInt(value)) : value.toFixed(20);
}
