import type { IsoDate } from '../calendar/wib';
import type { EvidenceKind } from '../evidence/kinds';
import { type Letter, checkLetter } from '../evidence/letter';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { EventOf } from './events';
import { type Task, isOpen } from './task';

/** A stored file as the store knows it: SHA-256 in hex, size in bytes, the name under which it was sent. */
export interface StoredEvidence {
  readonly hash: string;
  readonly kind: EvidenceKind;
  readonly bytes: number;
  readonly name: string;
}

/**
 * Evidence belongs to work that is going on: a draft has none yet, and what is closed takes none, so that what was verified
 * on it stays what it was. Nothing is ever taken away; a better file is added beside. Source: docs/domain.md#evidence.
 */
export function attachEvidence(
  task: Task,
  file: StoredEvidence,
  letter: Letter,
  today: IsoDate,
): EventOf<'EvidenceAttached'> | Refusal {
  if (!isOpen(task.status) || task.status === 'DRAFT') return refuse('TASK_CLOSED', { status: task.status });
  const said = checkLetter(letter, today);
  if (isRefusal(said)) return said;
  const { hash, kind, bytes, name } = file;
  const { letterNumber, letterDate, receivedOn, note } = said;
  return {
    type: 'EvidenceAttached',
    data: { task: task.id, hash, kind, bytes, letterDate, receivedOn },
    text: { name, letterNumber, note },
  };
}
