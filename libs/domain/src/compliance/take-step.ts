import type { Actor } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { shown } from '../formats/shown';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case } from './case';
import {
  checkLine,
  checkNote,
  checkPast,
  checkPeople,
  checkRupiah,
  mayTake,
  recordsForAnother,
  resting,
} from './checks';
import { type LadderFacts, clockFor } from './clock';
import type { Step } from './codes';
import type { ComplianceEventOf } from './events';
import { hindrance } from './grounds';
import { LADDER, REFUSED_SERVICES } from './ladder';
import { STEP_FIELDS, type StepField } from './step-rule';
import { type Way, checkWay, receiptOf } from './way';
import { standing } from './standing';

/** One step as somebody enters it. Null, an empty text or an empty list is "not given". */
export interface TakeStepInput extends Way {
  /** UUID made by the client. */
  readonly entry: string;
  readonly step: Step;
  /** Date of the document, or of the act. */
  readonly on: IsoDate;
  readonly number: string;
  readonly signatory: string;
  readonly note: string;
  readonly promisedOn: IsoDate | null;
  readonly amount: number | null;
  readonly workers: number | null;
  readonly instalments: number | null;
  readonly services: readonly string[];
  readonly document: string | null;
}

/** Most instalments of one settlement. */
export const MAX_INSTALMENTS = 120;

/**
 * A step of the ladder. Checked in this order: who asks, what the case allows on that date, what the paper has to say, and
 * its way to the employer. What BPJS, DPMPTSP or the prosecutor did is recorded by their own accounts; the lead records it
 * on a document. Source: docs/domain.md#ladder.
 */
export function takeStep(
  theCase: Case,
  input: TakeStepInput,
  actor: Actor,
  facts: LadderFacts,
): ComplianceEventOf<'StepTaken'> | Refusal {
  if (!Object.hasOwn(LADDER, input.step)) return refuse('STEP_UNKNOWN', { step: shown(input.step) });
  const { step, on, number, sentOn, sendingProof } = input;
  const refusal =
    mayTake(actor, step, theCase) ??
    (step === 'SKK' ? refuse('STEP_BY_HANDOVER', {}) : undefined) ??
    checkPast('on', on, facts.today) ??
    hindrance(theCase, step, on, facts.settings) ??
    (theCase.steps.some((one) => one.entry === input.entry) ? refuse('STEP_ENTRY_KNOWN', {}) : undefined) ??
    (step === 'TMP2T_LIFTED' && on < theCase.since
      ? refuse('STEP_TOO_EARLY', { step, on, needs: theCase.status, earliest: theCase.since })
      : undefined) ??
    checkFields(input) ??
    checkWay(input, { step, on, numbered: number.trim() !== '' }, facts.today);
  if (refusal) return refusal;
  if (recordsForAnother(actor, step) && input.document === null) {
    return resting(refuse('ON_DOCUMENT_ONLY', { step }), LADDER[step].basis);
  }
  const texts = textsOf(input);
  if (isRefusal(texts)) return texts;
  const receipt = receiptOf(input, facts);
  const previousEnds = standing(theCase, 'TEGURAN_II')?.clock?.ends ?? null;
  const { promisedOn, amount, workers, instalments, services, document, receiptProof } = input;
  return {
    type: 'StepTaken',
    data: {
      case: theCase.id,
      entry: input.entry,
      step,
      on,
      sentOn,
      ...receipt,
      promisedOn,
      amount,
      workers,
      instalments,
      attended: null,
      services: REFUSED_SERVICES.filter((one) => services.includes(one)),
      document,
      sendingProof,
      receiptProof,
      onDocument: recordsForAnother(actor, step),
      clock: clockFor(step, { on, receivedOn: receipt.receivedOn, previousEnds, promisedOn }, facts),
    },
    text: texts,
  };
}

/** Every field that the step asks for is there, and none that it does not know. */
function checkFields(input: TakeStepInput): Refusal | undefined {
  const { step } = input;
  const { asks, takes, basis } = LADDER[step];
  const missing = asks.find((field) => !isGiven(input, field));
  if (missing) return resting(refuse('STEP_FIELD_MISSING', { step, field: missing }), basis);
  const stray = STEP_FIELDS.find((field) => ![...asks, ...takes].includes(field) && isGiven(input, field));
  if (stray) return refuse('STEP_FIELD_STRAY', { step, field: stray });
  const { promisedOn, amount, workers, instalments, services, on } = input;
  if (instalments !== null && !(Number.isInteger(instalments) && instalments >= 1 && instalments <= MAX_INSTALMENTS)) {
    return refuse('QUANTITY_INVALID', { field: 'instalments', value: String(instalments) });
  }
  const unknown = services.find((one) => !REFUSED_SERVICES.some((known) => known === one));
  if (unknown !== undefined) return refuse('SERVICE_UNKNOWN', { value: shown(unknown) });
  return (
    (amount === null ? undefined : checkRupiah(amount)) ??
    (workers === null ? undefined : checkPeople('workers', workers)) ??
    (promisedOn === null ? undefined : checkPromise(promisedOn, on))
  );
}

function checkPromise(promisedOn: IsoDate, on: IsoDate): Refusal | undefined {
  if (!isIsoDate(promisedOn)) return refuse('DATE_INVALID', { field: 'promisedOn', value: shown(promisedOn) });
  return promisedOn < on ? refuse('PROMISE_BEFORE_DOCUMENT', { promisedOn, on }) : undefined;
}

function isGiven(input: TakeStepInput, field: StepField): boolean {
  const value = input[field];
  return typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null;
}

function textsOf(input: TakeStepInput): { number: string; signatory: string; note: string } | null | Refusal {
  const number = checkLine('number', input.number, false);
  if (isRefusal(number)) return number;
  const signatory = checkLine('signatory', input.signatory, false);
  if (isRefusal(signatory)) return signatory;
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return number === '' && signatory === '' && note === '' ? null : { number, signatory, note };
}
