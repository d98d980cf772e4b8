import type { EscalationView, SetEscalation } from '@papan/contracts';
import { type Actor, escalationOn, isRefusal, may, setEscalation } from '@papan/domain';
import { type Database, type Decide, type Tx, todayOf } from '@papan/server-platform';
import { rulesOf } from './region-now';

/** The rule of today, all that were set, and how the mails of the region stand. */
export function readEscalation(
  database: Database,
  { region, ...actor }: Actor,
  mailIsOn: boolean,
): Promise<EscalationView> {
  return database.as(
    { region, ...actor },
    async (tx) => {
      const today = await todayOf(tx);
      const rules = await rulesOf(tx, region);
      return {
        today: escalationOn(rules, today),
        set: [...rules].reverse(),
        mail: { isOn: mailIsOn, ...(await mailsOf(tx, region)) },
      };
    },
    { readOnly: true },
  );
}

async function mailsOf(tx: Tx, region: string): Promise<Omit<EscalationView['mail'], 'isOn'>> {
  const [sums] = await tx.query<{ waiting: number; sent: number; givenUp: number }>(
    `SELECT count(*) FILTER (WHERE state = 'WAITING')::int AS waiting, count(*) FILTER (WHERE state = 'SENT')::int AS sent,
            count(*) FILTER (WHERE state = 'GIVEN_UP')::int AS "givenUp" FROM mail WHERE region = $1`,
    [region],
  );
  const failures = await tx.query<EscalationView['mail']['failures'][number]>(
    `SELECT person, tries, error, instant_text(ended_at) AS at FROM mail
      WHERE region = $1 AND state = 'GIVEN_UP' ORDER BY ended_at DESC LIMIT 20`,
    [region],
  );
  return { ...(sums ?? { waiting: 0, sent: 0, givenUp: 0 }), failures };
}

/** A new rule, from a day on; those before it stay on record. */
export function setEscalationRule(actor: Actor, body: SetEscalation): Decide {
  return async (tx, { today }) => {
    const allowed = may(actor, 'settings.manage', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const event = setEscalation(body, today);
    if (isRefusal(event)) return event;
    const { from, delays, opens, closes } = event.data;
    await tx.query(
      'INSERT INTO escalation_rule (region, from_day, delays, opens, closes) VALUES ($1, $2, $3, $4, $5)',
      [actor.region, from, delays, opens, closes],
    );
    return { event, audience: null, answer: {} };
  };
}
