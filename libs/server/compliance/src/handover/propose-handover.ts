import type { ProposeHandover } from '@papan/contracts';
import { isRefusal, may, proposeHandover } from '@papan/domain';
import { type Decide, nextNumber } from '@papan/server-platform';
import { lockCases } from '../cases/case-rows';
import type { InRegion } from '../cases/in-region';
import { settle } from '../cases/settle';
import { ladderFacts } from '../ladder/ladder-facts';

/** The first of two persons: any number of complete cases in one act. One that is not complete refuses the whole. */
export function proposeOneHandover({ actor }: InRegion, body: ProposeHandover): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'handover.propose', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const cases = await lockCases(tx, actor.region, body.cases);
    if (isRefusal(cases)) return cases;
    const handover = await nextNumber(tx, 'handover');
    const event = proposeHandover(handover, cases, body.note, actor, await ladderFacts(tx, actor.region, clock.today));
    if (isRefusal(event)) return event;
    await tx.query(
      `INSERT INTO handover (region, id, state, note, proposed_by, proposed_at) VALUES ($1, $2, 'PROPOSED', $3, $4, $5)`,
      [actor.region, handover, event.text?.note ?? '', actor.person, clock.now],
    );
    await tx.query('INSERT INTO handover_case (region, handover, case_id) SELECT $1, $2, unnest($3::int[])', [
      actor.region,
      handover,
      event.data.cases,
    ]);
    const outcome = await settle(tx, clock, actor, cases, event);
    return isRefusal(outcome) ? outcome : { ...outcome, answer: { handover } };
  };
}
