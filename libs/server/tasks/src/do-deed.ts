import type { DoDeed } from '@papan/contracts';
import { DEEDS, type EventOf, TEXT_LIMIT, afterDeed, checkText, isRefusal } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { taskAfter } from './after';
import { endBlockers, endingWith, openBlockersOf } from './end-blockers';
import type { OnTask } from './in-region';
import { audienceOf, lockTask, writeTask } from './task-rows';

/** Moves a task: accept, begin, submit, withdraw, close, return, reopen, cancel, assign. The table is in the domain. */
export function doDeed({ actor, task: id }: OnTask, { deed, reason }: DoDeed): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, DEEDS[deed].action);
    if (isRefusal(task)) return task;
    const open = await openBlockersOf(tx, actor.region, id);
    const to = afterDeed(task, deed, reason, open.length);
    if (isRefusal(to)) return to;
    const said = checkText('reason', reason, TEXT_LIMIT, false);
    if (isRefusal(said)) return said;
    const event: EventOf<'TaskMoved'> = {
      type: 'TaskMoved',
      data: { task: id, deed, from: task.status, to, ...(to === 'CANCELLED' && endingWith(open)) },
      text: said === '' ? null : { reason: said },
    };
    const after = taskAfter(event, clock, actor, task);
    await writeTask(tx, actor.region, task, after);
    await endBlockers(tx, actor.region, event.data.lifts ?? [], clock.now);
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}
