import type { Task } from '@papan/domain';
import { countsPersons, gap, isOpen, remaining } from '@papan/domain';

/** The agency's tasks as the phone lists them: work in hand by due date, and apart what is done or with the verifier. */
export interface MyTasks {
  readonly inHand: readonly Task[];
  readonly over: readonly Task[];
}

export function myTasks(tasks: readonly Task[], agency: number): MyTasks {
  const mine = tasks.filter((task) => task.agency === agency).sort(byDue);
  return {
    inHand: mine.filter((task) => isOpen(task.status) && task.status !== 'DRAFT' && task.status !== 'REPORTED_DONE'),
    over: mine.filter((task) => task.status === 'REPORTED_DONE' || task.status === 'DONE'),
  };
}

/** The agency's share in persons: what it took on, said, and what of it BPJS verified. */
export interface Share {
  readonly target: number;
  readonly reported: number;
  readonly registered: number;
  readonly active: number;
  readonly gap: number;
  readonly remaining: number;
}

export function shareOf(tasks: readonly Task[]): Share {
  const counted = tasks.filter(
    (task) => countsPersons(task.unit) && task.status !== 'DRAFT' && task.status !== 'CANCELLED',
  );
  const sum = (value: (task: Task) => number): number => counted.reduce((total, task) => total + value(task), 0);
  return {
    target: sum((task) => task.target),
    reported: sum((task) => task.reported),
    registered: sum((task) => task.registered),
    active: sum((task) => task.active),
    gap: sum(gap),
    remaining: sum((task) => (isOpen(task.status) ? remaining(task) : 0)),
  };
}

function byDue(a: Task, b: Task): number {
  return a.due === b.due ? a.id - b.id : a.due < b.due ? -1 : 1;
}
