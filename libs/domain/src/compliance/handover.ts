import { type Actor, may } from '../access/may';
import { type IsoDate, isIsoDate } from '../calendar/wib';
import { shown } from '../formats/shown';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { Case, HandoverState } from './case';
import { checkLine, checkNote, checkPast, recordsForAnother, resting } from './checks';
import type { LadderFacts } from './clock';
import type { ComplianceEventOf } from './events';
import { LADDER } from './ladder';
import type { LadderSettings } from './ladder-setting';
import { incomplete, readiness } from './readiness';
import { standing } from './standing';

/** One hand-over of one or many cases under one power of attorney. */
export interface Handover {
  readonly id: number;
  readonly state: HandoverState | 'WITHDRAWN';
  /** Person who proposed it. */
  readonly proposedBy: number;
  readonly cases: readonly number[];
}

/** Who has a hand in it: those who propose, and those who confirm. */
export function mayHandOver(actor: Actor): Refusal | undefined {
  const propose = may(actor, 'handover.propose', { region: actor.region });
  if (propose === true || may(actor, 'handover.confirm', { region: actor.region }) === true) return undefined;
  return propose.code === 'ROLE_NOT_ALLOWED'
    ? resting(refuse('STEP_NOT_YOURS', { step: 'SKK', role: actor.role }), LADDER.SKK.basis)
    : propose;
}

/**
 * The first of two persons: these cases are complete and shall be handed over. One that is not ready refuses the whole; the
 * refusal names it as `case`. Source: docs/domain.md#handover.
 */
export function proposeHandover(
  id: number,
  cases: readonly Case[],
  note: string,
  actor: Actor,
  facts: Pick<LadderFacts, 'today' | 'settings'>,
): ComplianceEventOf<'HandoverProposed'> | Refusal {
  const allowed = may(actor, 'handover.propose', { region: actor.region });
  if (allowed !== true) return allowed;
  if (cases.length === 0) return refuse('NOTHING_TO_CHANGE', {});
  for (const one of cases) {
    const [refusal] = readiness(one, facts);
    if (refusal) return about(one.id, refusal);
  }
  const checked = checkNote(note);
  if (isRefusal(checked)) return checked;
  return {
    type: 'HandoverProposed',
    data: { handover: id, cases: cases.map((one) => one.id) },
    text: checked === '' ? null : { note: checked },
  };
}

export interface ConfirmInput {
  /** Number of the SKK, who signed it, and its date. */
  readonly number: string;
  readonly signatory: string;
  readonly on: IsoDate;
  /** Last day of the power, where it has one. */
  readonly term: IsoDate | null;
  /** SHA-256 of the scan; the lead has to give it. */
  readonly document: string | null;
  /** UUID of the step SKK of each case. */
  readonly entries: ReadonlyMap<number, string>;
}

/**
 * The second of two persons: the power of attorney is on record, and every case enters SKK by it. A case that ended or lost
 * its proof since it was proposed refuses the whole; the proposal can be withdrawn and made again without it. The rule of
 * the day of the power of attorney counts.
 * @param cases those of the hand-over, as they stand now.
 */
export function confirmHandover(
  handover: Handover,
  cases: readonly Case[],
  input: ConfirmInput,
  actor: Actor,
  { today, settings }: Pick<LadderFacts, 'today' | 'settings'>,
): ComplianceEventOf<'HandoverConfirmed'> | Refusal {
  const { on, term, document, entries } = input;
  const refusal = checkSecondPerson(handover, actor) ?? checkPast('on', on, today) ?? checkTerm(term, on);
  if (refusal) return refusal;
  if (recordsForAnother(actor, 'SKK') && document === null) {
    return resting(refuse('ON_DOCUMENT_ONLY', { step: 'SKK' }), LADDER.SKK.basis);
  }
  const pairs: { readonly case: number; readonly entry: string }[] = [];
  for (const id of handover.cases) {
    const found = cases.find((one) => one.id === id);
    const entry = entries.get(id);
    if (!found || entry === undefined) return about(id, refuse('STEP_ENTRY_UNKNOWN', { entry: shown(entry ?? '') }));
    const hindered = hinderedCase(found, handover.id, on, settings);
    if (hindered) return about(id, hindered);
    pairs.push({ case: id, entry });
  }
  const number = checkLine('number', input.number, true);
  if (isRefusal(number)) return number;
  const signatory = checkLine('signatory', input.signatory, true);
  if (isRefusal(signatory)) return signatory;
  return {
    type: 'HandoverConfirmed',
    data: { handover: handover.id, cases: pairs, on, term, document },
    text: { number, signatory },
  };
}

/** Who proposed it takes it back, or who would have to confirm it sends it back. */
export function withdrawHandover(
  { id, state, cases }: Handover,
  note: string,
  actor: Actor,
): ComplianceEventOf<'HandoverWithdrawn'> | Refusal {
  const allowed = mayHandOver(actor);
  if (allowed) return allowed;
  if (state !== 'PROPOSED') return refuse('HANDOVER_NOT_PROPOSED', { state });
  const checked = checkNote(note);
  if (isRefusal(checked)) return checked;
  if (checked === '') return refuse('REASON_REQUIRED', { deed: 'withdraw' });
  return { type: 'HandoverWithdrawn', data: { handover: id, cases }, text: { note: checked } };
}

function checkSecondPerson({ state, proposedBy }: Handover, actor: Actor): Refusal | undefined {
  const allowed = may(actor, 'handover.confirm', { region: actor.region });
  if (allowed !== true) return allowed;
  if (state !== 'PROPOSED') return refuse('HANDOVER_NOT_PROPOSED', { state });
  return proposedBy === actor.person ? refuse('HANDOVER_OWN_PROPOSAL', {}) : undefined;
}

function checkTerm(term: IsoDate | null, on: IsoDate): Refusal | undefined {
  if (term === null) return undefined;
  if (!isIsoDate(term)) return refuse('DATE_INVALID', { field: 'term', value: shown(term) });
  return term < on ? refuse('PROMISE_BEFORE_DOCUMENT', { promisedOn: term, on }) : undefined;
}

function hinderedCase(theCase: Case, handover: number, on: IsoDate, settings: LadderSettings): Refusal | undefined {
  const own = theCase.handover;
  if (own?.id !== handover || own.state !== 'PROPOSED') {
    return refuse('HANDOVER_NOT_PROPOSED', { state: own?.state ?? 'WITHDRAWN' });
  }
  const begun = standing(theCase, 'IDENTIFIED');
  if (begun && on < begun.on) {
    return refuse('STEP_TOO_EARLY', { step: 'SKK', on, needs: 'IDENTIFIED', earliest: begun.on });
  }
  return incomplete(theCase, on, settings)[0];
}

/** The refusal, naming the case that it is about. */
function about(id: number, refusal: Refusal): Refusal {
  return { ...refusal, params: { ...refusal.params, case: id } };
}
