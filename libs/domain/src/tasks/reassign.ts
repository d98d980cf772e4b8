import { type IsoDate, isIsoDate } from '../calendar/wib';
import { type Agency, instructable } from '../organisation/agency';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { EventOf } from './events';
import { type Task, isOpen } from './task';
import { TEXT_LIMIT, checkQuantity, checkText } from './text';

export interface Reassignment {
  readonly agency: number;
  /** How much of the target goes over, at most what is neither reported nor verified. */
  readonly amount: number;
  readonly due: IsoDate;
  readonly reason: string;
}

/**
 * Hands part or all of what is left to another agency as a new task. History and verified counts stay where they were
 * made, and the two targets add up to the old one. A restricted task stays: its handing over would have to be told to
 * both agencies, and each would learn of the other's. Source: docs/domain.md#lifecycle.
 */
export function reassignTask(
  newTask: number,
  task: Task,
  to: Reassignment,
  agencies: ReadonlyMap<number, Agency>,
  lastDay: IsoDate,
): EventOf<'TaskReassigned'> | Refusal {
  if (!isOpen(task.status)) return refuse('TASK_CLOSED', { status: task.status });
  const agency = instructable(agencies, to.agency);
  if (isRefusal(agency)) return agency;
  if (agency.id === task.agency) return refuse('REASSIGN_SAME_AGENCY', { agency: agency.name });
  if (task.visibility === 'agency') return refuse('REASSIGN_RESTRICTED', {});
  const amount = checkQuantity('amount', to.amount, 1, task.unit);
  if (isRefusal(amount)) return amount;
  const left = task.target - Math.max(task.reported, task.registered);
  if (amount > left) return refuse('REASSIGN_TOO_MUCH', { amount, left: Math.max(0, left) });
  if (!isIsoDate(to.due)) return refuse('DATE_INVALID', { field: 'due', value: to.due });
  if (task.start !== null && to.due < task.start) return refuse('DUE_BEFORE_START', { start: task.start, due: to.due });
  if (to.due > lastDay) return refuse('DUE_AFTER_CAMPAIGN', { due: to.due, deadline: lastDay });
  const reason = checkText('reason', to.reason, TEXT_LIMIT, false);
  if (isRefusal(reason)) return reason;
  if (reason === '') return refuse('REASON_REQUIRED', { deed: 'reassign' });
  return {
    type: 'TaskReassigned',
    data: { task: task.id, newTask, agency: agency.id, amount, due: to.due },
    text: { reason },
  };
}
