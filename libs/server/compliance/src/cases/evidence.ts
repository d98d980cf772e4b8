import { type ComplianceEvent, EMPLOYERS_AUDIENCE, type Refusal, isRefusal } from '@papan/domain';
import { type EvidenceUse, type Tx, useEvidence } from '@papan/server-platform';

type Letter = NonNullable<EvidenceUse['letter']>;

/** A file that an event names, with what is known of the letter in it. */
interface Named {
  readonly case: number;
  readonly entry: string | null;
  readonly hash: string | null;
  readonly letter?: Letter;
}

/** Every file that the event names is there and may be used by who names it; from now on it belongs to the case. */
export async function keepEvidence(tx: Tx, region: string, event: ComplianceEvent): Promise<Refusal | undefined> {
  for (const { case: id, entry, hash, letter } of namedBy(event)) {
    if (hash === null) continue;
    const used = await useEvidence(tx, {
      ...{ region, hash, subject: 'case', id, entry, audience: EMPLOYERS_AUDIENCE },
      ...(letter && { letter }),
    });
    if (isRefusal(used)) return used;
  }
  return undefined;
}

function namedBy(event: ComplianceEvent): readonly Named[] {
  switch (event.type) {
    case 'StepTaken': {
      const { case: id, entry, on, receivedOn, document, sendingProof, receiptProof } = event.data;
      const letter = letterOf(event.text?.number, on, receivedOn);
      return [
        { case: id, entry, hash: document, letter },
        { case: id, entry, hash: sendingProof },
        { case: id, entry, hash: receiptProof },
      ];
    }
    case 'ReceiptRecorded': {
      const { case: id, entry, sendingProof, receiptProof } = event.data;
      return [
        { case: id, entry, hash: sendingProof },
        { case: id, entry, hash: receiptProof },
      ];
    }
    case 'StepFrozen': {
      const { case: id, entry, on, signedScan } = event.data;
      return [{ case: id, entry, hash: signedScan, letter: letterOf(event.text?.number, on, null) }];
    }
    case 'CaseVerified':
    case 'CaseClosed': {
      const { case: id, on, document } = event.data;
      return [{ case: id, entry: null, hash: document, letter: letterOf(event.text?.number, on, null) }];
    }
    case 'HandoverConfirmed': {
      const { cases, on, document } = event.data;
      const letter = letterOf(event.text?.number, on, null);
      return cases.map(({ case: id, entry }) => ({ case: id, entry, hash: document, letter }));
    }
    default:
      return [];
  }
}

function letterOf(number: string | undefined, on: string, receivedOn: string | null): Letter {
  // A letter that is dated after it came is said without its receipt: the step keeps both.
  return {
    letterNumber: number ?? '',
    letterDate: on,
    receivedOn: receivedOn && receivedOn < on ? null : receivedOn,
    note: '',
  };
}
