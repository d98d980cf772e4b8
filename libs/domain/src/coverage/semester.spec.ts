import { isRefusal } from '../refusal/refusal';
import { checkSemester } from './semester';

describe('a semester of population data', () => {
  it.each([
    ['2025-I', '2025-I'],
    ['2025-II', '2025-II'],
    [' 2026-ii ', '2026-II'],
  ])('%p is %p', (text, semester) => {
    expect(checkSemester(text, '2026-11-02')).toBe(semester);
  });

  it.each(['2025', '2025-III', '2025-3', 'II-2025', '', '2027-I'])('%p is refused', (text) => {
    const no = checkSemester(text, '2026-11-02');
    expect(isRefusal(no) && no.code).toBe('SEMESTER_INVALID');
  });

  it('begins in January or July', () => {
    expect(checkSemester('2026-II', '2026-07-01')).toBe('2026-II');
    expect(isRefusal(checkSemester('2026-II', '2026-06-30'))).toBe(true);
  });
});
