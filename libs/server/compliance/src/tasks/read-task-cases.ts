import type { TaskCases } from '@papan/contracts';
import { type Actor, type Refusal, type Visibility, isRefusal, may, refuse } from '@papan/domain';
import type { Database } from '@papan/server-platform';
import { linksOf } from './link-cases';

/** The cases that a task is about. */
export function readTaskCases(database: Database, actor: Actor, task: number): Promise<TaskCases | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const [found] = await tx.query<{ agency: number; visibility: Visibility }>(
        'SELECT agency, visibility FROM task WHERE region = $1 AND id = $2',
        [actor.region, task],
      );
      if (!found) return refuse('NOT_FOUND');
      const allowed = may(actor, 'case.read', { region: actor.region, ...found });
      return isRefusal(allowed) ? allowed : { cases: await linksOf(tx, actor.region, task) };
    },
    { readOnly: true },
  );
}
