import * as fc from 'fast-check';
import { orThrow } from '../refusal/refusal';
import { allocation, proposeAllocation } from './allocation';

describe('the missing people, allocated over agencies', () => {
  it('are the parts and the unallocated together', () => {
    expect(
      allocation(255_458, [
        { agency: 'DINSOS', people: 120_000 },
        { agency: 'DISDIK', people: 1_200 },
      ]),
    ).toEqual({
      whole: 255_458,
      parts: [
        { agency: 'DINSOS', people: 120_000 },
        { agency: 'DISDIK', people: 1_200 },
      ],
      allocated: 121_200,
      unallocated: 134_258,
      overAllocated: 0,
    });
  });

  it('show what is given out beyond them', () => {
    expect(allocation(100, [{ agency: 1, people: 130 }])).toMatchObject({ unallocated: -30, overAllocated: 30 });
  });

  it('add the tasks of one agency up', () => {
    const parts = [
      { agency: 7, people: 5 },
      { agency: 3, people: 1 },
      { agency: 7, people: 4 },
    ];
    expect(orThrow(allocation(20, parts)).parts).toEqual([
      { agency: 7, people: 9 },
      { agency: 3, people: 1 },
    ]);
  });

  it.each([-1, 1.5, Number.NaN, 2 ** 53])('refuse a part of %d people', (people) => {
    expect(allocation(10, [{ agency: 1, people }])).toMatchObject({ code: 'QUANTITY_INVALID' });
    expect(allocation(people, [])).toMatchObject({ code: 'QUANTITY_INVALID' });
    expect(proposeAllocation(10, [{ agency: 1, weight: people }])).toMatchObject({ code: 'QUANTITY_INVALID' });
  });

  it('refuse parts whose sum no longer is an exact number', () => {
    const people = Number.MAX_SAFE_INTEGER;
    const parts = [
      { agency: 1, people },
      { agency: 2, people },
    ];
    expect(allocation(10, parts)).toMatchObject({ code: 'QUANTITY_INVALID' });
  });

  it('are proposed by largest remainder, equal remainders to the agency named first', () => {
    const equal = [
      { agency: 'A', weight: 1 },
      { agency: 'B', weight: 1 },
      { agency: 'C', weight: 1 },
    ];
    expect(orThrow(proposeAllocation(10, equal)).parts.map((it) => it.people)).toEqual([4, 3, 3]);
  });

  it('stay unallocated where nobody carries a weight', () => {
    expect(proposeAllocation(10, [{ agency: 'A', weight: 0 }])).toMatchObject({ allocated: 0, unallocated: 10 });
    expect(proposeAllocation(10, [])).toMatchObject({ parts: [], unallocated: 10 });
  });

  const whole = fc.nat(2_000_000);
  const people = fc.array(fc.nat(300_000), { minLength: 1, maxLength: 25 });

  it('never lose or invent anybody', () => {
    fc.assert(
      fc.property(whole, people, (missing, counts) => {
        const given = counts.map((it, agency) => ({ agency, people: it }));
        const spread = orThrow(allocation(missing, given));
        expect(spread.parts.reduce((sum, it) => sum + it.people, 0) + spread.unallocated).toBe(missing);
        expect(spread.overAllocated).toBe(Math.max(0, -spread.unallocated));
      }),
    );
  });

  it('change in one part and the unallocated only, when one part changes', () => {
    fc.assert(
      fc.property(whole, people, fc.nat(24), fc.nat(300_000), (missing, counts, at, changed) => {
        const given = counts.map((it, agency) => ({ agency, people: it }));
        const index = at % given.length;
        const before = orThrow(allocation(missing, given));
        const after = orThrow(allocation(missing, given.with(index, { agency: index, people: changed })));
        const others = (parts: typeof before.parts) => parts.filter((it) => it.agency !== index);
        expect(others(after.parts)).toEqual(others(before.parts));
        expect(before.unallocated - after.unallocated).toBe(changed - (counts[index] ?? 0));
      }),
    );
  });

  it('are proposed within one person of the exact proportion, all of them', () => {
    fc.assert(
      fc.property(whole, people, (missing, weights) => {
        fc.pre(weights.some((it) => it > 0));
        const named = weights.map((weight, agency) => ({ agency, weight }));
        const total = weights.reduce((sum, it) => sum + it, 0);
        const proposed = orThrow(proposeAllocation(missing, named));
        expect(proposed.unallocated).toBe(0);
        proposed.parts.forEach((part, at) => {
          expect(Math.abs(part.people - (missing * (weights[at] ?? 0)) / total)).toBeLessThan(1);
        });
      }),
    );
  });
});
