import type { Column, Task, TaskStatus } from '@papan/domain';
import { COLUMNS, columnOf, countsPersons, isOpen, remaining } from '@papan/domain';
import type { LaneKind } from './filter';
import { laneKeyOf } from './filter';

/** One lane: its cards by column, in the order in which they are shown, and what its header says. */
export interface Lane {
  readonly key: string;
  readonly count: number;
  /** People still to be reported, over its open tasks that count people. */
  readonly remaining: number;
  readonly lastReportAt: string | null;
  readonly columns: Readonly<Record<Column, readonly number[]>>;
}

/** Where each card belongs. `cards` tells lane and column of a card; lanes with the most people to go come first. */
export interface Arrangement {
  readonly lanes: readonly Lane[];
  readonly cards: ReadonlyMap<number, { readonly lane: string; readonly column: Column }>;
  readonly counts: Readonly<Record<Column, number>>;
}

/** The column in which a card is drawn: tasks found by filter only stand at the beginning or at the end. */
export function standsIn(status: TaskStatus, openBlockers: number): Column {
  return columnOf(status, openBlockers) ?? (status === 'DRAFT' ? 'ASSIGNED' : 'DONE');
}

/** Sorts tasks into lanes and columns: in a column by due date, then by number, so that every reader sees one order. */
export function arrange(tasks: readonly Task[], lanes: LaneKind, openBlockers: (task: number) => number): Arrangement {
  const byLane = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = laneKeyOf(task, lanes);
    const lane = byLane.get(key);
    if (lane) lane.push(task);
    else byLane.set(key, [task]);
  }
  const made = [...byLane].map(([key, members]) => makeLane(key, members, openBlockers));
  made.sort((a, b) => b.remaining - a.remaining || (a.key < b.key ? -1 : 1));
  return { lanes: made, cards: whereabouts(made), counts: countColumns(made) };
}

function makeLane(key: string, tasks: Task[], openBlockers: (task: number) => number): Lane {
  tasks.sort((a, b) => (a.due === b.due ? a.id - b.id : a.due < b.due ? -1 : 1));
  const columns: Record<Column, number[]> = { ASSIGNED: [], RUNNING: [], BLOCKED: [], TO_VERIFY: [], DONE: [] };
  let people = 0;
  let lastReportAt: string | null = null;
  for (const task of tasks) {
    columns[standsIn(task.status, openBlockers(task.id))].push(task.id);
    if (isOpen(task.status) && countsPersons(task.unit)) people += remaining(task);
    if (task.lastReportAt !== null && (lastReportAt === null || task.lastReportAt > lastReportAt))
      lastReportAt = task.lastReportAt;
  }
  return { key, count: tasks.length, remaining: people, lastReportAt, columns };
}

function whereabouts(lanes: readonly Lane[]): Arrangement['cards'] {
  const cards = new Map<number, { lane: string; column: Column }>();
  for (const lane of lanes) {
    for (const column of COLUMNS) for (const id of lane.columns[column]) cards.set(id, { lane: lane.key, column });
  }
  return cards;
}

function countColumns(lanes: readonly Lane[]): Readonly<Record<Column, number>> {
  const counts: Record<Column, number> = { ASSIGNED: 0, RUNNING: 0, BLOCKED: 0, TO_VERIFY: 0, DONE: 0 };
  for (const lane of lanes) for (const column of COLUMNS) counts[column] += lane.columns[column].length;
  return counts;
}
