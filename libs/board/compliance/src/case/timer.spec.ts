import { DECREE_2026, row } from '../testing/case';
import { timersOf } from './timer';

const TODAY = '2026-11-04';
const kinds = (facts: Parameters<typeof row>[0]) => timersOf(row(facts), TODAY, [DECREE_2026]);

describe('what the clock of a case says', () => {
  it('counts the days since the last day of what has run out', () => {
    expect(kinds({ id: 1, fired: true, firedEnds: '2026-11-01' })).toEqual([
      { kind: 'LATE', urgency: 'late', days: 3 },
    ]);
  });

  it('says so too in the moment before the running out was told', () => {
    expect(kinds({ id: 1, nextEnds: '2026-11-03' })).toEqual([{ kind: 'LATE', urgency: 'late', days: 1 }]);
  });

  it('is amber within three working days and grey before', () => {
    expect(kinds({ id: 1, nextEnds: '2026-11-09' })).toMatchObject([{ kind: 'DUE', urgency: 'soon' }]);
    expect(kinds({ id: 1, nextEnds: '2026-11-30' })).toMatchObject([{ kind: 'DUE', urgency: 'calm' }]);
  });

  it('gives no date where the decree of a year is missing, and says which', () => {
    expect(kinds({ id: 1, missingYear: 2027 })).toEqual([{ kind: 'DECREE', urgency: 'soon', year: 2027 }]);
  });

  it('waits for the proof of receipt beside another clock that runs', () => {
    const both = kinds({ id: 1, awaitsReceipt: ['TEGURAN_I'], nextEnds: '2026-11-30' });
    expect(both.map(({ kind }) => kind)).toEqual(['RECEIPT', 'DUE']);
  });

  it('is silent once the case has ended', () => {
    expect(kinds({ id: 1, status: 'PATUH', nextEnds: '2026-11-03' })).toEqual([]);
    expect(kinds({ id: 1 })).toEqual([{ kind: 'NONE', urgency: 'calm' }]);
  });
});
