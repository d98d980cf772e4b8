import type { LiftBlocker } from '@papan/contracts';
import { type Blocker, isRefusal, liftBlocker, refuse } from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import type { InRegion } from './in-region';
import { audienceOf, lockTask } from './task-rows';

/**
 * One of the two sides (or the lead) says that the blocker no longer stands. The task is locked before its blocker, as
 * everywhere: who cancels the task or hands it over at the same moment comes wholly before or wholly after.
 */
export function liftOneBlocker({ actor }: InRegion, id: number, { note }: LiftBlocker): Decide {
  return async (tx, clock) => {
    const named = await findBlocker(tx, actor.region, id);
    if (!named) return refuse('NOT_FOUND');
    const task = await lockTask(tx, actor, named.task, 'blocker.lift', [named.waiting, named.lifter]);
    if (isRefusal(task)) return task;
    const blocker = await findBlocker(tx, actor.region, id, 'FOR UPDATE');
    if (!blocker) return refuse('NOT_FOUND');
    const event = liftBlocker(blocker, note);
    if (isRefusal(event)) return event;
    await tx.query('UPDATE blocker SET lifted_at = $3 WHERE region = $1 AND id = $2 AND lifted_at IS NULL', [
      ...[actor.region, id, clock.now],
    ]);
    return { event, audience: audienceOf(task), answer: { task: task.id, blocker: id } };
  };
}

async function findBlocker(
  tx: Tx,
  region: string,
  id: number,
  lock: '' | 'FOR UPDATE' = '',
): Promise<Blocker | undefined> {
  const [row] = await tx.query<Blocker>(
    `SELECT id, task, code, text, waiting, lifter, instant_text(since) AS since, wanted_by::text AS "wantedBy",
            instant_text(lifted_at) AS "liftedAt"
       FROM blocker WHERE region = $1 AND id = $2 ${lock}`,
    [region, id],
  );
  return row;
}
