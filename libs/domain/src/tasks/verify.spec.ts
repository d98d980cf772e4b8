import { BPJS, DINKES, DISDIK, TODAY, aTask, accepted, fold, created, verdict } from './examples';
import type { VerificationSource, VerifiedEntry } from './events';
import { TASK_STATUSES, UNITS, gap } from './task';
import { type Verification, verifyProgress } from './verify';

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
  const standing = [{ entry: 'e1', measure: 'registered', delta: 481, corrected: -81 }] as const;
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

function verification(changes: Partial<Verification> = {}): Verification {
  return { entries: [entry()], asOf: '2026-11-10', source: { kind: 'BPJS' }, note: '', ...changes };
}

function entry(changes: Partial<VerifiedEntry> = {}): VerifiedEntry {
  return { entry: 'e9', measure: 'registered', delta: 481, corrects: null, ...changes };
}
