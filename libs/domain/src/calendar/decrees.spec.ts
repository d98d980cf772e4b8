import decree2026 from '../../cases/holidays-2026.json';
import { SHIPPED_DECREES } from './decrees';
import { addDays, weekday } from './wib';
import { dayOff } from './working-days';

describe('the decree that ships with the product', () => {
  const decree = SHIPPED_DECREES[0];

  it('is the one of 2026, day by day', () => {
    const { year, basis, national, collectiveLeave } = decree2026;
    expect(SHIPPED_DECREES).toEqual([{ year, basis, national, collectiveLeave }]);
  });

  it('leaves 240 working days in the year', () => {
    let count = 0;
    for (let date = '2026-01-01'; date <= '2026-12-31'; date = addDays(date, 1)) {
      if (decree && weekday(date) <= 5 && !dayOff(decree, date)) count += 1;
    }
    expect(count).toBe(decree2026.workingDaysInYear);
  });
});
