import { FEWEST_MONTHS, MOST_MONTHS, addDays, daysBetween, forecast } from '@papan/domain';
import { Chance } from '@papan/seed';

const AS_OF = '2026-10-01';
const MONTH = 365.2425 / 12;
/** A history that has not crossed the line by then never will. */
const MONTHS_AT_MOST = 2_000;

/**
 * Of so many invented histories, in how many percent the line was crossed within the band that was told beforehand.
 * Months scatter around a pace, and each takes some of the last one's scatter with it, as enrolment drives do.
 */
export function withinBand(histories: number, seed: number): number {
  const chance = new Chance(seed);
  let [told, inside] = [0, 0];
  for (let nth = 0; nth < histories; nth += 1) {
    const mean = 500 + chance.fraction() * 2_000;
    const next = months(mean, mean * (0.2 + chance.fraction()), chance);
    const gap = Math.round(mean * (2 + chance.fraction() * 22));
    const known = FEWEST_MONTHS + chance.between(2, MOST_MONTHS - FEWEST_MONTHS);
    const found = forecast(0, gap, AS_OF, Array.from({ length: known }, next));
    if (found.kind !== 'REACHES') continue;
    told += 1;
    // The cuts are monthly: the month in which the line is crossed counts as a whole.
    const after = crossedIn(gap, next);
    const [first, last] = [Math.floor((after - 1) * MONTH), Math.ceil(after * MONTH)];
    const { early, late } = found.at;
    if (last >= daysBetween(AS_OF, early) && (late === null || addDays(AS_OF, first) <= late)) inside += 1;
  }
  return (100 * inside) / told;
}

function months(mean: number, spread: number, chance: Chance): () => number {
  let last = 0;
  return () => {
    // Twelve fractions make a bell; 0.3 of the last month's scatter goes on into this one.
    const bell = Array.from({ length: 12 }, () => chance.fraction()).reduce((sum, one) => sum + one, -6);
    last = 0.3 * last + Math.sqrt(1 - 0.3 ** 2) * bell * spread;
    return Math.round(mean + last);
  };
}

function crossedIn(gap: number, next: () => number): number {
  let people = 0;
  for (let month = 1; month <= MONTHS_AT_MOST; month += 1) {
    people += next();
    if (people >= gap) return month;
  }
  return MONTHS_AT_MOST;
}
