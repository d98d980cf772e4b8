import type { CorrectProgress } from '@papan/contracts';
import { correctReport, isRefusal, refuse } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { taskAfter } from './after';
import type { OnTask } from './in-region';
import { type ProgressRow, findEntry, progressRow } from './progress-rows';
import { audienceOf, lockTask, writeTask } from './task-rows';

/** The agency takes back part or all of an entry by a reversing one; the wrong one stays readable. */
export function correctProgress({ actor, task: id }: OnTask, correction: CorrectProgress): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'progress.correct');
    if (isRefusal(task)) return task;
    const event = correctReport(task, correction, await findEntry(tx, actor.region, id, correction.corrects));
    if (isRefusal(event)) return event;
    const after = taskAfter(event, clock, actor, task);
    const entry: ProgressRow = { ...event.data, on: clock.today, person: actor.person, at: clock.now };
    const written = await writeTask(tx, actor.region, task, after, progressRow(audienceOf(task), entry));
    if (!written) return refuse('ENTRY_KNOWN', { entry: correction.entry });
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}
