import { daysBetween, epochMillis, wibDate } from '../calendar/wib';
import type { IsoInstant } from '../calendar/wib';
import { workingDaysBetween } from '../calendar/working-days';
import type { HolidayDecree } from '../calendar/working-days';
import { isRefusal } from '../refusal/refusal';

/**
 * How long until a deadline, in days of the WIB calendar.
 * `days` and `workingDays` are 0 once it has passed; `daysLate` is 0 until then. The last day itself is day 0.
 * `workingDays` is null where a year of the span has no decree yet; `missingDecree` names that year. Calendar days always stand.
 */
export interface Countdown {
  readonly passed: boolean;
  readonly days: number;
  readonly daysLate: number;
  readonly workingDays: number | null;
  readonly missingDecree: number | null;
}

/**
 * Counts from `now` (the server's clock, passed in) to the deadline. Moments are compared by whole seconds: the second that
 * the deadline names is still in time, the next one is not. Throws a RangeError on text that is no moment.
 */
export function countdown(now: IsoInstant, deadline: IsoInstant, decrees: readonly HolidayDecree[]): Countdown {
  const passed = wholeSeconds(now) > wholeSeconds(deadline);
  const [today, lastDay] = [wibDate(now), wibDate(deadline)];
  if (passed) {
    return { passed, days: 0, daysLate: daysBetween(lastDay, today), workingDays: 0, missingDecree: null };
  }
  const workingDays = workingDaysBetween(decrees, today, lastDay);
  const days = daysBetween(today, lastDay);
  if (isRefusal(workingDays)) {
    return { passed, days, daysLate: 0, workingDays: null, missingDecree: Number(workingDays.params['year']) };
  }
  return { passed, days, daysLate: 0, workingDays, missingDecree: null };
}

function wholeSeconds(instant: IsoInstant): number {
  return Math.floor(epochMillis(instant) / 1000);
}
