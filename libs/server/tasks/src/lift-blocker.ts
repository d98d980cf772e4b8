import type { LiftBlocker } from '@papan/contracts';
import { type Blocker, type Visibility, isRefusal, liftBlocker, may, refuse } from '@papan/domain';
import type { Decide, Tx } from '@papan/server-platform';
import type { InRegion } from './in-region';

type BlockerRow = Blocker & { readonly visibility: Visibility };

/** One of the two sides (or the lead) says that the blocker no longer stands. */
export function liftOneBlocker({ actor }: InRegion, id: number, { note }: LiftBlocker): Decide {
  return async (tx, clock) => {
    const blocker = await lockBlocker(tx, actor.region, id);
    if (!blocker) return refuse('NOT_FOUND');
    const { waiting, lifter, visibility } = blocker;
    const sides = [waiting, lifter];
    const allowed = may(actor, 'blocker.lift', { region: actor.region, agency: waiting, visibility, sides });
    if (isRefusal(allowed)) return allowed;
    const event = liftBlocker(blocker, note);
    if (isRefusal(event)) return event;
    await tx.query('UPDATE blocker SET lifted_at = $3 WHERE region = $1 AND id = $2 AND lifted_at IS NULL', [
      ...[actor.region, id, clock.now],
    ]);
    const audience = visibility === 'agency' ? waiting : null;
    return { event, audience, answer: { task: blocker.task, blocker: id } };
  };
}

async function lockBlocker(tx: Tx, region: string, id: number): Promise<BlockerRow | undefined> {
  const [row] = await tx.query<BlockerRow>(
    `SELECT b.id, b.task, b.code, b.text, b.waiting, b.lifter, instant_text(b.since) AS since,
            b.wanted_by::text AS "wantedBy", instant_text(b.lifted_at) AS "liftedAt", t.visibility
       FROM blocker b JOIN task t ON t.region = b.region AND t.id = b.task
      WHERE b.region = $1 AND b.id = $2 FOR UPDATE OF b`,
    [region, id],
  );
  return row;
}
