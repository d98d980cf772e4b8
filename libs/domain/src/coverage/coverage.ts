import { shown } from '../formats/shown';
import { refuse } from '../refusal/refusal';
import type { Refusal } from '../refusal/refusal';
import { EXACT_WHOLE, divideCeil, divideFloor, divideHalfUp, exactPercent, isCount, scaledPercent } from './exact';

/**
 * The arithmetic of coverage: registered ÷ population, active ÷ population, active ÷ registered (docs/domain.md, coverage).
 * All of it is exact; a published percentage is an interval, rounded half up and therefore half open.
 * Nothing is clamped at 100 %: deaths, moves and the lag of the population figures put real regions above it.
 */

/** Every whole number from `from` to `through`, both included. */
export interface CountInterval {
  readonly from: number;
  readonly through: number;
}

/** A percentage as it was printed: 97.45 with 2 decimals, 98 with 0. The decimals say how coarse it is. */
export interface PublishedPercent {
  readonly percent: number;
  readonly decimals: number;
}

/** "183,139 people, that is 97.45 % of the population". */
export interface PublishedShare extends PublishedPercent {
  readonly people: number;
}

/** How far a count is from a line: one of `missing` and `surplus` is 0. `needed` = the people that the line demands. */
export interface Shortfall {
  readonly needed: number;
  readonly missing: number;
  readonly surplus: number;
}

/** `part` in percent of `whole`, rounded half up (2 decimals: 97.45); null when the whole is 0. */
export function percentOf(part: number, whole: number, decimals = 2): number | null {
  if (whole === 0) return null;
  const scale = 10 ** decimals;
  return Number(divideHalfUp(BigInt(part) * 100n * BigInt(scale), BigInt(whole))) / scale;
}

/** The people that a line demands: the smallest count that is at least `percent` of the population. */
export function neededFor(percent: number, population: number): number {
  return Number(divideCeil(exactPercent(percent) * BigInt(population), EXACT_WHOLE));
}

/** The people missing to a line, or beyond it. */
export function missingTo(percent: number, people: number, population: number): Shortfall {
  const needed = neededFor(percent, population);
  return { needed, missing: Math.max(0, needed - people), surplus: Math.max(0, people - needed) };
}

/** The people missing to a line when the population is only known within an interval. */
export function missingToWithin(percent: number, people: number, population: CountInterval): CountInterval {
  return {
    from: missingTo(percent, people, population.from).missing,
    through: missingTo(percent, people, population.through).missing,
  };
}

/** The people above a line when the population is only known within an interval; negative = below it. */
export function marginAbove(percent: number, people: number, population: CountInterval): CountInterval {
  return {
    from: people - neededFor(percent, population.through),
    through: people - neededFor(percent, population.from),
  };
}

/**
 * Every whole population for which all the published shares hold at once.
 * Refuses QUANTITY_INVALID, PERCENT_INVALID (also when no share bounds the population from above: 0 %, or no share at all)
 * and FIGURES_CONTRADICT when no population fits.
 */
export function populationInterval(shares: readonly PublishedShare[]): CountInterval | Refusal {
  let from = 1n;
  let through: bigint | null = null;
  for (const { people, percent, decimals } of shares) {
    const rounded = scaledPercent(percent, decimals);
    if (!isCount(people)) return refuse('QUANTITY_INVALID', { value: shown(people) });
    if (rounded === null) return refuse('PERCENT_INVALID', { value: shown(percent) });
    // (2r − 1) / 2s ≤ 100 · people / population < (2r + 1) / 2s, with s = 10^decimals and r = percent · s
    const twice = 200n * BigInt(people) * 10n ** BigInt(decimals);
    from = greater(from, divideFloor(twice, 2n * rounded + 1n) + 1n);
    if (rounded > 0n) through = smaller(through, divideFloor(twice, 2n * rounded - 1n));
  }
  if (through === null) return refuse('PERCENT_INVALID', { value: shown(shares[0]?.percent ?? '') });
  if (through < from) return refuse('FIGURES_CONTRADICT', { figures: shares.map(inWords).join('; ') });
  if (through > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('QUANTITY_INVALID', { value: shown(through) });
  return { from: Number(from), through: Number(through) };
}

/**
 * Every whole count of people that is published as this percentage of a population, and the nominal one (rounded half up).
 * Refuses QUANTITY_INVALID, PERCENT_INVALID, and FIGURES_CONTRADICT when the population is too small to have such a share.
 */
export function peopleInterval(
  published: PublishedPercent,
  population: number,
): (CountInterval & { readonly nominal: number }) | Refusal {
  const { percent, decimals } = published;
  const rounded = scaledPercent(percent, decimals);
  if (!isCount(population)) return refuse('QUANTITY_INVALID', { value: shown(population) });
  if (rounded === null) return refuse('PERCENT_INVALID', { value: shown(percent) });
  const half = 200n * 10n ** BigInt(decimals);
  const from = divideCeil((2n * rounded - 1n) * BigInt(population), half);
  const through = divideCeil((2n * rounded + 1n) * BigInt(population), half) - 1n;
  if (through < from) return refuse('FIGURES_CONTRADICT', { figures: `${percent} % / ${population}` });
  const nominal = divideHalfUp(2n * rounded * BigInt(population), half);
  return { from: Math.max(0, Number(from)), through: Number(through), nominal: Number(nominal) };
}

/**
 * The months until a margin is used up when `lost` people fell away over `overMonths` months and it goes on like this,
 * the population held constant; rounded half up to 2 decimals. null when nothing was lost.
 */
export function monthsUntilLine(margin: number, lost: number, overMonths: number): number | null {
  if (lost <= 0) return null;
  if (margin <= 0) return 0;
  return Number(divideHalfUp(BigInt(margin) * BigInt(overMonths) * 100n, BigInt(lost))) / 100;
}

function greater(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

function smaller(a: bigint | null, b: bigint): bigint {
  return a === null || b < a ? b : a;
}

function inWords({ people, percent }: PublishedShare): string {
  return `${people} = ${percent} %`;
}
