import { type IsoDate, isIsoDate } from '../calendar/wib';
import { shown } from '../formats/shown';
import { type Refusal, refuse } from '../refusal/refusal';
import { checkPast } from './checks';
import { type LadderFacts, deemedReceipt } from './clock';
import type { Step } from './codes';
import { LADDER } from './ladder';

/** How a paper came to the employer: when it was sent and received, each with its proof (SHA-256 of the file). */
export interface Way {
  readonly sentOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  readonly sendingProof: string | null;
  readonly receiptProof: string | null;
}

/** The paper that is on its way. `numbered`: whether the registry has given it a number. */
interface Paper {
  readonly step: Step;
  readonly on: IsoDate;
  readonly numbered: boolean;
}

/**
 * The dates follow one another: the document, its sending, its receipt, today. A receipt is believed on its proof, and only
 * a letter with a number can have been received. Source: docs/domain.md#clock.
 */
export function checkWay(way: Way, { step, on, numbered }: Paper, today: IsoDate): Refusal | undefined {
  const { sentOn, receivedOn, sendingProof, receiptProof } = way;
  if (sentOn === null && receivedOn === null && sendingProof === null && receiptProof === null) return undefined;
  if (LADDER[step].paper === 'NONE') return refuse('STEP_HAS_NO_PAPER', { step });
  if (sendingProof !== null && sentOn === null) return refuse('STEP_FIELD_MISSING', { step, field: 'sentOn' });
  if (receiptProof !== null && receivedOn === null) return refuse('STEP_FIELD_MISSING', { step, field: 'receivedOn' });
  if (sentOn !== null) {
    if (!isIsoDate(sentOn)) return refuse('DATE_INVALID', { field: 'sentOn', value: shown(sentOn) });
    if (sentOn < on) return refuse('SENT_BEFORE_DOCUMENT', { sentOn, on });
  }
  if (receivedOn !== null) {
    if (!isIsoDate(receivedOn)) return refuse('DATE_INVALID', { field: 'receivedOn', value: shown(receivedOn) });
    if (receivedOn < on) return refuse('RECEIPT_BEFORE_DOCUMENT', { receivedOn, on });
    if (sentOn !== null && receivedOn < sentOn) return refuse('RECEIPT_BEFORE_SENDING', { receivedOn, sentOn });
  }
  const ahead =
    (sentOn === null ? undefined : checkPast('sentOn', sentOn, today)) ??
    (receivedOn === null ? undefined : checkPast('receivedOn', receivedOn, today));
  if (ahead) return ahead;
  if (LADDER[step].paper === 'OURS' && !numbered) return refuse('STEP_WITHOUT_NUMBER', { step });
  return receivedOn !== null && receiptProof === null ? refuse('RECEIPT_UNPROVEN', { step }) : undefined;
}

/** The receipt as it is proven, or as the dated rule of the office deems it; else none, and no clock. */
export function receiptOf(
  way: Way,
  facts: Omit<LadderFacts, 'today'>,
): { readonly receivedOn: IsoDate | null; readonly deemed: boolean } {
  if (way.receivedOn !== null) return { receivedOn: way.receivedOn, deemed: false };
  const deemed = way.sentOn !== null && way.sendingProof !== null ? deemedReceipt(way.sentOn, facts) : null;
  return { receivedOn: deemed, deemed: deemed !== null };
}
