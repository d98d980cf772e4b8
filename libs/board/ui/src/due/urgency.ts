import type { HolidayDecree, IsoDate } from '@papan/domain';
import { daysBetween, isRefusal, workingDaysBetween } from '@papan/domain';

export type Urgency = 'calm' | 'soon' | 'late';

/** From how many working days on a due date is shown as near. */
export const SOON_WORKING_DAYS = 3;

/** How near a due date is. `days`: calendar days late, or working days left; null where the year has no decree. */
export interface DueState {
  readonly urgency: Urgency;
  readonly daysLate: number;
  readonly workingDaysLeft: number | null;
}

/** The due day itself is still in time. Without a decree for the year, calendar days decide: nothing is guessed as a working day. */
export function dueState(due: IsoDate, today: IsoDate, decrees: readonly HolidayDecree[]): DueState {
  if (due < today) return { urgency: 'late', daysLate: daysBetween(due, today), workingDaysLeft: 0 };
  const working = workingDaysBetween(decrees, today, due);
  const left = isRefusal(working) ? daysBetween(today, due) : working;
  return {
    urgency: left <= SOON_WORKING_DAYS ? 'soon' : 'calm',
    daysLate: 0,
    workingDaysLeft: isRefusal(working) ? null : working,
  };
}
