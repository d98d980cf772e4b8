import type { RegionFigureView } from '@papan/contracts';
import type { Cut } from '@papan/domain';
import { NOTHING_CHOSEN, barOf, readChosen, sortedBy, tableOf, writeChosen } from './province-view';
import { classOf } from './tile-class';

function cut(registered: number, more: Partial<Cut> = {}): Cut {
  return {
    ...{ asOf: '2026-11-01', population: 1_000, populationVersion: '2025-II', registered, active: 500 },
    ...{ source: 'BPJS', example: true },
    ...more,
  };
}

const region = (code: string, name: string, now: Cut | null, earlier: Cut | null = null): RegionFigureView => ({
  ...{ region: code, name, cut: now, earlier },
});

const REGIONS = [
  region('35.05', 'Kabupaten Blitar', cut(900), cut(800, { asOf: '2025-11-01' })),
  region('35.22', 'Kabupaten Bojonegoro', null),
  region('35.72', 'Kota Blitar', cut(990), cut(985, { asOf: '2025-11-01' })),
  region('35.73', 'Kota Malang', cut(990, { asOf: '2026-10-01' }), cut(900, { population: 950 })),
];

const names = (chosen = NOTHING_CHOSEN) => tableOf(REGIONS, chosen).rows.map(({ place, name }) => `${place} ${name}`);

describe('the regions of a province', () => {
  it('stand by their share, equal shares share a place, and who has no figures stands apart', () => {
    expect(names()).toEqual(['1 Kota Blitar', '1 Kota Malang', '3 Kabupaten Blitar']);
    expect(tableOf(REGIONS, NOTHING_CHOSEN).apart.map(({ region: code }) => code)).toEqual(['35.22']);
  });

  it('stand by their gain on one population; another population is not compared', () => {
    const table = tableOf(REGIONS, { ...NOTHING_CHOSEN, by: 'GAIN' });
    expect(table.rows.map(({ region: code, gain }) => [code, gain?.people, gain?.points])).toEqual([
      ['35.05', 100, 10],
      ['35.72', 5, 0.5],
    ]);
    expect(table.apart.map(({ region: code }) => code)).toEqual(['35.22', '35.73']);
  });

  it('say where the population is another one, instead of a gain', () => {
    const malang = tableOf(REGIONS, NOTHING_CHOSEN).rows.find(({ region: code }) => code === '35.73');
    expect(malang).toMatchObject({ gain: null, otherPopulation: true });
  });

  it('tell the people missing to the line in force on the day of the cut', () => {
    const rows = tableOf(REGIONS, NOTHING_CHOSEN).rows;
    expect(rows.map(({ missing, line }) => [missing, line?.percent])).toEqual([
      [0, 98],
      [0, 98],
      [80, 98],
    ]);
  });

  it('keep their place when the table is sorted otherwise; who has no value stands last both ways', () => {
    const byName = sortedBy(NOTHING_CHOSEN, 'name');
    expect(names(byName)).toEqual(['3 Kabupaten Blitar', '1 Kota Blitar', '1 Kota Malang']);
    expect(names(sortedBy(byName, 'name'))).toEqual(['1 Kota Malang', '1 Kota Blitar', '3 Kabupaten Blitar']);
    const byGain = sortedBy(NOTHING_CHOSEN, 'gain');
    expect(names(byGain).at(-1)).toBe('1 Kota Malang');
    expect(names(sortedBy(byGain, 'gain')).at(-1)).toBe('1 Kota Malang');
  });

  it('are found again by their address; what an address does not know is left out', () => {
    const chosen = { measure: 'active', by: 'GAIN', sort: 'missing', down: true } as const;
    expect(readChosen(writeChosen(chosen))).toEqual(chosen);
    expect(readChosen({ ukuran: 'lain', urut: '1' })).toEqual(NOTHING_CHOSEN);
    expect(Object.values(writeChosen(NOTHING_CHOSEN)).every((it) => it === null)).toBe(true);
  });

  it('have bars that begin below the lowest and are not cut off above 100 %', () => {
    const at = barOf(tableOf([region('1', 'A', cut(1_020)), region('2', 'B', cut(930))], NOTHING_CHOSEN).rows);
    expect(at(90)).toBe(0);
    expect(at(102)).toBe(100);
    expect(at(98)).toBeCloseTo(66.67, 1);
  });

  it.each([
    [null, 'None'],
    [0, 0],
    [1, 1],
    [9_999, 1],
    [10_000, 2],
    [50_000, 3],
  ])('%p missing is class %p', (missing, kind) => {
    expect(classOf(missing)).toBe(kind);
  });
});
