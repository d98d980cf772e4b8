import type { CaseRow } from '@papan/contracts';
import type { HolidayDecree, IsoDate } from '@papan/domain';
import { daysBetween } from '@papan/domain';
import { dueState } from '@papan/board-ui';
import type { Urgency } from '@papan/board-ui';

/**
 * One thing that the clock of a case says. LATE: `days` calendar days since the last day, null where that day is not
 * known; DUE: its last day; RECEIPT: the clock waits for a proof of receipt; DECREE: the decree of that year is missing,
 * so there is no date; NONE: no clock runs.
 */
export type Timer =
  | { readonly kind: 'LATE'; readonly urgency: 'late'; readonly days: number | null }
  | { readonly kind: 'DUE'; readonly urgency: Urgency; readonly ends: IsoDate }
  | { readonly kind: 'RECEIPT'; readonly urgency: 'soon' }
  | { readonly kind: 'DECREE'; readonly urgency: 'soon'; readonly year: number }
  | { readonly kind: 'NONE'; readonly urgency: 'calm' };

type Clocked = Pick<CaseRow, 'status' | 'nextEnds' | 'fired' | 'firedEnds' | 'awaitsReceipt' | 'missingYear'>;

/** What the clock of a case says, the most pressing first; empty for a case that has ended. */
export function timersOf(row: Clocked, today: IsoDate, decrees: readonly HolidayDecree[]): readonly Timer[] {
  if (row.status !== 'OPEN') return [];
  const timers: Timer[] = [];
  const due = row.nextEnds === null ? null : dueState(row.nextEnds, today, decrees);
  const isPast = due?.urgency === 'late';
  // A clock that ran out a moment ago may not have been told of yet: its own date says the same.
  const since = row.firedEnds ?? (isPast ? row.nextEnds : null);
  if (row.fired || isPast) {
    timers.push({ kind: 'LATE', urgency: 'late', days: since === null ? null : daysBetween(since, today) });
  }
  if (row.awaitsReceipt.length > 0) timers.push({ kind: 'RECEIPT', urgency: 'soon' });
  if (row.missingYear !== null) timers.push({ kind: 'DECREE', urgency: 'soon', year: row.missingYear });
  if (due && row.nextEnds !== null && !isPast) timers.push({ kind: 'DUE', urgency: due.urgency, ends: row.nextEnds });
  return timers.length > 0 ? timers : [{ kind: 'NONE', urgency: 'calm' }];
}
