import type { Task } from '@papan/domain';

/**
 * Tasks column by column: equal keys are said once, and neighbours in a column resemble each other, so that 5,000
 * tasks travel in tens of kilobytes once compressed. Numbers in order are sent as differences. The long texts
 * (description, evidence) stay behind: they come with the task's detail.
 */
export interface PackedTasks {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

const COLUMNS = [
  'campaign',
  'agency',
  'visibility',
  'status',
  'since',
  'title',
  'unit',
  'segment',
  'area',
  'target',
  'start',
  'due',
  'dueChanges',
  'reported',
  'reached',
  'rejected',
  'registered',
  'active',
  'lastReportAt',
  'lastReportBy',
  'lastReportDelta',
  'origin',
  'version',
  'fieldVersions',
] as const satisfies readonly Exclude<keyof Task, 'id' | 'description' | 'evidence'>[];

/** A column in which every value is the same is sent as one value. */
export function packTasks(tasks: readonly Task[]): PackedTasks {
  const sorted = [...tasks].sort((a, b) => a.id - b.id);
  const columns: Record<string, readonly unknown[]> = {
    id: sorted.map((task, at) => task.id - (sorted[at - 1]?.id ?? 0)),
  };
  for (const column of COLUMNS) columns[column] = shorten(sorted.map((task) => task[column]));
  return { count: sorted.length, columns };
}

export function unpackTasks({ count, columns }: PackedTasks): readonly Task[] {
  const tasks: Task[] = [];
  let id = 0;
  for (let at = 0; at < count; at++) {
    id += Number(columns['id']?.[at]);
    const task: Record<string, unknown> = { id, description: '', evidence: '' };
    for (const column of COLUMNS) {
      const values = columns[column] ?? [];
      task[column] = values.length === 1 ? values[0] : values[at];
    }
    tasks.push(task as unknown as Task);
  }
  return tasks;
}

function shorten(values: readonly unknown[]): readonly unknown[] {
  const first = JSON.stringify(values[0]);
  return values.length > 1 && values.every((value) => JSON.stringify(value) === first) ? values.slice(0, 1) : values;
}
