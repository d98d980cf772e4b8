import type { RaiseBlocker } from '@papan/contracts';
import { isRefusal, raiseBlocker } from '@papan/domain';
import { type Decide, nextNumber } from '@papan/server-platform';
import type { OnTask } from './in-region';
import { agenciesOf } from './region-facts';
import { audienceOf, lockTask } from './task-rows';

/** The agency says what stops the work and which other agency can lift it. */
export function raiseOneBlocker({ actor, task: id }: OnTask, blocker: RaiseBlocker): Decide {
  return async (tx, clock) => {
    const task = await lockTask(tx, actor, id, 'blocker.raise');
    if (isRefusal(task)) return task;
    const agencies = await agenciesOf(tx, actor.region);
    const event = raiseBlocker(await nextNumber(tx, 'blocker'), task, blocker, agencies, clock.today);
    if (isRefusal(event)) return event;
    const { data, text } = event;
    await tx.query(
      `INSERT INTO blocker (region, id, task, audience, code, text, waiting, lifter, since, wanted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[actor.region, data.blocker, id, audienceOf(task), data.code, text?.text ?? ''],
        ...[data.waiting, data.lifter, clock.now, data.wantedBy],
      ],
    );
    return { event, audience: audienceOf(task), answer: { task: id, blocker: data.blocker } };
  };
}
