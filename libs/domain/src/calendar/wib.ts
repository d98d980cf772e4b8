/**
 * Western Indonesian Time (WIB) by whole-number arithmetic: UTC+7, no daylight saving time (Keppres 41/1987).
 * `Date` is not used, so that the time zone of the server, of the test machine or of the reader cannot shift a day.
 */

/** A calendar date in WIB, `2026-03-09`. Dates in this form compare as text. */
export type IsoDate = string;

/** A moment, written as ISO 8601 with `Z` (or with an offset): `2026-12-31T16:59:59.000Z`. */
export type IsoInstant = string;

/** Monday is 1, Sunday is 7: the working calendar begins on Monday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The numbers of one calendar date; `month` is 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The last date that four digits of a year can write. */
export const LAST_DATE: IsoDate = '9999-12-31';

const MILLIS_PER_DAY = 86_400_000;
const WIB_OFFSET_MILLIS = 7 * 3_600_000;
const DAYS_IN_ERA = 146_097; // 400 Gregorian years
const DAYS_FROM_YEAR_ZERO_TO_1970 = 719_468; // counted from 1 March of year 0, so that the leap day comes last

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;

/** Whether the text is a real date of the calendar from year 1 to 9999: `2026-02-30` and `2026-2-3` are not. */
export function isIsoDate(text: unknown): text is IsoDate {
  const parts = typeof text === 'string' ? DATE.exec(text) : null;
  if (!parts) return false;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Whether the text is a moment with a zone, on a real date. */
export function isIsoInstant(text: unknown): text is IsoInstant {
  return typeof text === 'string' && readInstant(text) !== null;
}

/** Year, month and day of a date. Throws a RangeError on text that is no date. */
export function calendarDate(date: IsoDate): CalendarDate {
  if (!isIsoDate(date)) throw new RangeError(`not a date: ${date}`);
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Milliseconds since 1 January 1970 UTC. Throws a RangeError on text that is no moment. */
export function epochMillis(instant: IsoInstant): number {
  const millis = readInstant(instant);
  if (millis === null) throw new RangeError(`not a moment: ${instant}`);
  return millis;
}

/** The moment so many milliseconds after 1 January 1970 UTC, in the form that `Date.prototype.toISOString` writes. */
export function instantFromMillis(millis: number): IsoInstant {
  const day = Math.floor(millis / MILLIS_PER_DAY);
  return `${dateOfDay(day)}T${clock(millis - day * MILLIS_PER_DAY)}Z`;
}

/** The date on the wall calendar in WIB at that moment. */
export function wibDate(instant: IsoInstant): IsoDate {
  return dateOfDay(Math.floor((epochMillis(instant) + WIB_OFFSET_MILLIS) / MILLIS_PER_DAY));
}

/** The time on the wall clock in WIB at that moment, `23:59:59`. */
export function wibTime(instant: IsoInstant): string {
  const wall = epochMillis(instant) + WIB_OFFSET_MILLIS;
  return clock(wall - Math.floor(wall / MILLIS_PER_DAY) * MILLIS_PER_DAY).slice(0, 8);
}

/** The moment at which the wall clock in WIB shows this date and time (`14:05` or `14:05:09`). */
export function wibInstant(date: IsoDate, time: string): IsoInstant {
  const parts = CLOCK.exec(time);
  if (!parts) throw new RangeError(`not a time of day: ${time}`);
  const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0);
  return instantFromMillis(dayNumber(date) * MILLIS_PER_DAY + seconds * 1000 - WIB_OFFSET_MILLIS);
}

/** The last second of a date in WIB, 23:59:59: what "by 31 December" means. */
export function endOfWibDay(date: IsoDate): IsoInstant {
  return wibInstant(date, '23:59:59');
}

/** The date so many days later (earlier, when negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return dateOfDay(dayNumber(date) + days);
}

/** Days from one date to another; negative when `to` lies before `from`. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The day of the week, Monday = 1. */
export function weekday(date: IsoDate): Weekday {
  const sinceMonday = (((dayNumber(date) + 3) % 7) + 7) % 7; // 1 January 1970 was a Thursday
  return (sinceMonday + 1) as Weekday;
}

/** The year of a date. */
export function yearOf(date: IsoDate): number {
  return calendarDate(date).year;
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** Days since 1 January 1970, by counting eras of 400 years (H. Hinnant, "chrono-compatible low-level date algorithms"). */
function dayNumber(date: IsoDate): number {
  const { year, month, day } = calendarDate(date);
  const marchYear = month > 2 ? year : year - 1;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_IN_ERA + dayOfEra - DAYS_FROM_YEAR_ZERO_TO_1970;
}

/** The inverse of `dayNumber`. Throws a RangeError outside the years 1 to 9999 and for a fraction of a day. */
function dateOfDay(dayNumberSince1970: number): IsoDate {
  const shifted = dayNumberSince1970 + DAYS_FROM_YEAR_ZERO_TO_1970;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const dayOfEra = shifted - era * DAYS_IN_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  if (!isIsoDate(date)) throw new RangeError(`day ${dayNumberSince1970} lies outside the calendar`);
  return date;
}

function readInstant(text: string): number | null {
  const parts = INSTANT.exec(text);
  const date = parts?.[1];
  if (!parts || !isIsoDate(date)) return null;
  const [hours, minutes, seconds] = [Number(parts[2]), Number(parts[3]), Number(parts[4] ?? 0)];
  const [offsetHours, offsetMinutes] = [Number(parts[7] ?? 0), Number(parts[8] ?? 0)];
  if (hours > 23 || minutes > 59 || seconds > 59 || offsetHours > 23 || offsetMinutes > 59) return null;
  const millis = Number((parts[5] ?? '0').padEnd(3, '0').slice(0, 3));
  const offset = (parts[6] === '-' ? -1 : 1) * (offsetHours * 60 + offsetMinutes) * 60_000;
  return dayNumber(date) * MILLIS_PER_DAY + (hours * 3600 + minutes * 60 + seconds) * 1000 + millis - offset;
}

function clock(millisOfDay: number): string {
  const [millis, seconds] = [millisOfDay % 1000, Math.floor(millisOfDay / 1000)];
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${pad(hours, 2)}:${pad(minutes, 2)}:${pad(seconds % 60, 2)}.${pad(millis, 3)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
