import { isRefusal, orThrow } from '../refusal/refusal';
import type { Case } from './case';
import {
  BPJS_HEAD,
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
  input,
  receivedOn,
  take,
  uuid,
} from './examples';
import { type ConfirmInput, type Handover, confirmHandover, proposeHandover, withdrawHandover } from './handover';
import { readiness } from './readiness';
import { takeStep } from './take-step';

const TODAY = facts('2026-12-31');

const appealed = take(aCase(), 'HIMBAUAN', '2026-02-02', receivedOn('2026-02-04'));
const complete = take(appealed, 'INSPECTION', '2026-03-02');

function confirmation(changes: Partial<ConfirmInput> = {}): ConfirmInput {
  return {
    number: 'SKK-12/2026',
    signatory: 'Kepala Cabang',
    on: '2026-05-27',
    term: null,
    document: null,
    entries: new Map([[1, uuid(801)]]),
    ...changes,
  };
}

const waiting: Handover = { id: 4, state: 'PROPOSED', proposedBy: INSPECTOR.person, cases: [1] };
const proposed = fold([orThrow(proposeHandover(4, [complete], '', INSPECTOR, TODAY))], complete);

function confirm(changes: Partial<ConfirmInput> = {}, who = BPJS_HEAD, handover = waiting, theCase: Case = proposed) {
  return confirmHandover(handover, [theCase], confirmation(changes), who, TODAY);
}

function codes(theCase: Case): readonly string[] {
  return readiness(theCase, TODAY).map((one) => one.code);
}

describe('a case is complete', () => {
  it('with one appeal that is proven to have arrived and one inspection with its paper', () => {
    expect(readiness(complete, TODAY)).toEqual([]);
    expect(codes(aCase())).toEqual(['HANDOVER_NEEDS_APPEAL', 'HANDOVER_NEEDS_INSPECTION']);
    expect(codes(appealed)).toEqual(['HANDOVER_NEEDS_INSPECTION']);
    expect(codes(take(aCase(), 'INSPECTION', '2026-03-02'))).toEqual(['HANDOVER_NEEDS_APPEAL']);
  });

  it('by practice and not by law: the refusal says so', () => {
    expect(new Set(readiness(aCase(), TODAY).map((one) => one.rule))).toEqual(new Set(['docs/domain.md#handover']));
  });

  it('with as much as the office asks for from a day on, and the refusal says since when', () => {
    const settings = [
      { from: '2026-06-01', step: 'HANDOVER', clock: null, needs: { appeals: 2, inspections: 1 } },
    ] as const;
    expect(readiness(aCase(), TODAY)[0]).toMatchObject({ params: { needed: 1, proven: 0, since: 'SHIPPED' } });
    expect(readiness(complete, { today: '2026-05-31', settings })).toEqual([]);
    const [no] = readiness(complete, { today: '2026-06-01', settings });
    expect(no).toMatchObject({
      code: 'HANDOVER_NEEDS_APPEAL',
      params: { needed: 2, proven: 1, since: '2026-06-01' },
      rule: 'docs/domain.md#handover',
    });
    const later = { ...TODAY, settings };
    expect(proposeHandover(5, [complete], '', INSPECTOR, later)).toMatchObject({ code: 'HANDOVER_NEEDS_APPEAL' });
    // A power of attorney of an earlier day is asked what was the rule on that day.
    expect(confirmHandover(waiting, [proposed], confirmation(), BPJS_HEAD, later)).toMatchObject({
      type: 'HandoverConfirmed',
    });
    expect(confirmHandover(waiting, [proposed], confirmation({ on: '2026-06-02' }), BPJS_HEAD, later)).toMatchObject({
      code: 'HANDOVER_NEEDS_APPEAL',
      params: { case: 1, since: '2026-06-01' },
    });
  });

  it('not with a letter that was sent, or merely counts as received', () => {
    const sent = take(aCase(), 'HIMBAUAN', '2026-02-02', { sentOn: '2026-02-02', sendingProof: FILE });
    expect(codes(sent)).toContain('HANDOVER_NEEDS_APPEAL');
    const settings = [
      { from: '2026-01-01', step: 'DEEMED_RECEIPT', clock: { kind: 'CALENDAR_DAYS', days: 3 } },
    ] as const;
    const way = { number: '1', signatory: 'K', sentOn: '2026-02-02', sendingProof: FILE };
    const event = takeStep(aCase(), input('HIMBAUAN', '2026-02-02', way), DISNAKER, { ...TODAY, settings });
    const deemed = fold([orThrow(event)], aCase());
    expect(deemed.steps.at(-1)).toMatchObject({ deemed: true, receivedOn: '2026-02-05' });
    expect(codes(deemed)).toContain('HANDOVER_NEEDS_APPEAL');
  });

  it('not with an inspection that nobody can look at, until its signed paper or its receipt is there', () => {
    const bare = take(appealed, 'INSPECTION', '2026-03-02', { document: null });
    expect(codes(bare)).toEqual(['HANDOVER_NEEDS_INSPECTION']);
    const shown = bare.steps.map((step) => (step.step === 'INSPECTION' ? { ...step, signedScan: FILE } : step));
    expect(codes({ ...bare, steps: shown })).toEqual([]);
  });

  it('once: not while it is on its way, nor after it has ended', () => {
    expect(codes(proposed)).toEqual(['HANDOVER_RUNS']);
    expect(codes({ ...complete, status: 'PATUH' })).toEqual(['CASE_ENDED']);
    const handedOver = fold([orThrow(confirm())], proposed);
    expect(codes(handedOver)).toEqual(['STEP_STANDS']);
  });

  it('not with the papers of an old matter', () => {
    expect(codes({ ...complete, counts: 4 })).toEqual(['HANDOVER_NEEDS_APPEAL', 'HANDOVER_NEEDS_INSPECTION']);
  });
});

describe('the proposal', () => {
  it('is of BPJS, of complete cases, and of all or none', () => {
    const other = { ...aCase(), id: 2 };
    expect(proposeHandover(4, [complete, other], '', INSPECTOR, TODAY)).toMatchObject({
      code: 'HANDOVER_NEEDS_APPEAL',
      params: { case: 2 },
    });
    expect(proposeHandover(4, [], '', INSPECTOR, TODAY)).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    const allowed = EVERYBODY.filter((who) => !isRefusal(proposeHandover(4, [complete], '', who, TODAY)));
    expect(allowed).toEqual([VERIFIER, INSPECTOR, BPJS_HEAD]);
  });

  it('can be withdrawn with a reason, by who proposes or who would confirm, until it is confirmed', () => {
    const withdraw = (who = INSPECTOR, note = 'keliru', state: Handover['state'] = 'PROPOSED') =>
      withdrawHandover({ ...waiting, state }, note, who);
    expect(fold([orThrow(withdraw())], proposed).handover).toBeNull();
    expect(withdraw(LEAD)).toMatchObject({ type: 'HandoverWithdrawn' });
    expect(withdraw(DISNAKER)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(withdraw(INSPECTOR, ' ')).toMatchObject({ code: 'REASON_REQUIRED' });
    for (const state of ['CONFIRMED', 'SEALED', 'WITHDRAWN'] as const) {
      expect(withdraw(INSPECTOR, 'keliru', state)).toMatchObject({ code: 'HANDOVER_NOT_PROPOSED', params: { state } });
    }
  });
});

describe('the confirmation', () => {
  it('makes every case of it enter SKK, with the term of the power as its clock', () => {
    const handedOver = fold([orThrow(confirm({ term: '2026-12-31' }))], proposed);
    expect(handedOver).toMatchObject({ handover: { id: 4, state: 'CONFIRMED' } });
    expect(handedOver.steps.at(-1)).toMatchObject({
      step: 'SKK',
      entry: uuid(801),
      on: '2026-05-27',
      number: 'SKK-12/2026',
      onDocument: false,
      clock: { from: '2026-05-27', ends: '2026-12-31', state: 'RUNNING' },
    });
    expect(fold([orThrow(confirm())], proposed).steps.at(-1)?.clock).toBeNull();
  });

  it('is of a second person: nobody confirms what he proposed', () => {
    const own = { ...waiting, proposedBy: BPJS_HEAD.person };
    expect(confirm({}, BPJS_HEAD, own)).toMatchObject({ code: 'HANDOVER_OWN_PROPOSAL' });
    expect(confirm({ document: FILE }, LEAD, own)).toMatchObject({ type: 'HandoverConfirmed' });
    for (const who of [VERIFIER, INSPECTOR, DISNAKER, PROSECUTOR]) {
      expect(confirm({}, who)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    }
  });

  it('of the lead stands on a document', () => {
    expect(confirm({}, LEAD)).toMatchObject({ code: 'ON_DOCUMENT_ONLY', params: { step: 'SKK' } });
    const recorded = fold([orThrow(confirm({ document: FILE }, LEAD))], proposed);
    expect(recorded.steps.at(-1)).toMatchObject({ document: FILE, onDocument: true });
  });

  it('is refused whole when a case ended, was withdrawn or lost its proof meanwhile', () => {
    expect(confirm({}, BPJS_HEAD, waiting, { ...proposed, status: 'PATUH' })).toMatchObject({
      code: 'CASE_ENDED',
      params: { case: 1, status: 'PATUH' },
    });
    expect(confirm({}, BPJS_HEAD, waiting, { ...proposed, handover: null })).toMatchObject({
      code: 'HANDOVER_NOT_PROPOSED',
    });
    const bare = proposed.steps.map((step) => ({ ...step, receiptProof: null }));
    expect(confirm({}, BPJS_HEAD, waiting, { ...proposed, steps: bare })).toMatchObject({
      code: 'HANDOVER_NEEDS_APPEAL',
    });
  });

  it.each([
    ['a number', { number: ' ' }, 'TEXT_EMPTY'],
    ['a signatory', { signatory: '' }, 'TEXT_EMPTY'],
    ['a day that has come', { on: '2027-01-01' }, 'STEP_IN_FUTURE'],
    ['a day that the case knows', { on: '2026-01-01' }, 'STEP_TOO_EARLY'],
    ['a term that is not over', { term: '2026-05-26' }, 'PROMISE_BEFORE_DOCUMENT'],
    ['a term that is a date', { term: 'soon' }, 'DATE_INVALID'],
    ['an entry for each case', { entries: new Map() }, 'STEP_ENTRY_UNKNOWN'],
  ] as const)('needs %s', (_, wrong, code) => {
    expect(confirm(wrong)).toMatchObject({ code });
  });

  it('comes after the papers that it stands on', () => {
    expect(confirm({ on: '2026-03-01' })).toMatchObject({ code: 'HANDOVER_NEEDS_INSPECTION' });
    expect(confirm({ on: '2026-02-03' })).toMatchObject({ code: 'HANDOVER_NEEDS_APPEAL' });
    expect(confirm({ on: '2026-03-02' })).toMatchObject({ type: 'HandoverConfirmed' });
  });

  it('happens once', () => {
    for (const state of ['CONFIRMED', 'SEALED', 'WITHDRAWN'] as const) {
      expect(confirm({}, BPJS_HEAD, { ...waiting, state })).toMatchObject({ code: 'HANDOVER_NOT_PROPOSED' });
    }
  });
});

describe('after the hand-over', () => {
  const handedOver = fold([orThrow(confirm({ term: '2026-12-31' }))], proposed);

  it('the prosecutor summons, mediates, settles and sues, in the order that leaves no gap', () => {
    for (const step of ['MEDIATION', 'SETTLEMENT', 'SMALL_CLAIM'] as const) {
      const early = input(step, '2026-06-01', { number: '1', promisedOn: step === 'SETTLEMENT' ? '2026-07-01' : null });
      expect(takeStep(handedOver, early, PROSECUTOR, TODAY)).toMatchObject({
        code: 'STEP_NEEDS',
        params: { needs: 'SUMMONS' },
        rule: 'docs/domain.md#ladder',
      });
    }
    const summoned = take(handedOver, 'SUMMONS', '2026-06-01', { promisedOn: '2026-06-10' });
    const again = take(summoned, 'SUMMONS', '2026-06-12', { promisedOn: '2026-06-20' });
    const settled = take(take(again, 'MEDIATION', '2026-06-20'), 'SETTLEMENT', '2026-06-22', {
      promisedOn: '2026-11-30',
      amount: 6_000_000,
      instalments: 5,
    });
    expect(
      take(settled, 'SMALL_CLAIM', '2026-12-02').steps.map((step) => [step.step, step.clock?.state ?? null]),
    ).toEqual([
      ['IDENTIFIED', null],
      ['HIMBAUAN', 'STOPPED'],
      ['INSPECTION', null],
      ['SKK', 'RUNNING'],
      ['SUMMONS', 'STOPPED'],
      ['SUMMONS', 'STOPPED'],
      ['MEDIATION', null],
      ['SETTLEMENT', 'STOPPED'],
      ['SMALL_CLAIM', null],
    ]);
  });

  it('the sealing of its dossier is kept with the case', () => {
    const sealed = fold(
      [{ type: 'DossierSealed', data: { handover: 4, case: 1, manifest: FILE, files: 6 }, text: null }],
      handedOver,
    );
    expect(sealed.handover).toEqual({ id: 4, state: 'SEALED' });
  });
});
