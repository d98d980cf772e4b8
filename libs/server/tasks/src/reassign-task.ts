import type { ReassignTask } from '@papan/contracts';
import { isRefusal, reassignTask, refuse, wibDate } from '@papan/domain';
import { type Decide, nextNumber } from '@papan/server-platform';
import { tasksAfter } from './after';
import { endBlockers, endingWith, openBlockersOf } from './end-blockers';
import type { OnTask } from './in-region';
import { agenciesOf, campaignsOf } from './region-facts';
import { audienceOf, insertTask, lockTask, writeTask } from './task-rows';

/**
 * The lead hands part or all of what is left to another agency, as a new task.
 * Where all of it goes, whatever hindered the old task ends with it.
 */
export function reassignOneTask({ actor, task: id }: OnTask, to: ReassignTask): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'task.reassign');
    if (isRefusal(task)) return task;
    const campaign = (await campaignsOf(tx, actor.region)).get(task.campaign);
    if (!campaign) return refuse('CAMPAIGN_UNKNOWN', { campaign: task.campaign });
    const agencies = await agenciesOf(tx, actor.region);
    const open = await openBlockersOf(tx, actor.region, id);
    const split = reassignTask(await nextNumber(tx, 'task'), task, to, agencies, wibDate(campaign.deadline));
    if (isRefusal(split)) return split;
    const whole = split.data.amount === task.target;
    const lifts = whole ? endingWith(open) : {};
    const event = { ...split, data: { ...split.data, ...lifts } };
    const [rest, handed] = tasksAfter(event, clock, actor, task);
    if (!rest || !handed) throw new Error('a task was not split in two');
    await writeTask(tx, actor.region, task, rest);
    await insertTask(tx, actor.region, handed);
    await endBlockers(tx, actor.region, event.data.lifts ?? [], clock.now);
    const answer = { task: id, newTask: handed.id, version: rest.version };
    return { event, audience: audienceOf(task), answer };
  };
}
