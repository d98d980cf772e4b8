import type { Actor } from '@papan/domain';

/** Who does something in a region. */
export interface InRegion {
  readonly actor: Actor;
}

/** Who does something to a task. */
export interface OnTask extends InRegion {
  readonly task: number;
}
