import { shown } from '../formats/shown';
import { refuse } from '../refusal/refusal';
import type { Refusal } from '../refusal/refusal';
import { isCount } from './exact';

/** The people given to one agency. An agency is known by its number or code. */
export interface AllocationPart<Agency extends string | number = number> {
  readonly agency: Agency;
  readonly people: number;
}

/**
 * The missing people of a line, spread over agencies. Always: the parts + `unallocated` = `whole`.
 * More given out than missing is allowed and shown: then `unallocated` is negative and `overAllocated` its size.
 */
export interface Allocation<Agency extends string | number = number> {
  readonly whole: number;
  readonly parts: readonly AllocationPart<Agency>[];
  readonly allocated: number;
  readonly unallocated: number;
  readonly overAllocated: number;
}

/** How much an agency should carry in proportion to the others; a whole number. */
export interface AllocationWeight<Agency extends string | number = number> {
  readonly agency: Agency;
  readonly weight: number;
}

/**
 * Adds up what the agencies carry. Several parts of one agency (its tasks) become one, in the order of first mention.
 * A changed part changes that part and `unallocated`, nothing else. Refuses QUANTITY_INVALID for anything but whole numbers ≥ 0.
 */
export function allocation<Agency extends string | number>(
  whole: number,
  parts: readonly AllocationPart<Agency>[],
): Allocation<Agency> | Refusal {
  const invalid = [whole, ...parts.map((it) => it.people)].find((it) => !isCount(it));
  if (invalid !== undefined) return refuse('QUANTITY_INVALID', { value: shown(invalid) });
  const byAgency = new Map<Agency, number>();
  for (const { agency, people } of parts) byAgency.set(agency, (byAgency.get(agency) ?? 0) + people);
  const allocated = [...byAgency.values()].reduce((sum, people) => sum + people, 0);
  if (!isCount(allocated)) return refuse('QUANTITY_INVALID', { value: shown(allocated) });
  return {
    whole,
    parts: [...byAgency].map(([agency, people]) => ({ agency, people })),
    allocated,
    unallocated: whole - allocated,
    overAllocated: Math.max(0, allocated - whole),
  };
}

/**
 * Proposes a split in proportion to weights by largest remainder: every share is its exact proportion rounded down or up,
 * nobody is lost, and equal remainders go to the agency named first. Without any weight everything stays unallocated.
 * Refuses QUANTITY_INVALID for a whole or a weight that is no whole number ≥ 0.
 */
export function proposeAllocation<Agency extends string | number>(
  whole: number,
  weights: readonly AllocationWeight<Agency>[],
): Allocation<Agency> | Refusal {
  const invalid = [whole, ...weights.map((it) => it.weight)].find((it) => !isCount(it));
  if (invalid !== undefined) return refuse('QUANTITY_INVALID', { value: shown(invalid) });
  const total = weights.reduce((sum, it) => sum + BigInt(it.weight), 0n);
  if (total === 0n) {
    return allocation(
      whole,
      weights.map(({ agency }) => ({ agency, people: 0 })),
    );
  }
  const shares = weights.map(({ agency, weight }, order) => {
    const exact = BigInt(whole) * BigInt(weight);
    return { agency, order, people: Number(exact / total), remainder: exact % total };
  });
  const left = whole - shares.reduce((sum, it) => sum + it.people, 0);
  const roundedUp = new Set([...shares].sort(byRemainder).slice(0, left));
  return allocation(
    whole,
    shares.map((it) => ({ agency: it.agency, people: it.people + (roundedUp.has(it) ? 1 : 0) })),
  );
}

function byRemainder(a: { remainder: bigint; order: number }, b: { remainder: bigint; order: number }): number {
  if (a.remainder === b.remainder) return a.order - b.order;
  return a.remainder > b.remainder ? -1 : 1;
}
