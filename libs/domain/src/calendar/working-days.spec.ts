import * as fc from 'fast-check';
import decree2026 from '../../cases/holidays-2026.json';
import golden from '../../cases/working-days.json';
import { isRefusal, orThrow } from '../refusal/refusal';
import { addDays, daysBetween, weekday } from './wib';
import { WORKING_DAY_RULE, addWorkingDays, workingDaysBetween } from './working-days';

const decrees = [decree2026];
const period = (received: string, days: number) => orThrow(addWorkingDays(decrees, received, days));

describe('working days under the joint decree of 2026', () => {
  it.each(golden.cases)(
    'end on $ends when a letter is received on $received',
    ({ received, workingDays, ends, counted }) => {
      const result = period(received, workingDays);
      expect(result.ends).toBe(ends);
      expect(result.rule).toBe(WORKING_DAY_RULE);
      if (counted) expect(result.counted).toEqual(counted);
    },
  );

  it('carry the chain of two warnings and a fine', () => {
    const { chain } = golden;
    expect(period(chain.warning1Received, 10).ends).toBe(chain.warning1Ends);
    expect(period(chain.warning2Received, 10).ends).toBe(chain.warning2Ends);
    expect(addDays(chain.warning2Ends, chain.fineWindowCalendarDays)).toBe(chain.fineWindowEnds);
  });

  it('say of every skipped day why, and by which basis', () => {
    const { skipped } = period('2026-03-09', 10);
    const reasons = Object.fromEntries(skipped.map((it) => [it.date.slice(5), it.reason]));
    expect(reasons).toEqual({
      '03-14': 'WEEKEND',
      '03-15': 'WEEKEND',
      '03-18': 'COLLECTIVE_LEAVE',
      '03-19': 'NATIONAL_HOLIDAY',
      '03-20': 'COLLECTIVE_LEAVE',
      '03-21': 'WEEKEND',
      '03-22': 'WEEKEND',
      '03-23': 'COLLECTIVE_LEAVE',
      '03-24': 'COLLECTIVE_LEAVE',
      '03-28': 'WEEKEND',
      '03-29': 'WEEKEND',
    });
    expect(skipped.find((it) => it.reason === 'WEEKEND')?.basis).toBe('Perpres 21/2023 art. 3');
    expect(skipped.find((it) => it.reason === 'COLLECTIVE_LEAVE')?.basis).toBe(decree2026.basis);
  });

  it('are 240 in the whole year', () => {
    expect(workingDaysBetween(decrees, '2025-12-31', '2026-12-31')).toBe(decree2026.workingDaysInYear);
  });

  it('are none backwards or on the day itself', () => {
    expect(workingDaysBetween(decrees, '2026-03-09', '2026-03-09')).toBe(0);
    expect(workingDaysBetween(decrees, '2026-03-10', '2026-03-09')).toBe(0);
  });

  it('are refused once the count enters a year without a decree', () => {
    expect(addWorkingDays(decrees, '2026-12-24', 4)).toMatchObject({ ends: '2026-12-31' });
    expect(addWorkingDays(decrees, '2026-12-24', 5)).toMatchObject({
      code: 'NO_DECREE_FOR_YEAR',
      params: { year: 2027 },
    });
    expect(addWorkingDays([], '2026-03-09', 1)).toMatchObject({ code: 'NO_DECREE_FOR_YEAR', params: { year: 2026 } });
    expect(workingDaysBetween(decrees, '2026-12-01', '2029-01-01')).toMatchObject({ params: { year: 2027 } });
    expect(workingDaysBetween(decrees, '0001-01-01', '9999-12-31')).toMatchObject({ params: { year: 1 } });
  });

  it('follow an amended decree of the same year', () => {
    const amended = {
      ...decree2026,
      basis: 'amendment',
      collectiveLeave: [...decree2026.collectiveLeave, '2026-12-31'],
    };
    expect(addWorkingDays([decree2026, amended], '2026-12-28', 2)).toMatchObject({ ends: '2026-12-30' });
    expect(workingDaysBetween([decree2026, amended], '2026-12-28', '2026-12-31')).toBe(2);
  });

  it.each([0, -1, 367, 2.5, Number.NaN, Number.POSITIVE_INFINITY])('refuse a period of %d days', (days) => {
    expect(addWorkingDays(decrees, '2026-03-09', days)).toMatchObject({ code: 'WORKING_DAYS_INVALID' });
  });

  it.each(['2026-02-30', '', '9/3/2026', '9999-12-31'])('refuse to begin on "%s"', (received) => {
    expect(addWorkingDays(decrees, received, 10)).toMatchObject({ code: 'DATE_INVALID', params: { value: received } });
  });

  it('refuse a span with an end that is no date', () => {
    expect(workingDaysBetween(decrees, '2026-03-09', '2026-02-30')).toMatchObject({ code: 'DATE_INVALID' });
  });

  it('are counted without a gap: counted and skipped days together are the calendar', () => {
    const received = fc.nat(300).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const result = addWorkingDays(decrees, from, days);
        if (isRefusal(result)) return;
        expect(result.counted).toHaveLength(days);
        expect(result.counted.length + result.skipped.length).toBe(daysBetween(from, result.ends));
        expect(result.counted.every((date) => weekday(date) <= 5)).toBe(true);
        expect(workingDaysBetween(decrees, from, result.ends)).toBe(days);
      }),
    );
  });

  it('never end earlier for a later receipt', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(60), fc.integer({ min: 1, max: 30 }), (start, later, days) => {
        const first = addDays('2026-01-01', start);
        expect(period(first, days).ends <= period(addDays(first, later), days).ends).toBe(true);
      }),
    );
  });
});
