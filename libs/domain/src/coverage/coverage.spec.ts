import * as fc from 'fast-check';
import demo from '../../cases/demo.json';
import press from '../../cases/press-figures.json';
import { orThrow } from '../refusal/refusal';
import type { CountInterval, PublishedShare } from './coverage';
import {
  marginAbove,
  missingTo,
  missingToWithin,
  monthsUntilLine,
  neededFor,
  peopleInterval,
  percentOf,
  populationInterval,
} from './coverage';

function derivedOf(id: string): Readonly<Record<string, unknown>> {
  const found = press.cases.find((it) => it.id === id);
  if (!found?.derived) throw new Error(`no worked case ${id}`);
  return found.derived;
}

const pair = ({ from, through }: CountInterval) => [from, through];
const share = (people: number, percent: number, decimals: number): PublishedShare => ({ people, percent, decimals });

describe('Tanjungbalai, April 2025: 183.139 = 97,45% and 150.499 = 80,08%', () => {
  const derived = derivedOf('tanjungbalai-2025');
  const population = orThrow(populationInterval([share(183_139, 97.45, 2), share(150_499, 80.08, 2)]));

  it('both roundings hold only for 187.925 to 187.940 residents', () => {
    expect(pair(population)).toEqual(derived['populationInterval']);
    expect(pair(population)).toEqual([187_925, 187_940]);
  });

  it('1.028 to 1.043 people are missing to 98 %, 4.786 to 4.801 to everybody', () => {
    expect(pair(missingToWithin(98, 183_139, population))).toEqual(derived['missingTo98Interval']);
    expect(pair(missingToWithin(100, 183_139, population))).toEqual(derived['missingTo100Interval']);
    expect(pair(missingToWithin(98, 183_139, population))).toEqual([1_028, 1_043]);
    expect(pair(missingToWithin(100, 183_139, population))).toEqual([4_786, 4_801]);
  });

  it('the active members stand only 147 to 159 people above 80 %', () => {
    expect(pair(marginAbove(80, 150_499, population))).toEqual(derived['marginAbove80Interval']);
    expect(pair(marginAbove(80, 150_499, population))).toEqual([147, 159]);
  });

  it('82,18 % of the members are active: another figure than 80,08 % of the population', () => {
    expect(percentOf(150_499, 183_139)).toBe(derived['activePerMemberPercent']);
    expect(183_139 - 150_499).toBe(derived['inactiveMembers']);
  });
});

describe('Kota Blitar', () => {
  it('2022: 2.978 people as "2 %" allow 119.121 to 198.533 residents', () => {
    const derived = derivedOf('kota-blitar-2022');
    expect(pair(orThrow(populationInterval([share(2_978, 2, 0)])))).toEqual(derived['populationInterval']);
    expect(percentOf(2_978, 10_069, 1)).toBe(derived['quotaUsePercentIfAllEligible']);
    expect(10_069 - 2_978).toBe(derived['quotaLeftIfAllEligible']);
  });

  it('2025: 97 % active of 163.342 are 157.626 to 159.258 people, 27.768 above 80 %', () => {
    const derived = derivedOf('kota-blitar-2025');
    const active = orThrow(peopleInterval({ percent: 97, decimals: 0 }, 163_342));
    expect(pair(active)).toEqual(derived['activeInterval']);
    expect(active.nominal).toBe(derived['activeNominal']);
    expect(missingTo(80, active.nominal, 163_342).surplus).toBe(derived['marginAbove80Percent']);
  });

  it('2026: 3.038 people fewer in two months use the margin up in 18,28 months', () => {
    const before = orThrow(peopleInterval({ percent: 97, decimals: 0 }, 163_342)).nominal;
    const after = orThrow(peopleInterval({ percent: 95.14, decimals: 2 }, 163_342)).nominal;
    expect(before - after).toBe(3_038);
    expect(monthsUntilLine(27_768, 3_038, 2)).toBe(18.28);
  });
});

describe('the demo of Kabupaten Blitar', () => {
  const { cut, derived } = demo;

  it('misses 255.458 registered to 98 % and 200.359 active to 80 %', () => {
    expect(missingTo(98, cut.registered, cut.population).missing).toBe(derived.missingTo98);
    expect(missingTo(80, cut.active, cut.population).missing).toBe(derived.missingTo80Active);
  });

  it('stands at 77,60 % and 64,00 %', () => {
    expect(percentOf(cut.registered, cut.population)).toBe(derived.registeredPercent);
    expect(percentOf(cut.active, cut.population)).toBe(derived.activePercent);
  });
});

describe('the arithmetic of coverage', () => {
  it('rounds half up and exactly, where floating point would slip', () => {
    expect(percentOf(1, 8, 1)).toBe(12.5);
    expect(percentOf(201, 20_000)).toBe(1.01); // 1.005 %, which a double holds as a little less
    expect(percentOf(1, 3)).toBe(33.33);
    expect(percentOf(2, 3)).toBe(66.67);
  });

  it('knows no percentage of nobody', () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it('does not clamp a coverage above 100 %', () => {
    expect(percentOf(101_250, 100_000)).toBe(101.25);
    expect(missingTo(100, 101_250, 100_000)).toEqual({ needed: 100_000, missing: 0, surplus: 1_250 });
    expect(orThrow(populationInterval([share(101_250, 101.25, 2)]))).toMatchObject({ from: 99_996, through: 100_004 });
  });

  it('demands the next whole person of a line', () => {
    expect(neededFor(98, 101)).toBe(99);
    expect(neededFor(97.45, 100)).toBe(98);
    expect(neededFor(80, 5)).toBe(4);
    expect(neededFor(0, 5)).toBe(0);
  });

  it('refuses shares that can hold for no population', () => {
    expect(populationInterval([share(183_139, 97.45, 2), share(150_499, 70, 2)])).toMatchObject({
      code: 'FIGURES_CONTRADICT',
      params: { figures: '183139 = 97.45 %; 150499 = 70 %' },
    });
    expect(populationInterval([share(0, 50, 0)])).toMatchObject({ code: 'FIGURES_CONTRADICT' });
  });

  it.each([
    [share(-1, 98, 0), 'QUANTITY_INVALID'],
    [share(1.5, 98, 0), 'QUANTITY_INVALID'],
    [share(Number.NaN, 98, 0), 'QUANTITY_INVALID'],
    [share(2 ** 53, 98, 0), 'QUANTITY_INVALID'],
    [share(Number.MAX_SAFE_INTEGER, 1, 0), 'QUANTITY_INVALID'],
    [share(100, -1, 0), 'PERCENT_INVALID'],
    [share(100, 97.45, 1), 'PERCENT_INVALID'],
    [share(100, 1_001, 0), 'PERCENT_INVALID'],
    [share(100, 98, 7), 'PERCENT_INVALID'],
    [share(100, 0, 0), 'PERCENT_INVALID'],
  ])('refuses %j with %s', (published, code) => {
    expect(populationInterval([published])).toMatchObject({ code });
  });

  it('refuses to tell a population from nothing', () => {
    expect(populationInterval([])).toMatchObject({ code: 'PERCENT_INVALID' });
  });

  it('refuses a share that a small population cannot have', () => {
    expect(peopleInterval({ percent: 33.4, decimals: 1 }, 3)).toMatchObject({ code: 'FIGURES_CONTRADICT' });
    expect(peopleInterval({ percent: 50, decimals: 0 }, -1)).toMatchObject({ code: 'QUANTITY_INVALID' });
  });

  it('has no end to name where nothing was lost, and none left where the line is reached', () => {
    expect(monthsUntilLine(100, 0, 2)).toBeNull();
    expect(monthsUntilLine(0, 5, 2)).toBe(0);
  });

  const population = fc.integer({ min: 1, max: 300_000_000 });

  it('the interval holds exactly the populations for which the rounding holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.integer({ min: 1, max: 12_000 }), (people, hundredths) => {
        const percent = hundredths / 100;
        const interval = populationInterval([share(people, percent, 2)]);
        if ('refused' in interval) return;
        expect(percentOf(people, interval.from)).toBe(percent);
        expect(percentOf(people, interval.through)).toBe(percent);
        expect(percentOf(people, interval.through + 1)).not.toBe(percent);
        if (interval.from > 1) expect(percentOf(people, interval.from - 1)).not.toBe(percent);
      }),
    );
  });

  it('a true population always lies in the interval of its own published shares', () => {
    fc.assert(
      fc.property(population, fc.double({ min: 0.01, max: 1.1, noNaN: true }), fc.nat(2), (people, rate, decimals) => {
        const registered = Math.max(1, Math.floor(people * rate));
        const percent = percentOf(registered, people, decimals) ?? 0;
        fc.pre(percent > 0);
        const interval = orThrow(populationInterval([share(registered, percent, decimals)]));
        expect(interval.from <= people && people <= interval.through).toBe(true);
        const counts = orThrow(peopleInterval({ percent, decimals }, people));
        expect(counts.from <= registered && registered <= counts.through).toBe(true);
      }),
    );
  });

  it('adding the missing people reaches the line, and one fewer does not', () => {
    fc.assert(
      fc.property(population, fc.integer({ min: 1, max: 10_000 }), fc.nat(300_000_000), (whole, hundredths, people) => {
        const { missing, needed, surplus } = missingTo(hundredths / 100, people, whole);
        expect(people + missing - surplus).toBe(needed);
        expect(missing === 0 || surplus === 0).toBe(true);
        const reaches = (count: number) => BigInt(count) * 10_000n >= BigInt(hundredths) * BigInt(whole);
        expect([reaches(needed), reaches(needed - 1)]).toEqual([true, false]);
      }),
    );
  });
});
