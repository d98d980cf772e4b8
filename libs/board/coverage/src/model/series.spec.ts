import type { CoverageView } from '@papan/contracts';
import { A_DISTRICT, A_VIEW, aMonth } from '../testing/sample';
import { accountOf } from './account';
import { bandPoints, burnUpPoints } from './burn-up';
import { figureOf, figuresOf, netsThrough, segmentPeople } from './figures';
import { movementsBetween } from './movements';
import { pilesOf } from './stack';

const ALL = { segment: null, district: null };
const KANIGORO = { segment: null, district: '35.05.10' };
const last = <T>(all: readonly T[]): T => {
  const one = all.at(-1);
  if (one === undefined) throw new Error('nothing');
  return one;
};

describe('the figures over the months', () => {
  it('are those of the cut, a segment or a district, over the population of that month', () => {
    expect(figuresOf(A_VIEW, null, ALL, 'registered').map(({ people, population }) => [people, population])).toEqual([
      [900, 990],
      [908, 990],
      [915, 990],
      [926, 1_000],
      [934, 1_000],
      [945, 1_000],
    ]);
    expect(last(figuresOf(A_VIEW, null, { ...ALL, segment: 'PPU_PN' }, 'active')).people).toBe(285);
    const district = figuresOf(A_VIEW, A_DISTRICT, KANIGORO, 'registered');
    expect(district.map(({ people }) => people)).toEqual([null, null, 540, 545, 550, 555]);
    expect(figureOf(A_VIEW, aMonth('2026-10-01'), last(A_VIEW.cuts), KANIGORO, 'active').people).toBe(470);
  });

  it('of a segment that is not told is nobody where the others are everybody, else not known', () => {
    expect(segmentPeople(A_VIEW, '2026-10-01', 'BP', 'registered')).toBe(0);
    const hidden: CoverageView = { ...A_VIEW, segments: A_VIEW.segments.filter(({ segment }) => segment === 'PBI_JK') };
    expect(segmentPeople(hidden, '2026-10-01', 'PPU_PN', 'registered')).toBeNull();
    expect(segmentPeople({ ...A_VIEW, segments: [] }, '2026-10-01', 'PBI_JK', 'registered')).toBeNull();
  });

  it('move by whole months; a month without a figure ends them', () => {
    const figures = figuresOf(A_VIEW, null, ALL, 'registered');
    expect(netsThrough(figures, '2026-10-01')).toEqual([8, 7, 11, 8, 11]);
    expect(netsThrough(figures, '2026-08-15')).toEqual([8, 7, 11]);
    expect(netsThrough(figuresOf(A_VIEW, A_DISTRICT, KANIGORO, 'registered'), '2026-10-01')).toEqual([5, 5, 5]);
  });
});

describe('the burn-up', () => {
  it('has the cut, what is reported beyond it, and the line of that day’s population', () => {
    const figures = figuresOf(A_VIEW, null, ALL, 'registered');
    const points = burnUpPoints(A_VIEW, figures, ALL, 'registered', 98);
    expect(points.map(({ reported, needed }) => [reported, needed])).toEqual([
      [null, 971],
      [null, 971],
      [null, 971],
      [null, 980],
      [936, 980],
      [945 + 2 + 12 + 3, 980],
    ]);
  });

  it('has no line for a segment and no reports for a district', () => {
    const segment = { ...ALL, segment: 'PPU_PN' as const };
    const ofSegment = burnUpPoints(A_VIEW, figuresOf(A_VIEW, null, segment, 'registered'), segment, 'registered', 98);
    expect(last(ofSegment)).toMatchObject({ people: 345, reported: 359, needed: null });
    const figures = figuresOf(A_VIEW, A_DISTRICT, KANIGORO, 'registered');
    expect(last(burnUpPoints(A_VIEW, figures, KANIGORO, 'registered', 98))).toMatchObject({
      reported: null,
      needed: 588,
    });
  });

  it('has a band that begins at the cut and ends on the day asked for', () => {
    const band = bandPoints(945, { months: 5, mean: 9, spread: 2 }, '2026-10-01', '2026-12-31');
    expect([band[0]?.low, band[0]?.high, last(band).at]).toEqual([945, 945, '2026-12-31']);
    expect(last(band).low).toBeLessThan(last(band).middle);
    expect(bandPoints(945, { months: 5, mean: 9, spread: 2 }, '2026-10-01', '2026-10-01')).toEqual([]);
  });
});

describe('the stack', () => {
  it('lays segments upon each other and the missing on top, up to the population', () => {
    const top = last(pilesOf(A_VIEW, null, ALL, 'registered'));
    expect(top.layers.filter(({ people }) => people > 0)).toEqual([
      { layer: 'PBI_JK', people: 600, from: 0 },
      { layer: 'PPU_PN', people: 345, from: 600 },
      { layer: 'MISSING', people: 55, from: 945 },
    ]);
  });

  it('is higher than the population where there are more members than residents: nothing is clamped', () => {
    const crowded: CoverageView = { ...A_VIEW, cuts: A_VIEW.cuts.map((cut) => ({ ...cut, population: 800 })) };
    const top = last(pilesOf(crowded, null, ALL, 'registered'));
    expect(last(top.layers)).toEqual({ layer: 'MISSING', people: 0, from: 945 });
  });

  it('keeps the total where segments are hidden or not told', () => {
    const total = last(pilesOf({ ...A_VIEW, segments: [] }, null, ALL, 'registered'));
    expect([total.known, total.layers]).toEqual([false, [{ layer: 'MISSING', people: 55, from: 945 }]]);
    const district = pilesOf(A_VIEW, A_DISTRICT, KANIGORO, 'registered');
    expect([district[0]?.total, district[0]?.layers]).toEqual([null, []]);
  });
});

describe('between two cuts', () => {
  it('movements of all months count, the first cut’s own not', () => {
    const view: CoverageView = {
      ...A_VIEW,
      movements: [
        { asOf: '2026-08-01', movements: { BORN: 100 } },
        { asOf: '2026-09-01', movements: { BORN: 2, DIED: 1 } },
        { asOf: '2026-10-01', movements: { BORN: 3 } },
      ],
    };
    expect(movementsBetween(view, '2026-08-01', '2026-10-01')).toEqual({ BORN: 5, DIED: 1 });
  });

  it('reports, verifications and cuts stand by segment; work without a segment beside them', () => {
    const [before, after] = [A_VIEW.cuts[4], A_VIEW.cuts[5]];
    if (!before || !after) throw new Error('no cuts');
    const account = accountOf(A_VIEW, before, after);
    expect(account.accounts).toEqual([
      { segment: 'PPU_PN', reported: 20, verified: 8, cut: 11 },
      { segment: 'PBI_JK', reported: 0, verified: 0, cut: 0 },
    ]);
    expect([account.withoutSegment, account.comparable]).toEqual([{ reported: 3, verified: 0 }, true]);
    const untold = accountOf({ ...A_VIEW, segments: [] }, before, after);
    expect([untold.comparable, untold.accounts[0]?.cut]).toEqual([false, null]);
  });
});
