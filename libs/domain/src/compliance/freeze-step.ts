import type { Actor } from '../access/may';
import type { IsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case, CaseStep } from './case';
import { checkLine, checkPast, findStep, mayTake } from './checks';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';

/** The signed scan (SHA-256 of its file), and what the registry wrote on the paper. */
export interface FreezeInput {
  readonly signedScan: string;
  readonly number: string;
  readonly signatory: string;
  /** Date on the signed paper. */
  readonly on: IsoDate;
}

/**
 * The signed paper is there: number, date and signatory are what it says, and the record is frozen. A draft of ours may get
 * its date here, up to the day on which it was sent; the paper of another institution keeps the date under which it was
 * recorded, because the steps after it stand on that date.
 */
export function freezeStep(
  theCase: Case,
  entry: string,
  input: FreezeInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'StepFrozen'> | Refusal {
  const step = findStep(theCase, entry);
  if (isRefusal(step)) return step;
  const { signedScan, on } = input;
  const refusal =
    mayTake(actor, step.step, theCase) ??
    (LADDER[step.step].paper === 'NONE' ? refuse('STEP_HAS_NO_PAPER', { step: step.step }) : undefined) ??
    (step.signedScan === null ? undefined : refuse('STEP_FROZEN', { step: step.step })) ??
    checkPast('on', on, today) ??
    checkDate(theCase, step, on);
  if (refusal) return refusal;
  const number = checkLine('number', input.number, true);
  if (isRefusal(number)) return number;
  const signatory = checkLine('signatory', input.signatory, true);
  if (isRefusal(signatory)) return signatory;
  return { type: 'StepFrozen', data: { case: theCase.id, entry, on, signedScan }, text: { number, signatory } };
}

function checkDate(theCase: Case, step: CaseStep, on: IsoDate): Refusal | undefined {
  if (on === step.on) return undefined;
  if (LADDER[step.step].paper === 'RECORDED') return refuse('STEP_DATE_FIXED', { step: step.step, on: step.on });
  const begun =
    theCase.steps.findLast((one) => one.step === 'IDENTIFIED' && one.nth < step.nth)?.on ?? theCase.openedOn;
  if (on < begun) return refuse('STEP_TOO_EARLY', { step: step.step, on, needs: 'IDENTIFIED', earliest: begun });
  if (step.sentOn !== null && step.sentOn < on) return refuse('SENT_BEFORE_DOCUMENT', { sentOn: step.sentOn, on });
  if (step.receivedOn !== null && step.receivedOn < on) {
    return refuse('RECEIPT_BEFORE_DOCUMENT', { receivedOn: step.receivedOn, on });
  }
  return step.promisedOn !== null && step.promisedOn < on
    ? refuse('PROMISE_BEFORE_DOCUMENT', { promisedOn: step.promisedOn, on })
    : undefined;
}
