import * as fc from 'fast-check';
import {
  addDays,
  daysBetween,
  endOfWibDay,
  epochMillis,
  instantFromMillis,
  isIsoDate,
  isIsoInstant,
  weekday,
  wibDate,
  wibInstant,
  wibTime,
} from './wib';

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map((days) => addDays('1970-01-01', days));
const anyMillis = fc.integer({ min: Date.UTC(1950, 0, 1), max: Date.UTC(2150, 0, 1) });

describe('the calendar in WIB', () => {
  it.each(['2026-03-09', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('knows %s as a date', (date) => {
    expect(isIsoDate(date)).toBe(true);
  });

  it.each(['2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00'])(
    'knows that there is no %s',
    (date) => {
      expect(isIsoDate(date)).toBe(false);
    },
  );

  it.each([
    '',
    '2026-3-9',
    '09/03/2026',
    '2026-03-09T00:00:00Z',
    ' 2026-03-09',
    '2026-03-09\n',
    '0000-01-01',
    20260309,
  ])('takes %j for no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it.each(['2026-12-31T16:59:59Z', '2026-12-31T23:59:59+07:00', '2026-12-31T16:59Z', '2026-12-31T16:59:59.123456Z'])(
    'knows %s as a moment',
    (instant) => {
      expect(isIsoInstant(instant)).toBe(true);
    },
  );

  it.each(['2026-12-31T16:59:59', '2026-02-30T00:00:00Z', '2026-12-31T24:00:00Z', '2026-12-31', 'now', null])(
    'takes %j for no moment',
    (text) => {
      expect(isIsoInstant(text)).toBe(false);
    },
  );

  it('refuses to reckon with what is no date or no moment', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow('not a date');
    expect(() => wibDate('yesterday')).toThrow('not a moment');
    expect(() => wibInstant('2026-11-21', '24:00')).toThrow('not a time of day');
    expect(() => addDays('9999-12-31', 1)).toThrow('outside the calendar');
    expect(() => addDays('2026-01-01', 0.5)).toThrow('outside the calendar');
  });

  it('turns the day over at midnight in Blitar, not in Greenwich', () => {
    expect(wibDate('2026-12-31T16:59:59Z')).toBe('2026-12-31');
    expect(wibDate('2026-12-31T17:00:00Z')).toBe('2027-01-01');
    expect(wibTime('2026-12-31T16:59:59Z')).toBe('23:59:59');
  });

  it('ends 31 December at 23:59:59 WIB', () => {
    expect(endOfWibDay('2026-12-31')).toBe('2026-12-31T16:59:59.000Z');
    expect(epochMillis(endOfWibDay('2026-12-31'))).toBe(epochMillis('2026-12-31T23:59:59+07:00'));
  });

  it('begins the week on Monday', () => {
    expect(weekday('2026-11-02')).toBe(1);
    expect(weekday('2026-12-31')).toBe(4);
    expect(weekday('2026-11-22')).toBe(7);
    expect(weekday('1969-12-31')).toBe(3);
  });

  it('agrees with the UTC calendar of the platform for every day', () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const utc = new Date(`${date}T00:00:00Z`);
        expect(weekday(date)).toBe(utc.getUTCDay() || 7);
        expect(daysBetween('1970-01-01', date)).toBe(utc.getTime() / 86_400_000);
      }),
    );
  });

  it('goes forward and back to the same date', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -15_000, max: 15_000 }), (date, days) => {
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });

  it('writes a moment as the platform does, and reads it back', () => {
    fc.assert(
      fc.property(anyMillis, (millis) => {
        expect(instantFromMillis(millis)).toBe(new Date(millis).toISOString());
        expect(epochMillis(instantFromMillis(millis))).toBe(millis);
      }),
    );
  });

  it('finds the moment of a wall clock again on the wall', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(23), fc.nat(59), (date, hour, minute) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const instant = wibInstant(date, time);
        expect([wibDate(instant), wibTime(instant)]).toEqual([date, `${time}:00`]);
      }),
    );
  });
});
