import type { EditTask } from '@papan/contracts';
import {
  type EditableField,
  type FieldConflict,
  type IsoInstant,
  type Task,
  editTask,
  isEditConflict,
  isRefusal,
  refuse,
} from '@papan/domain';
import type { Decide, FullRefusal, Tx } from '@papan/server-platform';
import { taskAfter } from './after';
import type { OnTask } from './in-region';
import { regionFacts } from './region-facts';
import { audienceOf, lockTask, writeTask } from './task-rows';

/**
 * The lead edits some fields of a task of which he had seen version `seen`. Disjoint edits merge; fields that somebody
 * changed meanwhile come back as TASK_FIELD_CONFLICT with both values, by whom and when.
 */
export function editOneTask({ actor, task: id }: OnTask, seen: number, edits: EditTask): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'task.edit');
    if (isRefusal(task)) return task;
    const facts = await regionFacts(tx, actor.region, edits.area === undefined ? task.area : edits.area);
    const event = editTask(task, seen, edits, facts);
    if (isEditConflict(event)) return conflict(tx, actor.region, task, event.conflicts);
    if (isRefusal(event)) return event;
    const after = taskAfter(event, clock, actor, task);
    await writeTask(tx, actor.region, task, after);
    return { event, audience: audienceOf(task), answer: { task: id, version: after.version } };
  };
}

async function conflict(tx: Tx, region: string, task: Task, conflicts: readonly FieldConflict[]): Promise<FullRefusal> {
  const changes = await lastChanges(tx, region, task.id);
  return {
    ...refuse('TASK_FIELD_CONFLICT', { fields: conflicts.map(({ field }) => field).join(', ') }),
    version: task.version,
    conflicts: conflicts.map((one) => {
      const last = changes.find(({ fields }) => fields.includes(one.field));
      return { ...one, by: last?.by ?? null, at: last?.at ?? null };
    }),
  };
}

interface FieldChange {
  readonly by: number | null;
  readonly at: IsoInstant;
  readonly fields: readonly EditableField[];
}

/** The changes of the task's fields, newest first. Handing over a part changes the target. */
function lastChanges(tx: Tx, region: string, task: number): Promise<FieldChange[]> {
  return tx.query<FieldChange>(
    `SELECT (j.entry::jsonb #>> '{actor,person}')::int AS by, instant_text(j.at) AS at,
            CASE j.type WHEN 'TaskEdited' THEN j.entry::jsonb #> '{data,fields}' ELSE '["target"]' END AS fields
       FROM task_event e JOIN journal j ON j.region = e.region AND j.seq = e.seq
      WHERE e.region = $1 AND e.task = $2 AND e.type IN ('TaskEdited', 'TaskReassigned')
      ORDER BY e.seq DESC`,
    [region, task],
  );
}
