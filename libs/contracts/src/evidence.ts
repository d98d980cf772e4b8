import { EVIDENCE_KINDS } from '@papan/domain';
import * as z from 'zod';
import { Sha256 } from './compliance';
import { DateText, FreeText, Instant, SmallId } from './scalars';

/** Carries the name of an uploaded file, written by `encodeURIComponent`; the body is the file itself. */
export const FILE_NAME_HEADER = 'X-File-Name';

// ── Said upward ──

/** POST /api/regions/:region/tasks/:task/evidence: puts an uploaded file to a task. */
export const AttachEvidence = z.strictObject({
  hash: Sha256,
  letterNumber: FreeText.default(''),
  letterDate: DateText.nullable().default(null),
  receivedOn: DateText.nullable().default(null),
  note: FreeText.default(''),
});
export type AttachEvidence = z.infer<typeof AttachEvidence>;

// ── Said downward ──

/** A file as it is stored. Photos are stored anew, so `hash` names the stored bytes and `originalHash` those that were sent. */
const StoredFile = z.object({
  hash: Sha256,
  originalHash: Sha256,
  kind: z.enum(EVIDENCE_KINDS),
  /** Size of what is stored. */
  bytes: z.number().int(),
  /** Empty where it was erased. */
  name: z.string(),
});

/** POST /api/regions/:region/evidence with the bytes of a file as the body. */
export const EvidenceStored = StoredFile.extend({
  /** Whether the reader's side has had the same bytes before. */
  seenBefore: z.boolean(),
});
export type EvidenceStored = z.infer<typeof EvidenceStored>;

/** One file of a task, a case or an employer. */
export const EvidenceView = StoredFile.extend({
  letterNumber: z.string(),
  letterDate: DateText.nullable(),
  receivedOn: DateText.nullable(),
  note: z.string(),
  /** UUID of the step or report that it belongs to. */
  entry: z.string().nullable(),
  at: Instant,
  by: z.object({ person: SmallId.nullable(), agency: SmallId.nullable() }),
});
export type EvidenceView = z.infer<typeof EvidenceView>;

/** GET /api/regions/:region/tasks/:task/evidence, oldest first. */
export const EvidenceList = z.array(EvidenceView);
export type EvidenceList = z.infer<typeof EvidenceList>;
