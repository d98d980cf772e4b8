import type { Blocker, BoardState, Happening } from '@papan/domain';
import * as z from 'zod';
import { Instant, RegionCode } from './scalars';
import type { PackedTasks } from './pack';

export const Cursor = z.strictObject({ epoch: z.number().int(), seq: z.number().int().min(0) });
export type Cursor = z.infer<typeof Cursor>;

// ── Upward over the socket: only these two; everything else is dropped and counted. ──

/** "Tell me what happens in this region from here on." Answered by `frame`, or by `reset` where the cursor is unusable. */
export const Watch = z.strictObject({ type: z.literal('watch'), region: RegionCode, cursor: Cursor });
export type Watch = z.infer<typeof Watch>;

/** "I miss something after this cursor." Answered like `watch`; needs a watch before it. */
export const Resync = z.strictObject({ type: z.literal('resync'), cursor: Cursor });
export type Resync = z.infer<typeof Resync>;

export const Up = z.discriminatedUnion('type', [Watch, Resync]);
export type Up = z.infer<typeof Up>;

// ── Downward ──

/**
 * What happened after `from` up to and including `through`, as far as this reader may see it.
 * Ignore when `through` ≤ cursor; ask (`resync`) when `from` > cursor or the epoch differs; else apply those with
 * seq > cursor and move the cursor to `through`. Events that the reader may not see leave no trace but the numbers.
 */
export const Frame = z.object({
  type: z.literal('frame'),
  region: RegionCode,
  epoch: z.number().int(),
  from: z.number().int(),
  through: z.number().int(),
  events: z.array(z.custom<Happening>()),
});
export type Frame = z.infer<typeof Frame>;

/** Every second, also when nothing happens. None for 5 s: reconnecting; for 8 s: the screen says how old it is. */
export const Heartbeat = z.object({
  type: z.literal('heartbeat'),
  region: RegionCode,
  epoch: z.number().int(),
  head: z.number().int(),
  serverTime: Instant,
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/** The cursor is of another epoch or older than what is kept: fetch a snapshot. */
export const Reset = z.object({ type: z.literal('reset'), region: RegionCode, epoch: z.number().int() });
export type Reset = z.infer<typeof Reset>;

/** The last word before the server closes the socket: why. `SESSION_ENDED`: go to the sign-in page, keep what is typed. */
export const Bye = z.object({
  type: z.literal('bye'),
  reason: z.enum(['SESSION_ENDED', 'SHUTTING_DOWN', 'SLOW_READER', 'NOT_ALLOWED', 'GARBAGE']),
});
export type Bye = z.infer<typeof Bye>;

export const Down = z.discriminatedUnion('type', [Frame, Heartbeat, Reset, Bye]);
export type Down = z.infer<typeof Down>;

/** GET /api/regions/:region/board: the fold up to `through`, as this reader may see it. Tasks are packed by column. */
export interface Snapshot {
  readonly protocol: number;
  readonly epoch: number;
  readonly through: number;
  readonly serverTime: string;
  readonly tasks: PackedTasks;
  /** The open ones. */
  readonly blockers: readonly Blocker[];
  readonly cut: BoardState['cut'];
  readonly verified: BoardState['verified'];
  readonly allocation: BoardState['allocation'];
  readonly gains: BoardState['gains'];
}

/** GET /api/regions/:region/events?epoch=E&after=N: the same pull over HTTP, for places where websockets are blocked. */
export type Pull = Frame | Reset;
