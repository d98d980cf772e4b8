import type { BoardEvent } from '../tasks/events';
import { orThrow } from '../refusal/refusal';
import { recordAttendance } from './attendance';
import type { Case } from './case';
import {
  COUNTER,
  DISDIK,
  DISNAKER,
  FILE,
  INSPECTOR,
  LEAD,
  PROOF,
  PROSECUTOR,
  aCase,
  facts,
  fold,
  receivedOn,
  take,
} from './examples';
import { freezeStep } from './freeze-step';
import { recordReceipt } from './record-receipt';
import type { LadderSettings } from './ladder-setting';
import { summaryOf } from './summary';
import type { Way } from './way';

const TODAY = facts('2026-12-31');
const NOTHING: Way = { sentOn: null, receivedOn: null, sendingProof: null, receiptProof: null };

function lastEntry({ steps }: Case): string {
  return steps.at(-1)?.entry ?? '';
}

function receipt(theCase: Case, way: Partial<Way>, who = DISNAKER, when = TODAY) {
  return recordReceipt(theCase, lastEntry(theCase), { ...NOTHING, ...way }, who, when);
}

const signed = (number: string, on: string) => ({ signedScan: FILE, number, signatory: 'Kepala Dinas', on });

function freeze(theCase: Case, number: string, on: string, who = DISNAKER) {
  return freezeStep(theCase, lastEntry(theCase), signed(number, on), who, TODAY);
}

const draft = take(aCase(), 'HIMBAUAN', '2026-03-02', { number: '', signatory: '' });
const letter = take(aCase(), 'HIMBAUAN', '2026-03-02');

describe('the receipt of a letter', () => {
  it('starts its clock', () => {
    const received = fold([orThrow(receipt(letter, receivedOn('2026-03-05')))], letter);
    expect(received.steps.at(-1)).toMatchObject({
      receivedOn: '2026-03-05',
      deemed: false,
      clock: { from: '2026-03-05', ends: '2026-03-19', state: 'RUNNING' },
    });
  });

  it('comes after its sending, each in its own time', () => {
    const sent = fold([orThrow(receipt(letter, { sentOn: '2026-03-03', sendingProof: PROOF }))], letter);
    expect(sent.steps.at(-1)).toMatchObject({ sentOn: '2026-03-03', receivedOn: null, clock: null });
    expect(receipt(sent, receivedOn('2026-03-02'))).toMatchObject({ code: 'RECEIPT_BEFORE_SENDING' });
    const received = fold([orThrow(receipt(sent, receivedOn('2026-03-04')))], sent);
    expect(received.steps.at(-1)).toMatchObject({
      sentOn: '2026-03-03',
      sendingProof: PROOF,
      receivedOn: '2026-03-04',
    });
  });

  it('is believed on its proof, for a letter that has a number', () => {
    expect(receipt(letter, { receivedOn: '2026-03-05' })).toMatchObject({ code: 'RECEIPT_UNPROVEN' });
    expect(receipt(draft, receivedOn('2026-03-05'))).toMatchObject({ code: 'STEP_WITHOUT_NUMBER' });
    const numbered = fold([orThrow(freeze(draft, '560/12/2026', '2026-03-03'))], draft);
    expect(receipt(numbered, receivedOn('2026-03-05'))).toMatchObject({ type: 'ReceiptRecorded' });
  });

  it('may be mended while its clock runs, and stands once the time is over', () => {
    const received = fold([orThrow(receipt(letter, receivedOn('2026-03-05')))], letter);
    const mended = fold([orThrow(receipt(received, receivedOn('2026-03-06')))], received);
    expect(mended.steps.at(-1)?.clock?.ends).toBe('2026-03-20');
    const entry = lastEntry(received);
    const fired: BoardEvent = {
      type: 'DeadlineFired',
      data: { case: 1, entry, step: 'HIMBAUAN', ended: '2026-03-19', proposes: [] },
      text: null,
    };
    expect(receipt(fold([fired], received), receivedOn('2026-03-06'))).toMatchObject({ code: 'RECEIPT_FIXED' });
    const overtaken = take(received, 'VISIT', '2026-03-10');
    expect(recordReceipt(overtaken, entry, { ...NOTHING, ...receivedOn('2026-03-06') }, DISNAKER, TODAY)).toMatchObject(
      { code: 'RECEIPT_FIXED' },
    );
  });

  it('that comes in after the next step was taken is kept, but its time is over', () => {
    const overtaken = take(letter, 'VISIT', '2026-03-10');
    const event = orThrow(
      recordReceipt(overtaken, lastEntry(letter), { ...NOTHING, ...receivedOn('2026-03-05') }, DISNAKER, TODAY),
    );
    expect(fold([event], overtaken).steps[1]?.clock).toMatchObject({ ends: '2026-03-19', state: 'STOPPED' });
  });

  it('of a frozen record is added once, and not changed', () => {
    const frozen = fold([orThrow(freeze(letter, '560/12/2026', '2026-03-02'))], letter);
    const received = fold([orThrow(receipt(frozen, receivedOn('2026-03-05')))], frozen);
    expect(received.steps.at(-1)?.clock?.ends).toBe('2026-03-19');
    expect(receipt(received, receivedOn('2026-03-06'))).toMatchObject({ code: 'STEP_FROZEN' });
  });

  it('is nothing new where nothing new is said', () => {
    expect(receipt(letter, {})).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    const received = fold([orThrow(receipt(letter, receivedOn('2026-03-05')))], letter);
    expect(receipt(received, receivedOn('2026-03-05'))).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
  });

  it('is recorded by whoever may take the step, of an open case, on an entry that exists', () => {
    expect(receipt(letter, receivedOn('2026-03-05'), DISDIK)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(receipt({ ...letter, status: 'TUTUP' }, receivedOn('2026-03-05'))).toMatchObject({ code: 'CASE_ENDED' });
    expect(receipt(aCase(), receivedOn('2026-03-05'))).toMatchObject({ code: 'STEP_HAS_NO_PAPER' });
    expect(recordReceipt(letter, 'nobody', { ...NOTHING, ...receivedOn('2026-03-05') }, DISNAKER, TODAY)).toMatchObject(
      {
        code: 'STEP_ENTRY_UNKNOWN',
      },
    );
  });

  it('of a warning is recorded by the lead on its proof alone', () => {
    const warned = take(take(aCase(), 'INSPECTION', '2026-02-02'), 'TEGURAN_I', '2026-03-06');
    expect(receipt(warned, { sentOn: '2026-03-06' }, LEAD)).toMatchObject({ code: 'ON_DOCUMENT_ONLY' });
    expect(receipt(warned, receivedOn('2026-03-09'), LEAD)).toMatchObject({ data: { clock: { ends: '2026-03-30' } } });
    expect(receipt(warned, { sentOn: '2026-03-06' }, INSPECTOR)).toMatchObject({ type: 'ReceiptRecorded' });
  });
});

describe('a receipt that is only deemed', () => {
  const settings: LadderSettings = [
    { from: '2026-01-01', step: 'DEEMED_RECEIPT', clock: { kind: 'CALENDAR_DAYS', days: 3 } },
  ];
  const rule = { ...TODAY, settings };
  const deemed = fold(
    [orThrow(receipt(letter, { sentOn: '2026-03-03', sendingProof: PROOF }, DISNAKER, rule))],
    letter,
  );

  it('is marked, starts the clock, and asks for the proof of sending', () => {
    expect(deemed.steps.at(-1)).toMatchObject({
      receivedOn: '2026-03-06',
      deemed: true,
      receiptProof: null,
      clock: { from: '2026-03-06' },
    });
    expect(receipt(letter, { sentOn: '2026-03-03' }, DISNAKER, rule)).toMatchObject({ data: { receivedOn: null } });
  });

  it('gives way to a real one, also when the record is frozen', () => {
    const frozen = fold([orThrow(freeze(deemed, '560/12/2026', '2026-03-02'))], deemed);
    for (const theCase of [deemed, frozen]) {
      const proven = fold([orThrow(receipt(theCase, receivedOn('2026-03-10'), DISNAKER, rule))], theCase);
      expect(proven.steps.at(-1)).toMatchObject({
        receivedOn: '2026-03-10',
        deemed: false,
        clock: { from: '2026-03-10' },
      });
    }
  });
});

describe('the signed paper', () => {
  it('gives a draft of ours its number, its date and its signatory, and freezes the record', () => {
    const frozen = fold([orThrow(freeze(draft, '560/12/2026', '2026-03-04'))], draft);
    expect(frozen.steps.at(-1)).toMatchObject({
      number: '560/12/2026',
      signatory: 'Kepala Dinas',
      on: '2026-03-04',
      signedScan: FILE,
    });
    expect(freeze(frozen, '560/13/2026', '2026-03-04')).toMatchObject({ code: 'STEP_FROZEN' });
  });

  it('has a number and a signatory', () => {
    expect(freeze(draft, ' ', '2026-03-04')).toMatchObject({ code: 'TEXT_EMPTY', params: { field: 'number' } });
    const unsigned = { ...signed('1', '2026-03-04'), signatory: '' };
    expect(freezeStep(draft, lastEntry(draft), unsigned, DISNAKER, TODAY)).toMatchObject({ code: 'TEXT_EMPTY' });
  });

  it('of another institution keeps the date on which later steps stand', () => {
    const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
    expect(freeze(inspected, '1', '2026-02-01', INSPECTOR)).toMatchObject({ code: 'STEP_DATE_FIXED' });
    expect(freeze(inspected, '1', '2026-02-02', INSPECTOR)).toMatchObject({ type: 'StepFrozen' });
    expect(freeze(inspected, '1', '2026-02-02')).toMatchObject({ code: 'STEP_NOT_YOURS' });
  });

  it('is not dated after its sending or its receipt, before the case, or after today', () => {
    const sent = fold([orThrow(receipt(letter, { sentOn: '2026-03-03' }))], letter);
    expect(freeze(sent, '1', '2026-03-04')).toMatchObject({ code: 'SENT_BEFORE_DOCUMENT' });
    const received = take(aCase(), 'HIMBAUAN', '2026-03-02', receivedOn('2026-03-05'));
    expect(freeze(received, '1', '2026-03-06')).toMatchObject({ code: 'RECEIPT_BEFORE_DOCUMENT' });
    const visited = take(aCase(), 'VISIT', '2026-03-02', { promisedOn: '2026-03-05' });
    expect(freeze(visited, '1', '2026-03-06')).toMatchObject({ code: 'PROMISE_BEFORE_DOCUMENT' });
    expect(freeze(letter, '1', '2026-01-01')).toMatchObject({ code: 'STEP_TOO_EARLY' });
    expect(freeze(letter, '1', '2027-01-01')).toMatchObject({ code: 'STEP_IN_FUTURE' });
    expect(freeze(aCase(), '1', '2026-01-02')).toMatchObject({ code: 'STEP_HAS_NO_PAPER' });
  });
});

describe('attendance', () => {
  const [skk] = take(aCase(), 'INSPECTION', '2026-02-02').steps.slice(-1);
  if (!skk) throw new Error('no step');
  const handedOver = fold([], aCase({ steps: [...aCase().steps, { ...skk, step: 'SKK', nth: 2 }] }));
  const summoned = take(handedOver, 'SUMMONS', '2026-06-01', { promisedOn: '2026-06-10', entry: 'summons' });
  const came = (attended: boolean, today: string, who = PROSECUTOR) =>
    recordAttendance(summoned, 'summons', { attended, note: '' }, who, { today });

  it('is known on the day of the summons, not before', () => {
    expect(came(true, '2026-06-09')).toMatchObject({ code: 'SUMMONS_DAY_AHEAD', params: { on: '2026-06-10' } });
    expect(fold([orThrow(came(false, '2026-06-10'))], summoned).steps.at(-1)?.attended).toBe(false);
  });

  it('may be mended, and is nothing new where it says the same', () => {
    const absent = fold([orThrow(came(false, '2026-06-10'))], summoned);
    const say = (attended: boolean) => recordAttendance(absent, 'summons', { attended, note: '' }, PROSECUTOR, TODAY);
    expect(say(false)).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    expect(say(true)).toMatchObject({ data: { attended: true } });
  });

  it('is of a summons, of an open case, and recorded by the prosecutor, or by the lead on a document', () => {
    const skkEntry = summoned.steps.find((step) => step.step === 'SKK')?.entry ?? '';
    expect(recordAttendance(summoned, skkEntry, { attended: true, note: '' }, LEAD, TODAY)).toMatchObject({
      code: 'NOT_A_SUMMONS',
    });
    expect(came(true, '2026-06-10', INSPECTOR)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(came(true, '2026-06-10', COUNTER)).toMatchObject({ code: 'STEP_NOT_YOURS' });
    expect(came(true, '2026-06-10', LEAD)).toMatchObject({ code: 'ON_DOCUMENT_ONLY' });
    const ended = { ...summoned, status: 'PATUH' } as const;
    expect(recordAttendance(ended, 'summons', { attended: true, note: '' }, PROSECUTOR, TODAY)).toMatchObject({
      code: 'CASE_ENDED',
    });
    expect(recordAttendance(summoned, 'nobody', { attended: true, note: '' }, PROSECUTOR, TODAY)).toMatchObject({
      code: 'STEP_ENTRY_UNKNOWN',
    });
  });
});

describe('what waits for a proof of receipt', () => {
  it('is listed until one letter of its kind has arrived', () => {
    expect(summaryOf(letter, '2026-12-31').awaitsReceipt).toEqual(['HIMBAUAN']);
    const twice = take(letter, 'HIMBAUAN', '2026-04-01', receivedOn('2026-04-02'));
    expect(summaryOf(twice, '2026-12-31').awaitsReceipt).toEqual([]);
    expect(summaryOf({ ...letter, status: 'TUTUP' }, '2026-12-31').awaitsReceipt).toEqual([]);
  });
});
