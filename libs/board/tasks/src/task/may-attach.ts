import type { Actor, Task } from '@papan/domain';
import { isOpen, may } from '@papan/domain';
import { resourceOf } from '../board/decide-drop';

/** Whether the actor may put a file to the task as it stands. */
export function mayAttach(actor: Actor | null, task: Task): boolean {
  if (!actor || !isOpen(task.status) || task.status === 'DRAFT') return false;
  return (
    may(actor, 'evidence.add', { region: actor.region }) === true &&
    may(actor, 'evidence.attach', resourceOf(actor.region, task)) === true
  );
}
