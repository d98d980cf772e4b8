import type { EvidenceView } from '@papan/contracts';
import { type Actor, type EvidenceKind, type Letter, type Refusal, may, refuse } from '@papan/domain';
import { audienceIs } from '../database/protect';
import type { Tx } from '../database/tx';

/** What evidence can belong to. */
export const EVIDENCE_SUBJECTS = ['task', 'case', 'employer'] as const;
export type EvidenceSubject = (typeof EVIDENCE_SUBJECTS)[number];

/** A stored file as the rows know it; `bytes` is its size. */
export interface EvidenceFacts {
  readonly hash: string;
  readonly originalHash: string;
  readonly kind: EvidenceKind;
  readonly bytes: number;
  readonly name: string;
}

/** One use of a file. `audience` as of the subject's entries in the journal; `id` the small number of the subject. */
export interface EvidenceUse {
  readonly region: string;
  readonly hash: string;
  readonly subject: EvidenceSubject;
  readonly id: number;
  /** UUID of the step or report that it belongs to. */
  readonly entry?: string | null;
  readonly audience: number | null;
  readonly letter?: Letter;
}

/** A file that belongs to a subject, with what was said about it. */
export interface UsedFile extends EvidenceFacts, Letter {
  readonly entry: string | null;
  readonly at: string;
  readonly by: { readonly person: number | null; readonly agency: number | null };
}

const NO_LETTER: Letter = { letterNumber: '', letterDate: null, receivedOn: null, note: '' };

/** Holds the file in its place until the end of the transaction: the sweep passes by what is held. */
export async function holdEvidence(tx: Tx, hash: string): Promise<void> {
  await tx.query('SELECT pg_advisory_xact_lock_shared(evidence_lock($1))', [hash]);
}

/** An upload of the transaction's actor; answers whether his side has had the same bytes before. */
export async function addEvidence(tx: Tx, region: string, facts: EvidenceFacts): Promise<{ seenBefore: boolean }> {
  const seen = await tx.query(
    `SELECT 1 FROM evidence WHERE region = $1 AND hash = $2 AND agency = ${AGENCY}
     UNION ALL SELECT 1 FROM evidence_use WHERE region = $1 AND hash = $2 AND ${audienceIs('audience')} LIMIT 1`,
    [region, facts.hash],
  );
  await tx.query(
    `INSERT INTO evidence (region, hash, original_hash, kind, bytes, name, agency, person, at)
     VALUES ($1, $2, $3, $4, $5, $6, ${AGENCY}, ${PERSON}, app_now())`,
    [region, facts.hash, facts.originalHash, facts.kind, facts.bytes, facts.name],
  );
  return { seenBefore: seen.length > 0 };
}

/**
 * Puts an uploaded file to a task, a case or an employer, inside the transaction of a command. Refuses EVIDENCE_UNKNOWN
 * unless the agency of the transaction's actor has uploaded it, or the actor sees it through another use. Named twice for
 * one entry, it is one use.
 */
export async function useEvidence(tx: Tx, use: EvidenceUse): Promise<EvidenceFacts | Refusal> {
  await holdEvidence(tx, use.hash);
  const facts = await findKnown(tx, use.region, use.hash);
  if (!facts) return refuse('EVIDENCE_UNKNOWN', { hash: use.hash });
  const { letterNumber, letterDate, receivedOn, note } = use.letter ?? NO_LETTER;
  await tx.query(
    `INSERT INTO evidence_use (region, hash, original_hash, kind, bytes, name, subject, subject_id, entry, audience,
       letter_number, letter_date, received_on, note, agency, person, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, ${AGENCY}, ${PERSON}, app_now())
     ON CONFLICT DO NOTHING`,
    [
      ...[use.region, facts.hash, facts.originalHash, facts.kind, facts.bytes, facts.name],
      ...[use.subject, use.id, use.entry ?? null, use.audience, letterNumber, letterDate, receivedOn, note],
    ],
  );
  return facts;
}

/** Every file of a subject that the transaction may see, oldest first. */
export function filesOf(tx: Tx, region: string, subject: EvidenceSubject, id: number): Promise<readonly UsedFile[]> {
  return tx.query<UsedFile>(
    `SELECT ${FACTS}, letter_number AS "letterNumber", letter_date::text AS "letterDate",
            received_on::text AS "receivedOn", note, entry::text, instant_text(at) AS at,
            json_build_object('person', person, 'agency', agency) AS by
       FROM evidence_use
      WHERE region = $1 AND subject = $2 AND subject_id = $3 AND ${audienceIs('audience')} ORDER BY number`,
    [region, subject, id],
  );
}

/** The same for a page: nothing where the policy does not let the actor read such subjects. */
export async function evidenceOf(
  tx: Tx,
  actor: Actor,
  subject: EvidenceSubject,
  id: number,
): Promise<readonly EvidenceView[]> {
  if (!readable(actor).includes(subject)) return [];
  return (await filesOf(tx, actor.region, subject, id)).map((file) => ({ ...file, by: { ...file.by } }));
}

/** The file, where the actor may read it: by a use that he sees, or because his agency has uploaded it. */
export async function findEvidence(tx: Tx, actor: Actor, hash: string): Promise<EvidenceFacts | undefined> {
  return findKnown(tx, actor.region, hash, readable(actor));
}

async function findKnown(
  tx: Tx,
  region: string,
  hash: string,
  subjects: readonly EvidenceSubject[] = EVIDENCE_SUBJECTS,
): Promise<EvidenceFacts | undefined> {
  const [found] = await tx.query<EvidenceFacts>(
    `SELECT * FROM (
       SELECT ${FACTS}, 1 AS source, number FROM evidence WHERE region = $1 AND hash = $2 AND agency = ${AGENCY}
       UNION ALL
       SELECT ${FACTS}, 2 AS source, number FROM evidence_use
        WHERE region = $1 AND hash = $2 AND subject = ANY ($3) AND ${audienceIs('audience')}
     ) AS known ORDER BY source, number DESC LIMIT 1`,
    [region, hash, subjects],
  );
  if (!found) return undefined;
  const { originalHash, kind, bytes, name } = found;
  return { hash, originalHash, kind, bytes, name };
}

/** What the policy lets the actor read at all; which of it, the audience says. */
function readable(actor: Actor): readonly EvidenceSubject[] {
  const mayDo = (action: 'board.read' | 'case.read'): boolean => may(actor, action, { region: actor.region }) === true;
  return EVIDENCE_SUBJECTS.filter((subject) => mayDo(subject === 'task' ? 'board.read' : 'case.read'));
}

const FACTS = 'hash, original_hash AS "originalHash", kind, bytes::float8, name';
const AGENCY = `nullif(current_setting('papan.agency', true), '')::int`;
const PERSON = `nullif(current_setting('papan.person', true), '')::int`;
