import type { ReportProgress } from '@papan/contracts';
import { isRefusal, may, recordReport, refuse } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { taskAfter } from './after';
import type { OnTask } from './in-region';
import { type ProgressRow, progressRow } from './progress-rows';
import { audienceOf, lockTask, resourceOf, writeTask } from './task-rows';

/** The agency adds what it has done. Two statements: the task is locked and read; task and entry are written together. */
export function reportProgress({ actor, task: id }: OnTask, report: ReportProgress): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor.region, id);
    if (isRefusal(task)) return task;
    const allowed = may(actor, 'progress.report', resourceOf(actor, task));
    if (isRefusal(allowed)) return allowed;
    const event = recordReport(task, { ...report, on: report.on ?? clock.today }, clock.today);
    if (isRefusal(event)) return event;
    const after = taskAfter(event, clock, actor, task);
    const entry: ProgressRow = { ...event.data, corrects: null, person: actor.person, at: clock.now };
    const written = await writeTask(tx, actor.region, task, after, progressRow(audienceOf(task), entry));
    if (!written) return refuse('ENTRY_KNOWN', { entry: report.entry });
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}
