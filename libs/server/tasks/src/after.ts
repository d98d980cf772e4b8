import { type Actor, type BoardEvent, EMPTY_BOARD, type Task, change } from '@papan/domain';
import type { Clock } from '@papan/server-platform';

/**
 * The tasks as they stand after the event: the very fold that every open board runs, so that the rows say what the
 * journal says. The number of the entry is not known yet and no task depends on it.
 */
export function tasksAfter(event: BoardEvent, { now }: Clock, actor: Actor, before?: Task): readonly Task[] {
  const view = {
    ...EMPTY_BOARD,
    task: (id: number) => (before?.id === id ? before : undefined),
    blocker: () => undefined,
  };
  return change(view, { seq: 0, at: now, by: { person: actor.person, agency: actor.agency.id }, event }).tasks;
}

/** The one task that the event is about, as it stands after it. */
export function taskAfter(event: BoardEvent, clock: Clock, actor: Actor, before?: Task): Task {
  const [task] = tasksAfter(event, clock, actor, before);
  if (!task) throw new Error(`${event.type} left no task`);
  return task;
}
