import { Directory, LiveStore } from '@papan/board-platform';
import { DECREE_2026, tenWorkingDays } from '../testing/case';
import { show } from '../testing/answering-wire';
import { ClockWork } from './clock-work';

/** The clock as it stands on the screen on a day, under these decrees. */
async function shown(clock: ReturnType<typeof tenWorkingDays>, today: string, decrees = [DECREE_2026]) {
  const { page } = await show(ClockWork, { clock, step: 'TEGURAN_I' }, [
    { provide: Directory, useValue: { decrees: () => decrees, area: () => undefined, agency: () => undefined } },
    { provide: LiveStore, useValue: { today: () => today } },
  ]);
  return page.textContent.replace(/\s+/g, ' ');
}

describe('a clock that shows its work', () => {
  it('names the days counted, the days skipped with their decree, and the rule with its article', async () => {
    const text = await shown(tenWorkingDays('2026-03-09', '2026-03-30'), '2026-03-10');
    expect(text).toContain('Diterima Sen, 9 Mar 2026');
    expect(text).toContain('berakhir Sen, 30 Mar 2026');
    expect(text).toContain('Dihitung 10, 11, 12, 13, 16, 17, 25, 26, 27, 30 Mar 2026');
    expect(text).toContain('Dilewati akhir pekan, 18, 19, 20, 23, 24 Mar 2026 (SKB 1497/2025)');
    expect(text).toContain('10 hari kerja sejak diterima');
    expect(text).toContain('PP 86/2013 art. 6');
  });

  it('ends before the year does where it needs no day of the next', async () => {
    expect(await shown(tenWorkingDays('2026-12-14', '2026-12-30'), '2026-12-15')).toContain(
      'berakhir Rab, 30 Des 2026',
    );
  });

  it('gives no date where a decree is missing, and says which', async () => {
    const text = await shown(tenWorkingDays('2026-12-21', null), '2026-12-22');
    expect(text).toContain('Kalender SKB 2027 belum dimuat');
    expect(text).not.toContain('berakhir');
  });

  it('says how many working days are left, and how many days it is late', async () => {
    const clock = tenWorkingDays('2026-03-09', '2026-03-30');
    expect(await shown(clock, '2026-03-26')).toContain('2 hari kerja lagi');
  });
});
