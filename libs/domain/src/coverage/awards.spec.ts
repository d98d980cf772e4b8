import { awardStandings, awardsOn, gradeReached, ruleOf } from './awards';
import { AWARD_GRADES, NATIONAL_THRESHOLDS } from './thresholds';

const figures = (registered: number, active: number, paidByRegion: number | null) => ({
  ...{ population: 1_001, registered, active, paidByRegion },
});
const standings = (...of: Parameters<typeof figures>) => awardStandings(AWARD_GRADES, figures(...of));
const met = (...of: Parameters<typeof figures>) => standings(...of).map(({ grade, met }) => [grade.grade, met]);

describe('the rule in force', () => {
  it('is told with the day since which it holds', () => {
    expect(ruleOf(NATIONAL_THRESHOLDS, '2017-12-31')).toBeNull();
    expect(ruleOf(NATIONAL_THRESHOLDS, '2024-12-31')).toMatchObject({
      since: '2022-01-01',
      thresholds: [{ measure: 'registered', percent: 98 }],
    });
    const rule = ruleOf(NATIONAL_THRESHOLDS, '2026-11-02');
    expect(rule?.since).toBe('2025-01-01');
    expect(rule?.thresholds.map(({ measure, percent }) => [measure, percent])).toEqual([
      ['registered', 98],
      ['active', 80],
    ]);
  });
});

describe('the grades of the award', () => {
  it('are those of the newest award up to the day', () => {
    expect(awardsOn(AWARD_GRADES, '2026-01-26')).toEqual([]);
    expect(awardsOn(AWARD_GRADES, '2026-01-27').map(({ grade }) => grade)).toEqual(['UTAMA', 'MADYA', 'PRATAMA']);
    const [one] = AWARD_GRADES;
    if (!one) throw new Error('no grades');
    const later = { ...one, from: '2027-01-27' };
    expect(awardsOn([...AWARD_GRADES, later], '2027-02-01')).toEqual([later]);
  });

  it('count people upwards: 98 % of 1,001 residents are 981', () => {
    expect(met(981, 801, 0)).toEqual([
      ['UTAMA', false],
      ['MADYA', false],
      ['PRATAMA', true],
    ]);
    expect(met(980, 801, 0).at(-1)).toEqual(['PRATAMA', false]);
  });

  it('are met in any of their ways', () => {
    expect(met(981, 851, 0)[1]).toEqual(['MADYA', true]);
    expect(met(981, 801, 251)[1]).toEqual(['MADYA', true]);
    expect(met(991, 951, 181)[0]).toEqual(['UTAMA', true]);
    expect(met(1_001, 1_001, 0)[0]).toEqual(['UTAMA', true]);
  });

  it('cannot be told where they hang on a figure that is not known', () => {
    expect(met(991, 951, null)).toEqual([
      ['UTAMA', null],
      ['MADYA', true],
      ['PRATAMA', true],
    ]);
    expect(met(900, 951, null)[0]).toEqual(['UTAMA', false]);
  });

  it('name the one that is reached, and what is missing to the next', () => {
    const { reached, next } = gradeReached(standings(985, 820, 200));
    expect(reached?.grade.grade).toBe('PRATAMA');
    expect(next?.grade.grade).toBe('MADYA');
    expect(next?.ways.map(({ missing }) => missing)).toEqual([
      { registered: 0, active: 31, paidByRegion: 0 },
      { registered: 0, active: 0, paidByRegion: 51 },
    ]);
    expect(gradeReached(standings(10, 5, null))).toMatchObject({
      reached: null,
      next: { grade: { grade: 'PRATAMA' } },
    });
    expect(gradeReached(standings(1_001, 1_001, null)).next).toBeNull();
    expect(gradeReached([])).toEqual({ reached: null, next: null });
  });
});
