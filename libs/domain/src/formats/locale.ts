import type { Weekday } from '../calendar/wib';

/** Indonesian is the source, English the second language. */
export const LOCALES = ['id', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/**
 * The marks and names of a language. Our own tables instead of `Intl`: the same characters in every browser, on the server,
 * in a letter and on the command line, whatever version of ICU each was built with.
 */
export interface LocaleTable {
  readonly thousands: string;
  readonly decimal: string;
  readonly clock: string;
  readonly and: string;
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  readonly weekdays: Readonly<Record<Weekday, string>>;
}

export const LOCALE_TABLES: Readonly<Record<Locale, LocaleTable>> = {
  id: {
    thousands: '.',
    decimal: ',',
    clock: '.',
    and: 'dan',
    months: words('Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'),
    shortMonths: words('Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des'),
    weekdays: { 1: 'Senin', 2: 'Selasa', 3: 'Rabu', 4: 'Kamis', 5: 'Jumat', 6: 'Sabtu', 7: 'Minggu' },
  },
  en: {
    thousands: ',',
    decimal: '.',
    clock: ':',
    and: 'and',
    months: words('January February March April May June July August September October November December'),
    shortMonths: words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'),
    weekdays: {
      1: 'Monday',
      2: 'Tuesday',
      3: 'Wednesday',
      4: 'Thursday',
      5: 'Friday',
      6: 'Saturday',
      7: 'Sunday',
    },
  },
};

function words(text: string): readonly string[] {
  return text.split(' ');
}
