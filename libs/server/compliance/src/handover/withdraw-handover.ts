import type { WithdrawHandover } from '@papan/contracts';
import { isRefusal, withdrawHandover } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import { lockCases } from '../cases/case-rows';
import type { InRegion } from '../cases/in-region';
import { settle } from '../cases/settle';
import { lockHandover, readHandover } from './handover-rows';

/** Takes a proposal back, with the reason; its cases can be proposed again. */
export function withdrawOneHandover({ actor }: InRegion, id: number, body: WithdrawHandover): Decide {
  return async (tx, clock) => {
    const seen = await readHandover(tx, actor.region, id);
    if (isRefusal(seen)) return seen;
    const cases = await lockCases(tx, actor.region, seen.cases);
    if (isRefusal(cases)) return cases;
    const handover = await lockHandover(tx, actor.region, id);
    if (isRefusal(handover)) return handover;
    const event = withdrawHandover(handover, body.note, actor);
    if (isRefusal(event)) return event;
    await tx.query(`UPDATE handover SET state = 'WITHDRAWN' WHERE region = $1 AND id = $2`, [actor.region, id]);
    const outcome = await settle(tx, clock, actor, cases, event);
    return isRefusal(outcome) ? outcome : { ...outcome, answer: { handover: id } };
  };
}
