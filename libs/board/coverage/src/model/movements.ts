import type { CoverageView } from '@papan/contracts';
import { MOVEMENTS } from '@papan/domain';
import type { IsoDate, Movement, Movements } from '@papan/domain';

/** Movements after one cut until another, of all months between them. A month that tells none leaves its part unexplained. */
export function movementsBetween(view: CoverageView, after: IsoDate, through: IsoDate): Movements {
  const sums = new Map<Movement, number>();
  for (const { asOf, movements } of view.movements) {
    if (asOf <= after || asOf > through) continue;
    for (const movement of MOVEMENTS) {
      const people = movements[movement] ?? 0;
      if (people !== 0) sums.set(movement, (sums.get(movement) ?? 0) + people);
    }
  }
  return Object.fromEntries(sums);
}
