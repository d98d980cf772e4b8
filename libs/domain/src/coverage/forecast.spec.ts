import { daysBetween } from '../calendar/wib';
import { FEWEST_MONTHS, forecast, forecastAt, paceIf, paceNeeded, peopleAfter } from './forecast';

const AS_OF = '2026-10-01';

describe('the forecast', () => {
  it('says nothing from fewer than four months', () => {
    expect(forecast(900, 1000, AS_OF, [10, 10, 10])).toEqual({
      kind: 'TOO_FEW_MONTHS',
      months: 3,
      needed: FEWEST_MONTHS,
    });
  });

  it('is one day, without a band, where every month was the same', () => {
    const found = forecast(880, 1000, AS_OF, [10, 10, 10, 10]);
    expect(found).toMatchObject({ kind: 'REACHES', missing: 120, pace: { mean: 10, spread: 0 } });
    if (found.kind !== 'REACHES') return;
    const { median, early, late } = found.at;
    // Twelve months of 30.436875 days, rounded up.
    expect([median, early, late]).toEqual(['2027-10-02', '2027-10-02', '2027-10-02']);
  });

  it('has a band around its median that grows with what the months differ by', () => {
    const width = (nets: readonly number[]): number => {
      const found = forecast(0, 12_000, AS_OF, nets);
      if (found.kind !== 'REACHES' || found.at.late === null) throw new Error(found.kind);
      const { early, median, late } = found.at;
      expect(early <= median && median <= late).toBe(true);
      return daysBetween(early, late);
    };
    const calm = width([990, 1010, 1000, 995, 1005, 1000]);
    const wild = width([700, 1300, 900, 1100, 1200, 800]);
    expect(calm).toBeGreaterThan(0);
    expect(wild).toBeGreaterThan(5 * calm);
  });

  it('leaves the band open where the months differ too much to promise anything', () => {
    expect(forecast(0, 5000, AS_OF, [900, -800, 1200, -700])).toMatchObject({ kind: 'REACHES', at: { late: null } });
  });

  it.each([
    ['as many leave as come', [50, -50, 30, -30]],
    ['more leave than come', [-10, -20, -5, -15]],
    ['it would take longer than fifty years', [0, 1, 0, 0]],
  ])('names no date where %s', (_, nets) => {
    expect(forecast(0, 1_000_000, AS_OF, nets)).toMatchObject({ kind: 'NOT_AT_THIS_PACE', missing: 1_000_000 });
  });

  it('uses the last twelve months and no older ones', () => {
    const recent = Array.from({ length: 12 }, () => 100);
    expect(forecast(0, 1200, AS_OF, [9999, -9999, ...recent])).toEqual(forecast(0, 1200, AS_OF, recent));
  });

  it('after the line tells the day on which the margin is used up, as Kota Blitar’s figures show', () => {
    // 27,768 above the 80 % line in November 2025 and 3,038 fewer two months later: 18.3 months (press-figures.json).
    const found = forecast(130_674 + 27_768, 130_674, '2025-11-01', [-1519, -1519, -1519, -1519]);
    expect(found).toMatchObject({ kind: 'LOSES', margin: 27_768 });
    if (found.kind !== 'LOSES') return;
    expect(daysBetween('2025-11-01', found.at.median) / (365.2425 / 12)).toBeCloseTo(18.3, 1);
  });

  it('keeps a line that nobody leaves', () => {
    expect(forecast(1000, 1000, AS_OF, [0, 0, 0, 0])).toMatchObject({ kind: 'KEEPS', margin: 0 });
    expect(forecast(1200, 1000, AS_OF, [5, 4, 6, 5])).toMatchObject({ kind: 'KEEPS', margin: 200 });
  });

  it('holds what it promises: over generated histories the true month lies in the band in 70 to 90 of a hundred', () => {
    const random = lcg(20261122);
    let inside = 0;
    let told = 0;
    for (let nth = 0; nth < 1000; nth++) {
      const mean = 500 + random() * 2000;
      const spread = mean * (0.2 + random());
      const next = months(mean, spread, 0.3, random);
      const gap = Math.round(mean * (2 + random() * 22));
      const found = forecast(0, gap, AS_OF, Array.from({ length: 12 }, next));
      if (found.kind !== 'REACHES') continue;
      told++;
      const truth = firstMonth(gap, next) * (365.2425 / 12);
      const { early, late } = found.at;
      // The cuts are monthly: the month in which the line is crossed counts as a whole.
      const notEarlier = truth + 31 > daysBetween(AS_OF, early);
      const notLater = late === null || truth - 31 < daysBetween(AS_OF, late);
      if (notEarlier && notLater) inside++;
    }
    expect(told).toBeGreaterThan(950);
    expect(inside / told).toBeGreaterThan(0.7);
    expect(inside / told).toBeLessThan(0.9);
  });
});

describe('what if', () => {
  const parts = [
    { part: 'DISNAKER', nets: [100, 120, 80, 300] },
    { part: 'DINSOS', nets: [50, 40, 60, 50] },
  ];

  it('is the forecast itself where nothing is assumed', () => {
    const pace = paceIf(parts, new Map());
    const sums = [150, 160, 140, 350];
    expect(pace && forecastAt(0, 3000, AS_OF, pace)).toEqual(forecast(0, 3000, AS_OF, sums));
  });

  it('one agency keeps what it did last month: the line comes nearer, the months scatter as they did', () => {
    const [was, assumed] = [paceIf(parts, new Map()), paceIf(parts, new Map([['DISNAKER', 300]]))];
    expect(was).toMatchObject({ mean: 200 });
    expect(assumed).toMatchObject({ mean: 350, spread: was?.spread });
  });

  it('uses the months that all parts have, and says nothing from fewer than four', () => {
    expect(paceIf([...parts, { part: 'DISDIK', nets: [1, 2, 3] }], new Map())).toBeNull();
    expect(paceIf([], new Map())).toBeNull();
    expect(paceIf([...parts, { part: 'DISDIK', nets: [9, 1, 2, 3, 4] }], new Map())).toMatchObject({ months: 4 });
  });
});

describe('the pace needed', () => {
  it('is whole people per working day, rounded up, and nothing where nobody is missing', () => {
    expect(paceNeeded(1028, 41)).toBe(26);
    expect(paceNeeded(41, 41)).toBe(1);
    expect(paceNeeded(0, 0)).toBe(0);
  });

  it('is none where no working day is left', () => {
    expect(paceNeeded(5, 0)).toBeNull();
  });
});

/** Monthly net movements that remember the month before a little. */
function months(mean: number, spread: number, memory: number, random: () => number): () => number {
  let deviation = 0;
  return () => {
    const shock = Math.sqrt(-2 * Math.log(random() + 1e-12)) * Math.cos(2 * Math.PI * random());
    deviation = memory * deviation + Math.sqrt(1 - memory ** 2) * shock;
    return Math.round(mean + spread * deviation);
  };
}

function firstMonth(gap: number, next: () => number): number {
  let [sum, month] = [0, 0];
  while (sum < gap && month < 600) {
    sum += next();
    month++;
  }
  return month;
}

/** The same numbers on every machine. */
function lcg(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

describe('the band of people', () => {
  const pace = { months: 12, mean: 100, spread: 30 };

  it('begins at the people themselves and widens', () => {
    expect(peopleAfter(1_000, pace, 0)).toEqual({ middle: 1_000, low: 1_000, high: 1_000 });
    const [one, six] = [peopleAfter(1_000, pace, 1), peopleAfter(1_000, pace, 6)];
    expect(six.middle).toBe(1_600);
    expect(six.high - six.low).toBeGreaterThan(one.high - one.low);
  });

  it('meets the line on the day that the forecast names', () => {
    const told = forecastAt(1_000, 1_600, '2026-01-01', pace);
    if (told.kind !== 'REACHES') throw new Error(told.kind);
    const monthsTo = (date: string): number => (Date.parse(date) - Date.parse('2026-01-01')) / 86_400_000 / 30.436875;
    expect(Math.abs(peopleAfter(1_000, pace, monthsTo(told.at.median)).middle - 1_600)).toBeLessThan(5);
    expect(Math.abs(peopleAfter(1_000, pace, monthsTo(told.at.early)).high - 1_600)).toBeLessThan(6);
    expect(Math.abs(peopleAfter(1_000, pace, monthsTo(told.at.late ?? '')).low - 1_600)).toBeLessThan(6);
  });
});
