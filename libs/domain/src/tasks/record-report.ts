import { type IsoDate, isIsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { EventOf } from './events';
import { type Task, isOpen } from './task';
import { TEXT_LIMIT, checkQuantity, checkText } from './text';

export interface Report {
  /** Client-made UUID of the entry. */
  readonly entry: string;
  /** Added to the measure since the last report, in the task's unit. */
  readonly delta: number;
  readonly reached: number;
  readonly rejected: number;
  /** The day the work was done. */
  readonly on: IsoDate;
  readonly note: string;
}

/**
 * A report is an additive entry: it adds, it never replaces a number. What was too much is taken back by a correction
 * that names the entry (`correctReport`). Source: docs/domain.md#progress.
 */
export function recordReport(task: Task, report: Report, today: IsoDate): EventOf<'ProgressReported'> | Refusal {
  if (!isOpen(task.status) || task.status === 'DRAFT') return refuse('TASK_CLOSED', { status: task.status });
  if (report.delta < 0) return refuse('REPORT_NEGATIVE', { delta: report.delta });
  const counts = checkCounts(task, report, 0);
  if (isRefusal(counts)) return counts;
  if (report.delta === 0 && report.reached === 0 && report.rejected === 0) return refuse('REPORT_EMPTY', {});
  if (!isIsoDate(report.on)) return refuse('DATE_INVALID', { field: 'on', value: report.on });
  if (report.on > today) return refuse('REPORT_DATE_IN_FUTURE', { on: report.on, today });
  const note = checkText('note', report.note, TEXT_LIMIT, false);
  if (isRefusal(note)) return note;
  const { entry, delta, reached, rejected, on } = report;
  return { type: 'ProgressReported', data: { task: task.id, entry, delta, reached, rejected, on }, text: textOf(note) };
}

/** An entry as it stands after the corrections that already name it. */
export interface Entry {
  readonly entry: string;
  readonly delta: number;
  readonly reached: number;
  readonly rejected: number;
  /** Sums of the corrections so far, with the opposite sign of the entry's own numbers. */
  readonly corrected: { readonly delta: number; readonly reached: number; readonly rejected: number };
}

export interface Correction {
  readonly entry: string;
  readonly corrects: string;
  /** Against the sign of the corrected entry; part of it or all of it. */
  readonly delta: number;
  readonly reached: number;
  readonly rejected: number;
  readonly note: string;
}

/**
 * A correction is a reversing entry: it names what it corrects, goes against its sign and never beyond it.
 * The wrong entry stays readable. `corrected` is the named entry, undefined where the task has none of that id.
 */
export function correctReport(
  task: Task,
  correction: Correction,
  corrected: Entry | undefined,
): EventOf<'ProgressCorrected'> | Refusal {
  if (!isOpen(task.status)) return refuse('TASK_CLOSED', { status: task.status });
  if (!corrected) return refuse('CORRECTION_TARGET_UNKNOWN', { entry: correction.corrects });
  const counts = checkCounts(task, correction, Number.MIN_SAFE_INTEGER);
  if (isRefusal(counts)) return counts;
  if (correction.delta === 0 && correction.reached === 0 && correction.rejected === 0)
    return refuse('REPORT_EMPTY', {});
  for (const counter of ['delta', 'reached', 'rejected'] as const) {
    const reversed = checkReversal(corrected[counter], corrected.corrected[counter], correction[counter]);
    if (reversed) return reversed;
    const total = task[counter === 'delta' ? 'reported' : counter] + correction[counter];
    if (total < 0) return refuse('TOTAL_BELOW_ZERO', { counter, total });
  }
  const note = checkText('note', correction.note, TEXT_LIMIT, false);
  if (isRefusal(note)) return note;
  if (note === '') return refuse('REASON_REQUIRED', { deed: 'correct' });
  const { entry, corrects, delta, reached, rejected } = correction;
  return {
    type: 'ProgressCorrected',
    data: { task: task.id, entry, corrects, delta, reached, rejected },
    text: { note },
  };
}

/** A reversal goes against the sign of the original, and all reversals together not beyond it. */
export function checkReversal(original: number, before: number, delta: number): Refusal | undefined {
  if (delta === 0) return undefined;
  if (Math.sign(delta) === Math.sign(original)) return refuse('CORRECTION_WRONG_SIGN', { original, delta });
  const left = Math.abs(original) - Math.abs(before);
  return Math.abs(delta) > left ? refuse('CORRECTION_TOO_LARGE', { original, left, delta }) : undefined;
}

type Counts = Pick<Report, 'delta' | 'reached' | 'rejected'>;

function checkCounts(task: Task, counts: Counts, min: number): Counts | Refusal {
  const delta = checkQuantity('delta', counts.delta, min, task.unit);
  if (isRefusal(delta)) return delta;
  const reached = checkQuantity('reached', counts.reached, min, task.unit);
  if (isRefusal(reached)) return reached;
  const rejected = checkQuantity('rejected', counts.rejected, min, task.unit);
  return isRefusal(rejected) ? rejected : counts;
}

function textOf(note: string): { note: string } | null {
  return note === '' ? null : { note };
}
