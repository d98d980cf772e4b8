import type { HttpCall } from '../rig/http-call';
import type { SocketTarget } from '../rig/light-socket';

/** Tasks on the boards that are measured. */
export const BOARD_SIZES = [1_000, 5_000] as const;
export type BoardSize = (typeof BOARD_SIZES)[number];

/** A server under measurement: the product, or the floor. Everything else is the same for both. */
export interface Subject {
  readonly name: 'floor' | 'product';
  readonly port: number;
  /** The server's process now. */
  pid(): number;
  /** A change of one task that carries `mark`, which every board will show; `nth` picks the task. */
  update(board: BoardSize, nth: number, mark: string): HttpCall;
  /** The whole board as a reader gets it when opening it. */
  open(board: BoardSize, reader: number): HttpCall;
  socket(board: BoardSize, reader: number): SocketTarget;
  /** What a reader says so that he hears of the board, given the snapshot he has (parsed). */
  watch(board: BoardSize, snapshot: unknown): { readonly event: string; readonly message: unknown };
  /** Whether this is the first word to a reader who began to watch. */
  isWelcome(text: string): boolean;
  /** The marks of the changes that a message tells of; none for a heartbeat. */
  marksIn(text: string): readonly string[];
  /** Ends the server and starts it again; milliseconds to its first answer. */
  restart(): Promise<number>;
  stop(): Promise<void>;
}
