import { row } from '../testing/case';
import { ALL_OPEN, VIEWS, arrange, countViews, inView, isLate, matches, readFilter, writeFilter } from './views';

// A Wednesday.
const TODAY = '2026-11-04';
const nameOf = (code: string): string => (code === '35.05.10' ? 'Kanigoro' : 'Wlingi');

describe('the filter of the list in the address', () => {
  it('comes back as it was written', () => {
    const filter = {
      ...ALL_OPEN,
      view: 'receipt',
      district: '35.05.10',
      violation: 'ARREARS',
      step: 'TEGURAN_II',
      task: 118,
      sort: 'workers',
      down: true,
    } as const;
    expect(readFilter(writeFilter(filter))).toEqual(filter);
  });

  it('is empty for all open cases', () => {
    expect(Object.values(writeFilter(ALL_OPEN)).every((value) => value === null)).toBe(true);
  });

  it('leaves out what it does not know', () => {
    expect(readFilter({ tampilan: 'semua', kecamatan: 'Wlingi', langkah: 'somasi', tugas: '-1' })).toEqual(ALL_OPEN);
  });

  it('has no room for the name of an employer', () => {
    const address = writeFilter(readFilter({ cari: 'Toko Melati' }));
    expect(JSON.stringify(address)).not.toContain('Melati');
  });
});

describe('the questions of the week', () => {
  it('take a case as due this week from today until Sunday', () => {
    const due = (nextEnds: string) => inView(row({ id: 1, nextEnds }), 'due', TODAY);
    expect(['2026-11-03', '2026-11-04', '2026-11-08', '2026-11-09'].map(due)).toEqual([false, true, true, false]);
  });

  it('find what waits for a proof of receipt', () => {
    expect(inView(row({ id: 1, awaitsReceipt: ['TEGURAN_I'] }), 'receipt', TODAY)).toBe(true);
    expect(inView(row({ id: 1 }), 'receipt', TODAY)).toBe(false);
  });

  it('take a case as ready for the SKK only until somebody has proposed it', () => {
    const ready = row({ id: 1, readyForHandover: true });
    expect(inView(ready, 'ready', TODAY)).toBe(true);
    expect(inView({ ...ready, handover: 'PROPOSED' }, 'ready', TODAY)).toBe(false);
  });

  it('take a proposed case as handed over only once the SKK is on record', () => {
    expect(inView(row({ id: 1, handover: 'PROPOSED' }), 'handed', TODAY)).toBe(false);
    expect(inView(row({ id: 1, handover: 'CONFIRMED' }), 'handed', TODAY)).toBe(true);
  });

  it('take the last day itself as still in time', () => {
    expect(isLate(row({ id: 1, nextEnds: '2026-11-04' }), TODAY)).toBe(false);
    expect(isLate(row({ id: 1, nextEnds: '2026-11-03' }), TODAY)).toBe(true);
    expect(isLate(row({ id: 1, fired: true, nextEnds: '2026-12-01' }), TODAY)).toBe(true);
  });

  it('count an ended case nowhere but among the ended', () => {
    const counts = countViews([row({ id: 1, status: 'PATUH', nextEnds: TODAY, awaitsReceipt: ['HIMBAUAN'] })], TODAY);
    expect(VIEWS.filter((view) => counts[view] > 0)).toEqual(['ended']);
  });
});

describe('what the list finds', () => {
  const search = (text: string) => matches(row({ id: 118 }), ALL_OPEN, text, TODAY);

  it('is searched by every word in name, NIB or number of the case', () => {
    expect(search('melati TOKO')).toBe(true);
    expect(search('9900000000001')).toBe(true);
    expect(search('#118')).toBe(true);
    expect(search('melati 119')).toBe(false);
  });

  it('is a case that stands on the step on any of its tracks', () => {
    const both = row({ id: 1, tracks: { LOCAL: 'INSPECTION', SANCTION: 'TEGURAN_I' } });
    expect(matches(both, { ...ALL_OPEN, step: 'TEGURAN_I' }, '', TODAY)).toBe(true);
    expect(matches(both, { ...ALL_OPEN, step: 'HIMBAUAN' }, '', TODAY)).toBe(false);
  });
});

describe('the order of the list', () => {
  const ids = (filter: Parameters<typeof arrange>[1], ...rows: Parameters<typeof arrange>[0]) =>
    arrange(rows, filter, '', TODAY, nameOf).map(({ id }) => id);

  it('begins with the clocks that have run out, then the nearest date, then those without one', () => {
    const rows = [
      row({ id: 1 }),
      row({ id: 2, nextEnds: '2026-11-20' }),
      row({ id: 3, fired: true, firedEnds: '2026-10-30', nextEnds: '2026-12-30' }),
      row({ id: 4, fired: true, firedEnds: '2026-10-02' }),
      row({ id: 5, nextEnds: '2026-11-05' }),
    ];
    expect(ids(ALL_OPEN, ...rows)).toEqual([4, 3, 5, 2, 1]);
  });

  it('begins with most workers, and turns round when asked to', () => {
    const rows = [row({ id: 1, workersMissing: 4 }), row({ id: 2, workersMissing: 40 })];
    expect(ids({ ...ALL_OPEN, sort: 'workers' }, ...rows)).toEqual([2, 1]);
    expect(ids({ ...ALL_OPEN, sort: 'workers', down: true }, ...rows)).toEqual([1, 2]);
  });

  it('goes by the name of the district, those without one last', () => {
    const rows = [
      row({ id: 1, district: null }),
      row({ id: 2, district: '35.05.17' }),
      row({ id: 3, district: '35.05.10' }),
    ];
    expect(ids({ ...ALL_OPEN, sort: 'district' }, ...rows)).toEqual([3, 2, 1]);
  });
});
