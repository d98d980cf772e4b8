import type { Actor } from '@papan/domain';

/** Who does something in a region. */
export interface InRegion {
  readonly actor: Actor;
}

/** Who does something to a case. */
export interface OnCase extends InRegion {
  readonly case: number;
}

/** Who does something to a step of a case; `entry` is the step's UUID. */
export interface OnStep extends OnCase {
  readonly entry: string;
}
