import * as fc from 'fast-check';
import { SHIPPED_DECREES } from '../calendar/decrees';
import { addDays, wibInstant } from '../calendar/wib';
import {
  DEFAULT_ESCALATION,
  ESCALATION_RUNGS,
  type EscalationRule,
  circleOf,
  escalationOn,
  rungsReached,
  setEscalation,
} from './escalation';
import { isOfficeTime, isWorkingDay, nextOpening } from './office-hours';

const TODAY = '2026-11-16';
const rule = (over: Partial<EscalationRule> = {}): EscalationRule => ({ ...DEFAULT_ESCALATION, from: TODAY, ...over });
const code = (it: unknown): unknown => (it as { code?: unknown }).code;

describe('office hours', () => {
  const open = (moment: [string, string]): boolean =>
    isOfficeTime(DEFAULT_ESCALATION, SHIPPED_DECREES, wibInstant(...moment));

  it('are 07.30 until before 16.00 WIB on a working day', () => {
    expect(open(['2026-11-16', '07:29:59'])).toBe(false);
    expect(open(['2026-11-16', '07:30'])).toBe(true);
    expect(open(['2026-11-16', '15:59:59'])).toBe(true);
    expect(open(['2026-11-16', '16:00'])).toBe(false);
  });

  it('are none at the weekend, on a holiday, and on collective leave', () => {
    expect(open(['2026-11-14', '09:00'])).toBe(false);
    expect(open(['2026-12-25', '09:00'])).toBe(false);
    expect(open(['2026-12-24', '09:00'])).toBe(false);
  });

  it('are not known in a year without a decree', () => {
    expect(open(['2027-03-02', '09:00'])).toBe(false);
    expect(isWorkingDay(SHIPPED_DECREES, '2027-03-02')).toBe(false);
  });

  it.each([
    ['2026-11-16', '06:00', '2026-11-16'],
    ['2026-11-16', '08:00', '2026-11-17'],
    ['2026-11-13', '17:00', '2026-11-16'],
    ['2026-03-17', '20:00', '2026-03-25'],
    ['2026-12-31', '20:00', '2027-01-01'],
    ['2027-01-01', '20:00', '2027-01-04'],
  ])('after %s %s the offices open on %s', (day, time, opens) => {
    expect(nextOpening(DEFAULT_ESCALATION, SHIPPED_DECREES, wibInstant(day, time))).toBe(wibInstant(opens, '07:30'));
  });
});

describe('the rungs', () => {
  const reached = (since: string, today: string) => rungsReached(DEFAULT_ESCALATION, SHIPPED_DECREES, since, today);

  it('are reached one after the other, by working days', () => {
    // Late since Friday the 6th: Monday is the first working day, Wednesday the third, Friday the fifth.
    expect(reached('2026-11-06', '2026-11-08')).toEqual([]);
    expect(reached('2026-11-06', '2026-11-09')).toEqual(['OPERATOR']);
    expect(reached('2026-11-06', '2026-11-11')).toEqual(['OPERATOR', 'HEAD']);
    expect(reached('2026-11-06', '2026-11-13')).toEqual(['OPERATOR', 'HEAD', 'LEAD']);
    expect(reached('2026-11-06', '2026-11-20')).toEqual(['OPERATOR', 'HEAD', 'LEAD', 'ASSISTANT']);
  });

  it('do not climb over a holiday', () => {
    expect(reached('2026-12-22', '2026-12-23')).toEqual(['OPERATOR']);
    expect(reached('2026-12-22', '2026-12-27')).toEqual(['OPERATOR']);
    expect(reached('2026-12-22', '2026-12-29')).toEqual(['OPERATOR', 'HEAD']);
  });

  it('are none on the last day itself, and none where a year has no decree', () => {
    expect(reached('2026-11-16', '2026-11-16')).toEqual([]);
    expect(reached('2026-12-30', '2027-01-20')).toEqual([]);
  });

  it('once reached stay reached: a later day never has fewer', () => {
    const rules = fc
      .array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 })
      .map((delays) => rule({ delays: delays.sort((a, b) => a - b) }));
    fc.assert(
      fc.property(rules, fc.nat(200), fc.nat(60), (any, start, more) => {
        const since = addDays('2026-01-02', start);
        const today = addDays(since, more);
        const before = rungsReached(any, SHIPPED_DECREES, since, today);
        const after = rungsReached(any, SHIPPED_DECREES, since, addDays(today, 1));
        expect(after.slice(0, before.length)).toEqual(before);
        expect(ESCALATION_RUNGS.slice(0, before.length)).toEqual(before);
      }),
    );
  });

  it('are the agency’s own people first, then who leads, then who watches', () => {
    expect(ESCALATION_RUNGS.map((rung) => circleOf(rung, 2, false)?.agency)).toEqual([2, 2, null, null]);
    expect(circleOf('LEAD', 2, true)?.roles).toEqual(['lead']);
    expect(circleOf('ASSISTANT', 2, true)).toBeNull();
  });
});

describe('the rule of a region', () => {
  it('is ours until it has set one, and then the one that began last', () => {
    const rules = [rule({ from: '2026-11-20', opens: '08:00' }), rule({ from: '2026-12-01', opens: '09:00' })];
    expect(escalationOn(rules, '2026-11-19')).toBe(DEFAULT_ESCALATION);
    expect(escalationOn(rules, '2026-11-20').opens).toBe('08:00');
    expect(escalationOn(rules, '2027-05-01').opens).toBe('09:00');
    expect(escalationOn([...rules, rule({ from: '2026-11-20', opens: '10:00' })], '2026-11-25').opens).toBe('10:00');
  });

  it('is written down as it was asked for', () => {
    expect(setEscalation(rule({ delays: [0, 2, 2, 60] }), TODAY)).toEqual({
      type: 'EscalationSet',
      data: { from: TODAY, delays: [0, 2, 2, 60], opens: '07:30', closes: '16:00' },
      text: null,
    });
  });

  it('never begins in the past', () => {
    expect(code(setEscalation(rule({ from: '2026-11-15' }), TODAY))).toBe('RULE_FROM_PAST');
    expect(code(setEscalation(rule({ from: '2026-11-31' }), TODAY))).toBe('DATE_INVALID');
  });

  it.each([[[1, 3, 2, 10]], [[1, 2, 3]], [[-1, 2, 3, 4]], [[1, 2, 3, 61]], [[1, 2.5, 3, 4]], [[1, 2, 3, 4, 5]]])(
    'refuses the delays %p',
    (delays) => {
      expect(code(setEscalation(rule({ delays }), TODAY))).toBe('ESCALATION_DELAYS_INVALID');
    },
  );

  it.each([
    ['16:00', '07:30'],
    ['07:30', '07:30'],
    ['7:30', '16:00'],
    ['07:30', '24:00'],
  ])('refuses offices open from %s until %s', (opens, closes) => {
    expect(code(setEscalation(rule({ opens, closes }), TODAY))).toBe('OFFICE_HOURS_INVALID');
  });
});
