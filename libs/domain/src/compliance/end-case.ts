import { type Actor, may } from '../access/may';
import type { IsoDate } from '../calendar/wib';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case } from './case';
import { checkLine, checkNote, checkPast, checkPeople, checkRupiah, checkViolations, mayEnd } from './checks';
import type { CaseEnd, CloseReason, ComplianceProof, ReopenReason, Violation } from './codes';
import type { ComplianceEventOf } from './events';
import { standing, standingViolations } from './standing';

export interface VerifyInput {
  readonly on: IsoDate;
  readonly proof: ComplianceProof;
  /** Workers registered because of this case; 0 with a payment. */
  readonly workers: number;
  /** Rupiah paid; null with a registration. */
  readonly amount: number | null;
  readonly ended: readonly Violation[];
  /** Workers still missing afterwards. */
  readonly workersMissing: number;
  readonly document: string;
  readonly number: string;
  readonly note: string;
}

/** What each proof can put an end to: a payment registers nobody, a registration pays nothing. */
const PROVES: Readonly<Record<ComplianceProof, readonly Violation[]>> = {
  REGISTRATION: ['NOT_REGISTERED', 'PARTLY_REGISTERED', 'WRONG_DATA'],
  PAYMENT: ['ARREARS'],
};

/**
 * BPJS verifies from its own data: registered workers, or dues received. Nobody else ends a case as compliant, whatever was
 * paid or promised elsewhere. While workers are missing or a violation stands, the case stays open and keeps what was won.
 * Source: docs/domain.md#ladder.
 */
export function verifyCase(
  theCase: Case,
  input: VerifyInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'CaseVerified'> | Refusal {
  const { on, proof, workers, amount, workersMissing, document } = input;
  const refusal = mayEnd(actor, 'case.verify') ?? checkEnd(theCase, on, today) ?? checkProof(theCase, input);
  if (refusal) return refusal;
  const left = standingViolations(theCase).filter((one) => !input.ended.includes(one));
  if (workersMissing > 0 && left.length === 0) return refuse('VERIFICATION_CONTRADICTS', { workersMissing });
  const number = checkLine('number', input.number, true);
  if (isRefusal(number)) return number;
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  const ended = standingViolations(theCase).filter((one) => input.ended.includes(one));
  return {
    type: 'CaseVerified',
    data: { case: theCase.id, on, proof, workers, amount, ended, workersMissing, document },
    text: { number, note },
  };
}

/** Whether a verification leaves nothing to be done: nobody is missing, and no violation stands. */
export function completes(
  theCase: Pick<Case, 'violations'>,
  { ended, workersMissing }: { readonly ended: readonly Violation[]; readonly workersMissing: number },
): boolean {
  return workersMissing === 0 && standingViolations(theCase).every((one) => ended.includes(one));
}

function checkProof(theCase: Case, input: VerifyInput): Refusal | undefined {
  const { proof, workers, amount, ended, workersMissing } = input;
  const unknown = ended.find((one) => !standingViolations(theCase).includes(one));
  if (unknown !== undefined) return refuse('VIOLATION_NOT_STANDING', { violation: unknown });
  const beyond = ended.find((one) => !PROVES[proof].includes(one));
  if (beyond !== undefined) return refuse('PROOF_DOES_NOT_END', { proof, violation: beyond });
  const counted = checkPeople('workers', workers) ?? checkPeople('workersMissing', workersMissing);
  if (counted) return counted;
  if (proof === 'PAYMENT') {
    if (amount === null) return refuse('VERIFICATION_UNPROVEN', { proof, field: 'amount' });
    if (workers > 0) return refuse('VERIFICATION_UNPROVEN', { proof: 'REGISTRATION', field: 'workers' });
    return checkRupiah(amount);
  }
  if (amount !== null) return refuse('VERIFICATION_UNPROVEN', { proof: 'PAYMENT', field: 'amount' });
  // Corrected wages or addresses register nobody new.
  const correctsData = ended.length > 0 && ended.every((one) => one === 'WRONG_DATA');
  return workers === 0 && !correctsData ? refuse('VERIFICATION_UNPROVEN', { proof, field: 'workers' }) : undefined;
}

export interface CloseInput {
  readonly on: IsoDate;
  readonly reason: CloseReason;
  readonly document: string;
  readonly number: string;
  readonly note: string;
}

/** There is nothing to comply with: no employer, closed down, bankrupt, moved away, or the same one twice. */
export function closeCase(
  theCase: Case,
  input: CloseInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'CaseClosed'> | Refusal {
  const { on, reason, document } = input;
  const refusal = mayEnd(actor, 'case.close') ?? checkEnd(theCase, on, today);
  if (refusal) return refusal;
  const number = checkLine('number', input.number, true);
  if (isRefusal(number)) return number;
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return { type: 'CaseClosed', data: { case: theCase.id, on, reason, document }, text: { number, note } };
}

function checkEnd(theCase: Case, on: IsoDate, today: IsoDate): Refusal | undefined {
  if (theCase.status !== 'OPEN') return refuse('CASE_ENDED', { status: theCase.status });
  const past = checkPast('on', on, today);
  if (past) return past;
  const begun = standing(theCase, 'IDENTIFIED')?.on ?? theCase.openedOn;
  return on < begun ? refuse('STEP_TOO_EARLY', { step: 'PATUH', on, needs: 'IDENTIFIED', earliest: begun }) : undefined;
}

/**
 * After which end a reason can reopen a case, and whether the matter goes on where it stood. A new matter begins the ladder
 * anew: warnings of the old one do not count for it. Source: docs/domain.md#ladder.
 */
export const REOPENINGS: Readonly<
  Record<ReopenReason, { readonly after: readonly CaseEnd[]; readonly resumes: boolean }>
> = {
  INSTALMENT_BROKEN: { after: ['PATUH'], resumes: true },
  WORKERS_STILL_MISSING: { after: ['PATUH'], resumes: true },
  NEW_ARREARS: { after: ['PATUH'], resumes: false },
  BUSINESS_REVIVED: { after: ['TUTUP'], resumes: false },
  CLOSED_WRONGLY: { after: ['PATUH', 'TUTUP'], resumes: true },
};

export interface ReopenInput {
  /** UUID of the step IDENTIFIED with which it begins again. */
  readonly entry: string;
  readonly on: IsoDate;
  readonly reason: ReopenReason;
  readonly violations: readonly Violation[];
  readonly workersMissing: number;
  readonly note: string;
}

/** The case is open again, with its whole history. */
export function reopenCase(
  theCase: Case,
  input: ReopenInput,
  actor: Actor,
  { today }: { readonly today: IsoDate },
): ComplianceEventOf<'CaseReopened'> | Refusal {
  const allowed = may(actor, 'case.open', { region: actor.region });
  if (allowed !== true) return allowed;
  const { entry, on, reason, workersMissing } = input;
  const { status, since } = theCase;
  if (status === 'OPEN') return refuse('CASE_NOT_ENDED', {});
  if (!REOPENINGS[reason].after.includes(status)) return refuse('REOPEN_REASON_WRONG', { reason, status });
  if (theCase.steps.some((one) => one.entry === entry)) return refuse('STEP_ENTRY_KNOWN', {});
  const refusal = checkPast('on', on, today) ?? checkPeople('workersMissing', workersMissing);
  if (refusal) return refusal;
  if (on < since) return refuse('STEP_TOO_EARLY', { step: 'IDENTIFIED', on, needs: status, earliest: since });
  const violations = checkViolations(input.violations);
  if (isRefusal(violations)) return violations;
  const note = checkNote(input.note);
  if (isRefusal(note)) return note;
  return {
    type: 'CaseReopened',
    data: { case: theCase.id, on, reason, violations, workersMissing, entry },
    text: note === '' ? null : { note },
  };
}
