import type { HolidayDecree } from '@papan/domain';
import { dueState } from './urgency';

const DECREES: readonly HolidayDecree[] = [
  { year: 2026, basis: 'SKB', national: ['2026-12-25'], collectiveLeave: ['2026-12-24'] },
];

describe('how near a due date is', () => {
  it('is late from the day after, in calendar days', () => {
    expect(dueState('2026-11-30', '2026-12-03', DECREES)).toEqual({ urgency: 'late', daysLate: 3, workingDaysLeft: 0 });
  });

  it('is still in time on the due day itself', () => {
    expect(dueState('2026-12-03', '2026-12-03', DECREES).urgency).toBe('soon');
  });

  it('counts working days: four days with leave and a weekend between are one working day', () => {
    expect(dueState('2026-12-28', '2026-12-23', DECREES)).toEqual({ urgency: 'soon', daysLate: 0, workingDaysLeft: 1 });
    expect(dueState('2026-12-11', '2026-12-03', DECREES).urgency).toBe('calm');
  });

  it('guesses no working days in a year without a decree', () => {
    expect(dueState('2027-01-04', '2027-01-02', DECREES)).toEqual({
      urgency: 'soon',
      daysLate: 0,
      workingDaysLeft: null,
    });
  });
});
