import type { TaskDetail } from '@papan/contracts';
import { type Actor, type Happening, type Refusal, type Task, isRefusal, may, refuse } from '@papan/domain';
import { type Database, type EntryRow, type Tx, audienceIs, entryOf } from '@papan/server-platform';
import { TASK_COLUMNS, resourceOf } from './task-rows';

/** One task with everything that happened to it; a restricted one of another agency is NOT_FOUND. */
export function readTask(database: Database, actor: Actor, id: number): Promise<TaskDetail | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const [task] = await tx.query<Task>(`SELECT ${TASK_COLUMNS} FROM task WHERE region = $1 AND id = $2`, [
        ...[actor.region, id],
      ]);
      if (!task) return refuse('NOT_FOUND');
      const allowed = may(actor, 'board.read', resourceOf(actor, task));
      if (isRefusal(allowed)) return allowed;
      const [head] = await tx.query<{ seq: number }>('SELECT seq::float8 FROM region WHERE code = $1', [actor.region]);
      return { task, ...(await historyOf(tx, actor.region, id)), through: head?.seq ?? 0 };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

const NEWEST = 1_000;

async function historyOf(tx: Tx, region: string, task: number): Promise<Pick<TaskDetail, 'history' | 'earlier'>> {
  const rows = await tx.query<EntryRow & { readonly events: number }>(
    `SELECT j.epoch, j.audience, j.entry, p.body, count(*) OVER ()::int AS events
       FROM task_event e JOIN journal j ON j.region = e.region AND j.seq = e.seq
       LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE e.region = $1 AND e.task = $2 AND ${audienceIs('e.audience')} ORDER BY e.seq DESC LIMIT ${NEWEST}`,
    [region, task],
  );
  const history: Happening[] = rows.map((row) => entryOf(row).happening).reverse();
  return { history, earlier: (rows[0]?.events ?? 0) - rows.length };
}
