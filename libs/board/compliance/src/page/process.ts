import type { CaseDetail, StepOffer } from '@papan/contracts';
import { LADDER, STEPS, TRACKS, awaitsAction, currentSteps, superseded, trackOf } from '@papan/domain';
import type { Case, CaseStep, Step, Track } from '@papan/domain';

/** A step that was taken, as the process list shows it. */
export interface DoneStep {
  readonly taken: CaseStep;
  /** The second himbauan is 2; 0 where the step can only be taken once. */
  readonly ordinal: number;
  /** Nothing follows it on its track: what happens to it is what happens to the case. */
  readonly latest: boolean;
  /** Its time has not begun: the proof that it was received is missing. */
  readonly awaitsReceipt: boolean;
  /** A clock that has run out was answered by a later step. */
  readonly answered: boolean;
  /** Belongs to a matter that was ended before the case was opened again. */
  readonly former: boolean;
}

export interface ComingStep {
  readonly step: Step;
  readonly refusal: StepOffer['refusal'];
}

/** One road of a case: what was done on it, and what may come or why not yet. */
export interface TrackProcess {
  readonly track: Track;
  readonly done: readonly DoneStep[];
  readonly coming: readonly ComingStep[];
}

/** A step that stands already is shown as done and not again as "not possible". */
const STANDS: readonly string[] = ['STEP_STANDS', 'THIRD_WARNING', 'STEP_BY_OPENING'];

export function processOf({ case: theCase, offers }: Pick<CaseDetail, 'case' | 'offers'>): readonly TrackProcess[] {
  const refusals = new Map(offers.map((offer) => [offer.step, offer.refusal]));
  return TRACKS.map((track) => {
    const steps = theCase.steps.filter((one) => trackOf(one.step) === track);
    const coming = STEPS.filter((step) => LADDER[step].track === track && refusals.has(step))
      .map((step) => ({ step, refusal: refusals.get(step) ?? null }))
      .filter(({ refusal }) => refusal === null || !STANDS.includes(refusal.code));
    return { track, done: steps.map((one) => doneStep(theCase, one)), coming };
  });
}

function doneStep(theCase: Case, taken: CaseStep): DoneStep {
  const same = theCase.steps.filter((one) => one.step === taken.step);
  return {
    taken,
    ordinal: LADDER[taken.step].repeats || same.length > 1 ? same.indexOf(taken) + 1 : 0,
    latest: !superseded(theCase, taken),
    awaitsReceipt: awaitsReceipt(theCase, taken),
    answered: taken.clock?.state === 'FIRED' && !awaitsAction(theCase, taken),
    former: taken.nth < theCase.counts,
  };
}

/** Whether the time of a step waits for the proof that its paper was received; one letter that arrived is enough. */
export function awaitsReceipt(theCase: Pick<Case, 'steps' | 'status' | 'counts'>, taken: CaseStep): boolean {
  const { clock } = LADDER[taken.step];
  const fromReceipt = clock?.kind === 'WORKING_DAYS' || clock?.kind === 'CALENDAR_DAYS';
  if (!fromReceipt || theCase.status !== 'OPEN' || taken.nth < theCase.counts) return false;
  return !currentSteps(theCase).some((one) => one.step === taken.step && one.receivedOn !== null);
}

/** The step that a person would take first: the proposals of what has run out come before what is merely possible. */
export function nextLawful(process: readonly TrackProcess[]): Step | null {
  const open = process.flatMap(({ coming }) => coming).filter(({ refusal }) => refusal === null);
  const proposed = process
    .flatMap(({ done }) => done)
    .filter(({ taken, answered }) => taken.clock?.state === 'FIRED' && !answered)
    .flatMap(({ taken }) => LADDER[taken.step].next);
  return (open.find(({ step }) => proposed.includes(step)) ?? open[0])?.step ?? null;
}

/** The latest step whose proof of receipt is missing. */
export function nextReceipt(process: readonly TrackProcess[]): string | null {
  return process.flatMap(({ done }) => done).findLast((one) => one.awaitsReceipt)?.taken.entry ?? null;
}
