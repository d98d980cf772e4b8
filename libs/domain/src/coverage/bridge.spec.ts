import fc from 'fast-check';
import { isRefusal } from '../refusal/refusal';
import { MOVEMENTS, type Movement, bridge, pointsBridge } from './bridge';
import type { Cut } from './headline';

const cut = (registered: number, active: number, population: number): Cut => ({
  ...{ asOf: '2026-10-01', population, populationVersion: '2026-I', registered, active },
  ...{ source: 'BPJS Kesehatan', example: true },
});

describe('the bridge between two cuts', () => {
  it('adds up to the person, with what nobody told as its own part', () => {
    const found = bridge('registered', cut(1000, 800, 1200), cut(1047, 830, 1200), {
      ...{ ENROLLED: 60, BORN: 10, MOVED_IN: 5, DIED: 12, MOVED_OUT: 8 },
    });
    expect(found).toEqual({
      start: 1000,
      steps: [
        { movement: 'ENROLLED', people: 60 },
        { movement: 'BORN', people: 10 },
        { movement: 'MOVED_IN', people: 5 },
        { movement: 'DIED', people: -12 },
        { movement: 'MOVED_OUT', people: -8 },
      ],
      unexplained: -8,
      end: 1047,
    });
  });

  it('leaves the registered alone where somebody is only switched off or on again', () => {
    const movements = { REACTIVATED: 30, DEACTIVATED: 100, IN_ARREARS: 20 };
    const [before, after] = [cut(1000, 800, 1200), cut(1000, 710, 1200)];
    expect(bridge('registered', before, after, movements)).toMatchObject({ steps: [], unexplained: 0 });
    expect(bridge('active', before, after, movements)).toMatchObject({
      steps: [{ people: 30 }, { people: -100 }, { people: -20 }],
      unexplained: 0,
    });
  });

  it.each([-1, 1.5, Number.NaN])('refuses %d people', (people) => {
    expect(bridge('active', cut(1, 1, 2), cut(1, 1, 2), { BORN: people })).toMatchObject({ code: 'QUANTITY_INVALID' });
  });

  it('always adds up', () => {
    const people = fc.nat({ max: 1_000_000 });
    const movements = fc.dictionary(fc.constantFrom(...MOVEMENTS), people) as fc.Arbitrary<
      Partial<Record<Movement, number>>
    >;
    fc.assert(
      fc.property(fc.constantFrom('registered', 'active'), people, people, movements, (measure, from, to, told) => {
        const found = bridge(measure, cut(from, from, 1), cut(to, to, 1), told);
        if (isRefusal(found)) throw new Error(found.code);
        const sum = found.steps.reduce((all, step) => all + step.people, found.start);
        expect(sum + found.unexplained).toBe(found.end);
      }),
    );
  });
});

describe('the bridge in percentage points', () => {
  it('tells the denominator from the people', () => {
    // 97,00 % of 10,000; the new semester counts 50 more, and 80 people were enrolled.
    expect(pointsBridge('registered', cut(9700, 0, 10_000), cut(9780, 0, 10_050))).toEqual({
      ...{ population: -0.48, people: 0.79, total: 0.31 },
    });
  });

  it('is the denominator alone where nobody came or went', () => {
    expect(pointsBridge('registered', cut(9700, 0, 10_000), cut(9700, 0, 10_100))).toEqual({
      ...{ population: -0.96, people: 0, total: -0.96 },
    });
  });

  it('is nothing without a population', () => {
    expect(pointsBridge('registered', cut(1, 1, 0), cut(1, 1, 10))).toBeNull();
  });
});
