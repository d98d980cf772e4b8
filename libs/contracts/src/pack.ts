import { type Task, epochMillis, instantFromMillis, isIsoInstant } from '@papan/domain';

/**
 * Tasks column by column: equal keys are said once, and neighbours in a column resemble each other, so that 5,000
 * tasks travel in tens of kilobytes once compressed. Numbers and moments are sent as differences. The long texts
 * (description, evidence) stay behind: they come with the task's detail.
 */
export interface PackedTasks {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** Columns that are sent as differences: from the task before, or (`lastReportAt`) from the same task's `since`. */
type Reckoned = 'id' | 'since' | 'lastReportAt';

const COLUMNS = [
  'campaign',
  'agency',
  'visibility',
  'status',
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
  'lastReportBy',
  'lastReportDelta',
  'origin',
  'version',
  'fieldVersions',
] as const satisfies readonly Exclude<keyof Task, Reckoned | 'description' | 'evidence'>[];

/** A column in which every value is the same is sent as one value. */
export function packTasks(tasks: readonly Task[]): PackedTasks {
  const sorted = [...tasks].sort((a, b) => a.id - b.id);
  const since = sorted.map((task) => usualMillis(task.since));
  const columns: Record<string, readonly unknown[]> = {
    id: sorted.map((task, at) => task.id - (sorted[at - 1]?.id ?? 0)),
    since: sorted.map((task, at) => apart(task.since, since[at], baseOf(sorted[at - 1]?.since, since[at - 1]))),
    lastReportAt: shorten(
      sorted.map(({ lastReportAt, since: base }, at) =>
        lastReportAt === null ? null : apart(lastReportAt, usualMillis(lastReportAt), baseOf(base, since[at])),
      ),
    ),
  };
  for (const column of COLUMNS) columns[column] = shorten(sorted.map((task) => task[column]));
  return { count: sorted.length, columns };
}

export function unpackTasks({ count, columns }: PackedTasks): readonly Task[] {
  const valueAt = (column: string, at: number): unknown => {
    const values = columns[column] ?? [];
    return values.length === 1 ? values[0] : values[at];
  };
  const tasks: Task[] = [];
  let id = 0;
  let since: unknown = null;
  for (let at = 0; at < count; at++) {
    id += Number(valueAt('id', at));
    since = later(since, valueAt('since', at));
    const lastReportAt = later(since, valueAt('lastReportAt', at));
    const task: Record<string, unknown> = { id, since, lastReportAt, description: '', evidence: '' };
    for (const column of COLUMNS) task[column] = valueAt(column, at);
    tasks.push(task as unknown as Task);
  }
  return tasks;
}

function shorten(values: readonly unknown[]): readonly unknown[] {
  const [first] = values;
  return values.length > 1 && values.every((value) => isSame(value, first)) ? values.slice(0, 1) : values;
}

/** Nearly every column holds plain values, which need no writing out to be compared. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return JSON.stringify(one) === JSON.stringify(other);
}

/** 1 January of year 1: the first moment that `instantFromMillis` can write. */
const FIRST_MILLIS = -62_135_596_800_000;
const USUAL_LENGTH = '2026-12-31T16:59:59.000Z'.length;

/**
 * The milliseconds of a moment that is written the usual way, else null. Thousands are packed for every snapshot:
 * the engine's own reader does it, which knows no other zone where the text ends with Z.
 */
function usualMillis(moment: string): number | null {
  const millis = Date.parse(moment);
  if (!(millis >= FIRST_MILLIS) || moment.length !== USUAL_LENGTH) return null;
  return new Date(millis).toISOString() === moment ? millis : null;
}

function baseOf(moment: string | undefined, usual: number | null | undefined): number {
  return usual ?? millisOf(moment);
}

/** Milliseconds from `base` to the moment. One that is not written the usual way is sent as it is. */
function apart(moment: string, millis: number | null | undefined, base: number): number | string {
  return millis === null || millis === undefined ? moment : millis - base;
}

/** The inverse of `apart`. */
function later(base: unknown, distance: unknown): unknown {
  return typeof distance === 'number' ? instantFromMillis(millisOf(base) + distance) : distance;
}

function millisOf(base: unknown): number {
  return isIsoInstant(base) ? epochMillis(base) : 0;
}
