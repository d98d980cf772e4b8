import type { Actor, Column, Deed, Refusal, Resource, Task } from '@papan/domain';
import { DEEDS, afterDeed, columnOf, deedsFrom, dropOn, isRefusal, may } from '@papan/domain';

/** The way out of a refused move: what the reader can do instead. */
export type WayOut = 'report' | 'blockers' | 'open';

/**
 * What a drop on a column leads to: a question (a deed to confirm, the blocker form, the blockers to lift), nothing at
 * all, or a refusal with a way out. The same for mouse, touch, keyboard and menu.
 */
export type DropDecision =
  | { readonly kind: 'confirm'; readonly deed: Deed; readonly reasonNeeded: boolean }
  | { readonly kind: 'raise-blocker' }
  | { readonly kind: 'lift-blockers' }
  | { readonly kind: 'stay' }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly wayOut: WayOut };

export function resourceOf(region: string, task: Pick<Task, 'agency' | 'visibility'>): Resource {
  return { region, agency: task.agency, visibility: task.visibility };
}

/** Asks the table of moves, then the table of rights: a move that does not exist is nobody's to make. */
export function decideDrop(actor: Actor, task: Task, openBlockers: number, column: Column): DropDecision {
  if (columnOf(task.status, openBlockers) === column) return { kind: 'stay' };
  const resource = resourceOf(actor.region, task);
  const drop = dropOn(task, openBlockers, column);
  if (isRefusal(drop)) {
    // Who closes tasks at all says more than which step is missing on the way.
    const closes = column === 'DONE' ? may(actor, 'task.close', resource) : true;
    return refused(closes === true ? drop : closes);
  }
  if (drop.kind === 'blocker') {
    const allowed = may(actor, 'blocker.raise', resource);
    return allowed === true ? { kind: 'raise-blocker' } : refused(allowed);
  }
  if (drop.kind === 'lift') return { kind: 'lift-blockers' };
  const deed = ownDeed(actor, task, column, openBlockers) ?? drop.deed;
  const answer = canDo(actor, task, deed, openBlockers);
  return answer === true ? { kind: 'confirm', deed, reasonNeeded: DEEDS[deed].reason } : refused(answer);
}

/**
 * The deed towards the column that is this actor's to do: the agency withdraws its "done", the verifier sends it back;
 * both drop the card on the same column.
 */
function ownDeed(actor: Actor, task: Task, column: Column, openBlockers: number): Deed | undefined {
  return deedsFrom(task.status)
    .filter((deed) => columnOf(DEEDS[deed].to, 0) === column)
    .find((deed) => canDo(actor, task, deed, openBlockers) === true);
}

/** May the actor do the deed now? A missing reason is no hindrance yet: it is asked for. */
export function canDo(actor: Actor, task: Task, deed: Deed, openBlockers: number): true | Refusal {
  const allowed = may(actor, DEEDS[deed].action, resourceOf(actor.region, task));
  if (allowed !== true) return allowed;
  const after = afterDeed(task, deed, '-', openBlockers);
  return isRefusal(after) ? after : true;
}

function refused(refusal: Refusal): DropDecision {
  return { kind: 'refused', refusal, wayOut: wayOutOf(refusal) };
}

function wayOutOf({ code }: Refusal): WayOut {
  if (code === 'TASK_NOTHING_REPORTED') return 'report';
  return code === 'TASK_BLOCKED' ? 'blockers' : 'open';
}
