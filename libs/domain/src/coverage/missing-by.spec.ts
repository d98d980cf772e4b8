import { orThrow } from '../refusal/refusal';
import { missingTo } from './coverage';
import { missingActiveBySegment, missingByPart } from './missing-by';

const DISTRICTS = [
  { part: '35.05.01', people: 900, population: 1_000 },
  { part: '35.05.02', people: 1_000, population: 1_000 },
  { part: '35.05.03', people: 450, population: 501 },
];

describe('missing people by district', () => {
  it('add up to what the region misses, though one district is above the line', () => {
    const whole = missingTo(98, 2_350, 2_501).missing;
    const spread = orThrow(missingByPart(98, whole, DISTRICTS));
    expect(whole).toBe(101);
    expect(spread.parts.map(({ people }) => people)).toEqual([67, 0, 34]);
    expect(spread.unallocated).toBe(0);
  });

  it('give nothing to a district whose residents are not known, and lose nobody', () => {
    const unknown = DISTRICTS.map((one) => ({ ...one, population: null }));
    expect(missingByPart(98, 101, unknown)).toMatchObject({ allocated: 0, unallocated: 101 });
    const [first, ...others] = DISTRICTS;
    if (!first) throw new Error('no district');
    const spread = orThrow(missingByPart(98, 101, [{ ...first, population: null }, ...others]));
    expect(spread.parts.map(({ people }) => people)).toEqual([0, 0, 101]);
  });
});

describe('missing active people by segment', () => {
  const segments = [
    { segment: 'PBPU_MANDIRI', registered: 300, active: 200 },
    { segment: 'PBI_JK', registered: 900, active: 850 },
  ];

  it('come from the members that are not active', () => {
    const spread = orThrow(missingActiveBySegment(30, segments));
    expect(spread.parts.map(({ people }) => people)).toEqual([20, 10]);
    expect(spread.unallocated).toBe(0);
  });

  it('are never more than a segment has; the others must be enrolled', () => {
    const spread = orThrow(missingActiveBySegment(200, segments));
    expect(spread.parts.map(({ people }) => people)).toEqual([100, 50]);
    expect(spread).toMatchObject({ whole: 200, allocated: 150, unallocated: 50 });
  });
});
