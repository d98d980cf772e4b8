import type { Threshold } from './thresholds';
import { AWARD_GRADES, NATIONAL_THRESHOLDS, reachesThreshold, thresholdsOn } from './thresholds';

const on = (date: string) => thresholdsOn(NATIONAL_THRESHOLDS, date).map((it) => [it.measure, it.percent]);

describe('what UHC demanded, by date', () => {
  it('was 95 % in 2018, 98 % from 2022, and 98 % + 80 % active from 2025', () => {
    expect(on('2017-12-31')).toEqual([]);
    expect(on('2018-12-31')).toEqual([['registered', 95]]);
    expect(on('2022-03-23')).toEqual([['registered', 98]]);
    expect(on('2026-11-02')).toEqual([
      ['registered', 98],
      ['active', 80],
    ]);
    expect(on('2029-01-01')).toEqual([
      ['registered', 99],
      ['active', 80],
    ]);
  });

  it('does not depend on the order of the rows', () => {
    const reversed = NATIONAL_THRESHOLDS.toReversed();
    expect(thresholdsOn(reversed, '2026-11-02')).toEqual(thresholdsOn(NATIONAL_THRESHOLDS, '2026-11-02'));
  });

  it('is compared exactly, at least or more than', () => {
    const atLeast: Threshold = {
      from: '2025-01-01',
      measure: 'active',
      percent: 80,
      comparison: 'AT_LEAST',
      basis: 'test',
    };
    const moreThan: Threshold = { ...atLeast, comparison: 'MORE_THAN' };
    expect(reachesThreshold(atLeast, 80, 100)).toBe(true);
    expect(reachesThreshold(moreThan, 80, 100)).toBe(false);
    expect(reachesThreshold(moreThan, 81, 100)).toBe(true);
    expect(reachesThreshold(atLeast, 79_999_999, 100_000_000)).toBe(false); // 80,00 % when rounded
  });

  it('names three grades of the award of 2026, each with a way that demands 98 % or more', () => {
    expect(AWARD_GRADES.map((it) => it.grade)).toEqual(['UTAMA', 'MADYA', 'PRATAMA']);
    expect(AWARD_GRADES.flatMap((it) => it.anyOf).every((it) => it.registered >= 98 && it.active >= 80)).toBe(true);
  });
});
