import type { IsoDate } from '../calendar/wib';
import { type Refusal, refuse } from '../refusal/refusal';
import type { Case, CaseStep } from './case';
import { resting } from './checks';
import type { LadderFacts } from './clock';
import type { HandoverNeeds } from './handover-needs';
import type { LadderSettings } from './ladder-setting';
import { handoverPolicyOn } from './settings';
import { currentSteps, standing } from './standing';

/** An appeal that is proven to have arrived by that day; what merely counts as received is no proof. */
function isProvenAppeal({ step, receivedOn, deemed, receiptProof }: CaseStep, day: IsoDate): boolean {
  return step === 'HIMBAUAN' && receivedOn !== null && receivedOn <= day && !deemed && receiptProof !== null;
}

/** An inspection by that day with its paper: the report, the signed scan, or the proof that the employer received it. */
function isProvenInspection({ step, on, document, signedScan, receiptProof }: CaseStep, day: IsoDate): boolean {
  return step === 'INSPECTION' && on <= day && [document, signedScan, receiptProof].some((file) => file !== null);
}

/** What the rules of readiness are told. */
type Facts = Pick<LadderFacts, 'today' | 'settings'>;

/**
 * What is missing before the case can go to the prosecutor; nothing when it is ready. Whoever asks.
 * Source: docs/domain.md#handover (practice: appeal and inspection come first).
 */
export function readiness(theCase: Case, { today, settings }: Facts): readonly Refusal[] {
  return [alreadyThere(theCase), ...incomplete(theCase, today, settings)].filter((one) => one !== undefined);
}

/**
 * The completeness alone, under the rule of that day, without asking whether the case is on its way already. Later papers do
 * not count. Each refusal says since when its rule holds.
 */
export function incomplete(theCase: Case, day: IsoDate, settings: LadderSettings): readonly Refusal[] {
  const { appeals, inspections, from, basis } = handoverPolicyOn(settings, day);
  const proven = provenOn(theCase, day);
  const since = from ?? 'SHIPPED';
  const missing: Refusal[] = [];
  if (theCase.status !== 'OPEN') missing.push(refuse('CASE_ENDED', { status: theCase.status }));
  if (proven.appeals < appeals) {
    missing.push(resting(refuse('HANDOVER_NEEDS_APPEAL', { needed: appeals, proven: proven.appeals, since }), basis));
  }
  if (proven.inspections < inspections) {
    missing.push(
      resting(refuse('HANDOVER_NEEDS_INSPECTION', { needed: inspections, proven: proven.inspections, since }), basis),
    );
  }
  return missing;
}

/**
 * What the case has that a hand-over asks for, or null where it can go to nobody: it has ended, or is on its way already.
 * The list keeps this beside a case and compares it with the rule of the day it is read.
 */
export function provenForHandover(theCase: Case, day: IsoDate): HandoverNeeds | null {
  return theCase.status !== 'OPEN' || alreadyThere(theCase) ? null : provenOn(theCase, day);
}

/** Whether so much is enough under that rule. */
export function isEnough(proven: HandoverNeeds | null, policy: HandoverNeeds): boolean {
  return proven !== null && proven.appeals >= policy.appeals && proven.inspections >= policy.inspections;
}

function provenOn(theCase: Case, day: IsoDate): HandoverNeeds {
  const steps = currentSteps(theCase);
  return {
    appeals: steps.filter((step) => isProvenAppeal(step, day)).length,
    inspections: steps.filter((step) => isProvenInspection(step, day)).length,
  };
}

function alreadyThere(theCase: Case): Refusal | undefined {
  const { handover } = theCase;
  if (standing(theCase, 'SKK')) return refuse('STEP_STANDS', { step: 'SKK' });
  return handover === null ? undefined : refuse('HANDOVER_RUNS', { handover: handover.id });
}
