import { type Action, type Actor, may } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { shown } from '../formats/shown';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import { TEXT_LIMIT, TITLE_LIMIT, checkQuantity, checkText } from '../tasks/text';
import type { Case, CaseStep } from './case';
import { type Step, VIOLATIONS, type Violation } from './codes';
import { LADDER } from './ladder';
import type { Basis } from './step-rule';

/** The refusal, resting on what this very rule rests on. */
export function resting(refusal: Refusal, basis: Basis): Refusal {
  return { ...refusal, rule: basis.text };
}

/** Who may record this step. The prosecutor knows of no case but those that were handed over. */
export function mayTake(actor: Actor, step: Step, theCase: Pick<Case, 'steps'>): Refusal | undefined {
  const { action, basis } = LADDER[step];
  const allowed = may(actor, action, { region: actor.region });
  if (allowed !== true) {
    if (allowed.code !== 'ROLE_NOT_ALLOWED') return allowed;
    return resting(refuse('STEP_NOT_YOURS', { step, role: actor.role }), basis);
  }
  if (actor.role === 'prosecutor' && !theCase.steps.some((one) => one.step === 'SKK')) return refuse('NOT_FOUND');
  return undefined;
}

/** Only BPJS Kesehatan says that an employer complies, or that there is nothing to comply with (UU 24/2011). */
export function mayEnd(actor: Actor, action: Action & ('case.verify' | 'case.close')): Refusal | undefined {
  const allowed = may(actor, action, { region: actor.region });
  if (allowed === true) return undefined;
  return allowed.code === 'ROLE_NOT_ALLOWED' ? refuse('ONLY_BPJS_ENDS', { role: actor.role }) : allowed;
}

/** Whether the actor records what another institution did: the lead does so on a document. */
export function recordsForAnother(actor: Actor, step: Step): boolean {
  return LADDER[step].owner !== 'LOCAL' && actor.role === 'lead';
}

export function findStep(theCase: Pick<Case, 'steps'>, entry: string): CaseStep | Refusal {
  return theCase.steps.find((one) => one.entry === entry) ?? refuse('STEP_ENTRY_UNKNOWN', { entry: shown(entry) });
}

/** A real date, not after today. */
export function checkPast(field: string, date: IsoDate, today: IsoDate): Refusal | undefined {
  if (!isIsoDate(date)) return refuse('DATE_INVALID', { field, value: shown(date) });
  return date > today ? refuse('STEP_IN_FUTURE', { field, on: date, today }) : undefined;
}

/** The violations, each once, in the order of the codes. */
export function checkViolations(given: readonly Violation[]): readonly Violation[] | Refusal {
  const known = VIOLATIONS.filter((one) => given.includes(one));
  return known.length > 0 && known.length === given.length ? known : refuse('VIOLATIONS_INVALID', {});
}

export function checkNote(note: string): string | Refusal {
  return checkText('note', note, TEXT_LIMIT, false);
}

/** Number of a paper and who signed it. */
export function checkLine(field: 'number' | 'signatory', text: string, required: boolean): string | Refusal {
  return checkText(field, text, TITLE_LIMIT, required);
}

export function checkPeople(field: 'workers' | 'workersMissing', value: number): Refusal | undefined {
  const checked = checkQuantity(field, value, 0, 'workers');
  return isRefusal(checked) ? checked : undefined;
}

export function checkRupiah(value: number): Refusal | undefined {
  const checked = checkQuantity('amount', value, 1, 'rupiah');
  return isRefusal(checked) ? checked : undefined;
}
