import type { Cut } from './headline';
import { type RegionFigures, rank } from './ranking';

const cut = (registered: number, population: number, populationVersion = '2026-I'): Cut => ({
  ...{
    asOf: '2026-10-01',
    population,
    populationVersion,
    registered,
    active: 0,
    source: 'BPJS Kesehatan',
    example: true,
  },
});
const region = (code: string, now: Cut | null, earlier: Cut | null = null): RegionFigures => ({
  ...{ region: code, cut: now, earlier },
});
const places = (by: 'FIGURE' | 'GAIN', ...regions: readonly RegionFigures[]) => {
  const { ranked, apart } = rank('registered', by, regions);
  return { ranked: ranked.map((one) => `${one.place} ${one.region}`), apart };
};

describe('the ranking of regions', () => {
  it('goes by the share of the population, not by the number of people', () => {
    expect(places('FIGURE', region('35.05', cut(970_000, 1_250_000)), region('35.72', cut(160_000, 163_000)))).toEqual({
      ...{ ranked: ['1 35.72', '2 35.05'], apart: [] },
    });
  });

  it('gives equal shares one place, and the next one the place after all of them', () => {
    const equal = [region('35.03', cut(98, 100)), region('35.02', cut(196, 200))];
    expect(places('FIGURE', region('35.04', cut(97, 100)), ...equal, region('35.01', cut(99, 100))).ranked).toEqual([
      ...['1 35.01', '2 35.02', '2 35.03', '4 35.04'],
    ]);
  });

  it('tells apart what would be printed as the same percentage', () => {
    expect(
      places('FIGURE', region('a', cut(9_800_000, 10_000_000)), region('b', cut(9_800_001, 10_000_000))).ranked,
    ).toEqual([...['1 b', '2 a']]);
  });

  it('lists a region without figures apart: a claim gets no place', () => {
    expect(places('FIGURE', region('35.22', null), region('35.05', cut(1, 2)))).toEqual({
      ...{ ranked: ['1 35.05'], apart: ['35.22'] },
    });
  });

  it('compares gains only on the same population', () => {
    const found = places(
      'GAIN',
      region('grew', cut(110, 1000), cut(100, 1000)),
      region('shrank', cut(90, 1000), cut(100, 1000)),
      region('recounted', cut(110, 990, '2026-II'), cut(100, 1000)),
      region('new', cut(50, 100)),
    );
    expect(found).toEqual({ ranked: ['1 grew', '2 shrank'], apart: ['recounted', 'new'] });
  });
});
