import type { Actor } from '../access/may';
import { type Refusal, refuse } from '../refusal/refusal';
import type { Case } from './case';
import { mayEnd, mayTake } from './checks';
import type { LadderFacts } from './clock';
import { CASE_ENDS, type CaseEnd, STEPS, type Step } from './codes';
import { hindrance } from './grounds';
import { mayHandOver } from './handover';

/** A step or an end, and why it cannot be had now; null where it can. */
export interface Offer {
  readonly step: Step | CaseEnd;
  readonly refusal: Refusal | null;
}

/**
 * Every step of the ladder and both ends, as they stand for this reader on this day: the board shows the reason beside each
 * button that is off. What a form still has to ask for (numbers, documents, dates) is no reason here.
 */
export function offersFor(
  theCase: Case,
  actor: Actor,
  facts: Pick<LadderFacts, 'today' | 'settings'>,
): readonly Offer[] {
  return [...STEPS, ...CASE_ENDS].map((step) => ({ step, refusal: refusalOf(theCase, step, actor, facts) ?? null }));
}

function refusalOf(
  theCase: Case,
  step: Step | CaseEnd,
  actor: Actor,
  { today, settings }: Pick<LadderFacts, 'today' | 'settings'>,
): Refusal | undefined {
  switch (step) {
    case 'PATUH':
      return mayEnd(actor, 'case.verify') ?? ifEnded(theCase);
    case 'TUTUP':
      return mayEnd(actor, 'case.close') ?? ifEnded(theCase);
    case 'SKK':
      return mayHandOver(actor) ?? hindrance(theCase, step, today, settings);
    default:
      return mayTake(actor, step, theCase) ?? hindrance(theCase, step, today, settings);
  }
}

function ifEnded({ status }: Case): Refusal | undefined {
  return status === 'OPEN' ? undefined : refuse('CASE_ENDED', { status });
}
