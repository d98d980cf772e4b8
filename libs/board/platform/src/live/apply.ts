import { change } from '@papan/domain';
import type { Blocker, BoardChange, BoardState, BoardView, Happening, Task } from '@papan/domain';

/** What a row of happenings changes together: the last state of each thing that it names. */
export interface Applied {
  readonly tasks: ReadonlyMap<number, Task>;
  readonly blockers: ReadonlyMap<number, Blocker>;
  readonly rest: Partial<Pick<BoardState, 'cut' | 'verified' | 'allocation' | 'gains'>>;
}

/** The change that several happenings make to a board, one after the other. Pure: the board itself is not touched. */
export function apply(board: BoardView, happenings: readonly Happening[]): Applied {
  const tasks = new Map<number, Task>();
  const blockers = new Map<number, Blocker>();
  let rest: BoardChange['rest'] = {};
  for (const happening of happenings) {
    const view: BoardView = {
      cut: board.cut,
      verified: board.verified,
      allocation: board.allocation,
      gains: board.gains,
      ...rest,
      task: (id) => tasks.get(id) ?? board.task(id),
      blocker: (id) => blockers.get(id) ?? board.blocker(id),
    };
    const step = change(view, happening);
    for (const task of step.tasks) tasks.set(task.id, task);
    for (const blocker of step.blockers) blockers.set(blocker.id, blocker);
    rest = { ...rest, ...step.rest };
  }
  return { tasks, blockers, rest };
}
