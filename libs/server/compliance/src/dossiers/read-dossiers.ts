import type { DossierDetail, DossierView } from '@papan/contracts';
import {
  type Actor,
  type Case,
  type Refusal,
  isRefusal,
  may,
  offersFor,
  refuse,
  standingViolations,
  trackOf,
} from '@papan/domain';
import { type Database, type Tx, todayOf } from '@papan/server-platform';
import { readCase, readCases } from '../cases/case-rows';
import { employerOf } from '../cases/employer-of';
import { ladderFacts } from '../ladder/ladder-facts';
import type { DossierContent } from './dossier-content';

/** What is known of the latest dossier of a case. */
export interface DossierRow {
  readonly case: number;
  readonly handover: number;
  readonly number: string;
  readonly signatory: string;
  readonly on: string;
  readonly term: string | null;
  /** The step SKK by which the case was handed over. */
  readonly entry: string;
  readonly content: DossierContent;
  readonly manifest: string | null;
  readonly fingerprint: string | null;
  readonly sealedAt: string | null;
  readonly bytes: number | null;
  readonly name: string;
  readonly address: string;
  readonly readAt: string | null;
}

const DOSSIERS = `
  SELECT DISTINCT ON (d.case_id) d.case_id AS "case", d.handover, h.number, h.signatory, h.on_day::text AS "on",
         h.term::text, hc.entry, d.content, d.manifest, d.fingerprint, instant_text(d.sealed_at) AS "sealedAt", d.bytes::float8,
         e.name, e.address,
         (SELECT instant_text(max(r.at)) FROM dossier_reading r
           WHERE r.region = d.region AND r.case_id = d.case_id AND r.handover = d.handover) AS "readAt"
    FROM dossier d
    JOIN handover h ON h.region = d.region AND h.id = d.handover AND h.state IN ('CONFIRMED', 'SEALED')
    JOIN handover_case hc ON hc.region = d.region AND hc.handover = d.handover AND hc.case_id = d.case_id
    JOIN employer_case c ON c.region = d.region AND c.id = d.case_id
    JOIN employer e ON e.region = c.region AND e.id = c.employer
   WHERE d.region = $1 AND ($2::int IS NULL OR d.case_id = $2) ORDER BY d.case_id, d.handover DESC`;

/** The latest dossier of each case that was handed over, or of one case. */
export function dossierRows(tx: Tx, region: string, id: number | null): Promise<readonly DossierRow[]> {
  return tx.query<DossierRow>(DOSSIERS, [region, id]);
}

/** The cases that were handed over: all that the prosecutor sees of the product. */
export function readDossiers(database: Database, actor: Actor): Promise<readonly DossierView[] | Refusal> {
  return asReader(database, actor, async (tx) => {
    const rows = await dossierRows(tx, actor.region, null);
    const cases = await readCases(
      tx,
      actor.region,
      rows.map((row) => row.case),
    );
    const byId = new Map(cases.map((one) => [one.id, one]));
    return rows.flatMap((row) => {
      const found = byId.get(row.case);
      return found ? [viewOf(row, asHandedOver(found, row.entry))] : [];
    });
  });
}

/** One case as it was handed over, with what the prosecutor did since. */
export function readDossier(database: Database, actor: Actor, id: number): Promise<DossierDetail | Refusal> {
  return asReader(database, actor, async (tx) => {
    const [row] = await dossierRows(tx, actor.region, id);
    if (!row) return refuse('NOT_FOUND');
    const found = await readCase(tx, actor.region, id);
    if (isRefusal(found)) return found;
    const employer = await employerOf(tx, actor.region, found.employer);
    if (isRefusal(employer)) return employer;
    const facts = await ladderFacts(tx, actor.region, await todayOf(tx));
    const { handover, number, signatory, on, term } = row;
    return {
      handover: { id: handover, number, signatory, on, term },
      case: asHandedOver(found, row.entry),
      employer,
      offers: offersFor(found, actor, facts).filter(({ step }) => isProsecutors(step)),
      sealed: sealOf(row),
      files: row.content.files.map(({ sha256, name, what }) => ({ hash: sha256, name, what })),
    };
  });
}

async function asReader<T>(
  database: Database,
  actor: Actor,
  read: (tx: Tx) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const allowed = may(actor, 'dossier.read', { region: actor.region });
      return isRefusal(allowed) ? allowed : read(tx);
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/**
 * The case up to the step by which it was handed over, and the prosecutor's steps since; inner notes of the others and what
 * they did afterwards are not part of it.
 */
export function asHandedOver(theCase: Case, entry: string): Case {
  const skk = theCase.steps.find((step) => step.entry === entry);
  const steps = theCase.steps
    .filter((step) => step.nth <= (skk?.nth ?? 0) || trackOf(step.step) === 'PROSECUTOR')
    .map((step) => (trackOf(step.step) === 'PROSECUTOR' ? step : { ...step, note: '' }));
  return { ...theCase, steps };
}

function sealOf({ manifest, fingerprint, sealedAt, bytes }: DossierRow): DossierDetail['sealed'] {
  if (manifest === null || sealedAt === null) return null;
  return { manifest, fingerprint: fingerprint ?? '', at: sealedAt, bytes: bytes ?? 0 };
}

const PROSECUTORS = ['SUMMONS', 'MEDIATION', 'SETTLEMENT', 'SMALL_CLAIM'];

function isProsecutors(step: string): boolean {
  return PROSECUTORS.includes(step);
}

function viewOf(row: DossierRow, theCase: Case): DossierView {
  return {
    case: row.case,
    handover: row.handover,
    name: row.name,
    address: row.address,
    violations: [...standingViolations(theCase)],
    workersMissing: theCase.workersMissing,
    on: row.on,
    number: row.number,
    manifest: row.manifest,
    latest: theCase.steps.at(-1)?.step ?? 'SKK',
    status: theCase.status,
    readAt: row.readAt,
  };
}
