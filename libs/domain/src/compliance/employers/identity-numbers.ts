import { type Refusal, refuse } from '../../refusal/refusal';

/** The three numbers by which an employer is known. Always text: a spreadsheet that takes them for amounts ruins them. */
export const IDENTITY_FIELDS = ['nib', 'npwp', 'npp'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

const NIB_DIGITS = 13;
const NPWP_DIGITS: readonly number[] = [15, 16];
const NPP_LENGTH = { from: 5, through: 20 } as const;
/** A written number is never longer, however it is punctuated. */
const LONGEST = 60;

const PUNCTUATION = /[\s.,\-–_/']/g;
/** `3.505E+15`, `3,505E15`: what a spreadsheet makes of a long number. */
const EXPONENT = /^\d+(?:[.,]\d+)?E\+?\d{1,3}$/i;

/** What each number looks like, or null where it was left empty, or why it cannot be one. Source: docs/domain.md#employers. */
const READERS: Readonly<Record<IdentityField, (bare: string) => string | Refusal>> = {
  nib: (bare) => (isDigits(bare) && bare.length === NIB_DIGITS ? bare : refuse('NIB_INVALID', { digits: bare.length })),
  npwp: (bare) =>
    isDigits(bare) && NPWP_DIGITS.includes(bare.length) ? bare : refuse('NPWP_INVALID', { digits: bare.length }),
  npp: (bare) =>
    /^[0-9A-Z]+$/.test(bare) && bare.length >= NPP_LENGTH.from && bare.length <= NPP_LENGTH.through
      ? bare
      : refuse('NPP_INVALID', { digits: bare.length }),
};

/**
 * The number without punctuation, null where there is none. Refuses IDENTITY_DAMAGED for a number in scientific writing,
 * else NIB_INVALID, NPWP_INVALID or NPP_INVALID.
 */
export function readIdentity(field: IdentityField, text: string | null): string | null | Refusal {
  const trimmed = (text ?? '').trim();
  if (trimmed === '') return null;
  if (trimmed.length <= LONGEST && EXPONENT.test(trimmed)) return refuse('IDENTITY_DAMAGED', { field });
  const bare = trimmed.length > LONGEST ? trimmed : trimmed.replace(PUNCTUATION, '').toUpperCase();
  // A dash, a dot or nothing but zeros is how lists say "none".
  return /^0*$/.test(bare) ? null : READERS[field](bare);
}

/**
 * Whether a spreadsheet ruined the number: scientific writing, a fraction, digits beyond the fifteen that it keeps, or
 * zeros in front that are gone. `cell` is a number where the spreadsheet took it for an amount.
 */
export function isDamagedIdentity(field: IdentityField, cell: string | number): boolean {
  if (typeof cell === 'string') return cell.length <= LONGEST && EXPONENT.test(cell.trim());
  if (cell === 0) return false;
  if (!Number.isSafeInteger(cell) || cell < 0) return true;
  const digits = String(cell).length;
  if (digits > 15) return true;
  if (field === 'nib') return digits !== NIB_DIGITS;
  if (field === 'npwp') return digits !== 15;
  return digits < 8;
}

/** Both writings of one tax number are the same: that of a company in 16 digits is the old one with a zero in front. */
export function npwpKey(npwp: string): string {
  return npwp.length === 15 ? `0${npwp}` : npwp;
}

/** One digit differs, or two neighbours are swapped: what a hand does that copies a number. */
export function isSlipOf(one: string, other: string): boolean {
  if (one.length !== other.length || one === other) return false;
  const differing = Array.from(one).flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = -1] = differing;
  if (differing.length === 1) return true;
  return differing.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

function isDigits(text: string): boolean {
  return /^\d+$/.test(text);
}
