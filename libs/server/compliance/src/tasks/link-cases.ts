import type { LinkCases } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import type { Visibility } from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import { lockCases } from '../cases/case-rows';
import type { InRegion } from '../cases/in-region';

/** A case that a task is about, and what the task's progress has taken of it. */
interface Link {
  readonly case: number;
  readonly appealed: boolean;
  readonly workers: number;
}

/**
 * Says which cases a task is about, all of them at once. A case that the task's progress has counted stays with it: it
 * would be counted a second time. Cases are locked before the task, as everywhere.
 */
export function linkCases({ actor }: InRegion, task: number, body: LinkCases): Decide {
  return async (tx) => {
    const wanted = [...new Set(body.cases)].sort((a, b) => a - b);
    const cases = await lockCases(tx, actor.region, wanted);
    if (isRefusal(cases)) return cases;
    const found = await lockTask(tx, actor.region, task);
    if (isRefusal(found)) return found;
    const allowed = may(actor, 'task.edit', { region: actor.region, ...found });
    if (isRefusal(allowed)) return allowed;
    if (found.visibility === 'agency') return refuse('TASK_CASES_RESTRICTED');
    const links = await linksOf(tx, actor.region, task);
    const known = new Set(links.map((link) => link.case));
    const added = wanted.filter((id) => !known.has(id));
    const gone = links.filter((link) => !wanted.includes(link.case));
    const counted = gone.find(({ appealed, workers }) => appealed || workers > 0);
    if (counted) return refuse('TASK_CASE_COUNTED', { case: counted.case });
    if (added.length === 0 && gone.length === 0) return refuse('NOTHING_TO_CHANGE');
    const removed = gone.map((link) => link.case);
    await write(tx, actor.region, task, added, removed);
    const event = { type: 'CasesLinked', data: { task, added, removed }, text: null } as const;
    return { event, audience: EMPLOYERS_AUDIENCE, answer: { task } };
  };
}

type FoundTask = { readonly agency: number; readonly visibility: Visibility };

async function lockTask(tx: Tx, region: string, id: number): Promise<FoundTask | Refusal> {
  const [row] = await tx.query<FoundTask>(
    'SELECT agency, visibility FROM task WHERE region = $1 AND id = $2 FOR UPDATE',
    [region, id],
  );
  return row ?? refuse('NOT_FOUND');
}

export function linksOf(tx: Tx, region: string, task: number): Promise<readonly Link[]> {
  return tx.query<Link>(
    `SELECT case_id AS "case", appealed, workers::float8 FROM case_task WHERE region = $1 AND task = $2 ORDER BY case_id`,
    [region, task],
  );
}

async function write(
  tx: Tx,
  region: string,
  task: number,
  added: readonly number[],
  removed: readonly number[],
): Promise<void> {
  await tx.query('DELETE FROM case_task WHERE region = $1 AND task = $2 AND case_id = ANY ($3::int[])', [
    ...[region, task, removed],
  ]);
  await tx.query('INSERT INTO case_task (region, task, case_id) SELECT $1, $2, unnest($3::int[])', [
    ...[region, task, added],
  ]);
}
