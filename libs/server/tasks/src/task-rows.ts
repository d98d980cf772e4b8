import { type Action, type Actor, type Refusal, type Resource, type Task, isRefusal, may, refuse } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/**
 * A row read as the domain's Task. Amounts travel as double precision: they are whole and far below 2^53, and the driver
 * would hand bigint over as text.
 */
export const TASK_COLUMNS = `
  id, campaign, agency, visibility, status, instant_text(since) AS since, title, description, evidence, unit, segment, area,
  target::float8, start_day::text AS start, due::text, due_changes AS "dueChanges",
  reported::float8, reached::float8, rejected::float8, registered::float8, active::float8,
  instant_text(last_report_at) AS "lastReportAt", last_report_by AS "lastReportBy",
  last_report_delta::float8 AS "lastReportDelta", origin, version, field_versions AS "fieldVersions"`;

/** What can change on a task after it is made, in the order of the parameters $4 … $23. */
const CHANGE = `
  status = $4, since = $5, title = $6, description = $7, evidence = $8, unit = $9, segment = $10, area = $11, target = $12,
  start_day = $13, due = $14, due_changes = $15, reported = $16, reached = $17, rejected = $18, registered = $19,
  active = $20, last_report_at = $21, last_report_by = $22, last_report_delta = $23, field_versions = $24,
  version = $3::int + 1
  WHERE region = $1 AND id = $2 AND version = $3`;

/** The title of the task's campaign where that takes no more work, else null. */
const CLOSED = `
  (SELECT c.title FROM campaign c WHERE c.region = task.region AND c.id = task.campaign AND NOT c.open) AS closed`;

/**
 * The task on which the actor wants to do something, locked until the end of the transaction: NOT_FOUND where his region
 * has none of that number, what the policy says, CAMPAIGN_CLOSED where its campaign takes no more work. Whoever changes
 * anything about a task comes through here first; blockers and the region's row are locked after it.
 * `sides`: the agencies of the blocker that is meant, if one is.
 */
export async function lockTask(
  tx: Tx,
  actor: Actor,
  id: number,
  action: Action,
  sides?: readonly number[],
): Promise<Task | Refusal> {
  const [row] = await tx.query<Task & { readonly closed: string | null }>(
    `SELECT ${TASK_COLUMNS}, ${CLOSED} FROM task WHERE region = $1 AND id = $2 FOR UPDATE`,
    [actor.region, id],
  );
  if (!row) return refuse('NOT_FOUND');
  const { closed, ...task } = row;
  const allowed = may(actor, action, { ...resourceOf(actor, task), ...(sides && { sides }) });
  if (isRefusal(allowed)) return allowed;
  return closed === null ? task : refuse('CAMPAIGN_CLOSED', { campaign: closed });
}

/** Writes what became of a locked task, together with `rows` (a WITH item that inserts; its parameters begin at $25). */
export async function writeTask(
  tx: Tx,
  region: string,
  before: Task,
  after: Task,
  rows?: { readonly sql: string; readonly params: readonly unknown[] },
): Promise<boolean> {
  const together = rows ? `WITH made AS (${rows.sql} RETURNING 1) ` : '';
  const only = rows ? ' AND EXISTS (SELECT FROM made)' : '';
  const written = await tx.query(`${together}UPDATE task SET ${CHANGE}${only} RETURNING version`, [
    region,
    before.id,
    before.version,
    ...changing(after),
    ...(rows?.params ?? []),
  ]);
  return written.length === 1;
}

/** Writes a new task. */
export async function insertTask(tx: Tx, region: string, task: Task): Promise<void> {
  await tx.query(
    `INSERT INTO task (region, id, version, status, since, title, description, evidence, unit, segment, area, target,
       start_day, due, due_changes, reported, reached, rejected, registered, active, last_report_at, last_report_by,
       last_report_delta, field_versions, campaign, agency, visibility, audience, origin)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
       $25, $26, $27, $28, $29)`,
    [
      ...[region, task.id, task.version, ...changing(task)],
      ...[task.campaign, task.agency, task.visibility, audienceOf(task), task.origin],
    ],
  );
}

/** Who alone may know of the task: its agency (and always the lead), or null for every party of the campaign. */
export function audienceOf(task: Pick<Task, 'agency' | 'visibility'>): number | null {
  return task.visibility === 'agency' ? task.agency : null;
}

/** The task as the policy sees it. */
export function resourceOf(actor: Actor, task: Pick<Task, 'agency' | 'visibility'>): Resource {
  return { region: actor.region, agency: task.agency, visibility: task.visibility };
}

function changing(task: Task): readonly unknown[] {
  return [
    task.status,
    task.since,
    task.title,
    task.description,
    task.evidence,
    task.unit,
    task.segment,
    task.area,
    task.target,
    task.start,
    task.due,
    task.dueChanges,
    task.reported,
    task.reached,
    task.rejected,
    task.registered,
    task.active,
    task.lastReportAt,
    task.lastReportBy,
    task.lastReportDelta,
    JSON.stringify(task.fieldVersions),
  ];
}
