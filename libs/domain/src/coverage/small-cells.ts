/**
 * Figures about so few people that somebody could be recognised are hidden from everybody outside the region's own table
 * (docs/domain.md#small-cells). 0 is shown: it is about nobody.
 */
export const SMALL_BELOW = 5;

/** What is hidden together must add up to at least this, so that the total leaves more than one way to fill the places. */
const HIDDEN_TOGETHER = 2 * SMALL_BELOW;

/** Registered and active people of one place or segment. */
export interface CellFigures {
  readonly registered: number;
  readonly active: number;
}

/** The same with what is hidden as null. */
export interface ShownFigures {
  readonly registered: number | null;
  readonly active: number | null;
}

export function isSmall(people: number): boolean {
  return people > 0 && people < SMALL_BELOW;
}

/**
 * Counts that add up to a published total, the small ones hidden as null. A single hidden count could be computed from the
 * total; so the smallest of the others is hidden too, until at least two are hidden and they are not few together.
 */
export function hideSmall(counts: readonly number[]): readonly (number | null)[] {
  const hidden = withComplement(counts, new Set(indexes(counts, isSmall)));
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}

/**
 * Registered and active of the parts of one total. Where either is small, or the members that are not active are few, the
 * active are hidden: registered less active is a published count as well.
 */
export function hideSmallFigures(parts: readonly CellFigures[]): readonly ShownFigures[] {
  const registered = hideSmall(parts.map((part) => part.registered));
  const few = indexes(
    parts,
    (part, at) => registered[at] === null || isSmall(part.active) || isSmall(part.registered - part.active),
  );
  const counts = parts.map((part) => part.active);
  const hidden = withComplement(counts, new Set(few));
  return parts.map((part, at) => ({ registered: registered[at] ?? null, active: hidden.has(at) ? null : part.active }));
}

/** The smallest of the others join what is hidden until it gives nothing away. A count of 0 would hide nothing. */
function withComplement(counts: readonly number[], hidden: ReadonlySet<number>): Set<number> {
  const all = new Set(hidden);
  if (all.size === 0) return all;
  const others = indexes(counts, (count, at) => !all.has(at) && count > 0);
  others.sort((a, b) => (counts[a] ?? 0) - (counts[b] ?? 0) || a - b);
  for (const next of others) {
    const together = [...all].reduce((sum, at) => sum + (counts[at] ?? 0), 0);
    if (all.size >= 2 && together >= HIDDEN_TOGETHER) break;
    all.add(next);
  }
  return all;
}

function indexes<T>(all: readonly T[], holds: (one: T, at: number) => boolean): number[] {
  return all.flatMap((one, at) => (holds(one, at) ? [at] : []));
}
