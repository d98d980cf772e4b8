import type { Case, CaseStep } from './case';
import { type LadderFacts, hasEnded } from './clock';
import type { Step } from './codes';
import type { ComplianceEventOf } from './events';
import { hindrance } from './grounds';
import { LADDER } from './ladder';
import { superseded } from './standing';

/** The steps that a person may take next after this one, as the case stands today. Nothing is taken by itself. */
export function proposalsOf(
  theCase: Case,
  step: Pick<CaseStep, 'step'>,
  { today, settings }: Pick<LadderFacts, 'today' | 'settings'>,
): readonly Step[] {
  return LADDER[step.step].next.filter((next) => hindrance(theCase, next, today, settings) === undefined);
}

/**
 * The clock of this step has run out: what is told, once. Null where there is nothing to tell: no clock, not over before
 * 24.00 WIB of its last day, stopped, or told already.
 */
export function fireDeadline(
  theCase: Case,
  entry: string,
  facts: Pick<LadderFacts, 'today' | 'settings'>,
): ComplianceEventOf<'DeadlineFired'> | null {
  const step = theCase.steps.find((one) => one.entry === entry);
  if (theCase.status !== 'OPEN' || step?.clock?.state !== 'RUNNING') return null;
  const { ends } = step.clock;
  if (ends === null || !hasEnded(step.clock, facts.today)) return null;
  const proposes = proposalsOf(theCase, step, facts);
  return {
    type: 'DeadlineFired',
    data: { case: theCase.id, entry, step: step.step, ended: ends, proposes },
    text: null,
  };
}

/** Whether a clock has run out and nobody has acted on it since: no step of its track, and none that it proposed. */
export function awaitsAction(theCase: Case, step: CaseStep): boolean {
  if (theCase.status !== 'OPEN' || step.nth < theCase.counts || step.clock?.state !== 'FIRED') return false;
  const { next } = LADDER[step.step];
  return !superseded(theCase, step) && !theCase.steps.some((one) => one.nth > step.nth && next.includes(one.step));
}
