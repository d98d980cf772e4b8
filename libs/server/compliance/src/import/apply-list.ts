import {
  type Actor,
  EMPLOYERS_AUDIENCE,
  EMPLOYER_FIELDS,
  type Refusal,
  type Violation,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import { type Clock, type Decide, type Tx, nextNumbers } from '@papan/server-platform';
import { openCasesForImport } from '../cases/open-case';
import { type ImportRecord, importOf } from './import-rows';

/**
 * Loads a list that was checked: one transaction, one entry in the journal, set by set. Whoever changed an employer of the
 * list meanwhile is not overrun: IMPORT_STALE, and the list is checked again.
 */
export function applyList(actor: Actor, id: number): Decide {
  return async (tx, clock) => {
    await tx.query(PLAN_FOR_THOUSANDS, []);
    const list = await importOf(tx, actor, id, true);
    if (isRefusal(list)) return list;
    const no = mayLoad(actor, list) ?? (await stale(tx, actor.region, list));
    if (no) return no;
    const counts = await countsOf(tx, actor.region, list.upload);
    await createEmployers(tx, actor.region, list, counts.created, clock);
    await changeEmployers(tx, actor.region, list.upload, clock);
    await keepApart(tx, actor, list.upload, clock);
    const cases = list.source === 'BPJS' ? await openCases(tx, actor, list, clock) : 0;
    await tx.query('UPDATE employer_import SET applied_at = $3, opened = $4 WHERE region = $1 AND id = $2', [
      ...[actor.region, id, clock.now, cases],
    ]);
    const { source, file, rows, name } = list;
    return {
      event: { type: 'EmployersImported', data: { import: id, source, file, rows, ...counts, cases }, text: { name } },
      audience: EMPLOYERS_AUDIENCE,
      answer: { import: id },
    };
  };
}

/**
 * The tables have just been filled and the database has not counted them yet: plans made for a few rows would take minutes
 * for ten thousand.
 */
const PLAN_FOR_THOUSANDS = `
  SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_nestloop', 'off', true)`;

/** The list of BPJS opens cases: for whoever may open them. */
function mayLoad(actor: Actor, list: ImportRecord): Refusal | undefined {
  if (list.source === 'BPJS') {
    const allowed = may(actor, 'case.open', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
  }
  if (list.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
  return list.mapping === null ? refuse('IMPORT_NOT_PREVIEWED', {}) : undefined;
}

/** Locks the employers of the list; whether one of them, or the register as a whole, is no longer what was compared. */
async function stale(tx: Tx, region: string, { upload, checkedSeq }: ImportRecord): Promise<Refusal | undefined> {
  const [moved] = await tx.query<{ count: number }>(
    `WITH held AS (
       SELECT e.version <> r.seen OR e.merged_into IS NOT NULL AS other
         FROM import_row r JOIN employer e ON e.region = r.region AND e.id = r.employer
        WHERE r.region = $1 AND r.upload = $2 AND r.outcome IN ('CHANGED', 'UNCHANGED') ORDER BY e.id FOR UPDATE OF e)
     SELECT count(*) FILTER (WHERE other)::int AS count FROM held`,
    [region, upload],
  );
  const [added] = await tx.query<{ some: boolean }>(
    `WITH fresh AS MATERIALIZED (
       SELECT value ->> 'nib' AS nib, doubles FROM import_row
        WHERE region = $1 AND upload = $3 AND outcome = 'NEW' AND value ->> 'nib' IS NOT NULL)
     SELECT EXISTS (SELECT FROM journal WHERE region = $1 AND seq > $2 AND type IN ('EmployersImported', 'EmployersMerged'))
         OR EXISTS (SELECT FROM fresh JOIN employer e ON e.region = $1 AND e.nib = fresh.nib
                     WHERE e.merged_into IS NULL
                       AND NOT fresh.doubles @> jsonb_build_array(jsonb_build_object('employer', e.id))) AS some`,
    [region, checkedSeq ?? 0, upload],
  );
  return (moved?.count ?? 0) > 0 || added?.some ? refuse('IMPORT_STALE', {}) : undefined;
}

interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

async function countsOf(tx: Tx, region: string, upload: string): Promise<Counts> {
  const [counts] = await tx.query<Counts>(
    `SELECT count(*) FILTER (WHERE outcome = 'NEW')::int AS created,
            count(*) FILTER (WHERE outcome = 'CHANGED')::int AS updated,
            count(*) FILTER (WHERE outcome = 'UNCHANGED')::int AS unchanged
       FROM import_row WHERE region = $1 AND upload = $2`,
    [region, upload],
  );
  return counts ?? { created: 0, updated: 0, unchanged: 0 };
}

/** The columns of an employer as the plan of a line has them. */
const PLAN = `
  told(name text, nib text, npwp text, npp text, address text, contact text, district text, village text, sector text,
       estimated bigint, registered bigint)`;

async function createEmployers(
  tx: Tx,
  region: string,
  { upload, source }: ImportRecord,
  count: number,
  { now }: Clock,
): Promise<void> {
  if (count === 0) return;
  const first = await nextNumbers(tx, 'employer', count);
  await tx.query(
    `UPDATE import_row r SET employer = numbered.id
       FROM (SELECT line, ($3 + row_number() OVER (ORDER BY line) - 1)::int AS id FROM import_row
              WHERE region = $1 AND upload = $2 AND outcome = 'NEW') AS numbered
      WHERE r.region = $1 AND r.upload = $2 AND r.line = numbered.line`,
    [region, upload, first],
  );
  await tx.query(
    `INSERT INTO employer (region, id, source, changed_at, ${EMPLOYER_FIELDS.join(', ')})
     SELECT r.region, r.employer, $3, $4, ${EMPLOYER_FIELDS.map((field) => `told.${field}`).join(', ')}
       FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.value) AS ${PLAN}
      WHERE r.region = $1 AND r.upload = $2 AND r.outcome = 'NEW'`,
    [region, upload, source, now],
  );
}

async function changeEmployers(tx: Tx, region: string, upload: string, { now }: Clock): Promise<void> {
  await tx.query(
    `UPDATE employer e SET version = e.version + 1, changed_at = $3,
            field_versions = e.field_versions
              || (SELECT jsonb_object_agg(field, e.version + 1) FROM unnest(r.fields) AS field),
            ${EMPLOYER_FIELDS.map((field) => `${field} = told.${field}`).join(', ')}
       FROM import_row r CROSS JOIN LATERAL jsonb_to_record(r.value) AS ${PLAN}
      WHERE r.region = $1 AND r.upload = $2 AND r.outcome = 'CHANGED' AND e.region = r.region AND e.id = r.employer`,
    [region, upload, now],
  );
}

/** What a person found to be two is not proposed again. */
async function keepApart(tx: Tx, actor: Actor, upload: string, { now }: Clock): Promise<void> {
  await tx.query(
    `INSERT INTO employer_apart (region, employer, other, person, at)
     SELECT r.region, least(r.employer, (double ->> 'employer')::int), greatest(r.employer, (double ->> 'employer')::int), $3, $4
       FROM import_row r CROSS JOIN LATERAL jsonb_array_elements(r.doubles) AS double
      WHERE r.region = $1 AND r.upload = $2 AND r.outcome = 'NEW' AND r.decided = 0
     ON CONFLICT DO NOTHING`,
    [actor.region, upload, actor.person, now],
  );
}

async function openCases(tx: Tx, actor: Actor, { id, upload, source }: ImportRecord, clock: Clock): Promise<number> {
  const rows = await tx.query<{ employer: number; violations: Violation[]; missing: number }>(
    `SELECT employer, violations, coalesce(missing, 0)::float8 AS missing FROM import_row
      WHERE region = $1 AND upload = $2 AND outcome <> 'INVALID' AND employer IS NOT NULL
        AND cardinality(violations) > 0 ORDER BY line`,
    [actor.region, upload],
  );
  const list = rows.map(({ employer, violations, missing }) => ({
    ...{ employer, violations, workersMissing: missing },
    entry: crypto.randomUUID(),
  }));
  return openCasesForImport(tx, clock, actor, source, clock.today, id, list);
}
