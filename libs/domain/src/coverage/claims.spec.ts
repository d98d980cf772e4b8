import type { PublishedFigure } from './claims';
import { readPublished } from './claims';
import type { CampaignLine } from './headline';

const lines: readonly CampaignLine[] = [
  { measure: 'registered', percent: 98 },
  { measure: 'registered', percent: 100 },
  { measure: 'active', percent: 80 },
];
const printed = { asOf: null, kind: 'DATA', source: 'press', note: '' } as const;

const tanjungbalai: PublishedFigure = {
  ...printed,
  region: { code: '12.74', name: 'Kota Tanjungbalai' },
  asOf: '2025-04-01',
  registered: 183_139,
  coveragePercent: { percent: 97.45, decimals: 2 },
  active: 150_499,
  activePercent: { percent: 80.08, decimals: 2 },
};
const blitarCity = { code: '35.72', name: 'Kota Blitar' };

describe('reading what was published', () => {
  it('Tanjungbalai 2025 gives the population, the missing and the margin', () => {
    expect(readPublished(tanjungbalai, lines)).toEqual([
      { kind: 'POPULATION', interval: { from: 187_925, through: 187_940 }, tooCoarse: false },
      { kind: 'MISSING', percent: 98, interval: { from: 1_028, through: 1_043 } },
      { kind: 'MISSING', percent: 100, interval: { from: 4_786, through: 4_801 } },
      { kind: 'MARGIN', percent: 80, interval: { from: 147, through: 159 } },
      { kind: 'ACTIVE_PER_MEMBER', percent: 82.18, inactive: 32_640 },
    ]);
  });

  it('Kota Blitar 2022: "2 %" is too coarse to reckon a population back from', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      coveragePercent: { percent: 98, decimals: 0 },
      unregistered: 2_978,
      unregisteredPercent: { percent: 2, decimals: 0 },
    };
    expect(readPublished(figure, lines)).toEqual([
      { kind: 'POPULATION', interval: { from: 119_121, through: 198_533 }, tooCoarse: true },
    ]);
  });

  it('Kota Blitar 2025: 97 % active, taken of the members, is an interval of people', () => {
    const figure = {
      ...printed,
      region: blitarCity,
      registered: 163_342,
      coveragePercent: { percent: 100, decimals: 0 },
      activePercent: { percent: 97, decimals: 0 },
    };
    expect(readPublished(figure, lines)).toContainEqual({
      kind: 'ACTIVE',
      interval: { from: 157_626, through: 159_258 },
      nominal: 158_442,
      of: 'MEMBERS',
    });
  });

  it('Bojonegoro 2025: a claim without figures cannot be checked', () => {
    const claim: PublishedFigure = {
      ...printed,
      region: { code: '35.22', name: 'Kabupaten Bojonegoro' },
      kind: 'CLAIM',
    };
    expect(readPublished(claim, lines)).toEqual([{ kind: 'CANNOT_BE_CHECKED', reason: 'CLAIM' }]);
  });

  it('a claim stays a claim even when numbers stand beside it', () => {
    const claim: PublishedFigure = { ...tanjungbalai, kind: 'CLAIM' };
    expect(readPublished(claim, lines)).toEqual([{ kind: 'CANNOT_BE_CHECKED', reason: 'CLAIM' }]);
  });

  it('a percentage alone, or a count alone, leads nowhere and says why', () => {
    const percentOnly = { ...printed, region: blitarCity, coveragePercent: { percent: 77.6, decimals: 1 } };
    const countOnly = { ...printed, region: blitarCity, registered: 971_740 };
    expect(readPublished(percentOnly, lines)).toEqual([{ kind: 'CANNOT_BE_CHECKED', reason: 'NO_COUNT' }]);
    expect(readPublished(countOnly, lines)).toEqual([
      { kind: 'CANNOT_BE_CHECKED', reason: 'NO_PERCENT_OR_POPULATION' },
    ]);
  });

  it('"76 %, 840.000 of 1,2 million" contradicts itself', () => {
    const figure = {
      ...printed,
      region: { code: '35.05', name: 'Kabupaten Blitar' },
      registered: 840_000,
      population: 1_200_000,
      coveragePercent: { percent: 76, decimals: 0 },
    };
    expect(readPublished(figure, lines)).toMatchObject([
      { kind: 'CONTRADICTION', refusal: { code: 'FIGURES_CONTRADICT' } },
    ]);
  });

  it('a printed population is used as it stands', () => {
    const figure = { ...printed, region: blitarCity, population: 1_252_242, registered: 971_740 };
    expect(readPublished(figure, lines)[1]).toEqual({
      kind: 'MISSING',
      percent: 98,
      interval: { from: 255_458, through: 255_458 },
    });
  });
});
