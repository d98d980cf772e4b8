/** Exact division of whole numbers. Floating point would put 0.5 cases on the wrong side of a published rounding. */

/** numerator / denominator, rounded half up to a whole number (towards the greater one: 2.5 → 3, −2.5 → −2). */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  return divideFloor(2n * numerator + denominator, 2n * denominator);
}

/** The greatest whole number ≤ numerator / denominator; the denominator is positive. */
export function divideFloor(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  return numerator % denominator < 0n ? quotient - 1n : quotient;
}

/** The smallest whole number ≥ numerator / denominator; the denominator is positive. */
export function divideCeil(numerator: bigint, denominator: bigint): bigint {
  return -divideFloor(-numerator, denominator);
}

/** A count of people: a whole number from 0 that a double still holds exactly. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** The most decimals that a percentage is read with. */
export const MAX_PERCENT_DECIMALS = 6;

/** The highest percentage that is believed. Coverage above 100 % is real (deaths, moves, semester lag), a tenfold one is a slip. */
export const MAX_PERCENT = 1000;

/**
 * A percentage as a whole number of its last decimal (97.45 with 2 decimals → 9745n); null when it is negative, above
 * `MAX_PERCENT`, not a number, or has more decimals than it says.
 */
export function scaledPercent(percent: number, decimals: number): bigint | null {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > MAX_PERCENT_DECIMALS) return null;
  if (!Number.isFinite(percent) || percent < 0 || percent > MAX_PERCENT) return null;
  const scaled = Math.round(percent * 10 ** decimals);
  return scaled / 10 ** decimals === percent ? BigInt(scaled) : null;
}

/** The percentage of a line or threshold in millionths of a percent. Throws a RangeError: such a percentage is ours, not typed. */
export function exactPercent(percent: number): bigint {
  const scaled = scaledPercent(percent, MAX_PERCENT_DECIMALS);
  if (scaled === null) throw new RangeError(`not a percentage: ${percent}`);
  return scaled;
}

/** How many millionths of a percent make the whole. */
export const EXACT_WHOLE = 100n * 10n ** BigInt(MAX_PERCENT_DECIMALS);
