import { type Case, type CaseStep, type IsoDate, type Refusal, isRefusal, refuse, summaryOf } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** A row and its steps read as the domain's Case; amounts travel as double precision, as those of tasks do. */
const CASE = `
  c.id, c.employer, c.opened_on::text AS "openedOn", c.status, c.since::text, c.violations, c.counts,
  c.workers_missing::float8 AS "workersMissing", c.workers_won::float8 AS "workersWon", c.reopened,
  CASE WHEN c.handover IS NOT NULL THEN json_build_object('id', c.handover, 'state', c.handover_state) END AS handover,
  c.version,
  (SELECT coalesce(json_agg(s.body ORDER BY s.nth), '[]') FROM case_step s
    WHERE s.region = c.region AND s.case_id = c.id) AS steps`;

/** The cases of these numbers that the transaction's actor may see, by number. */
export function readCases(tx: Tx, region: string, ids: readonly number[]): Promise<readonly Case[]> {
  return tx.query<Case>(
    `SELECT ${CASE} FROM employer_case c WHERE c.region = $1 AND c.id = ANY ($2::int[]) ORDER BY c.id`,
    [region, ids],
  );
}

export async function readCase(tx: Tx, region: string, id: number): Promise<Case | Refusal> {
  const [found] = await readCases(tx, region, [id]);
  return found ?? refuse('NOT_FOUND');
}

/**
 * The cases, locked until the end of the transaction, in the order of their numbers. Whoever changes anything about a case
 * comes through here first; a task that is fed by it, a hand-over and the region's row are locked after it. The steps are
 * read by a second statement, which sees what the first one waited for. NOT_FOUND where one is missing.
 */
export async function lockCases(
  tx: Tx,
  region: string,
  ids: readonly number[],
  wait: 'WAIT' | 'NOWAIT' = 'WAIT',
): Promise<readonly Case[] | Refusal> {
  const wanted = [...new Set(ids)];
  if ((await lockRows(tx, region, wanted, wait)) !== wanted.length) return refuse('NOT_FOUND');
  return readCases(tx, region, wanted);
}

/** The lock alone, in the order of the numbers. Answers how many there are. */
export async function lockRows(
  tx: Tx,
  region: string,
  ids: readonly number[],
  wait: 'WAIT' | 'NOWAIT',
): Promise<number> {
  const locked = await tx.query(
    `SELECT id FROM employer_case WHERE region = $1 AND id = ANY ($2::int[]) ORDER BY id
        FOR UPDATE ${wait === 'NOWAIT' ? 'NOWAIT' : ''}`,
    [region, ids],
  );
  return locked.length;
}

export async function lockCase(tx: Tx, region: string, id: number): Promise<Case | Refusal> {
  const found = await lockCases(tx, region, [id]);
  if (isRefusal(found)) return found;
  return found[0] ?? refuse('NOT_FOUND');
}

/** How a case that no entry of the journal names was opened. */
export interface Opening {
  readonly import: number;
  readonly facts: unknown;
}

/** What became of a case; `before` is undefined for a new one. */
export interface CaseChange {
  readonly before: Case | undefined;
  readonly after: Case;
  readonly opening?: Opening;
}

/**
 * Writes what became of cases, any number of them, in a few statements: rows, summaries, and the steps that are new or
 * have changed. ENTRY_KNOWN where a new step bears an id that another has.
 */
export async function writeCases(
  tx: Tx,
  region: string,
  changes: readonly CaseChange[],
  today: IsoDate,
): Promise<Refusal | undefined> {
  await insertCases(tx, region, changes, today);
  await updateCases(tx, region, changes, today);
  const steps = changes.flatMap(({ before, after }) => stepsChanged(before, after));
  await updateSteps(
    tx,
    region,
    steps.filter(({ isNew }) => !isNew),
  );
  return insertSteps(
    tx,
    region,
    steps.filter(({ isNew }) => isNew),
  );
}

const COLUMNS = [
  'employer int',
  'opened_on date',
  'status text',
  'since date',
  'violations jsonb',
  'counts int',
  'workers_missing bigint',
  'workers_won bigint',
  'reopened int',
  'handover int',
  'handover_state text',
  'version int',
  'summary jsonb',
] as const;
const NAMES = COLUMNS.map((column) => column.slice(0, column.indexOf(' ')));

async function insertCases(tx: Tx, region: string, changes: readonly CaseChange[], today: IsoDate): Promise<void> {
  const made = changes.filter(({ before }) => before === undefined);
  if (made.length === 0) return;
  const rows = made.map(({ after, opening }) => ({
    ...rowOf(after, today),
    import: opening?.import ?? null,
    opening: opening?.facts ?? null,
  }));
  await tx.query(
    `INSERT INTO employer_case (region, id, import, opening, ${NAMES.join(', ')})
     SELECT $1, id, import, nullif(opening, 'null'), ${NAMES.join(', ')} FROM jsonb_to_recordset($2::jsonb)
       AS c (id int, import int, opening jsonb, ${COLUMNS.join(', ')})`,
    [region, JSON.stringify(rows)],
  );
}

async function updateCases(tx: Tx, region: string, changes: readonly CaseChange[], today: IsoDate): Promise<void> {
  const rows = changes.filter(({ before }) => before !== undefined).map(({ after }) => rowOf(after, today));
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE employer_case c SET ${NAMES.map((name) => `${name} = n.${name}`).join(', ')}
       FROM jsonb_to_recordset($2::jsonb) AS n (id int, ${COLUMNS.join(', ')})
      WHERE c.region = $1 AND c.id = n.id`,
    [region, JSON.stringify(rows)],
  );
}

function rowOf(it: Case, today: IsoDate): Readonly<Record<string, unknown>> {
  return {
    id: it.id,
    employer: it.employer,
    opened_on: it.openedOn,
    status: it.status,
    since: it.since,
    violations: it.violations,
    counts: it.counts,
    workers_missing: it.workersMissing,
    workers_won: it.workersWon,
    reopened: it.reopened,
    handover: it.handover?.id ?? null,
    handover_state: it.handover?.state ?? null,
    version: it.version,
    summary: summaryOf(it, today),
  };
}

interface StepRow {
  readonly isNew: boolean;
  readonly case: number;
  readonly step: CaseStep;
}

function stepsChanged(before: Case | undefined, after: Case): readonly StepRow[] {
  const known = new Map((before?.steps ?? []).map((step) => [step.entry, step]));
  return after.steps
    .filter((step) => known.get(step.entry) !== step)
    .map((step) => ({ isNew: !known.has(step.entry), case: after.id, step }));
}

const STEP = 'entry uuid, case_id int, nth int, step text, on_day date, clock_state text, ends date, body jsonb';

function stepRows(steps: readonly StepRow[]): string {
  const rows = steps.map(({ case: id, step }) => ({
    ...{ entry: step.entry, case_id: id, nth: step.nth, step: step.step, on_day: step.on },
    ...{ clock_state: step.clock?.state ?? null, ends: step.clock?.ends ?? null, body: step },
  }));
  return JSON.stringify(rows);
}

async function insertSteps(tx: Tx, region: string, steps: readonly StepRow[]): Promise<Refusal | undefined> {
  if (steps.length === 0) return undefined;
  const made = await tx.query<{ entry: string }>(
    `INSERT INTO case_step (region, entry, case_id, nth, step, on_day, clock_state, ends, body)
     SELECT $1, entry, case_id, nth, step, on_day, clock_state, ends, body FROM jsonb_to_recordset($2::jsonb) AS s (${STEP})
     ON CONFLICT (region, entry) DO NOTHING RETURNING entry`,
    [region, stepRows(steps)],
  );
  if (made.length === steps.length) return undefined;
  const fresh = new Set(made.map(({ entry }) => entry));
  const known = steps.find(({ step }) => !fresh.has(step.entry)) ?? steps[0];
  return refuse('ENTRY_KNOWN', { entry: known?.step.entry ?? '' });
}

async function updateSteps(tx: Tx, region: string, steps: readonly StepRow[]): Promise<void> {
  if (steps.length === 0) return;
  await tx.query(
    `UPDATE case_step s SET on_day = n.on_day, clock_state = n.clock_state, ends = n.ends, body = n.body
       FROM jsonb_to_recordset($2::jsonb) AS n (${STEP})
      WHERE s.region = $1 AND s.case_id = n.case_id AND s.entry = n.entry`,
    [region, stepRows(steps)],
  );
}
