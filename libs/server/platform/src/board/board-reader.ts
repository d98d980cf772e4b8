import type { Snapshot } from '@papan/contracts';
import type { Tx } from '../database/tx';

/** What a reader implements; the platform adds where in the journal the reading stands. */
export type BoardRows = Omit<Snapshot, 'protocol' | 'epoch' | 'through' | 'serverTime'>;

/** Reads the rows of a region's board as the transaction's actor may see them. Implemented by the tasks. */
export abstract class BoardReader {
  abstract read(tx: Tx, region: string): Promise<BoardRows>;

  /** Whether the actor sees anything there that is for one agency alone. Who does not, sees what all the others see. */
  abstract seesRestricted(tx: Tx, region: string): Promise<boolean>;
}
