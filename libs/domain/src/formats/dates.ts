import { calendarDate, daysBetween, epochMillis, weekday, wibDate, wibTime } from '../calendar/wib';
import type { IsoDate, IsoInstant } from '../calendar/wib';
import { LOCALE_TABLES } from './locale';
import type { Locale } from './locale';

/** All moments are shown in WIB, whatever the device says: a laptop in Makassar must not shift a deadline. */

/** `31 Desember 2026`. */
export function formatFullDate(date: IsoDate, locale: Locale = 'id'): string {
  const { year, month, day } = calendarDate(date);
  return `${day} ${LOCALE_TABLES[locale].months[month - 1]} ${year}`;
}

/** `Kamis, 31 Desember 2026`. */
export function formatLongDate(date: IsoDate, locale: Locale = 'id'): string {
  return `${LOCALE_TABLES[locale].weekdays[weekday(date)]}, ${formatFullDate(date, locale)}`;
}

/** `5 Agu 2026`. */
export function formatShortDate(date: IsoDate, locale: Locale = 'id'): string {
  const { year, month, day } = calendarDate(date);
  return `${day} ${LOCALE_TABLES[locale].shortMonths[month - 1]} ${year}`;
}

/** `Agu 2026`: the month that a cut is of. */
export function formatMonth(date: IsoDate, locale: Locale = 'id'): string {
  const { year, month } = calendarDate(date);
  return `${LOCALE_TABLES[locale].shortMonths[month - 1]} ${year}`;
}

/** `05/08/2026` for tables: the day comes first in both languages. */
export function formatTableDate(date: IsoDate): string {
  return date.split('-').reverse().join('/');
}

/** `23.59 WIB`. */
export function formatTime(instant: IsoInstant, locale: Locale = 'id'): string {
  return `${clock(instant, locale, 5)} WIB`;
}

/** `10.42.07 WIB`: how old the data on a screen are, to the second. */
export function formatTimeWithSeconds(instant: IsoInstant, locale: Locale = 'id'): string {
  return `${clock(instant, locale, 8)} WIB`;
}

/** `5 Agu 2026, 14.05 WIB`. */
export function formatMoment(instant: IsoInstant, locale: Locale = 'id'): string {
  return `${formatShortDate(wibDate(instant), locale)}, ${formatTime(instant, locale)}`;
}

/** `31 Desember 2026, 23.59 WIB`. */
export function formatFullMoment(instant: IsoInstant, locale: Locale = 'id'): string {
  return `${formatFullDate(wibDate(instant), locale)}, ${formatTime(instant, locale)}`;
}

/** `Kamis, 31 Desember 2026, 23.59 WIB`. */
export function formatLongMoment(instant: IsoInstant, locale: Locale = 'id'): string {
  return `${formatLongDate(wibDate(instant), locale)}, ${formatTime(instant, locale)}`;
}

/**
 * How far a moment is from now, within 7 days of the WIB calendar: `baru saja`, `5 menit yang lalu`, `kemarin`, `besok`,
 * `dalam 3 hari`. From 7 days on the short date; the screen keeps the absolute moment in the tooltip either way.
 */
export function formatRelative(instant: IsoInstant, now: IsoInstant, locale: Locale = 'id'): string {
  const millis = epochMillis(instant) - epochMillis(now);
  const minutes = Math.floor(Math.abs(millis) / 60_000);
  const days = daysBetween(wibDate(now), wibDate(instant));
  const words = RELATIVE[locale];
  if (Math.abs(days) >= 7) return formatShortDate(wibDate(instant), locale);
  if (minutes < 1) return words.now;
  const past = millis < 0;
  if (minutes < 60) return words.distance(minutes, 'minute', past);
  if (days === 0) return words.distance(Math.floor(minutes / 60), 'hour', past);
  if (Math.abs(days) === 1) return past ? words.yesterday : words.tomorrow;
  return words.distance(Math.abs(days), 'day', past);
}

type RelativeUnit = 'minute' | 'hour' | 'day';

interface RelativeWords {
  readonly now: string;
  readonly yesterday: string;
  readonly tomorrow: string;
  readonly distance: (count: number, unit: RelativeUnit, past: boolean) => string;
}

const INDONESIAN_UNITS: Readonly<Record<RelativeUnit, string>> = { minute: 'menit', hour: 'jam', day: 'hari' };

const RELATIVE: Readonly<Record<Locale, RelativeWords>> = {
  id: {
    now: 'baru saja',
    yesterday: 'kemarin',
    tomorrow: 'besok',
    distance: (count, unit, past) => {
      const words = `${count} ${INDONESIAN_UNITS[unit]}`;
      return past ? `${words} yang lalu` : `dalam ${words}`;
    },
  },
  en: {
    now: 'just now',
    yesterday: 'yesterday',
    tomorrow: 'tomorrow',
    distance: (count, unit, past) => {
      const words = `${count} ${count === 1 ? unit : `${unit}s`}`;
      return past ? `${words} ago` : `in ${words}`;
    },
  },
};

function clock(instant: IsoInstant, locale: Locale, length: number): string {
  return wibTime(instant).slice(0, length).replaceAll(':', LOCALE_TABLES[locale].clock);
}
