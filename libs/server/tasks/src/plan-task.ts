import type { CreateTask } from '@papan/contracts';
import { isRefusal, may, planTask } from '@papan/domain';
import { type Decide, nextNumber } from '@papan/server-platform';
import { taskAfter } from './after';
import type { InRegion } from './in-region';
import { regionFacts } from './region-facts';
import { audienceOf, insertTask } from './task-rows';

/** The lead gives an agency a task, or keeps it as a draft. */
export function planNewTask({ actor }: InRegion, plan: CreateTask): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'task.create', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const facts = await regionFacts(tx, actor.region, plan.area);
    const event = planTask(await nextNumber(tx, 'task'), plan, facts);
    if (isRefusal(event)) return event;
    const task = taskAfter(event, clock, actor);
    await insertTask(tx, actor.region, task);
    return { event, audience: audienceOf(task), answer: { task: task.id, version: task.version } };
  };
}
