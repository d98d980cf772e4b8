import type { SetLadder } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, changeSetting, isRefusal } from '@papan/domain';
import type { Decide } from '@papan/server-platform';
import type { InRegion } from '../cases/in-region';

/** From a day on a step waits so long. Earlier settings stay: the clocks that began under them keep their rule. */
export function setLadder({ actor }: InRegion, body: SetLadder): Decide {
  return async (tx, clock) => {
    const event = changeSetting(body, actor, { today: clock.today });
    if (isRefusal(event)) return event;
    const { data } = event;
    const json = (value: unknown) => (value === null ? null : JSON.stringify(value));
    await tx.query(
      'INSERT INTO ladder_setting (region, from_day, step, clock, needs, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [
        ...[actor.region, data.from, data.step, json(data.clock), json(data.step === 'HANDOVER' ? data.needs : null)],
        ...[actor.person, clock.now],
      ],
    );
    return { event, audience: EMPLOYERS_AUDIENCE, answer: {} };
  };
}
