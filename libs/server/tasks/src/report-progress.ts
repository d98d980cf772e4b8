import type { ReportProgress } from '@papan/contracts';
import { isRefusal, recordReport, refuse } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { taskAfter } from './after';
import type { OnTask } from './in-region';
import { type ProgressRow, progressRow } from './progress-rows';
import { audienceOf, lockTask, writeTask } from './task-rows';

/** The agency adds what it has done. Two statements: the task is locked and read; task and entry are written together. */
export function reportProgress({ actor, task: id }: OnTask, report: ReportProgress): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'progress.report');
    if (isRefusal(task)) return task;
    const event = recordReport(task, { ...report, on: report.on ?? clock.today }, clock.today);
    if (isRefusal(event)) return event;
    const after = taskAfter(event, clock, actor, task);
    const entry: ProgressRow = { ...event.data, corrects: null, person: actor.person, at: clock.now };
    const written = await writeTask(tx, actor.region, task, after, progressRow(audienceOf(task), entry));
    if (!written) return refuse('ENTRY_KNOWN', { entry: report.entry });
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}
