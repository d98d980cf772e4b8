import { isRefusal, type Refusal } from '../refusal/refusal';
import { type Allocation, proposeAllocation } from './allocation';
import { missingTo } from './coverage';

/** A district, a village or a segment with its people and, where known, its residents. */
export interface PartFigures<Part extends string | number = string> {
  readonly part: Part;
  readonly people: number;
  /** Null: not known; such a part gets no share. */
  readonly population: number | null;
}

/**
 * The missing people of the region spread over its parts in proportion to what each part misses by itself, in whole people
 * that add up. The parts alone would not: one above the line makes up for another, and each is rounded up for itself.
 * What cannot be given to any part stays unallocated.
 */
export function missingByPart<Part extends string | number>(
  percent: number,
  whole: number,
  parts: readonly PartFigures<Part>[],
): Allocation<Part> | Refusal {
  return proposeAllocation(
    whole,
    parts.map(({ part, people, population }) => ({
      agency: part,
      weight: population === null ? 0 : missingTo(percent, people, population).missing,
    })),
  );
}

/**
 * The people missing to a line of the active spread over the segments by their members that are not active: only they can
 * be made active without enrolling anybody. Never more than a segment has; what is left must be enrolled and stays
 * unallocated.
 */
export function missingActiveBySegment<Segment extends string>(
  missing: number,
  segments: readonly { readonly segment: Segment; readonly registered: number; readonly active: number }[],
): Allocation<Segment> | Refusal {
  const inactive = segments.map(({ segment, registered, active }) => ({
    agency: segment,
    weight: Math.max(0, registered - active),
  }));
  const all = inactive.reduce((sum, { weight }) => sum + weight, 0);
  const spread = proposeAllocation(Math.min(missing, all), inactive);
  if (isRefusal(spread)) return spread;
  return { ...spread, whole: missing, unallocated: missing - spread.allocated };
}
