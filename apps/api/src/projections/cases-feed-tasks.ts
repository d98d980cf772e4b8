import { gainsOf, takeGains, tasksFedBy } from '@papan/server-compliance';
import type { Further, Projection } from '@papan/server-platform';
import { countFromCases, lockCountedTask } from '@papan/server-tasks';

/**
 * A task that is about cases: its progress counts the employers whose appeal has a proof of receipt, or the workers whom
 * BPJS verified, each once. The cases are locked already; tasks follow in the order of their numbers.
 */
export const casesFeedTasks: Projection = async (tx, clock, actor, event) => {
  const reports: Further[] = [];
  for (const id of await tasksFedBy(tx, actor.region, event)) {
    const task = await lockCountedTask(tx, actor.region, id);
    if (task?.unit !== 'employers' && task?.unit !== 'workers') continue;
    const gains = await gainsOf(tx, actor.region, id);
    if (gains[task.unit] <= 0) continue;
    const report = await countFromCases(tx, clock, actor, task, gains[task.unit]);
    if (!report) continue;
    await takeGains(tx, actor.region, id, task.unit);
    reports.push(report);
  }
  return reports;
};
