import * as fc from 'fast-check';
import { headline } from '../coverage/headline';
import { BPJS, DINKES, DISDIK, TODAY, aTask, accepted, fold, created, verdict } from './examples';
import type { EventOf, VerificationSource, VerifiedEntry } from './events';
import type { BoardState } from './evolve';
import { TASK_STATUSES, UNITS, gap } from './task';
import { type StandingVerification, type Verification, verifyProgress } from './verify';

const FILE: VerificationSource = {
  kind: 'BPJS_FILE',
  number: '412/VI-05/1126',
  date: '2026-11-10',
  hash: 'a'.repeat(64),
};

describe('verification', () => {
  it('by BPJS: 481 of 530 reported leave a gap of 49', () => {
    const event = accepted(verifyProgress(aTask({ reported: 530 }), verification(), BPJS, TODAY, []));
    const board = fold([created(118), event]);
    expect(board.tasks.get(118)).toMatchObject({ registered: 481, active: 0 });
    expect(gap({ unit: 'people', reported: 530, registered: 481 })).toBe(49);
  });

  it('books registered and active each on its own', () => {
    const both = verification({ entries: [entry({ delta: 481 }), entry({ measure: 'active', delta: 460 })] });
    const board = fold([created(118), accepted(verifyProgress(aTask(), both, BPJS, TODAY, []))]);
    expect(board.tasks.get(118)).toMatchObject({ registered: 481, active: 460 });
  });

  it('may exceed what was reported', () => {
    expect(verdict(verifyProgress(aTask({ reported: 10 }), verification(), BPJS, TODAY, []))).toBe('accepted');
  });

  it("is nobody's for a task of the own agency, the leading one's included", () => {
    expect(verdict(verifyProgress(aTask(), verification(), DISDIK, TODAY, []))).toBe('VERIFY_OWN_TASK');
    const own = aTask({ agency: DINKES.id });
    expect(verdict(verifyProgress(own, verification({ source: FILE }), DINKES, TODAY, []))).toBe('VERIFY_OWN_TASK');
    expect(verdict(verifyProgress(own, verification(), BPJS, TODAY, []))).toBe('accepted');
  });

  it("by Dinkes needs BPJS's file with number, date and hash", () => {
    const by = (source: VerificationSource) =>
      verdict(verifyProgress(aTask(), verification({ source }), DINKES, TODAY, []));
    expect(by({ kind: 'BPJS' })).toBe('VERIFY_NEEDS_BPJS_FILE');
    expect(by(FILE)).toBe('accepted');
    expect(by({ ...FILE, hash: 'abc' })).toBe('VERIFY_NEEDS_BPJS_FILE');
    expect(by({ ...FILE, number: ' ' })).toBe('TEXT_EMPTY');
    expect(by({ ...FILE, date: '2026-11-31' })).toBe('DATE_INVALID');
  });

  it.each(UNITS)('counts persons only: %s', (unit) => {
    const persons = unit === 'people' || unit === 'workers';
    const answer = verifyProgress(aTask({ unit }), verification(), BPJS, TODAY, []);
    expect(verdict(answer)).toBe(persons ? 'accepted' : 'VERIFY_NOT_PEOPLE');
  });

  it('goes on after a task is done, and never for drafts, cancelled and transferred ones', () => {
    const refused = TASK_STATUSES.filter(
      (status) => verdict(verifyProgress(aTask({ status }), verification(), BPJS, TODAY, [])) !== 'accepted',
    );
    expect(refused).toEqual(['DRAFT', 'TRANSFERRED', 'CANCELLED']);
  });

  it.each([
    ['no entry', { entries: [] }, 'VERIFY_EMPTY'],
    ['an entry of nothing', { entries: [entry({ delta: 0 })] }, 'VERIFY_EMPTY'],
    ['a negative entry that corrects nothing', { entries: [entry({ delta: -1 })] }, 'REPORT_NEGATIVE'],
    ['a fraction', { entries: [entry({ delta: 1.5 })] }, 'QUANTITY_INVALID'],
    ['an enormous number', { entries: [entry({ delta: 10_000_001 })] }, 'QUANTITY_TOO_LARGE'],
    ['a date that does not exist', { asOf: '2026-13-01' }, 'DATE_INVALID'],
    ['a date to come', { asOf: '2026-11-17' }, 'REPORT_DATE_IN_FUTURE'],
  ])('with %s is refused', (_, changes, code) => {
    expect(verdict(verifyProgress(aTask(), verification(changes), BPJS, TODAY, []))).toBe(code);
  });
});

describe('a correction of a verification', () => {
  const task = aTask({ registered: 481, active: 460 });
  const standing = [{ entry: 'e1', measure: 'registered', delta: 481, corrected: -81, asOf: '2026-11-10' }] as const;
  const correct = (...entries: readonly Partial<VerifiedEntry>[]) =>
    verdict(
      verifyProgress(
        task,
        verification({ entries: entries.map((it) => entry({ corrects: 'e1', ...it })) }),
        BPJS,
        TODAY,
        standing,
      ),
    );

  it('names its entry, goes against it and not beyond what is left', () => {
    expect(correct({ delta: -400 })).toBe('accepted');
    expect(correct({ delta: -401 })).toBe('CORRECTION_TOO_LARGE');
    expect(correct({ delta: 1 })).toBe('CORRECTION_WRONG_SIGN');
    expect(correct({ delta: -1, corrects: 'e2' })).toBe('CORRECTION_TARGET_UNKNOWN');
    expect(correct({ delta: -1, measure: 'active' })).toBe('CORRECTION_TARGET_UNKNOWN');
  });

  it('counts the others in the same hand-in', () => {
    expect(correct({ delta: -300 }, { delta: -100 })).toBe('accepted');
    expect(correct({ delta: -300 }, { delta: -101 })).toBe('CORRECTION_TOO_LARGE');
  });

  it('speaks for the day of the entry that it takes back', () => {
    const on = (asOf: string) =>
      verdict(
        verifyProgress(
          task,
          verification({ asOf, entries: [entry({ delta: -1, corrects: 'e1' })] }),
          BPJS,
          TODAY,
          standing,
        ),
      );
    expect(on('2026-11-10')).toBe('accepted');
    expect(on('2026-11-09')).toBe('CORRECTION_OTHER_DATE');
    expect(on('2026-11-16')).toBe('CORRECTION_OTHER_DATE');
  });

  it('in full leaves the headline as it was, whatever the dates and whichever cut came in between', () => {
    const day = fc.integer({ min: 1, max: 16 }).map((it) => `2026-11-${String(it).padStart(2, '0')}`);
    const sum = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(day, day, day, sum, sum, fc.boolean(), (verifiedOn, reversedOn, cutOn, others, wrong, isCut) => {
        const cuts = [cut('2026-10-01'), ...(isCut ? [cut(cutOn)] : [])] as const;
        const other = accepted(verify({ asOf: verifiedOn, entries: [entry({ entry: 'o', delta: others })] }));
        const mistake = accepted(verify({ asOf: verifiedOn, entries: [entry({ entry: 'w', delta: wrong })] }));
        const known = { entry: 'w', measure: 'registered', delta: wrong, corrected: 0, asOf: verifiedOn } as const;
        const back = [entry({ entry: 'r', delta: -wrong, corrects: 'w' })];
        const reversals = [reversedOn, verifiedOn].map((asOf) => verify({ asOf, entries: back }, [known]));
        const reversal = accepted(reversals.find((it) => verdict(it) === 'accepted'));
        const [first, ...later] = cuts;
        const without = fold([created(118), first, other, ...later]);
        const reversed = fold([created(118), first, other, mistake, ...later, ...(reversal ? [reversal] : [])]);
        expect(headlineOf(reversed)).toEqual(headlineOf(without));
      }),
    );
  });

  it('never brings a total below zero', () => {
    const answer = verifyProgress(
      aTask({ registered: 5 }),
      verification({ entries: [entry({ delta: -6, corrects: 'e1' })] }),
      BPJS,
      TODAY,
      standing,
    );
    expect(verdict(answer)).toBe('TOTAL_BELOW_ZERO');
  });
});

function verify(changes: Partial<Verification>, standing: readonly StandingVerification[] = []) {
  return verifyProgress(aTask({ registered: 1000 }), verification(changes), BPJS, TODAY, standing);
}

function cut(asOf: string): EventOf<'CutRecorded'> {
  const figures = { population: 100_000, registered: 90_000, active: 70_000 };
  return {
    type: 'CutRecorded',
    data: { asOf, ...figures, populationVersion: 'contoh', source: 'contoh', example: true },
    text: null,
  };
}

function headlineOf(board: BoardState) {
  if (board.cut === null) throw new Error('no cut');
  const { registered, active } = headline(board.cut, board.verified);
  return [registered.total, active.total];
}

function verification(changes: Partial<Verification> = {}): Verification {
  return { entries: [entry()], asOf: '2026-11-10', source: { kind: 'BPJS' }, note: '', ...changes };
}

function entry(changes: Partial<VerifiedEntry> = {}): VerifiedEntry {
  return { entry: 'e9', measure: 'registered', delta: 481, corrects: null, ...changes };
}
