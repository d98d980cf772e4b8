import type { RecordEmployer } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, isRefusal, may, recordEmployer } from '@papan/domain';
import type { Actor } from '@papan/domain';
import { type Decide, nextNumber } from '@papan/server-platform';
import { insertEmployer } from './employer-rows';
import { knownAreas } from './known-areas';

/** A new employer, typed in by hand. */
export function recordOneEmployer(actor: Actor, plan: RecordEmployer): Decide {
  return async (tx, { now }) => {
    const allowed = may(actor, 'employer.write', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const areas = await knownAreas(tx, actor.region, [plan.district, plan.village]);
    const event = recordEmployer(await nextNumber(tx, 'employer'), plan, areas);
    if (isRefusal(event)) return event;
    const { employer: id, ...facts } = event.data;
    if (!event.text) throw new Error('a new employer has a name');
    await insertEmployer(tx, actor.region, {
      id,
      ...facts,
      ...event.text,
      mergedInto: null,
      changedAt: now,
      version: 1,
    });
    return { event, audience: EMPLOYERS_AUDIENCE, answer: { employer: id, version: 1 } };
  };
}
