import {
  type HolidayDecree,
  type IsoDate,
  type IsoInstant,
  addDays,
  dayOff,
  weekday,
  wibInstant,
  yearOf,
} from '@papan/domain';
import type { Chance } from './chance';

/** Working days from one date through another. Throws in a year without a decree: the story follows it. */
export function workingDaysOf(decrees: readonly HolidayDecree[], from: IsoDate, through: IsoDate): readonly IsoDate[] {
  const kept = KNOWN.get(decrees) ?? new Map<string, readonly IsoDate[]>();
  KNOWN.set(decrees, kept);
  const days = kept.get(`${from}/${through}`) ?? countDays(decrees, from, through);
  kept.set(`${from}/${through}`, days);
  return days;
}

/** Every task of a story asks for the same few spans. */
const KNOWN = new WeakMap<readonly HolidayDecree[], Map<string, readonly IsoDate[]>>();

function countDays(decrees: readonly HolidayDecree[], from: IsoDate, through: IsoDate): readonly IsoDate[] {
  const days: IsoDate[] = [];
  for (let date = from; date <= through; date = addDays(date, 1)) {
    const decree = decrees.find((it) => it.year === yearOf(date));
    if (!decree) throw new Error(`no decree for ${date}`);
    if (!dayOff(decree, date)) days.push(date);
  }
  return days;
}

/** A moment on that day at which offices work: 07.30 to 15.30 without the noon hour, on Friday until 11.00 and after 13.30. */
export function officeMoment(date: IsoDate, chance: Chance): IsoInstant {
  const friday = weekday(date) === 5;
  const morning = chance.happens(0.62);
  const minutes = morning
    ? chance.between(7 * 60 + 30, friday ? 10 * 60 + 59 : 11 * 60 + 59)
    : chance.between(friday ? 13 * 60 + 30 : 13 * 60, 15 * 60 + 29);
  const two = (value: number): string => String(value).padStart(2, '0');
  return wibInstant(date, `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(chance.between(0, 59))}`);
}

/** So many moments in order, spread over working days by chance; several can fall on one day. */
export function officeMoments(days: readonly IsoDate[], count: number, chance: Chance): readonly IsoInstant[] {
  return Array.from({ length: count }, () => officeMoment(chance.pick(days), chance)).sort();
}
