import { type Actor, EMPLOYERS_AUDIENCE, isRefusal, keepEmployersApart, mergeEmployers } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { type LockedEmployer, changed, lockEmployers, updateEmployer } from './employer-rows';

/** A person says: these two are one. `double` leads to `kept` from now on. */
export function mergeTwoEmployers(actor: Actor, double: number, kept: number): Decide {
  return async (tx, { now }) => {
    const locked = await lockEmployers(tx, actor, [double, kept], 'employer.write');
    if (isRefusal(locked)) return locked;
    const [one, other] = locked as readonly [LockedEmployer, LockedEmployer];
    const event = mergeEmployers(one.employer, other.employer, one.openCase);
    if (isRefusal(event)) return event;
    const { after, versions } = changed(one, { mergedInto: kept }, [], now);
    await updateEmployer(tx, actor.region, after, versions);
    // Those that led to the double before lead on to the one that is kept: one step is enough to follow.
    await tx.query('UPDATE employer SET merged_into = $3 WHERE region = $1 AND merged_into = $2', [
      ...[actor.region, double, kept],
    ]);
    return { event, audience: EMPLOYERS_AUDIENCE, answer: { employer: kept, version: other.employer.version } };
  };
}

/** A person says: these two are two. They are not proposed again. */
export function keepTwoEmployersApart(actor: Actor, one: number, other: number): Decide {
  return async (tx, { now }) => {
    const locked = await lockEmployers(tx, actor, [one, other], 'employer.write');
    if (isRefusal(locked)) return locked;
    const [first, second] = locked as readonly [LockedEmployer, LockedEmployer];
    const event = keepEmployersApart(first.employer, second.employer);
    if (isRefusal(event)) return event;
    await tx.query(
      `INSERT INTO employer_apart (region, employer, other, person, at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [actor.region, event.data.employer, event.data.other, actor.person, now],
    );
    return { event, audience: EMPLOYERS_AUDIENCE, answer: { employer: one } };
  };
}
