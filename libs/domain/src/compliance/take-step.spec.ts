import { isRefusal, refuse } from '../refusal/refusal';
import type { Case } from './case';
import type { Step } from './codes';
import {
  BPJS_HEAD,
  BY,
  COUNTER,
  DISDIK,
  DISNAKER,
  EVERYBODY,
  FILE,
  INSPECTOR,
  LEAD,
  PROOF,
  PROSECUTOR,
  aCase,
  answer,
  facts,
  fold,
  receivedOn,
  said,
  take,
  uuid,
} from './examples';
import { type TakeStepInput, takeStep } from './take-step';

const TODAY = facts('2026-12-31');

/** Taken by its owner on that day; what the ladder answers. */
function asked(theCase: Case, step: Step, on: string, more: Partial<TakeStepInput> = {}, who = BY[step]) {
  return takeStep(theCase, said(step, on, more), who, TODAY);
}

const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
const warned = take(inspected, 'TEGURAN_I', '2026-03-06', receivedOn('2026-03-09'));
const warnedTwice = take(warned, 'TEGURAN_II', '2026-03-31', receivedOn('2026-03-31'));

describe('the second warning', () => {
  it('is refused before the end of the first, with the article and the day', () => {
    expect(asked(warned, 'TEGURAN_II', '2026-03-30')).toEqual(refuse('WARNING_ONE_RUNS', { ends: '2026-03-30' }));
    expect(asked(warned, 'TEGURAN_II', '2026-03-30')).toMatchObject({ rule: 'PP 86/2013 art. 6' });
    expect(answer(asked(warned, 'TEGURAN_II', '2026-03-31'))).toBe('taken');
  });

  it('is refused by the date on the letter, not by the day of the entry', () => {
    const late = takeStep(warned, said('TEGURAN_II', '2026-03-27'), INSPECTOR, facts('2026-11-02'));
    expect(late).toMatchObject({ code: 'WARNING_ONE_RUNS' });
  });

  it('waits for the proof that the first was received, however old it is', () => {
    const unproven = take(inspected, 'TEGURAN_I', '2026-03-06');
    expect(asked(unproven, 'TEGURAN_II', '2026-12-01')).toMatchObject({
      code: 'RECEIPT_MISSING',
      params: { step: 'TEGURAN_I' },
    });
  });

  it('waits for the decree of the year in which the first would end', () => {
    const late = take(inspected, 'TEGURAN_I', '2026-12-21', receivedOn('2026-12-23'));
    const next = takeStep(late, said('TEGURAN_II', '2027-02-01'), INSPECTOR, facts('2027-02-01'));
    expect(next).toMatchObject({ code: 'NO_DECREE_FOR_YEAR', params: { year: 2027 } });
  });

  it('needs a first one', () => {
    expect(asked(inspected, 'TEGURAN_II', '2026-03-31')).toMatchObject({
      code: 'STEP_NEEDS',
      params: { step: 'TEGURAN_II', needs: 'TEGURAN_I' },
      rule: 'PP 86/2013 art. 6',
    });
  });

  it('is the last: there is no third', () => {
    for (const step of ['TEGURAN_I', 'TEGURAN_II'] as const) {
      expect(asked(warnedTwice, step, '2026-06-01')).toEqual(refuse('THIRD_WARNING', {}));
    }
    expect(asked(warned, 'TEGURAN_I', '2026-06-01')).toMatchObject({ code: 'STEP_STANDS', rule: 'PP 86/2013 art. 6' });
  });
});

describe('the fine', () => {
  it('is refused until the second warning has ended', () => {
    expect(asked(warnedTwice, 'DENDA', '2026-04-15')).toEqual(refuse('WARNING_TWO_RUNS', { ends: '2026-04-15' }));
    expect(asked(warnedTwice, 'DENDA', '2026-04-15')).toMatchObject({ rule: 'PP 86/2013 art. 7' });
    expect(answer(asked(warnedTwice, 'DENDA', '2026-04-16'))).toBe('taken');
    expect(asked(warned, 'DENDA', '2026-06-01')).toMatchObject({ code: 'STEP_NEEDS', rule: 'PP 86/2013 art. 7' });
  });
});

describe('who records a step', () => {
  const road: Readonly<Partial<Record<Step, Case>>> = {
    HIMBAUAN: aCase(),
    VISIT: aCase(),
    INSPECTION: aCase(),
    TEGURAN_I: inspected,
    TMP2T_REQUESTED: inspected,
  };

  it.each(Object.entries(road) as [Step, Case][])('%s: its own institution, and the lead', (step, theCase) => {
    const taken = EVERYBODY.filter((who) => !isRefusal(asked(theCase, step, '2026-06-01', { document: FILE }, who)));
    const own = LADDER_OWNERS[step];
    expect(taken.map((who) => who.role)).toEqual(own);
  });

  const LOCAL = ['lead', 'operator', 'bpjs-verifier', 'bpjs-inspector', 'bpjs-head'];
  const OF_BPJS = ['lead', 'bpjs-inspector', 'bpjs-head'];
  const LADDER_OWNERS: Readonly<Partial<Record<Step, readonly string[]>>> = {
    HIMBAUAN: LOCAL,
    VISIT: LOCAL,
    INSPECTION: OF_BPJS,
    TEGURAN_I: OF_BPJS,
    TMP2T_REQUESTED: OF_BPJS,
  };

  it('tells an agency whose step it is not, and on what that rests', () => {
    expect(asked(inspected, 'TEGURAN_I', '2026-06-01', {}, DISNAKER)).toMatchObject({
      code: 'STEP_NOT_YOURS',
      params: { step: 'TEGURAN_I', role: 'operator' },
      rule: 'PP 86/2013 art. 6',
    });
    expect(asked(aCase(), 'INSPECTION', '2026-06-01', {}, DISNAKER)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(asked(aCase(), 'HIMBAUAN', '2026-06-01', {}, DISDIK)).toMatchObject({ code: 'STEP_NOT_YOURS' });
  });

  it('lets the lead record the act of another institution on a document alone, and says so in the entry', () => {
    expect(asked(inspected, 'TEGURAN_I', '2026-06-01', {}, LEAD)).toMatchObject({
      code: 'ON_DOCUMENT_ONLY',
      params: { step: 'TEGURAN_I' },
    });
    expect(asked(inspected, 'TEGURAN_I', '2026-06-01', { document: FILE }, LEAD)).toMatchObject({
      data: { onDocument: true },
    });
    expect(asked(inspected, 'TEGURAN_I', '2026-06-01', { document: FILE })).toMatchObject({
      data: { onDocument: false },
    });
    expect(asked(aCase(), 'HIMBAUAN', '2026-06-01', {}, LEAD)).toMatchObject({ data: { onDocument: false } });
  });

  it('tells the prosecutor nothing of a case that was not handed over', () => {
    expect(asked(warnedTwice, 'SUMMONS', '2026-06-01')).toMatchObject({ code: 'NOT_FOUND' });
    expect(asked(warnedTwice, 'SUMMONS', '2026-06-01', { document: FILE }, LEAD)).toMatchObject({
      code: 'STEP_NEEDS',
      params: { step: 'SUMMONS', needs: 'SKK' },
    });
  });

  it('enters SKK by a hand-over and IDENTIFIED by the opening alone', () => {
    expect(asked(inspected, 'SKK', '2026-06-01')).toMatchObject({ code: 'STEP_BY_HANDOVER' });
    expect(asked(inspected, 'IDENTIFIED', '2026-06-01')).toMatchObject({ code: 'STEP_BY_OPENING' });
  });
});

describe('the refusal of public services', () => {
  const requested = take(inspected, 'TMP2T_REQUESTED', '2026-05-04');
  const inForce = take(requested, 'TMP2T_IN_FORCE', '2026-05-11');

  it('is asked for by BPJS after an inspection, and carried out by the licensing office at that request', () => {
    expect(asked(aCase(), 'TMP2T_REQUESTED', '2026-05-04')).toMatchObject({ code: 'STEP_NEEDS' });
    expect(asked(inspected, 'TMP2T_IN_FORCE', '2026-05-11')).toMatchObject({
      code: 'STEP_NEEDS',
      params: { needs: 'TMP2T_REQUESTED' },
      rule: 'PP 86/2013 art. 8–9',
    });
    expect(asked(requested, 'TMP2T_IN_FORCE', '2026-05-11', {}, INSPECTOR)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(asked(requested, 'TMP2T_IN_FORCE', '2026-05-11', {}, COUNTER)).toMatchObject({ type: 'StepTaken' });
  });

  it('is not asked for twice while it is asked for or in force', () => {
    for (const theCase of [requested, inForce]) {
      expect(asked(theCase, 'TMP2T_REQUESTED', '2026-06-01')).toMatchObject({ code: 'STEP_STANDS' });
    }
  });

  it('is lifted after BPJS has ended the case, and not before', () => {
    expect(asked(inForce, 'TMP2T_LIFTED', '2026-06-01')).toMatchObject({ code: 'LIFT_NEEDS_END' });
    const compliant = { ...inForce, status: 'PATUH', since: '2026-06-10' } as const;
    expect(asked(compliant, 'TMP2T_LIFTED', '2026-06-09')).toMatchObject({
      code: 'STEP_TOO_EARLY',
      params: { earliest: '2026-06-10' },
    });
    const lifted = take(compliant, 'TMP2T_LIFTED', '2026-06-11');
    expect(lifted.status).toBe('PATUH');
    expect(asked(lifted, 'TMP2T_LIFTED', '2026-06-12')).toMatchObject({ code: 'STEP_NEEDS' });
  });

  it('names services that the law knows', () => {
    expect(asked(inspected, 'TMP2T_REQUESTED', '2026-05-04', { services: ['SIM'] })).toMatchObject({
      code: 'SERVICE_UNKNOWN',
      rule: 'PP 86/2013 art. 9',
    });
    expect(asked(inspected, 'TMP2T_REQUESTED', '2026-05-04', { services: [] })).toMatchObject({
      code: 'STEP_FIELD_MISSING',
    });
    const twice = ['TENDER_LICENCE', 'BUSINESS_LICENCE', 'TENDER_LICENCE'];
    expect(asked(inspected, 'TMP2T_REQUESTED', '2026-05-04', { services: twice })).toMatchObject({
      data: { services: ['BUSINESS_LICENCE', 'TENDER_LICENCE'] },
    });
  });
});

describe('the dates of a step', () => {
  it.each([
    ['the day after today', { on: '2027-01-01' }, 'STEP_IN_FUTURE'],
    ['no date at all', { on: '2026-02-30' }, 'DATE_INVALID'],
    ['before the case was opened', { on: '2026-01-01' }, 'STEP_TOO_EARLY'],
    ['sent before it was written', { sentOn: '2026-05-31' }, 'SENT_BEFORE_DOCUMENT'],
    ['sent tomorrow', { sentOn: '2027-01-01' }, 'STEP_IN_FUTURE'],
    ['received before it was written', { receivedOn: '2026-05-31', receiptProof: PROOF }, 'RECEIPT_BEFORE_DOCUMENT'],
    [
      'received before it was sent',
      { sentOn: '2026-06-03', receivedOn: '2026-06-02', receiptProof: PROOF },
      'RECEIPT_BEFORE_SENDING',
    ],
    ['received tomorrow', { receivedOn: '2027-01-01', receiptProof: PROOF }, 'STEP_IN_FUTURE'],
    ['received on a day that does not exist', { receivedOn: '2026-06-31', receiptProof: PROOF }, 'DATE_INVALID'],
    ['received without a proof', { receivedOn: '2026-06-02' }, 'RECEIPT_UNPROVEN'],
    ['a proof of receipt without its day', { receiptProof: PROOF }, 'STEP_FIELD_MISSING'],
    ['a proof of sending without its day', { sendingProof: PROOF }, 'STEP_FIELD_MISSING'],
    ['received without a number', { ...receivedOn('2026-06-02'), number: '  ' }, 'STEP_WITHOUT_NUMBER'],
  ] as const)('%s: %j is refused', (_, wrong, code) => {
    expect(asked(aCase(), 'HIMBAUAN', '2026-06-01', wrong)).toMatchObject({ code });
  });

  it('a pledge lies on or after the day of the visit', () => {
    expect(asked(aCase(), 'VISIT', '2026-06-01', { promisedOn: '2026-05-31' })).toMatchObject({
      code: 'PROMISE_BEFORE_DOCUMENT',
    });
    expect(asked(aCase(), 'VISIT', '2026-06-01', { promisedOn: '2026-13-01' })).toMatchObject({ code: 'DATE_INVALID' });
    expect(asked(aCase(), 'VISIT', '2026-06-01', { promisedOn: '2027-06-01' })).toMatchObject({
      data: { clock: { ends: '2027-06-01' } },
    });
  });

  it('a step lies on or after what it stands on', () => {
    expect(asked(inspected, 'TEGURAN_I', '2026-02-01')).toMatchObject({
      code: 'STEP_TOO_EARLY',
      params: { needs: 'INSPECTION', earliest: '2026-02-02' },
    });
  });
});

describe('what a step says', () => {
  it.each([
    ['INSPECTION', { number: '' }, 'number'],
    ['INSPECTION', { signatory: ' ' }, 'signatory'],
    ['INSPECTION', { workers: null }, 'workers'],
  ] as const)('%s without %j misses its %s', (step, without, field) => {
    expect(asked(aCase(), step, '2026-06-01', without)).toMatchObject({
      code: 'STEP_FIELD_MISSING',
      params: { step, field },
      rule: 'Peraturan BPJS Kesehatan 3/2019',
    });
  });

  it('is nothing that the step does not have', () => {
    expect(asked(aCase(), 'HIMBAUAN', '2026-06-01', { amount: 5 })).toMatchObject({
      code: 'STEP_FIELD_STRAY',
      params: { field: 'amount' },
    });
  });

  it.each([
    ['HIMBAUAN', { number: 'x'.repeat(161) }, 'TEXT_TOO_LONG'],
    ['HIMBAUAN', { signatory: '\u202Ekcul' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['HIMBAUAN', { note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
    ['INSPECTION', { workers: -1 }, 'QUANTITY_INVALID'],
    ['INSPECTION', { amount: 0 }, 'QUANTITY_INVALID'],
    ['INSPECTION', { amount: 1e15 }, 'QUANTITY_TOO_LARGE'],
  ] as const)('%s with %j: %s', (step, wrong, code) => {
    expect(asked(aCase(), step, '2026-06-01', wrong)).toMatchObject({ code });
  });

  it.each([0, 121, 1.5])('a settlement has no %d instalments', (instalments) => {
    const handedOver: Case = { ...inspected, steps: [...inspected.steps, aStep('SKK'), aStep('SUMMONS')] };
    expect(asked(handedOver, 'SETTLEMENT', '2026-06-01', { instalments })).toMatchObject({ code: 'QUANTITY_INVALID' });
    expect(answer(asked(handedOver, 'SETTLEMENT', '2026-06-01', { instalments: 12 }))).toBe('taken');
  });

  it('may be taken again under another entry, never under the same', () => {
    const twice = take(aCase(), 'HIMBAUAN', '2026-02-02', { entry: uuid(77) });
    expect(asked(twice, 'HIMBAUAN', '2026-03-02', { entry: uuid(77) })).toMatchObject({ code: 'STEP_ENTRY_KNOWN' });
    expect(answer(asked(twice, 'HIMBAUAN', '2026-03-02', { entry: uuid(78) }))).toBe('taken');
  });

  it('keeps its texts apart from what is hashed', () => {
    const event = asked(aCase(), 'HIMBAUAN', '2026-06-01', { note: '=1+1 <b>' });
    if (isRefusal(event)) throw new Error(event.code);
    expect(event.text).toEqual({ number: '123/BA/2026', signatory: 'Kepala', note: '=1+1 <b>' });
    expect(JSON.stringify(event.data)).not.toContain('Kepala');
    expect(asked(aCase(), 'VISIT', '2026-06-01', { number: '', signatory: '' })).toMatchObject({ text: null });
  });

  function aStep(step: Step): Case['steps'][number] {
    const last = inspected.steps.at(-1);
    if (!last) throw new Error('no step');
    return { ...last, step, nth: 3, entry: uuid(500 + step.length) };
  }
});

describe('a case that has ended', () => {
  it('takes no step but the lifting of what is in force', () => {
    for (const status of ['PATUH', 'TUTUP'] as const) {
      expect(asked({ ...warned, status }, 'HIMBAUAN', '2026-06-01')).toMatchObject({
        code: 'CASE_ENDED',
        params: { status },
      });
      expect(asked({ ...warned, status }, 'TMP2T_LIFTED', '2026-06-01')).toMatchObject({ code: 'STEP_NEEDS' });
    }
  });
});

describe('a refused step', () => {
  it('is no event: the case stays what it is', () => {
    const refused = asked(warned, 'TEGURAN_II', '2026-03-30');
    expect(isRefusal(refused)).toBe(true);
    expect(fold([], warned)).toBe(warned);
  });

  it('of a head of BPJS is refused as for any other', () => {
    expect(asked(warned, 'TEGURAN_II', '2026-03-30', {}, BPJS_HEAD)).toMatchObject({ code: 'WARNING_ONE_RUNS' });
    expect(asked(warned, 'TEGURAN_II', '2026-03-31', {}, PROSECUTOR)).toMatchObject({ code: 'STEP_NOT_YOURS' });
  });
});
