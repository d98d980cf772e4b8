import { orThrow } from '../refusal/refusal';
import type { Case } from './case';
import { CASE_ENDS, REOPEN_REASONS } from './codes';
import {
  type CloseInput,
  REOPENINGS,
  type ReopenInput,
  type VerifyInput,
  closeCase,
  reopenCase,
  verifyCase,
} from './end-case';
import {
  BPJS_HEAD,
  COUNTER,
  DISDIK,
  DISNAKER,
  EVERYBODY,
  FILE,
  INSPECTOR,
  LEAD,
  PROSECUTOR,
  VERIFIER,
  aCase,
  facts,
  fold,
  receivedOn,
  take,
  uuid,
} from './examples';
import { openCase, setViolations } from './open-case';
import { currentSteps, standing, standingViolations } from './standing';
import { takeStep } from './take-step';
import { said } from './examples';

const TODAY = facts('2026-12-31');

function verification(changes: Partial<VerifyInput> = {}): VerifyInput {
  return {
    on: '2026-06-10',
    proof: 'REGISTRATION',
    workers: 12,
    amount: null,
    ended: ['NOT_REGISTERED'],
    workersMissing: 0,
    document: FILE,
    number: '77/KTR/2026',
    note: '',
    ...changes,
  };
}

function closing(changes: Partial<CloseInput> = {}): CloseInput {
  return { on: '2026-06-10', reason: 'BANKRUPT', document: FILE, number: '77/KTR/2026', note: '', ...changes };
}

function reopening(changes: Partial<ReopenInput> = {}): ReopenInput {
  return {
    entry: uuid(900),
    on: '2026-08-03',
    reason: 'WORKERS_STILL_MISSING',
    violations: ['PARTLY_REGISTERED'],
    workersMissing: 4,
    note: '',
    ...changes,
  };
}

const verify = (theCase: Case, changes: Partial<VerifyInput> = {}, who = VERIFIER) =>
  verifyCase(theCase, verification(changes), who, TODAY);
const close = (theCase: Case, changes: Partial<CloseInput> = {}, who = VERIFIER) =>
  closeCase(theCase, closing(changes), who, TODAY);
const reopen = (theCase: Case, changes: Partial<ReopenInput> = {}, who = DISNAKER) =>
  reopenCase(theCase, reopening(changes), who, TODAY);

const inArrears = aCase({
  violations: [
    { violation: 'NOT_REGISTERED', since: '2026-01-02', ended: null },
    { violation: 'ARREARS', since: '2026-01-02', ended: null },
  ],
});

describe('a case', () => {
  const input = {
    case: 7,
    employer: 31,
    entry: uuid(1),
    source: 'DISNAKER',
    violations: ['ARREARS', 'NOT_REGISTERED'],
    workersMissing: 12,
    note: '',
  } as const;
  const open = (changes: object = {}, who = DISNAKER, other: number | null = null) =>
    openCase({ ...input, ...changes }, who, { ...TODAY, openCase: other });

  it('is opened by who works on employers, identified on its day, with its violations in one order', () => {
    expect(open()).toMatchObject({ data: { on: '2026-12-31', violations: ['NOT_REGISTERED', 'ARREARS'] } });
    expect(fold([orThrow(open({ on: '2026-11-30' }))])).toMatchObject({
      openedOn: '2026-11-30',
      status: 'OPEN',
      steps: [{ step: 'IDENTIFIED', nth: 1, entry: uuid(1) }],
      version: 1,
    });
    for (const who of [DISDIK, COUNTER, PROSECUTOR]) expect(open({}, who)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('is the only open one of its employer', () => {
    expect(open({}, DISNAKER, 3)).toMatchObject({ code: 'CASE_ALREADY_OPEN', params: { case: 3 } });
  });

  it.each([
    [{ violations: [] }, 'VIOLATIONS_INVALID'],
    [{ violations: ['ARREARS', 'ARREARS'] }, 'VIOLATIONS_INVALID'],
    [{ violations: ['LATE'] }, 'VIOLATIONS_INVALID'],
    [{ workersMissing: -1 }, 'QUANTITY_INVALID'],
    [{ on: '2027-01-01' }, 'STEP_IN_FUTURE'],
    [{ note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
  ])('with %j is refused: %s', (wrong, code) => {
    expect(open(wrong)).toMatchObject({ code });
  });
});

describe('the violations of a case', () => {
  const set = (violations: readonly string[], theCase = inArrears, who = DISNAKER, on = '2026-05-04') =>
    setViolations(theCase, { violations: violations as never, on, note: '' }, who, TODAY);

  it('are what stands now: the change says what came and what went', () => {
    const event = orThrow(set(['WRONG_DATA', 'ARREARS']));
    expect(event.data).toMatchObject({ added: ['WRONG_DATA'], ended: ['NOT_REGISTERED'] });
    expect(fold([event], inArrears).violations).toEqual([
      { violation: 'NOT_REGISTERED', since: '2026-01-02', ended: '2026-05-04' },
      { violation: 'ARREARS', since: '2026-01-02', ended: null },
      { violation: 'WRONG_DATA', since: '2026-05-04', ended: null },
    ]);
  });

  it('move no step, no track and no clock, and never end a case', () => {
    const warned = take(
      take(inArrears, 'INSPECTION', '2026-02-02'),
      'TEGURAN_I',
      '2026-03-06',
      receivedOn('2026-03-09'),
    );
    const changed = fold([orThrow(set(['ARREARS'], warned))], warned);
    expect(changed).toEqual({ ...warned, violations: changed.violations, version: warned.version + 1 });
    expect(set([], warned)).toMatchObject({ code: 'VIOLATIONS_INVALID' });
  });

  it('are named by who works on employers or inspects, on a day that the case knows', () => {
    expect(set(['ARREARS'], inArrears, INSPECTOR)).toMatchObject({ type: 'ViolationsChanged' });
    expect(set(['ARREARS'], inArrears, COUNTER)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(set(['NOT_REGISTERED', 'ARREARS'])).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    expect(set(['ARREARS'], inArrears, DISNAKER, '2026-01-01')).toMatchObject({ code: 'STEP_TOO_EARLY' });
    expect(set(['ARREARS'], inArrears, DISNAKER, '2027-01-01')).toMatchObject({ code: 'STEP_IN_FUTURE' });
    expect(set(['ARREARS'], { ...inArrears, status: 'TUTUP' })).toMatchObject({ code: 'CASE_ENDED' });
  });
});

describe('the verification of BPJS', () => {
  it('ends a case as compliant when nobody is missing and nothing stands', () => {
    const ended = fold([orThrow(verify(aCase()))], aCase());
    expect(ended).toMatchObject({ status: 'PATUH', since: '2026-06-10', workersWon: 12, workersMissing: 0 });
    expect(standingViolations(ended)).toEqual([]);
  });

  it('leaves a case open while workers are missing, and keeps what was won', () => {
    const partly = fold([orThrow(verify(aCase(), { workers: 5, ended: [], workersMissing: 7 }))], aCase());
    expect(partly).toMatchObject({ status: 'OPEN', workersWon: 5, workersMissing: 7 });
    const all = fold([orThrow(verify(partly, { workers: 7 }))], partly);
    expect(all).toMatchObject({ status: 'PATUH', workersWon: 12 });
  });

  it('leaves a case open while a violation stands: a registration does not pay', () => {
    const registered = fold([orThrow(verify(inArrears))], inArrears);
    expect(registered).toMatchObject({ status: 'OPEN', workersWon: 12 });
    const paid = { proof: 'PAYMENT', workers: 0, amount: 2_000_000, ended: ['ARREARS'] } as const;
    expect(fold([orThrow(verify(registered, paid))], registered).status).toBe('PATUH');
  });

  it('is of BPJS alone: a payment that somebody else was told of ends nothing', () => {
    const allowed = EVERYBODY.filter((who) => !('refused' in verify(aCase(), {}, who)));
    expect(allowed).toEqual([VERIFIER, INSPECTOR, BPJS_HEAD]);
    for (const who of [LEAD, PROSECUTOR, DISNAKER]) {
      expect(verify(aCase(), {}, who)).toMatchObject({
        code: 'ONLY_BPJS_ENDS',
        params: { role: who.role },
        rule: 'UU 24/2011; docs/domain.md#ladder',
      });
      expect(close(aCase(), {}, who)).toMatchObject({ code: 'ONLY_BPJS_ENDS' });
    }
  });

  it.each([
    ['a registration of nobody', { workers: 0 }, 'VERIFICATION_UNPROVEN'],
    ['a registration with an amount', { amount: 5 }, 'VERIFICATION_UNPROVEN'],
    ['a payment without an amount', { proof: 'PAYMENT', workers: 0, ended: ['ARREARS'] }, 'VERIFICATION_UNPROVEN'],
    ['a payment of nothing', { proof: 'PAYMENT', workers: 0, ended: ['ARREARS'], amount: 0 }, 'QUANTITY_INVALID'],
    ['a payment that registers', { proof: 'PAYMENT', amount: 5, ended: ['ARREARS'] }, 'VERIFICATION_UNPROVEN'],
    ['arrears ended by a registration', { ended: ['ARREARS'] }, 'PROOF_DOES_NOT_END'],
    [
      'a registration ended by a payment',
      { proof: 'PAYMENT', workers: 0, amount: 5, ended: ['NOT_REGISTERED'] },
      'PROOF_DOES_NOT_END',
    ],
    ['a violation that does not stand', { ended: ['WRONG_DATA'] }, 'VIOLATION_NOT_STANDING'],
    ['workers below nothing', { workers: -3 }, 'QUANTITY_INVALID'],
    ['missing workers below nothing', { workersMissing: -3 }, 'QUANTITY_INVALID'],
    ['no number of the paper', { number: ' ' }, 'TEXT_EMPTY'],
    ['a day that has not come', { on: '2027-01-01' }, 'STEP_IN_FUTURE'],
    ['a day before the case', { on: '2026-01-01' }, 'STEP_TOO_EARLY'],
  ] as const)('%s is refused', (_, wrong, code) => {
    expect(verify(inArrears, wrong)).toMatchObject({ code });
  });

  it('does not say that all is well while workers are missing', () => {
    expect(verify(aCase(), { workersMissing: 3 })).toMatchObject({
      code: 'VERIFICATION_CONTRADICTS',
      params: { workersMissing: 3 },
    });
  });

  it('of corrected data registers nobody', () => {
    const wrong = aCase({ violations: [{ violation: 'WRONG_DATA', since: '2026-01-02', ended: null }] });
    const corrected = orThrow(verify(wrong, { workers: 0, ended: ['WRONG_DATA'] }));
    expect(fold([corrected], wrong)).toMatchObject({ status: 'PATUH', workersWon: 0 });
  });
});

describe('a case that is closed', () => {
  it('is closed by BPJS on a paper, on a day that the case knows', () => {
    expect(fold([orThrow(close(aCase()))], aCase())).toMatchObject({ status: 'TUTUP', since: '2026-06-10' });
    expect(close(aCase(), { number: '' })).toMatchObject({ code: 'TEXT_EMPTY' });
    expect(close(aCase(), { on: '2026-01-01' })).toMatchObject({ code: 'STEP_TOO_EARLY' });
    expect(close(aCase(), { note: 'x'.repeat(2001) })).toMatchObject({ code: 'TEXT_TOO_LONG' });
  });

  it('has ended once', () => {
    const ended = fold([orThrow(close(aCase()))], aCase());
    expect(close(ended)).toMatchObject({ code: 'CASE_ENDED', params: { status: 'TUTUP' } });
    expect(verify(ended)).toMatchObject({ code: 'CASE_ENDED' });
  });

  it('stops every clock that still runs, and keeps what has fired', () => {
    const appealed = take(aCase(), 'HIMBAUAN', '2026-06-01', receivedOn('2026-06-02'));
    expect(fold([orThrow(close(appealed))], appealed).steps.at(-1)?.clock?.state).toBe('STOPPED');
  });
});

describe('a case that is opened again', () => {
  const warned = take(take(aCase(), 'INSPECTION', '2026-02-02'), 'TEGURAN_I', '2026-03-06', receivedOn('2026-03-09'));
  const compliant = fold([orThrow(verify(warned))], warned);

  it('has its whole history, and is identified anew', () => {
    const again = fold([orThrow(reopen(compliant))], compliant);
    expect(again).toMatchObject({
      status: 'OPEN',
      since: '2026-08-03',
      reopened: 1,
      workersWon: 12,
      workersMissing: 4,
    });
    expect(again.steps.map((step) => step.step)).toEqual(['IDENTIFIED', 'INSPECTION', 'TEGURAN_I', 'IDENTIFIED']);
    expect(again.violations).toEqual([
      { violation: 'NOT_REGISTERED', since: '2026-01-02', ended: '2026-06-10' },
      { violation: 'PARTLY_REGISTERED', since: '2026-08-03', ended: null },
    ]);
    expect(again.steps[2]?.clock).toMatchObject({ state: 'STOPPED', ends: '2026-03-30' });
  });

  it('goes on where it stood when a promise was broken: the first warning still stands', () => {
    const again = fold([orThrow(reopen(compliant, { reason: 'INSTALMENT_BROKEN' }))], compliant);
    expect(standing(again, 'TEGURAN_I')).toBeDefined();
    expect(takeStep(again, said('TEGURAN_I', '2026-09-01'), INSPECTOR, TODAY)).toMatchObject({ code: 'STEP_STANDS' });
    expect(takeStep(again, said('TEGURAN_II', '2026-09-01'), INSPECTOR, TODAY)).toMatchObject({ type: 'StepTaken' });
  });

  it('is a new matter with new arrears: the old warnings are history', () => {
    const again = fold([orThrow(reopen(compliant, { reason: 'NEW_ARREARS', violations: ['ARREARS'] }))], compliant);
    expect(currentSteps(again).map((step) => step.step)).toEqual(['IDENTIFIED']);
    expect(takeStep(again, said('TEGURAN_II', '2026-09-01'), INSPECTOR, TODAY)).toMatchObject({ code: 'STEP_NEEDS' });
    const inspected = take(again, 'INSPECTION', '2026-09-01');
    expect(takeStep(inspected, said('TEGURAN_I', '2026-09-02'), INSPECTOR, TODAY)).toMatchObject({ type: 'StepTaken' });
  });

  it('is opened again for a reason that fits its end, and for each end there is one', () => {
    for (const status of CASE_ENDS) {
      const ended: Case = { ...compliant, status };
      const fitting = REOPEN_REASONS.filter((reason) => !('refused' in reopen(ended, { reason })));
      expect(fitting).toEqual(REOPEN_REASONS.filter((reason) => REOPENINGS[reason].after.includes(status)));
      expect(fitting.length).toBeGreaterThan(1);
    }
    expect(reopen(compliant, { reason: 'BUSINESS_REVIVED' })).toMatchObject({
      code: 'REOPEN_REASON_WRONG',
      params: { reason: 'BUSINESS_REVIVED', status: 'PATUH' },
    });
  });

  it.each([
    [{ on: '2026-06-09' }, 'STEP_TOO_EARLY'],
    [{ on: '2027-01-01' }, 'STEP_IN_FUTURE'],
    [{ violations: [] }, 'VIOLATIONS_INVALID'],
    [{ workersMissing: 1.5 }, 'QUANTITY_INVALID'],
    [{ entry: uuid(1) }, 'STEP_ENTRY_KNOWN'],
  ] as const)('with %j is refused: %s', (wrong, code) => {
    expect(reopen(compliant, wrong)).toMatchObject({ code });
  });

  it('was ended before, and is opened again by who opens cases', () => {
    expect(reopen(warned)).toMatchObject({ code: 'CASE_NOT_ENDED' });
    expect(reopen(compliant, {}, PROSECUTOR)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('can still have its services given back after it ends for the second time', () => {
    const inForce = take(
      take(take(aCase(), 'INSPECTION', '2026-02-02'), 'TMP2T_REQUESTED', '2026-03-02'),
      'TMP2T_IN_FORCE',
      '2026-03-09',
    );
    const over = fold([orThrow(verify(inForce))], inForce);
    const again = fold([orThrow(reopen(over, { reason: 'NEW_ARREARS', violations: ['ARREARS'] }))], over);
    expect(takeStep(again, said('TMP2T_LIFTED', '2026-09-01'), COUNTER, TODAY)).toMatchObject({
      code: 'LIFT_NEEDS_END',
    });
    const closed = fold([orThrow(close(again, { on: '2026-09-01' }))], again);
    expect(take(closed, 'TMP2T_LIFTED', '2026-09-02').steps.at(-1)?.step).toBe('TMP2T_LIFTED');
  });
});
