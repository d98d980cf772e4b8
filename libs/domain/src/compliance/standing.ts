import type { Case, CaseStep } from './case';
import type { Step, Track, Violation } from './codes';
import { LADDER, trackOf } from './ladder';

/** The steps that decide what may follow; those before belong to a matter that was ended. */
export function currentSteps(theCase: Pick<Case, 'steps' | 'counts'>): readonly CaseStep[] {
  return theCase.counts <= 1 ? theCase.steps : theCase.steps.filter((step) => step.nth >= theCase.counts);
}

/** Which public services the employer is refused: of the whole case, because a refusal outlives the matter it began in. */
export function servicesOf(
  theCase: Pick<Case, 'steps' | 'counts'>,
): { readonly state: 'NONE' } | { readonly state: 'REQUESTED' | 'IN_FORCE' | 'LIFTED'; readonly step: CaseStep } {
  const step = theCase.steps.findLast((one) => trackOf(one.step) === 'TMP2T');
  if (step?.step === 'TMP2T_IN_FORCE') return { state: 'IN_FORCE', step };
  // A request that was never carried out ends with its matter.
  if (!step || step.nth < theCase.counts) return { state: 'NONE' };
  return { state: step.step === 'TMP2T_REQUESTED' ? 'REQUESTED' : 'LIFTED', step };
}

/** The step as it stands now, or undefined. A refusal of services stands from the request until it is lifted. */
export function standing(theCase: Pick<Case, 'steps' | 'counts'>, step: Step): CaseStep | undefined {
  if (LADDER[step].track !== 'TMP2T') return currentSteps(theCase).findLast((one) => one.step === step);
  const services = servicesOf(theCase);
  if (services.state === 'NONE' || services.state === 'LIFTED') {
    return services.state === 'LIFTED' && step === 'TMP2T_LIFTED' ? services.step : undefined;
  }
  if (step === services.step.step) return services.step;
  return step === 'TMP2T_REQUESTED' ? theCase.steps.findLast((one) => one.step === step) : undefined;
}

/** The latest step on a track, of those that count. */
export function latestOn(theCase: Pick<Case, 'steps' | 'counts'>, track: Track): CaseStep | undefined {
  if (track === 'TMP2T') {
    const services = servicesOf(theCase);
    return services.state === 'NONE' ? undefined : services.step;
  }
  return currentSteps(theCase).findLast((one) => trackOf(one.step) === track);
}

/** Whether a later step of the same track has been taken: then its own time is over. */
export function superseded(theCase: Pick<Case, 'steps'>, step: CaseStep): boolean {
  const track = trackOf(step.step);
  return theCase.steps.some((one) => one.nth > step.nth && trackOf(one.step) === track);
}

/** What the employer is still said to have done. */
export function standingViolations(theCase: Pick<Case, 'violations'>): readonly Violation[] {
  return theCase.violations.filter((one) => one.ended === null).map((one) => one.violation);
}

/** What the counter is told about an employer, and nothing else. `null`: the employer has no case. */
export function counterAnswer(theCase: Pick<Case, 'id' | 'steps' | 'counts'> | null): {
  readonly answer: 'BLOCKED' | 'NOT_BLOCKED' | 'LIFTED';
  readonly case: number | null;
  readonly liftedOn: string | null;
} {
  const last = theCase?.steps.findLast((one) => trackOf(one.step) === 'TMP2T');
  if (theCase && last?.step === 'TMP2T_IN_FORCE') return { answer: 'BLOCKED', case: theCase.id, liftedOn: null };
  if (theCase && last?.step === 'TMP2T_LIFTED') return { answer: 'LIFTED', case: theCase.id, liftedOn: last.on };
  return { answer: 'NOT_BLOCKED', case: null, liftedOn: null };
}
