import { type Refusal, refuse } from '../refusal/refusal';
import { type Task, type TaskStatus, countsPersons, isOpen } from './task';

/**
 * The deeds that move a task, as a table to be read aloud:
 * from which statuses, to which, who may (see `access/may.ts` for the action), and whether a reason is asked for.
 * TRANSFERRED is entered by handing over the whole of a task (`reassign.ts`), IN_PROGRESS also by the first report.
 * Source: docs/domain.md#lifecycle.
 */
export const DEEDS = {
  assign: { from: ['DRAFT'], to: 'ASSIGNED', action: 'task.assign', reason: false },
  accept: { from: ['ASSIGNED'], to: 'ACCEPTED', action: 'task.accept', reason: false },
  begin: { from: ['ASSIGNED', 'ACCEPTED', 'RETURNED'], to: 'IN_PROGRESS', action: 'task.accept', reason: false },
  submit: { from: ['IN_PROGRESS', 'RETURNED'], to: 'REPORTED_DONE', action: 'task.submit', reason: false },
  withdraw: { from: ['REPORTED_DONE'], to: 'IN_PROGRESS', action: 'task.submit', reason: false },
  close: { from: ['REPORTED_DONE'], to: 'DONE', action: 'task.close', reason: false },
  return: { from: ['REPORTED_DONE'], to: 'RETURNED', action: 'task.return', reason: true },
  reopen: { from: ['DONE'], to: 'RETURNED', action: 'task.return', reason: true },
  cancel: {
    from: ['DRAFT', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED', 'REPORTED_DONE'],
    to: 'CANCELLED',
    action: 'task.cancel',
    reason: true,
  },
} as const satisfies Record<string, { from: readonly TaskStatus[]; to: TaskStatus; action: string; reason: boolean }>;

export type Deed = keyof typeof DEEDS;
export const DEED_NAMES = Object.keys(DEEDS) as readonly Deed[];

/** The deeds that the table allows from this status, whoever asks. */
export function deedsFrom(status: TaskStatus): readonly Deed[] {
  return DEED_NAMES.filter((deed) => (DEEDS[deed].from as readonly TaskStatus[]).includes(status));
}

/** The deed that leads from one status to another, if the table knows one. */
export function findDeed(from: TaskStatus, to: TaskStatus): Deed | undefined {
  return deedsFrom(from).find((deed) => DEEDS[deed].to === to);
}

/**
 * The status after the deed, or why it cannot be done now.
 * @param openBlockers blockers still open on the task: work that waits is not finished.
 */
export function afterDeed(task: Task, deed: Deed, reason: string, openBlockers: number): TaskStatus | Refusal {
  const row = DEEDS[deed];
  if (!(row.from as readonly TaskStatus[]).includes(task.status)) {
    return isOpen(task.status)
      ? refuse('TASK_MOVE_ILLEGAL', { deed, status: task.status })
      : refuse('TASK_CLOSED', { deed, status: task.status });
  }
  if (row.reason && reason.trim() === '') return refuse('REASON_REQUIRED', { deed });
  if (deed === 'submit' && task.reported === 0) return refuse('TASK_NOTHING_REPORTED', {});
  if ((deed === 'submit' || deed === 'close') && openBlockers > 0)
    return refuse('TASK_BLOCKED', { blockers: openBlockers });
  if (deed === 'close' && awaitsVerification(task)) return refuse('TASK_NOT_VERIFIED', {});
  return row.to;
}

/** A task that counts persons is closed on verified entries only, never on the agency's word. */
function awaitsVerification(task: Task): boolean {
  return task.visibility === 'campaign' && countsPersons(task.unit) && task.registered === 0 && task.active === 0;
}

/** The five columns of the board. BLOCKED is derived: open, and at least one open blocker. */
export const COLUMNS = ['ASSIGNED', 'RUNNING', 'BLOCKED', 'TO_VERIFY', 'DONE'] as const;
export type Column = (typeof COLUMNS)[number];

/** The column a task stands in, or null for those found by filter only (draft, transferred, cancelled). */
export function columnOf(status: TaskStatus, openBlockers: number): Column | null {
  switch (status) {
    case 'DONE':
      return 'DONE';
    case 'DRAFT':
    case 'TRANSFERRED':
    case 'CANCELLED':
      return null;
    case 'ASSIGNED':
      return openBlockers > 0 ? 'BLOCKED' : 'ASSIGNED';
    case 'ACCEPTED':
    case 'IN_PROGRESS':
    case 'RETURNED':
      return openBlockers > 0 ? 'BLOCKED' : 'RUNNING';
    case 'REPORTED_DONE':
      return openBlockers > 0 ? 'BLOCKED' : 'TO_VERIFY';
  }
}

/** What dropping a card on a column means: a deed, the blocker form, or nothing that the table knows. */
export type Drop =
  { readonly kind: 'deed'; readonly deed: Deed } | { readonly kind: 'blocker' } | { readonly kind: 'lift' };

/**
 * The deed behind a drop, or why there is none. Dropping on BLOCKED opens the blocker form.
 * Two deeds can lead to one column (the agency withdraws, the verifier returns): the one that the actor `can` do is
 * taken, else the first, whose refusal then says who may.
 */
export function dropOn(
  task: Pick<Task, 'status'>,
  openBlockers: number,
  column: Column,
  can: (deed: Deed) => boolean = () => true,
): Drop | Refusal {
  const illegal = refuse('TASK_MOVE_ILLEGAL', { deed: column, status: task.status });
  if (column === 'BLOCKED') return isOpen(task.status) && task.status !== 'DRAFT' ? { kind: 'blocker' } : illegal;
  if (openBlockers > 0)
    return columnOf(task.status, 0) === column ? { kind: 'lift' } : refuse('TASK_BLOCKED', { blockers: openBlockers });
  const targets: Record<Exclude<Column, 'BLOCKED'>, readonly TaskStatus[]> = {
    ASSIGNED: ['ASSIGNED'],
    RUNNING: ['ACCEPTED', 'IN_PROGRESS', 'RETURNED'],
    TO_VERIFY: ['REPORTED_DONE'],
    DONE: ['DONE'],
  };
  const deeds = deedsFrom(task.status).filter((name) => targets[column].includes(DEEDS[name].to));
  const deed = deeds.find(can) ?? deeds[0];
  return deed ? { kind: 'deed', deed } : illegal;
}
