import type { Actor } from '../access/may';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case, CaseStep } from './case';
import { findStep, mayTake, recordsForAnother, resting } from './checks';
import { type LadderFacts, clockFor } from './clock';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';
import { standing } from './standing';
import { type Way, checkWay, receiptOf } from './way';

/**
 * When the paper of a step was sent and received, with the proofs; the clock starts with the receipt. What is not given
 * stays as it was. A receipt may be mended while its clock still runs and the record is not frozen; once the time has run
 * out, or the next step was taken on it, it stands. Source: docs/domain.md#clock.
 */
export function recordReceipt(
  theCase: Case,
  entry: string,
  given: Way,
  actor: Actor,
  facts: LadderFacts,
): ComplianceEventOf<'ReceiptRecorded'> | Refusal {
  const step = findStep(theCase, entry);
  if (isRefusal(step)) return step;
  const { on, promisedOn } = step;
  const way: Way = {
    sentOn: given.sentOn ?? step.sentOn,
    receivedOn: given.receivedOn ?? (step.deemed ? null : step.receivedOn),
    sendingProof: given.sendingProof ?? step.sendingProof,
    receiptProof: given.receiptProof ?? step.receiptProof,
  };
  const refusal =
    mayTake(actor, step.step, theCase) ??
    (theCase.status !== 'OPEN' && step.step !== 'TMP2T_LIFTED'
      ? refuse('CASE_ENDED', { status: theCase.status })
      : undefined) ??
    fixed(step) ??
    (changes(step, way) ? undefined : refuse('NOTHING_TO_CHANGE', {})) ??
    checkWay(way, { step: step.step, on, numbered: step.number !== '' || step.signedScan !== null }, facts.today);
  if (refusal) return refusal;
  if (recordsForAnother(actor, step.step) && given.sendingProof === null && given.receiptProof === null) {
    return resting(refuse('ON_DOCUMENT_ONLY', { step: step.step }), LADDER[step.step].basis);
  }
  const receipt = receiptOf(way, facts);
  const previousEnds = standing(theCase, 'TEGURAN_II')?.clock?.ends ?? null;
  const { sentOn, sendingProof, receiptProof } = way;
  return {
    type: 'ReceiptRecorded',
    data: {
      case: theCase.id,
      entry,
      sentOn,
      ...receipt,
      sendingProof,
      receiptProof,
      clock: clockFor(step.step, { on, receivedOn: receipt.receivedOn, previousEnds, promisedOn }, facts),
    },
    text: null,
  };
}

function fixed({ step, receivedOn, deemed, signedScan, clock }: CaseStep): Refusal | undefined {
  if (receivedOn === null) return undefined;
  if (signedScan !== null && !deemed) return refuse('STEP_FROZEN', { step });
  return clock !== null && clock.state !== 'RUNNING' ? refuse('RECEIPT_FIXED', { receivedOn }) : undefined;
}

function changes(step: CaseStep, way: Way): boolean {
  return (
    way.sentOn !== step.sentOn ||
    way.receivedOn !== (step.deemed ? null : step.receivedOn) ||
    way.sendingProof !== step.sendingProof ||
    way.receiptProof !== step.receiptProof
  );
}
