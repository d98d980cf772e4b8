import type { IsoDate } from '../calendar/wib';
import { type Refusal, refuse } from '../refusal/refusal';
import type { Case, CaseStep } from './case';
import { resting } from './checks';
import { HANDOVER_POLICIES, type HandoverPolicy } from './ladder';
import { currentSteps, standing } from './standing';

/** What a dossier has to hold on that day. */
export function handoverPolicyOn(day: IsoDate): HandoverPolicy {
  const policy = HANDOVER_POLICIES.findLast((row) => row.from <= day);
  if (!policy) throw new Error(`no policy of hand-over on ${day}`);
  return policy;
}

/** An appeal that is proven to have arrived by that day; what merely counts as received is no proof. */
function isProvenAppeal({ step, receivedOn, deemed, receiptProof }: CaseStep, day: IsoDate): boolean {
  return step === 'HIMBAUAN' && receivedOn !== null && receivedOn <= day && !deemed && receiptProof !== null;
}

/** An inspection by that day with its paper: the report, the signed scan, or the proof that the employer received it. */
function isProvenInspection({ step, on, document, signedScan, receiptProof }: CaseStep, day: IsoDate): boolean {
  return step === 'INSPECTION' && on <= day && [document, signedScan, receiptProof].some((file) => file !== null);
}

/**
 * What is missing before the case can go to the prosecutor; nothing when it is ready. Whoever asks.
 * Source: docs/domain.md#handover (practice: appeal and inspection come first).
 */
export function readiness(theCase: Case, today: IsoDate): readonly Refusal[] {
  return [alreadyThere(theCase), ...incomplete(theCase, today)].filter((one) => one !== undefined);
}

/** The completeness alone on that day, without asking whether the case is on its way already. Later papers do not count. */
export function incomplete(theCase: Case, day: IsoDate): readonly Refusal[] {
  const { appeals, inspections, basis } = handoverPolicyOn(day);
  const steps = currentSteps(theCase);
  const proven = {
    appeals: steps.filter((step) => isProvenAppeal(step, day)).length,
    inspections: steps.filter((step) => isProvenInspection(step, day)).length,
  };
  const missing: Refusal[] = [];
  if (theCase.status !== 'OPEN') missing.push(refuse('CASE_ENDED', { status: theCase.status }));
  if (proven.appeals < appeals) {
    missing.push(resting(refuse('HANDOVER_NEEDS_APPEAL', { needed: appeals, proven: proven.appeals }), basis));
  }
  if (proven.inspections < inspections) {
    missing.push(
      resting(refuse('HANDOVER_NEEDS_INSPECTION', { needed: inspections, proven: proven.inspections }), basis),
    );
  }
  return missing;
}

function alreadyThere(theCase: Case): Refusal | undefined {
  const { handover } = theCase;
  if (standing(theCase, 'SKK')) return refuse('STEP_STANDS', { step: 'SKK' });
  return handover === null ? undefined : refuse('HANDOVER_RUNS', { handover: handover.id });
}
