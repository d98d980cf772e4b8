import { type Actor, may } from '../access/may';
import type { IsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case, CaseViolation } from './case';
import { checkNote, checkPast, checkPeople, checkViolations } from './checks';
import type { EmployerSource, Violation } from './codes';
import type { ComplianceEventOf } from './events';
import { standingViolations } from './standing';

export interface OpenCaseInput {
  /** Number of the new case in its region. */
  readonly case: number;
  readonly employer: number;
  /** UUID of the step IDENTIFIED. */
  readonly entry: string;
  readonly source: EmployerSource;
  readonly violations: readonly Violation[];
  readonly workersMissing: number;
  /** Today where left out. */
  readonly on?: IsoDate | undefined;
  readonly note: string;
}

/** @param openCase the case of this employer that is open already, or null: an employer has one at a time. */
export function openCase(
  input: OpenCaseInput,
  actor: Actor,
  { today, openCase: open }: { readonly today: IsoDate; readonly openCase: number | null },
): ComplianceEventOf<'CaseOpened'> | Refusal {
  const allowed = may(actor, 'case.open', { region: actor.region });
  if (allowed !== true) return allowed;
  if (open !== null) return refuse('CASE_ALREADY_OPEN', { case: open });
  const { employer, entry, source, workersMissing, on = today } = input;
  const refusal = checkPast('on', on, today) ?? checkPeople('workersMissing', workersMissing);
  if (refusal) return refusal;
  const violations = checkViolations(input.violations);
  if (isRefusal(violations)) return violations;
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return {
    type: 'CaseOpened',
    data: { case: input.case, employer, on, source, violations, workersMissing, entry },
    text: note === '' ? null : { note },
  };
}

export interface ViolationsInput {
  /** Those that stand now. */
  readonly violations: readonly Violation[];
  readonly on?: IsoDate | undefined;
  readonly note: string;
}

/** What the employer is said to have done, as it is known now. It moves no step, no track and no clock, and ends no case. */
export function setViolations(
  theCase: Case,
  input: ViolationsInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'ViolationsChanged'> | Refusal {
  const allowed = mayName(actor);
  if (allowed) return allowed;
  if (theCase.status !== 'OPEN') return refuse('CASE_ENDED', { status: theCase.status });
  const { on = today } = input;
  const refusal = checkPast('on', on, today) ?? notBefore(theCase.violations, on);
  if (refusal) return refusal;
  const wanted = checkViolations(input.violations);
  if (isRefusal(wanted)) return wanted;
  const now = standingViolations(theCase);
  const added = wanted.filter((one) => !now.includes(one));
  const ended = now.filter((one) => !wanted.includes(one));
  if (added.length === 0 && ended.length === 0) return refuse('NOTHING_TO_CHANGE', {});
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return {
    type: 'ViolationsChanged',
    data: { case: theCase.id, on, added, ended },
    text: note === '' ? null : { note },
  };
}

/** Who opens cases says what is wrong; so does the inspector who has found it. */
function mayName(actor: Actor): Refusal | undefined {
  const [open, inspect] = [
    may(actor, 'case.open', { region: actor.region }),
    may(actor, 'case.inspect', { region: actor.region }),
  ];
  return open === true || inspect === true ? undefined : open;
}

function notBefore(violations: readonly CaseViolation[], on: IsoDate): Refusal | undefined {
  const since = violations.map((one) => one.since).sort()[0];
  return since !== undefined && on < since
    ? refuse('STEP_TOO_EARLY', { step: 'IDENTIFIED', on, needs: 'IDENTIFIED', earliest: since })
    : undefined;
}
