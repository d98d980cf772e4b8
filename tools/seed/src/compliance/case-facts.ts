import type { Kept } from './cabinet';
import type { LoadedList } from './licence-list';

/** What the rows of employers and cases need and the journal does not hold. */
export interface CaseFacts {
  /** By their hash; null where papers are named and nowhere to be read. */
  readonly files: ReadonlyMap<string, Kept> | null;
  /** The licence list, with employers who have no case. */
  readonly list: LoadedList;
}
