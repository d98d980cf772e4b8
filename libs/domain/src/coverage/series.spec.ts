import { percentOf } from './coverage';
import type { Cut } from './headline';
import { monthlyNets, seriesOf } from './series';

const cut = (asOf: string, registered: number, population = 1_000, populationVersion = '2025-I'): Cut => ({
  ...{ asOf, population, populationVersion, registered, active: registered - 100 },
  ...{ source: 'BPJS Kesehatan', example: true },
});

describe('series by population', () => {
  const months = [
    cut('2026-01-31', 900),
    cut('2026-02-28', 910),
    cut('2026-03-31', 915, 1_020, '2025-II'),
    cut('2026-04-30', 930, 1_020, '2025-II'),
  ];

  it('opens a series beside the old one; what was published stays', () => {
    const [first, second, ...more] = seriesOf('registered', months);
    expect(more).toEqual([]);
    expect(first).toEqual({
      populationVersion: '2025-I',
      population: 1_000,
      points: [
        { asOf: '2026-01-31', people: 900, population: 1_000, percent: 90, recalculated: false },
        { asOf: '2026-02-28', people: 910, population: 1_000, percent: 91, recalculated: false },
      ],
    });
    expect(second?.points.map(({ asOf, percent, recalculated }) => [asOf, percent, recalculated])).toEqual([
      ['2026-01-31', 88.24, true],
      ['2026-02-28', 89.22, true],
      ['2026-03-31', 89.71, false],
      ['2026-04-30', 91.18, false],
    ]);
  });

  it('has the percentages of the figure itself, whatever the order of the cuts', () => {
    for (const series of seriesOf('active', [...months].reverse())) {
      for (const point of series.points) expect(point.percent).toBe(percentOf(point.people, series.population));
    }
    expect(seriesOf('active', [...months].reverse())).toEqual(seriesOf('active', months));
  });

  it('takes a corrected number of residents for a population of its own', () => {
    const series = seriesOf('registered', [cut('2026-01-31', 900), cut('2026-02-28', 910, 1_001)]);
    expect(series.map(({ population }) => population)).toEqual([1_000, 1_001]);
  });
});

describe('net movements from month to month', () => {
  it('are the differences of the months up to the newest', () => {
    expect(monthlyNets('registered', [cut('2026-03-31', 925), cut('2026-01-31', 900), cut('2026-02-28', 910)])).toEqual(
      [10, 15],
    );
  });

  it('end where a month is missing, and pass over a second cut of the same month', () => {
    expect(
      monthlyNets('registered', [
        cut('2025-10-31', 700),
        cut('2026-01-31', 900),
        cut('2026-02-20', 905),
        cut('2026-02-28', 910),
      ]),
    ).toEqual([10]);
    expect(monthlyNets('registered', [])).toEqual([]);
  });
});
