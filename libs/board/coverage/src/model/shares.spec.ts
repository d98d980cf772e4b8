import { bridge, isRefusal } from '@papan/domain';
import { A_VIEW, aCut, aMonth } from '../testing/sample';
import { placeOf, rowsOf, sortRows, sumOf } from './areas';
import { gaugeScale } from './gauge';
import { ruleOf } from './rule';
import { shapeLabel, shapePath } from '../charts/shapes';
import { byAgency, byDistrict, byInactive } from './spread';
import { waterfall, waterfallSpan } from './waterfall';
import { OUTSIDE, agencyPaces, assumedPace, reach } from './what-if';

const question = { measure: 'registered' as const, segment: null, line: 98 };
const rows = rowsOf(aMonth('2026-10-01').areas, aMonth('2026-09-01', 7).areas, question);
const names = (all: readonly { readonly name: string }[]): readonly string[] => all.map(({ name }) => name);

describe('areas as rows', () => {
  it('know what is missing by their own residents, and the change; what is not known is no 0', () => {
    expect(rows[0]).toMatchObject({ name: 'Kanigoro', missing: 28, surplus: 0, change: 7, registeredPercent: 93.33 });
    expect(rows[1]).toMatchObject({ missing: 2, surplus: 0 });
    expect(rows[5]).toMatchObject({ population: null, registered: null, missing: null, change: null });
    const one = rowsOf(aMonth('2026-10-01').areas, [], { ...question, segment: 'BP' })[0];
    expect([one?.registered, one?.missing, one?.change]).toEqual([0, null, null]);
  });

  it('are sorted either way, the unknown last, and ranked by what is missing', () => {
    const districts = rows.filter(({ kind }) => kind === 'DISTRICT');
    expect(names(sortRows(districts, 'missing', true))).toEqual(['Kanigoro', 'Wlingi', 'Doko']);
    expect(names(sortRows(districts, 'missing', false))).toEqual(['Wlingi', 'Kanigoro', 'Doko']);
    expect(names(sortRows(districts, 'name', false))).toEqual(['Doko', 'Kanigoro', 'Wlingi']);
    expect(districts.map((row) => placeOf(districts, row))).toEqual([1, 2, null]);
    expect(sumOf(districts, ({ registered }) => registered)).toBe(945);
    expect(sumOf([], ({ registered }) => registered)).toBeNull();
  });
});

describe('the missing people in parts', () => {
  it('are the whole each time', () => {
    const agencies = byAgency(35, [
      { agency: 7, people: 20 },
      { agency: 7, people: 30 },
    ]);
    expect([agencies.parts, agencies.rest]).toEqual([[{ part: 7, people: 50 }], -15]);
    const districts = byDistrict(
      35,
      rows.filter(({ kind }) => kind === 'DISTRICT'),
      98,
      'registered',
    );
    expect(districts.parts.reduce((sum, { people }) => sum + people, 0) + districts.rest).toBe(35);
    expect(byInactive(100, [{ segment: 'PBI_JK', registered: 60, active: 20 }])).toEqual({
      whole: 100,
      parts: [{ part: 'PBI_JK', people: 40 }],
      rest: 60,
    });
  });
});

describe('the waterfall', () => {
  const [before, after] = [aCut({ registered: 934 }), aCut({ registered: 945 })];

  it('hangs each bar where the one before it ended, down to the end', () => {
    const made = bridge('registered', before, after, { ENROLLED: 14, BORN: 2, DIED: 4, IN_ARREARS: 9 });
    if (isRefusal(made)) throw new Error(made.code);
    const bars = waterfall(made);
    expect(bars.map(({ kind, people }) => [kind, people])).toEqual([
      ['START', 934],
      ['COMES', 14],
      ['COMES', 2],
      ['GOES', -4],
      ['UNEXPLAINED', -1],
      ['END', 945],
    ]);
    bars.slice(1, -1).forEach((bar, at) => expect(bar.from).toBe(bars[at]?.through));
    expect(bars.at(-2)?.through).toBe(945);
    const [from, through] = waterfallSpan(bars);
    expect(from).toBeGreaterThan(900);
    expect(through).toBeGreaterThan(950);
  });

  it('has no bar for nothing', () => {
    const made = bridge('registered', before, before, {});
    if (isRefusal(made)) throw new Error(made.code);
    expect(waterfall(made).map(({ kind }) => kind)).toEqual(['START', 'END']);
  });
});

describe('what if', () => {
  const paces = agencyPaces(A_VIEW, 'registered', '2026-10-01');

  it('agencies and what happens outside their work are together the movement of the cuts', () => {
    expect(paces.map(({ agency, nets }) => [agency, nets])).toEqual([
      [7, [0, 0, 0, 4, 8]],
      [OUTSIDE, [8, 7, 11, 4, 3]],
    ]);
    expect(assumedPace(paces, new Map())?.mean).toBeCloseTo(9);
    expect(assumedPace(paces, new Map([[7, 100]]))?.mean).toBeCloseTo(106.6);
  });

  it('says nothing from a single cut', () => {
    expect(agencyPaces({ ...A_VIEW, cuts: A_VIEW.cuts.slice(-1) }, 'registered', '2026-10-01')).toEqual([]);
    expect(assumedPace([], new Map())).toBeNull();
  });

  it('has sliders with room', () => {
    expect(paces.map(reach)).toEqual([100, 100]);
    expect(reach({ agency: 1, nets: [921], mean: 1, last: 1 })).toBe(2_000);
  });
});

describe('the gauge', () => {
  it('is not clamped above 100 %, and shows the line', () => {
    expect(gaugeScale(945, 945, 1_000, 98)).toMatchObject({ from: 80, through: 100, line: 90 });
    expect(gaugeScale(1_023, 1_023, 1_000, 98)).toMatchObject({ through: 103, cut: expect.closeTo(97, 0) as number });
  });

  it('follows the rule of the campaign for the newest cut, and what held then for older ones', () => {
    const campaign = { startsOn: '2026-09-28', lines: [{ measure: 'registered' as const, percent: 99 }] };
    expect(ruleOf('registered', '2026-10-01', campaign, true)).toMatchObject({ percent: 99, of: 'CAMPAIGN' });
    expect(ruleOf('registered', '2026-07-01', campaign, true)).toMatchObject({ percent: 99 });
    expect(ruleOf('registered', '2026-07-01', campaign, false)).toMatchObject({ percent: 98, year: '2025' });
    expect(ruleOf('active', '2024-07-01', campaign, false)).toBeNull();
    expect(ruleOf('registered', '2021-12-31', null, true)).toMatchObject({ percent: 95, of: 'NATION', year: '2018' });
  });
});

describe('shapes', () => {
  it('are paths with their names in the middle of the largest ring', () => {
    const shape = {
      area: '35.05.01',
      rings: [
        [0, 0, 1, 0, 1, 1],
        [10, 10, 20, 10, 20, 20, 10, 20],
      ],
    };
    expect(shapePath(shape)).toBe('M0 0L1 0L1 1ZM10 10L20 10L20 20L10 20Z');
    expect(shapeLabel(shape)).toEqual([15, 15]);
    expect(shapeLabel({ area: 'x', rings: [] })).toEqual([0, 0]);
  });

  it('carry their names inside, also where they bend around another area', () => {
    // A horseshoe, open to the right: its centre of gravity is in the bay.
    const rings = [[0, 0, 10, 0, 10, 2, 4, 2, 4, 18, 10, 18, 10, 20, 0, 20]];
    const [x, y] = shapeLabel({ area: 'x', rings });
    expect([x > 0 && x < 4, y > 2 && y < 18]).toEqual([true, true]);
  });
});
