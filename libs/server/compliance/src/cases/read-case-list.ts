import { type CaseList, type CaseRow, packCases } from '@papan/contracts';
import { type Actor, type KeptSummary, handoverPolicyOn, refuse, shownSummary } from '@papan/domain';
import { Refused, type Database, type Tx, todayOf } from '@papan/server-platform';
import { settingsOf } from '../ladder/ladder-facts';

interface Row extends Pick<CaseRow, 'name' | 'nib' | 'district'> {
  readonly id: number;
  readonly summary: KeptSummary;
}

/**
 * The cases as the list shows them, all or those of these numbers. The summaries were made when the cases changed; nothing
 * is folded here. Rows and journal number are of one view of the database.
 */
export function readCaseList(database: Database, actor: Actor, ids: readonly number[] | null): Promise<CaseList> {
  return database.as(
    actor,
    async (tx) => {
      const head = await headOf(tx, actor.region);
      return { ...head, ...packCases(await caseRows(tx, actor.region, ids)) };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

async function caseRows(tx: Tx, region: string, ids: readonly number[] | null): Promise<readonly CaseRow[]> {
  const rows = await tx.query<Row>(
    `SELECT c.id, c.summary, e.name, e.nib, e.district
       FROM employer_case c JOIN employer e ON e.region = c.region AND e.id = c.employer
      WHERE c.region = $1 AND ($2::int[] IS NULL OR c.id = ANY ($2))`,
    [region, ids],
  );
  const tasks = await tasksByCase(tx, region, ids);
  const policy = handoverPolicyOn(await settingsOf(tx, region), await todayOf(tx));
  return rows.map(({ id, summary, ...employer }) => ({
    ...shownSummary(summary, policy),
    ...employer,
    tasks: tasks.get(id) ?? [],
  }));
}

async function tasksByCase(
  tx: Tx,
  region: string,
  ids: readonly number[] | null,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx.query<{ id: number; tasks: readonly number[] }>(
    `SELECT case_id AS id, json_agg(task ORDER BY task) AS tasks FROM case_task
      WHERE region = $1 AND ($2::int[] IS NULL OR case_id = ANY ($2)) GROUP BY case_id`,
    [region, ids],
  );
  return new Map(rows.map(({ id, tasks }) => [id, tasks]));
}

export async function headOf(tx: Tx, region: string): Promise<{ readonly epoch: number; readonly through: number }> {
  const [head] = await tx.query<{ epoch: number; through: number }>(
    'SELECT epoch, seq::float8 AS through FROM region WHERE code = $1',
    [region],
  );
  if (!head) throw new Refused(refuse('NOT_FOUND'));
  return head;
}

const ASKED_AT_MOST = 2_000;

/** `1,2,3`, as it stands behind a question mark. BODY_INVALID for anything else, and for too many. */
export function numbersIn(text: string): readonly number[] {
  const parts = text.split(',');
  if (parts.length > ASKED_AT_MOST || !parts.every((part) => /^[1-9]\d{0,8}$/.test(part))) {
    throw new Refused(refuse('BODY_INVALID', { field: 'ids' }));
  }
  return parts.map(Number);
}
