import { shown } from '../formats/shown';
import { type Refusal, refuse } from '../refusal/refusal';
import { percentOf } from './coverage';
import type { Cut } from './headline';
import type { Measure } from './thresholds';

/** Why a count of people changes from one cut to the next. */
export const MOVEMENTS = [
  'ENROLLED',
  'BORN',
  'MOVED_IN',
  'REACTIVATED',
  'DIED',
  'MOVED_OUT',
  'DEACTIVATED',
  'IN_ARREARS',
] as const;
export type Movement = (typeof MOVEMENTS)[number];

/** Who comes counts up, who goes counts down. */
const LEAVES: readonly Movement[] = ['DIED', 'MOVED_OUT', 'DEACTIVATED', 'IN_ARREARS'];
/** Who is switched off or on again keeps the JKN number: only the active change. */
const ONLY_ACTIVE: readonly Movement[] = ['REACTIVATED', 'DEACTIVATED', 'IN_ARREARS'];

/** Whether who moves like this counts down. */
export function leaves(movement: Movement): boolean {
  return LEAVES.includes(movement);
}

/** People by movement, as they were told; each a whole number ≥ 0. */
export type Movements = Readonly<Partial<Record<Movement, number>>>;

/**
 * From one cut to the next, adding up to the person: `start` + every `people` + `unexplained` = `end`.
 * What no movement tells stays visible as `unexplained`; nothing is spread to make it fit.
 */
export interface Bridge {
  readonly start: number;
  readonly steps: readonly { readonly movement: Movement; readonly people: number }[];
  readonly unexplained: number;
  readonly end: number;
}

/** Refuses QUANTITY_INVALID for a movement that is no whole number ≥ 0. */
export function bridge(measure: Measure, before: Cut, after: Cut, movements: Movements): Bridge | Refusal {
  const steps: { movement: Movement; people: number }[] = [];
  for (const movement of MOVEMENTS) {
    const people = movements[movement] ?? 0;
    if (!Number.isSafeInteger(people) || people < 0) {
      return refuse('QUANTITY_INVALID', { field: movement, value: shown(people) });
    }
    if (people === 0 || (measure === 'registered' && ONLY_ACTIVE.includes(movement))) continue;
    steps.push({ movement, people: leaves(movement) ? -people : people });
  }
  const [start, end] = [before[measure], after[measure]];
  const told = steps.reduce((sum, { people }) => sum + people, 0);
  return { start, steps, unexplained: end - start - told, end };
}

/**
 * What moved a percentage: the denominator or the people. In percentage points with 2 decimals;
 * `population` + `people` = `total`. Null where one of the cuts has no population.
 */
export interface PointsBridge {
  readonly population: number;
  readonly people: number;
  readonly total: number;
}

/** The people of before over the new population, then the people of after: first the denominator, then who came and went. */
export function pointsBridge(measure: Measure, before: Cut, after: Cut): PointsBridge | null {
  const [first, between, last] = [
    hundredths(before[measure], before.population),
    hundredths(before[measure], after.population),
    hundredths(after[measure], after.population),
  ];
  if (first === null || between === null || last === null) return null;
  return { population: (between - first) / 100, people: (last - between) / 100, total: (last - first) / 100 };
}

function hundredths(people: number, population: number): number | null {
  const percent = percentOf(people, population);
  return percent === null ? null : Math.round(percent * 100);
}
