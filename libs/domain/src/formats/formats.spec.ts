import * as fc from 'fast-check';
import { addDays, wibInstant } from '../calendar/wib';
import {
  formatFullMoment,
  formatLongDate,
  formatLongMoment,
  formatMoment,
  formatMonth,
  formatRelative,
  formatShortDate,
  formatTableDate,
  formatTime,
  formatTimeWithSeconds,
} from './dates';
import {
  formatDecimal,
  formatInteger,
  formatInterval,
  formatList,
  formatPercent,
  formatRupiah,
  formatSigned,
} from './numbers';
import { parseIndonesianDecimal, parseIndonesianInteger, parsePercent } from './parse';
import { formatBytes } from './sizes';

describe('numbers as Indonesia writes them', () => {
  it('have dots between the thousands and a comma before the decimals', () => {
    expect(formatInteger(183_139)).toBe('183.139');
    expect(formatInteger(999)).toBe('999');
    expect(formatInteger(1_234_567, 'en')).toBe('1,234,567');
    expect(formatDecimal(1_234_567.891, 3)).toBe('1.234.567,891');
    expect(formatDecimal(0.5, 0)).toBe('1');
  });

  it('give coverage two decimals and the percent sign no space', () => {
    expect(formatPercent(97.45)).toBe('97,45%');
    expect(formatPercent(64)).toBe('64,00%');
    expect(formatPercent(101.25, 'en')).toBe('101.25%');
    expect(formatPercent(1.005)).toBe('1,01%');
  });

  it('carry a real minus sign and a plus where a change is meant', () => {
    expect(formatSigned(300)).toBe('+300');
    expect(formatSigned(-1_020)).toBe('\u22121.020');
    expect(formatSigned(0)).toBe('0');
    expect(formatDecimal(-0.004, 2)).toBe('0,00');
  });

  it('write rupiah without a space', () => {
    expect(formatRupiah(10_069_000)).toBe('Rp10.069.000');
    expect(formatRupiah(-42_000)).toBe('\u2212Rp42.000');
    expect(formatRupiah(2_500_000_000_000, 'en')).toBe('Rp2,500,000,000,000');
  });

  it('write an interval, and one number where nothing is open', () => {
    expect(formatInterval({ from: 1_028, through: 1_043 })).toBe('1.028–1.043');
    expect(formatInterval({ from: -5, through: 7 })).toBe('\u22125 – 7');
    expect(formatInterval({ from: 0, through: 0 })).toBe('0');
  });

  it('refuse to show what is no number', () => {
    expect(() => formatInteger(Number.NaN)).toThrow('not a number to show');
  });

  it('agree with the platform on every amount', () => {
    fc.assert(
      fc.property(fc.nat(Number.MAX_SAFE_INTEGER), (value) => {
        expect(formatInteger(value, 'en')).toBe(value.toLocaleString('en-US'));
      }),
    );
  });
});

describe('lists', () => {
  it.each([
    [[], ''],
    [['Dinkes'], 'Dinkes'],
    [['Dinkes', 'Disnaker'], 'Dinkes dan Disnaker'],
    [['Dinkes', 'Disnaker', 'Dinsos'], 'Dinkes, Disnaker, dan Dinsos'],
  ])('%j are read as "%s"', (items, text) => {
    expect(formatList(items)).toBe(text);
  });

  it('are joined in English too', () => {
    expect(formatList(['a', 'b', 'c'], 'en')).toBe('a, b, and c');
  });
});

describe('dates and times, always in WIB', () => {
  it('are written long, short and for tables', () => {
    expect(formatLongDate('2026-12-31')).toBe('Kamis, 31 Desember 2026');
    expect(formatLongDate('2026-12-31', 'en')).toBe('Thursday, 31 December 2026');
    expect(formatShortDate('2026-08-05')).toBe('5 Agu 2026');
    expect(formatShortDate('2026-08-05', 'en')).toBe('5 Aug 2026');
    expect(formatTableDate('2026-08-05')).toBe('05/08/2026');
    expect([formatMonth('2026-08-05'), formatMonth('2026-08-05', 'en')]).toEqual(['Agu 2026', 'Aug 2026']);
  });

  it('put a dot into the time and name the zone', () => {
    expect(formatTime('2026-12-31T16:59:59Z')).toBe('23.59 WIB');
    expect(formatTime('2026-12-31T16:59:59Z', 'en')).toBe('23:59 WIB');
    expect(formatTimeWithSeconds('2026-11-02T03:42:07Z')).toBe('10.42.07 WIB');
    expect(formatMoment('2026-11-21T07:05:00Z')).toBe('21 Nov 2026, 14.05 WIB');
    expect(formatLongMoment('2026-12-31T16:59:59Z')).toBe('Kamis, 31 Desember 2026, 23.59 WIB');
    expect(formatFullMoment('2026-12-31T16:59:59Z')).toBe('31 Desember 2026, 23.59 WIB');
    expect(formatFullMoment('2026-12-31T16:59:59Z', 'en')).toBe('31 December 2026, 23:59 WIB');
  });

  it('name the same days and months as the platform does', () => {
    const utc = (locale: string, options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    const long = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const;
    fc.assert(
      fc.property(fc.nat(4_000), (days) => {
        const date = addDays('2020-01-01', days);
        expect(formatLongDate(date)).toBe(utc('id-ID', long).format(new Date(`${date}T00:00:00Z`)));
      }),
    );
  });

  const now = wibInstant('2026-11-21', '14:05');
  it.each([
    ['2026-11-21', '14:04:31', 'baru saja', 'just now'],
    ['2026-11-21', '14:00', '5 menit yang lalu', '5 minutes ago'],
    ['2026-11-21', '13:04', '1 jam yang lalu', '1 hour ago'],
    ['2026-11-21', '00:00', '14 jam yang lalu', '14 hours ago'],
    ['2026-11-20', '23:59', 'kemarin', 'yesterday'],
    ['2026-11-19', '23:59', '2 hari yang lalu', '2 days ago'],
    ['2026-11-15', '00:00', '6 hari yang lalu', '6 days ago'],
    ['2026-11-14', '23:59', '14 Nov 2026', '14 Nov 2026'],
    ['2026-11-21', '17:10', 'dalam 3 jam', 'in 3 hours'],
    ['2026-11-22', '08:00', 'besok', 'tomorrow'],
    ['2026-11-24', '08:00', 'dalam 3 hari', 'in 3 days'],
    ['2026-11-28', '00:00', '28 Nov 2026', '28 Nov 2026'],
  ])('%s %s is "%s"', (date, time, indonesian, english) => {
    expect(formatRelative(wibInstant(date, time), now)).toBe(indonesian);
    expect(formatRelative(wibInstant(date, time), now, 'en')).toBe(english);
  });

  it('say minutes across midnight, not yesterday', () => {
    expect(formatRelative(wibInstant('2026-11-20', '23:50'), wibInstant('2026-11-21', '00:10'))).toBe(
      '20 menit yang lalu',
    );
  });
});

describe('numbers as people type them', () => {
  it.each([
    ['1200', 1_200],
    ['1.200', 1_200],
    [' 183.139 ', 183_139],
    ['1.234.567', 1_234_567],
    ['0', 0],
    ['0300', 300],
    ['999999999999999', 999_999_999_999_999],
  ])('%j is %d', (text, value) => {
    expect(parseIndonesianInteger(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '12.5',
    '1.20',
    '1.2000',
    '12.34.567',
    '1234.567',
    '0.500',
    '1,200',
    '97,45',
    '1e3',
    '0x10',
    'dua ratus',
    '12 orang',
    '=1+1',
    'NaN',
    'Infinity',
    '١٢٣',
    '-5',
    '−5',
    '+5',
    '--5',
    '1000000000000000',
    '9'.repeat(5_000),
  ])('%j is refused', (text) => {
    const refusal = parseIndonesianInteger(text);
    expect(refusal).toMatchObject({ code: 'QUANTITY_INVALID', params: { value: text.slice(0, 40) } });
  });

  it('may be negative where a correction is typed', () => {
    expect(parseIndonesianInteger('-20', { negative: true })).toBe(-20);
    expect(parseIndonesianInteger('−1.200', { negative: true })).toBe(-1_200);
    expect(parseIndonesianInteger('+300', { negative: true })).toBe(300);
    expect(parseIndonesianInteger('-0', { negative: true })).toBe(0);
  });

  it('are read back as they were shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999_999 }), (value) => {
        expect(parseIndonesianInteger(formatInteger(value), { negative: true })).toBe(value);
      }),
    );
  });

  it('have a decimal comma, never a point', () => {
    expect(parseIndonesianDecimal('97,45')).toBe(97.45);
    expect(parseIndonesianDecimal('1.234,5')).toBe(1_234.5);
    expect(parseIndonesianDecimal('1.200')).toBe(1_200);
    expect(parseIndonesianDecimal('-0,5', { negative: true })).toBe(-0.5);
    for (const text of ['97.45', '12.5', '-0,5', ',5', '5,', '1,2,3', '999999999999999,5']) {
      expect(parseIndonesianDecimal(text)).toMatchObject({ code: 'QUANTITY_INVALID' });
    }
  });

  it('keep the decimals of a percentage, because they say how coarse it is', () => {
    expect(parsePercent('97,45%')).toEqual({ percent: 97.45, decimals: 2 });
    expect(parsePercent('97.45')).toEqual({ percent: 97.45, decimals: 2 });
    expect(parsePercent('80,10')).toEqual({ percent: 80.1, decimals: 2 });
    expect(parsePercent('98')).toEqual({ percent: 98, decimals: 0 });
    expect(parsePercent('97,123')).toEqual({ percent: 97.123, decimals: 3 });
    for (const text of ['', '%', '-1', '1001', '97.123', '1.234', '97,45,1', 'sembilan', '1e2', '97,1234567']) {
      expect(parsePercent(text)).toMatchObject({ code: 'PERCENT_INVALID' });
    }
  });
});

describe('sizes of files', () => {
  it.each([
    [0, '0 B'],
    [1023, '1.023 B'],
    [1024, '1 kB'],
    [319_488, '312 kB'],
    [1_048_063, '1.023 kB'],
    [1_048_200, '1,0 MB'],
    [20 * 1024 * 1024, '20,0 MB'],
  ])('%d is %s', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text);
  });
});
