import {
  type Area,
  type Cut,
  MOVEMENTS,
  type Movements,
  SEGMENTS,
  bridge,
  forecast,
  isRefusal,
  monthsUntilLine,
  neededFor,
  percentOf,
} from '@papan/domain';
import { areasOf, regionsOf } from '../areas';
import { blitarCoverage } from '../blitar/coverage';
import { BLITAR_CUT, KOTA_CUT } from '../demo-figures';
import { kotaCoverage } from '../kota/coverage';
import type { CoverageFacts } from './coverage-facts';
import { neighbours } from './province';
import { spread } from './spread';

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const cuts = ({ months }: CoverageFacts): readonly Cut[] => months.map(({ cut }) => cut);
const nets = (facts: CoverageFacts, measure: 'registered' | 'active'): readonly number[] =>
  cuts(facts).flatMap((cut, at, all) => (at === 0 ? [] : [cut[measure] - (all[at - 1]?.[measure] ?? 0)]));

describe('spreading people over parts', () => {
  it('loses nobody, and gives what is left over to the largest remainders', () => {
    expect(spread(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(spread(7, [5, 1, 1], [4, 9, 9])).toEqual([4, 2, 1]);
    expect(() => spread(7, [1, 1], [3, 3])).toThrow(RangeError);
  });
});

describe.each([
  ['Kabupaten Blitar', '35.05', blitarCoverage, BLITAR_CUT, 24],
  ['Kota Blitar', '35.72', kotaCoverage, KOTA_CUT, 12],
] as const)('the coverage of %s', (_, code, coverage, standing, months) => {
  let areas: readonly Area[];
  let facts: CoverageFacts;

  beforeAll(async () => {
    areas = await areasOf(code);
    facts = coverage(areas);
  });

  it('is the same every time, month by month up to the standing cut', () => {
    expect(coverage(areas)).toEqual(facts);
    expect(facts.months).toHaveLength(months);
    expect(facts.months.at(-1)?.cut).toEqual(standing);
    const days = cuts(facts).map(({ asOf }) => asOf);
    expect([...new Set(days)].sort()).toEqual(days);
    expect(days.every((day) => day.endsWith('-01'))).toBe(true);
    expect(cuts(facts).every(({ example }) => example)).toBe(true);
  });

  it('has in every month cells of one level that add up to its totals, none with more active than registered', () => {
    for (const { cut, cells, level } of facts.months) {
      expect(sum(cells.map(({ registered }) => registered))).toBe(cut.registered);
      expect(sum(cells.map(({ active }) => active))).toBe(cut.active);
      expect(cells.filter(({ registered, active }) => active < 0 || active > registered)).toEqual([]);
      const known = new Set(areas.filter(({ kind }) => kind === level).map((area) => area.code));
      expect(cells).toHaveLength(known.size * SEGMENTS.length);
      expect(cells.every(({ area }) => known.has(area))).toBe(true);
    }
    expect(facts.months.slice(-12).every(({ level }) => level === 'VILLAGE')).toBe(true);
  });

  it('has no district that jumps from one month to the next', () => {
    const byDistrict = facts.months.map(({ cells }) => {
      const sums = new Map<string, number>();
      for (const { area, registered } of cells) {
        sums.set(area.slice(0, 8), (sums.get(area.slice(0, 8)) ?? 0) + registered);
      }
      return sums;
    });
    for (const [at, now] of byDistrict.entries()) {
      for (const [district, people] of byDistrict[at - 1] ?? []) {
        expect(Math.abs((now.get(district) ?? 0) / people - 1)).toBeLessThan(0.03);
      }
    }
  });

  it('changes its population once, each by villages that add up', () => {
    expect(facts.populations).toHaveLength(2);
    for (const { semester, people, cells } of facts.populations) {
      expect(sum(cells.map((cell) => cell.people))).toBe(people);
      const compared = cuts(facts).filter(({ populationVersion }) => populationVersion === semester);
      expect(compared.length).toBeGreaterThan(3);
      expect(new Set(compared.map(({ population }) => population))).toEqual(new Set([people]));
    }
    expect(facts.populations.at(-1)).toMatchObject({ people: standing.population });
  });

  it('tells who came and went, to the person but for one month', () => {
    const rests = facts.movements.map(({ asOf, movements }) => {
      const at = cuts(facts).findIndex((cut) => cut.asOf === asOf);
      return restOf(cuts(facts)[at - 1], cuts(facts)[at], movements);
    });
    expect(rests).toHaveLength(months - 1);
    const untold = rests.filter(([registered, active]) => registered !== 0 || active !== 0);
    expect(untold).toHaveLength(1);
    expect(Math.abs(untold[0]?.[0] ?? 0)).toBeLessThan(200);
    for (const { movements } of facts.movements) {
      expect(Object.keys(movements)).toEqual([...MOVEMENTS]);
      expect(Object.values(movements).every((people) => Number.isSafeInteger(people) && people >= 0)).toBe(true);
    }
  });
});

function restOf(before: Cut | undefined, after: Cut | undefined, movements: Movements): readonly number[] {
  if (!before || !after) throw new Error('a movement belongs to no cut');
  return (['registered', 'active'] as const).map((measure) => {
    const told = bridge(measure, before, after, movements);
    return isRefusal(told) ? Number.NaN : told.unexplained;
  });
}

describe('what the coverage of the demonstration tells', () => {
  it('of Kabupaten Blitar: most are paid for by the state, a village has more members than residents, the lines are far', async () => {
    const facts = blitarCoverage(await areasOf('35.05'));
    const last = facts.months.at(-1);
    const of = (segment: string): number =>
      sum((last?.cells ?? []).filter((cell) => cell.segment === segment).map((cell) => cell.registered));
    expect(Math.max(...SEGMENTS.map(of))).toBe(of('PBI_JK'));
    const residents = new Map(facts.populations.at(-1)?.cells.map(({ area, people }) => [area, people]));
    const members = new Map<string, number>();
    for (const { area, registered } of last?.cells ?? []) members.set(area, (members.get(area) ?? 0) + registered);
    const shares = [...members].map(([area, people]) => people / (residents.get(area) ?? 0));
    expect(shares.filter((share) => share > 1).length).toBeGreaterThan(0);
    expect(shares.filter((share) => share > 1).length).toBeLessThan(6);
    expect(Math.min(...shares)).toBeGreaterThan(0.4);
    const line = neededFor(98, BLITAR_CUT.population);
    const found = forecast(BLITAR_CUT.registered, line, BLITAR_CUT.asOf, nets(facts, 'registered'));
    expect(found).toMatchObject({ kind: 'REACHES', missing: 255_458 });
    expect(found.kind === 'REACHES' && found.at.early > '2027-12-31').toBe(true);
  });

  it('of Kota Blitar: the figures of the press, and the alarm that the margin above 80 % is being used up', async () => {
    const facts = kotaCoverage(await areasOf('35.72'));
    const [first, , third] = cuts(facts);
    expect(first).toMatchObject({ asOf: '2025-11-01', registered: 163_342, active: 158_442 });
    expect(percentOf(first?.registered ?? 0, first?.population ?? 0, 0)).toBe(100);
    expect(percentOf(first?.active ?? 0, first?.population ?? 0, 0)).toBe(97);
    expect(third?.asOf).toBe('2026-01-01');
    expect(percentOf(third?.active ?? 0, third?.population ?? 0)).toBe(95.14);
    const lost = (first?.active ?? 0) - (third?.active ?? 0);
    const margin = (first?.active ?? 0) - neededFor(80, first?.population ?? 0);
    expect([lost, monthsUntilLine(margin, lost, 2)]).toEqual([3_038, 18.28]);
    const line = neededFor(80, KOTA_CUT.population);
    expect(forecast(KOTA_CUT.active, line, KOTA_CUT.asOf, nets(facts, 'active')).kind).toBe('LOSES');
  });

  it('of the rest of East Java: fourteen months of each, all examples, and none of Bojonegoro', async () => {
    const regions = await regionsOf('35');
    const told = neighbours(regions);
    expect(regions).toHaveLength(38);
    expect(new Set(told.map(({ region }) => region.code)).size).toBe(35);
    expect(told).toHaveLength(35 * 14);
    expect(told.some(({ region }) => region.code === '35.22')).toBe(false);
    for (const { population, registered, active, example } of told) {
      expect(example).toBe(true);
      expect(active).toBeLessThanOrEqual(registered);
      expect(registered / population).toBeGreaterThan(0.6);
      expect(registered / population).toBeLessThan(1.06);
    }
    expect(told.at(-1)?.asOf).toBe('2026-10-01');
    expect(told.some((one) => one.registered > one.population)).toBe(true);
  });
});
