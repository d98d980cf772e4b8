import * as fc from 'fast-check';
import demo from '../../cases/demo.json';
import type { CampaignLine, Cut } from './headline';
import { headline, headlinePercent, latestCut, missingOnLine } from './headline';

const cut: Cut = { ...demo.cut, source: 'BPJS Kesehatan', example: true };
const line: CampaignLine = { measure: 'registered', percent: 98 };

describe('the headline', () => {
  it('is the latest cut plus what was verified after it, the second part as its own', () => {
    const { registered, active } = headline(cut, { '2026-10-20': { registered: 481, active: 470 } });
    expect(registered).toEqual({
      measure: 'registered',
      atCut: 971_740,
      verifiedAfter: 481,
      total: 972_221,
      denominator: 1_252_242,
      populationVersion: 'contoh',
      asOf: '2026-10-01',
      source: 'BPJS Kesehatan',
      example: true,
    });
    expect(active).toMatchObject({ atCut: 801_435, verifiedAfter: 470, total: 801_905 });
    expect(headlinePercent(registered)).toBe(77.64);
  });

  it('leaves out what the cut already contains, on the day of the cut too', () => {
    const verified = {
      '2026-09-30': { registered: 900, active: 900 },
      '2026-10-01': { registered: 50, active: 40 },
      '2026-10-02': { registered: 7, active: 5 },
    };
    expect(headline(cut, verified).registered.verifiedAfter).toBe(7);
  });

  it('takes a correction off again', () => {
    const verified = { '2026-10-05': { registered: 30, active: 0 }, '2026-10-06': { registered: -12, active: 0 } };
    expect(headline(cut, verified).registered).toMatchObject({ verifiedAfter: 18, total: 971_758 });
  });

  it('counts the people missing to each line of the campaign down', () => {
    expect(missingOnLine(line, headline(cut, {})).missing).toBe(255_458);
    const after = headline(cut, { '2026-11-03': { registered: 481, active: 0 } });
    expect(missingOnLine(line, after).missing).toBe(255_458 - 481);
    expect(missingOnLine({ measure: 'active', percent: 80 }, after).missing).toBe(200_359);
  });

  it('takes the newest cut that is already there', () => {
    const november = { ...cut, asOf: '2026-11-01' };
    expect(latestCut([november, cut], '2026-10-31')).toBe(cut);
    expect(latestCut([november, cut], '2026-11-01')).toBe(november);
    expect(latestCut([cut], '2026-09-30')).toBeNull();
  });

  it('is moved only by entries dated after the cut: a later cut absorbs them', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((it) => `2026-10-${String(it).padStart(2, '0')}`);
    const verified = fc.dictionary(day, fc.record({ registered: fc.nat(500), active: fc.nat(500) }));
    fc.assert(
      fc.property(verified, day, (byDate, asOf) => {
        const sum = (from: string) =>
          Object.entries(byDate).reduce((total, [date, it]) => (date > from ? total + it.registered : total), 0);
        expect(headline({ ...cut, asOf }, byDate).registered.verifiedAfter).toBe(sum(asOf));
        expect(headline({ ...cut, asOf: '2026-10-31' }, byDate).registered.total).toBe(cut.registered);
      }),
    );
  });
});
