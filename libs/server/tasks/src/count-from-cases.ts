import { type Actor, type Task, isRefusal, recordReport } from '@papan/domain';
import type { Clock, Further, Tx } from '@papan/server-platform';
import { taskAfter } from './after';
import { type ProgressRow, progressRow } from './progress-rows';
import { TASK_COLUMNS, audienceOf, writeTask } from './task-rows';

/** A task whose progress is counted elsewhere, locked until the end of the transaction. */
export type CountedTask = Task & { readonly isCampaignOpen: boolean };

/** Undefined where the transaction's actor may not know of the task. */
export async function lockCountedTask(tx: Tx, region: string, id: number): Promise<CountedTask | undefined> {
  const [row] = await tx.query<CountedTask>(
    `SELECT ${TASK_COLUMNS},
            (SELECT c.open FROM campaign c WHERE c.region = task.region AND c.id = task.campaign) AS "isCampaignOpen"
       FROM task WHERE region = $1 AND id = $2 FOR UPDATE`,
    [region, id],
  );
  return row;
}

/**
 * Adds to the task's progress what was counted from its cases, by the rules of every report; it verifies nobody. Null
 * where the task takes no report now: then nothing is written, and what was not taken is still there later.
 */
export async function countFromCases(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  { isCampaignOpen, ...task }: CountedTask,
  delta: number,
): Promise<Further | null> {
  if (!isCampaignOpen) return null;
  const report = { entry: crypto.randomUUID(), delta, reached: 0, rejected: 0, on: clock.today, note: '' };
  const counted = recordReport(task, report, clock.today);
  if (isRefusal(counted)) return null;
  const event = { ...counted, data: { ...counted.data, from: 'CASES' as const } };
  const after = taskAfter(event, clock, actor, task);
  const entry: ProgressRow = { ...report, task: task.id, corrects: null, person: actor.person, at: clock.now };
  await writeTask(tx, actor.region, task, after, progressRow(audienceOf(task), entry));
  return { event, audience: audienceOf(task) };
}
