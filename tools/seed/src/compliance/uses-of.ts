import type { Happening, IsoDate } from '@papan/domain';

/** A file that an entry of the journal names, and the case (and step) that it belongs to from then on. */
export interface FileUse {
  readonly hash: string;
  readonly happening: Happening;
  readonly id: number;
  readonly entry: string | null;
  readonly letter?: { readonly number: string; readonly on: IsoDate; readonly received: IsoDate | null };
}

/** Every file that the entry names; what a later entry names again is the same use. */
export function usesOf(happening: Happening): readonly FileUse[] {
  const { event } = happening;
  const use = (
    id: number,
    entry: string | null,
    hash: string | null,
    letter?: FileUse['letter'],
  ): readonly FileUse[] => (hash === null ? [] : [{ hash, happening, id, entry, ...(letter && { letter }) }]);
  switch (event.type) {
    case 'StepTaken': {
      const { case: id, entry, on, receivedOn, document, sendingProof, receiptProof } = event.data;
      const letter = { number: event.text?.number ?? '', on, received: receivedOn };
      return [...use(id, entry, document, letter), ...use(id, entry, sendingProof), ...use(id, entry, receiptProof)];
    }
    case 'ReceiptRecorded': {
      const { case: id, entry, sendingProof, receiptProof } = event.data;
      return [...use(id, entry, sendingProof), ...use(id, entry, receiptProof)];
    }
    case 'StepFrozen': {
      const { case: id, entry, on, signedScan } = event.data;
      return use(id, entry, signedScan, { number: event.text?.number ?? '', on, received: null });
    }
    case 'CaseVerified':
    case 'CaseClosed': {
      const { case: id, on, document } = event.data;
      return use(id, null, document, { number: event.text?.number ?? '', on, received: null });
    }
    case 'HandoverConfirmed': {
      const { cases, on, document } = event.data;
      const letter = { number: event.text?.number ?? '', on, received: null };
      return cases.flatMap(({ case: id, entry }) => use(id, entry, document, letter));
    }
    default:
      return [];
  }
}
