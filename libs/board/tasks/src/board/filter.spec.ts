import { task } from '../testing/task';
import { EVERYTHING, laneKeyOf, matches, readFilter, writeFilter } from './filter';

const CONTEXT = { myAgency: 2, today: '2026-12-14', words: () => 'DSK-118 Disdik Wlingi' };

describe('the filter in the address', () => {
  it('comes back as it was written', () => {
    const filter = { ...EVERYTHING, lanes: 'district', agency: 5, mine: true, text: 'pabrik rokok' } as const;
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });

  it('is empty for the whole board', () => {
    expect(Object.values(writeFilter(EVERYTHING))).toEqual([null, null, null, null, null, null]);
  });

  it('leaves out what it does not know', () => {
    expect(readFilter({ lajur: 'bulan', instansi: '-3', status: 'hilang', tugas: '118' })).toEqual(EVERYTHING);
  });
});

describe('what a filter finds', () => {
  it('leaves out drafts, handed-over and cancelled tasks unless their status is asked for', () => {
    const draft = task({ id: 1, status: 'DRAFT' });
    expect(matches(draft, EVERYTHING, CONTEXT)).toBe(false);
    expect(matches(draft, { ...EVERYTHING, status: 'DRAFT' }, CONTEXT)).toBe(true);
  });

  it('takes a task as late on the day after it was due', () => {
    const late = { ...EVERYTHING, overdue: true };
    expect(matches(task({ id: 1, due: '2026-12-13' }), late, CONTEXT)).toBe(true);
    expect(matches(task({ id: 1, due: '2026-12-14' }), late, CONTEXT)).toBe(false);
  });

  it('finds every word of the search in title, number, agency or area', () => {
    const search = (text: string) => matches(task({ id: 118 }), { ...EVERYTHING, text }, CONTEXT);
    expect(search('dsk-118')).toBe(true);
    expect(search('rokok WLINGI')).toBe(true);
    expect(search('rokok Srengat')).toBe(false);
  });

  it('shows only the tasks of one’s own agency', () => {
    expect(matches(task({ id: 1, agency: 3 }), { ...EVERYTHING, mine: true }, CONTEXT)).toBe(false);
  });
});

describe('the lane of a task', () => {
  it('is the district for a task in one of its villages', () => {
    expect(laneKeyOf(task({ id: 1, area: '35.05.10.1008' }), 'district')).toBe('35.05.10');
    expect(laneKeyOf(task({ id: 1 }), 'district')).toBe('');
  });
});
