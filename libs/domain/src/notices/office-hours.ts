import { type IsoDate, type IsoInstant, addDays, weekday, wibDate, wibInstant, wibTime, yearOf } from '../calendar/wib';
import { type HolidayDecree, dayOff } from '../calendar/working-days';

/** Time on the wall clock in WIB, `07:30`. */
export type WallTime = string;

const WALL_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

export function isWallTime(text: unknown): text is WallTime {
  return typeof text === 'string' && WALL_TIME.test(text);
}

/** When the offices are open on a working day: from `opens` until before `closes`. */
export interface OfficeHours {
  readonly opens: WallTime;
  readonly closes: WallTime;
}

/**
 * Whether this is a working day, by the decree of its year. In a year without one nobody knows the holidays: then no day
 * is taken for a working day, and nothing that waits for one happens. Source: docs/domain.md#notices.
 */
export function isWorkingDay(decrees: readonly HolidayDecree[], date: IsoDate): boolean {
  const decree = decrees.findLast(({ year }) => year === yearOf(date));
  return decree !== undefined && dayOff(decree, date) === null;
}

export function isOfficeTime(hours: OfficeHours, decrees: readonly HolidayDecree[], now: IsoInstant): boolean {
  const time = wibTime(now).slice(0, 5);
  return time >= hours.opens && time < hours.closes && isWorkingDay(decrees, wibDate(now));
}

/** Far enough for the longest row of days off that a decree has ever made. */
const LOOK_AHEAD = 30;

/** The next morning (after now) on which the offices open; in a year without a decree, of the next weekday. */
export function nextOpening(hours: OfficeHours, decrees: readonly HolidayDecree[], now: IsoInstant): IsoInstant {
  const today = wibDate(now);
  const first = wibTime(now).slice(0, 5) < hours.opens ? 0 : 1;
  for (let days = first; days < LOOK_AHEAD; days++) {
    const date = addDays(today, days);
    const isKnown = decrees.some(({ year }) => year === yearOf(date));
    if (isKnown ? isWorkingDay(decrees, date) : weekday(date) <= 5) return wibInstant(date, hours.opens);
  }
  return wibInstant(addDays(today, LOOK_AHEAD), hours.opens);
}
