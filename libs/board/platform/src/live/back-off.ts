/** Limits of waiting, in milliseconds. */
export interface BackOff {
  readonly first: number;
  readonly most: number;
}

/**
 * How long to wait before try number `attempt` (0 is the first repetition): anything between 0 and a limit that doubles
 * (full jitter), so that five hundred boards do not come back in the same instant.
 * @param chance a number in [0, 1).
 */
export function backOff({ first, most }: BackOff, attempt: number, chance: number): number {
  return Math.floor(chance * Math.min(most, first * 2 ** Math.min(attempt, 16)));
}
