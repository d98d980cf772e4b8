import * as fc from 'fast-check';
import demo from '../../cases/demo.json';
import decree2026 from '../../cases/holidays-2026.json';
import { addDays, daysBetween, endOfWibDay, epochMillis, instantFromMillis, wibInstant } from '../calendar/wib';
import { countdown } from './deadline';

const decrees = [decree2026];
const deadline = endOfWibDay('2026-12-31');

describe('the countdown', () => {
  it('shows 40 days and 27 working days on 21 November 2026 at 14.05 WIB', () => {
    expect(countdown(wibInstant('2026-11-21', '14:05'), deadline, decrees)).toEqual({
      passed: false,
      days: 40,
      daysLate: 0,
      workingDays: 27,
      missingDecree: null,
    });
  });

  it('starts the demo at 59 days and 41 working days', () => {
    expect(countdown(demo.clockStartsAt, demo.deadline, decrees)).toMatchObject({ days: 59, workingDays: 41 });
  });

  it('is on day 0 until the last second of 31 December, and has passed one second later', () => {
    const inTime = { passed: false, days: 0, daysLate: 0, workingDays: 0 };
    expect(countdown(wibInstant('2026-12-31', '00:00'), deadline, decrees)).toMatchObject(inTime);
    expect(countdown(wibInstant('2026-12-31', '23:59:59'), deadline, decrees)).toMatchObject(inTime);
    expect(countdown('2026-12-31T16:59:59.999Z', deadline, decrees)).toMatchObject(inTime);
    expect(countdown(wibInstant('2027-01-01', '00:00'), deadline, decrees)).toMatchObject({
      passed: true,
      daysLate: 1,
    });
  });

  it('has passed on the same day when the deadline lies within it', () => {
    const noon = wibInstant('2026-11-02', '12:00');
    expect(countdown(wibInstant('2026-11-02', '12:01'), noon, decrees)).toMatchObject({ passed: true, daysLate: 0 });
  });

  it('keeps the calendar days and names the year when a decree is missing', () => {
    expect(countdown('2026-12-30T03:00:00Z', endOfWibDay('2027-01-15'), decrees)).toEqual({
      passed: false,
      days: 16,
      daysLate: 0,
      workingDays: null,
      missingDecree: 2027,
    });
  });

  const moment = fc
    .integer({ min: epochMillis('2026-01-01T00:00:00Z'), max: epochMillis('2027-06-01T00:00:00Z') })
    .map(instantFromMillis);

  it('asks neither the clock nor the time zone of the machine', () => {
    const OwnDate = globalThis.Date;
    const untouchable = function () {
      throw new Error('the machine was asked for its time');
    };
    fc.assert(
      fc.property(moment, (now) => {
        globalThis.Date = untouchable as unknown as DateConstructor;
        try {
          countdown(now, deadline, decrees);
        } finally {
          globalThis.Date = OwnDate;
        }
      }),
    );
  });

  it('says the same for one moment written in Jakarta, Makassar, New York or Greenwich', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom('+07:00', '+08:00', '-05:00', '+00:00'), (now, offset) => {
        const hours = Number(offset.slice(0, 3));
        const elsewhere = instantFromMillis(epochMillis(now) + hours * 3_600_000).replace('Z', offset);
        expect(countdown(elsewhere, deadline, decrees)).toEqual(countdown(now, deadline, decrees));
      }),
    );
  });

  it('loses one day at each midnight and never shows more working days than days', () => {
    fc.assert(
      fc.property(fc.nat(364), fc.nat(23), (day, hour) => {
        const date = addDays('2026-01-01', day);
        const now = wibInstant(date, `${String(hour).padStart(2, '0')}:30`);
        const left = countdown(now, deadline, decrees);
        expect(left.days).toBe(daysBetween(date, '2026-12-31'));
        expect(left.workingDays).toBeLessThanOrEqual(left.days);
      }),
    );
  });
});
