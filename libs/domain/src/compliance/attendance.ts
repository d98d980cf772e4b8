import type { Actor } from '../access/may';
import type { IsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case } from './case';
import { checkNote, findStep, mayTake, recordsForAnother, resting } from './checks';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';

export interface AttendanceInput {
  readonly attended: boolean;
  readonly note: string;
}

/**
 * Whether the employer came to a summons; known on its day at the earliest. It may be mended: whoever stayed away may turn
 * out to have been there. The lead records it where the summons itself stands on a document.
 */
export function recordAttendance(
  theCase: Case,
  entry: string,
  input: AttendanceInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'AttendanceRecorded'> | Refusal {
  const step = findStep(theCase, entry);
  if (isRefusal(step)) return step;
  const notAllowed = mayTake(actor, step.step, theCase);
  if (notAllowed) return notAllowed;
  if (step.step !== 'SUMMONS') return refuse('NOT_A_SUMMONS', { step: step.step });
  if (theCase.status !== 'OPEN') return refuse('CASE_ENDED', { status: theCase.status });
  if (recordsForAnother(actor, step.step) && step.document === null && step.signedScan === null) {
    return resting(refuse('ON_DOCUMENT_ONLY', { step: step.step }), LADDER.SUMMONS.basis);
  }
  const day = step.promisedOn ?? step.on;
  if (today < day) return refuse('SUMMONS_DAY_AHEAD', { on: day });
  if (step.attended === input.attended) return refuse('NOTHING_TO_CHANGE', {});
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return {
    type: 'AttendanceRecorded',
    data: { case: theCase.id, entry, attended: input.attended },
    text: note === '' ? null : { note },
  };
}
