import type { IsoDate } from '../calendar/wib';
import { type Refusal, refuse } from '../refusal/refusal';
import type { Case, CaseStep } from './case';
import { resting } from './checks';
import type { Step } from './codes';
import { LADDER } from './ladder';
import type { LadderSettings } from './ladder-setting';
import { readiness } from './readiness';
import { standing } from './standing';
import type { Ground } from './step-rule';

/**
 * Why this step cannot be taken on that day, whoever asks; undefined where it can.
 * One order for buttons and for commands: how the step is entered at all, whether the case is open, whether the step
 * stands already, and on which steps it has to stand.
 */
export function hindrance(theCase: Case, step: Step, on: IsoDate, settings: LadderSettings): Refusal | undefined {
  if (step === 'IDENTIFIED') return refuse('STEP_BY_OPENING', {});
  return (
    hinderedByStatus(theCase, step) ??
    hinderedByItself(theCase, step) ??
    LADDER[step].after.map((ground) => missing(theCase, step, ground, on)).find((refusal) => refusal !== undefined) ??
    (step === 'SKK' ? readiness(theCase, { today: on, settings })[0] : undefined)
  );
}

/** Services are given back when BPJS has said that the case is over, and not before; all else needs an open case. */
function hinderedByStatus({ status }: Case, step: Step): Refusal | undefined {
  if (step === 'TMP2T_LIFTED') return status === 'OPEN' ? refuse('LIFT_NEEDS_END', {}) : undefined;
  return status === 'OPEN' ? undefined : refuse('CASE_ENDED', { status });
}

function hinderedByItself(theCase: Case, step: Step): Refusal | undefined {
  const { repeats, basis } = LADDER[step];
  if (repeats || !standing(theCase, step)) return undefined;
  const warning = step === 'TEGURAN_I' || step === 'TEGURAN_II';
  if (warning && standing(theCase, 'TEGURAN_II')) return refuse('THIRD_WARNING', {});
  return resting(refuse('STEP_STANDS', { step }), basis);
}

function missing(theCase: Case, step: Step, ground: Ground, on: IsoDate): Refusal | undefined {
  const found = standing(theCase, ground.step);
  if (!found) return resting(refuse('STEP_NEEDS', { step, needs: ground.step }), ground.basis);
  if (on < found.on) return refuse('STEP_TOO_EARLY', { step, on, needs: found.step, earliest: found.on });
  return ground.ended ? notEnded(found, on) : undefined;
}

/** A warning runs until 24.00 WIB of its last day: what follows bears a later date. */
function notEnded({ step, clock }: CaseStep, on: IsoDate): Refusal | undefined {
  if (!clock) return refuse('RECEIPT_MISSING', { step });
  const { ends, missingYear } = clock;
  if (ends === null) return refuse('NO_DECREE_FOR_YEAR', { year: missingYear ?? 0 });
  if (on > ends) return undefined;
  return step === 'TEGURAN_I' ? refuse('WARNING_ONE_RUNS', { ends }) : refuse('WARNING_TWO_RUNS', { ends });
}
