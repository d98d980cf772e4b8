import { statusOf } from './claim-status';
import type { PublishedFigure } from './claims';
import { NATIONAL_THRESHOLDS } from './thresholds';

const printed = { asOf: null, kind: 'DATA', source: 'press', note: '' } as const;
const blitarCity = { code: '35.72', name: 'Kota Blitar' };
const tanjungbalai: PublishedFigure = {
  ...printed,
  region: { code: '12.74', name: 'Kota Tanjungbalai' },
  asOf: '2025-04-01',
  saysUhc: true,
  registered: 183_139,
  coveragePercent: { percent: 97.45, decimals: 2 },
  active: 150_499,
  activePercent: { percent: 80.08, decimals: 2 },
};
const verdict = (figure: PublishedFigure) => statusOf(figure, NATIONAL_THRESHOLDS);

describe('whether a published statement holds', () => {
  it('Tanjungbalai 2025: "UHC" at 97,45 % is contradicted by 1.028 to 1.043 people, though the active line is passed', () => {
    const { status, reason, lines } = verdict(tanjungbalai);
    expect({ status, reason }).toEqual({ status: 'CONTRADICTED', reason: 'LINE_MISSED' });
    expect(lines.map(({ threshold, reached, margin }) => [threshold.percent, reached, margin])).toEqual([
      [98, false, { from: -1_043, through: -1_028 }],
      [80, true, { from: 147, through: 159 }],
    ]);
  });

  it('the same figures without the word are supported: they agree with each other', () => {
    expect(verdict({ ...tanjungbalai, saysUhc: false })).toMatchObject({
      status: 'SUPPORTED',
      reason: 'FIGURES_FIT',
      lines: [{ reached: false }, { reached: true }],
    });
  });

  it('"UHC" is held against the lines of its own date: 97,45 % was enough in 2021, when 95 % was asked', () => {
    expect(verdict({ ...tanjungbalai, asOf: '2021-06-01' })).toMatchObject({
      status: 'SUPPORTED',
      reason: 'LINES_REACHED',
    });
  });

  it('Bojonegoro 2025: 100 % without figures cannot be checked', () => {
    const claim = { ...printed, region: { code: '35.22', name: 'Kabupaten Bojonegoro' }, kind: 'CLAIM' } as const;
    expect(verdict({ ...claim, saysUhc: true })).toEqual({
      status: 'CANNOT_BE_CHECKED',
      reason: 'CLAIM',
      lines: [],
    });
  });

  it.each([
    ['2022: "2 %"', { asOf: '2022-03-23', unregistered: 2_978, unregisteredPercent: { percent: 2, decimals: 0 } }],
    ['2025: "100 %"', { asOf: '2025-11-01', registered: 163_342, coveragePercent: { percent: 100, decimals: 0 } }],
  ])('Kota Blitar %s is too coarse to be a denominator, so nothing is held against a line', (_, told) => {
    const figure = { ...printed, region: blitarCity, ...told };
    expect(verdict(figure)).toEqual({ status: 'CANNOT_BE_CHECKED', reason: 'TOO_COARSE', lines: [] });
  });

  it('Kota Blitar 2025: "UHC" with "100 %" and "97 %" passes both lines whatever the roundings hide, by nobody knows how many', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      asOf: '2025-11-01',
      saysUhc: true,
      registered: 163_342,
      coveragePercent: { percent: 100, decimals: 0 },
      activePercent: { percent: 97, decimals: 0 },
    };
    expect(verdict(figure)).toMatchObject({
      status: 'SUPPORTED',
      reason: 'LINES_REACHED',
      lines: [
        { reached: true, margin: null },
        { reached: true, margin: null },
      ],
    });
    const nearTheLine = { ...figure, coveragePercent: { percent: 98, decimals: 0 } };
    expect(verdict(nearTheLine)).toMatchObject({ status: 'CANNOT_BE_CHECKED', reason: 'TOO_COARSE' });
  });

  it('"UHC" is supported where every line is reached in every population that fits, counts or shares', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      asOf: '2025-11-01',
      saysUhc: true,
      registered: 163_342,
      population: 164_000,
      activePercent: { percent: 97, decimals: 0 },
    };
    expect(verdict(figure)).toMatchObject({ status: 'SUPPORTED', reason: 'LINES_REACHED' });
  });

  it('a line that is not told about leaves "UHC" open', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      asOf: '2025-11-01',
      saysUhc: true,
      registered: 163_342,
      population: 164_000,
    };
    expect(verdict(figure)).toMatchObject({ status: 'CANNOT_BE_CHECKED', reason: 'MEASURE_MISSING' });
  });

  it('a printed "98,0 %" that may be 97,95 % leaves "UHC" open', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      asOf: '2023-01-01',
      saysUhc: true,
      registered: 98_000,
      coveragePercent: { percent: 98, decimals: 1 },
    };
    const { status, reason, lines } = verdict(figure);
    expect([status, reason, lines[0]?.reached]).toEqual(['CANNOT_BE_CHECKED', 'TOO_COARSE', null]);
  });

  it('"UHC" without a date is held against nothing', () => {
    expect(verdict({ ...tanjungbalai, asOf: null })).toMatchObject({
      status: 'CANNOT_BE_CHECKED',
      reason: 'NO_DATE',
    });
  });

  it('figures that deny each other are contradicted: no population fits, or more people active than registered', () => {
    const denied = { ...tanjungbalai, saysUhc: false, population: 200_000 };
    expect(verdict(denied)).toEqual({ status: 'CONTRADICTED', reason: 'FIGURES_CONTRADICT', lines: [] });
    const active = { ...printed, region: blitarCity, registered: 10, active: 11, population: 12 };
    expect(verdict(active)).toMatchObject({ status: 'CONTRADICTED', reason: 'FIGURES_CONTRADICT' });
  });

  it('counts without a percentage or a population lead nowhere', () => {
    expect(verdict({ ...printed, region: blitarCity, registered: 10, active: 9 })).toMatchObject({
      status: 'CANNOT_BE_CHECKED',
      reason: 'NO_PERCENT_OR_POPULATION',
    });
  });
});
