import type { ChooseNotices, NoticeChoiceView } from '@papan/contracts';
import { type Actor, DEFAULT_CHOICE, type NoticeChoice, type Refusal, checkChoice, isRefusal } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { ADDRESS } from './region-now';

/** How one is told, and whether mail would reach one at all. */
export function readChoice(database: Database, actor: Actor, mailIsOn: boolean): Promise<NoticeChoiceView> {
  return database.as(actor, (tx) => choiceOf(tx, actor, mailIsOn), { readOnly: true });
}

/** It is nobody's business but one's own, so it stands in no journal. */
export async function writeChoice(
  database: Database,
  actor: Actor,
  asked: ChooseNotices,
  mailIsOn: boolean,
): Promise<NoticeChoiceView | Refusal> {
  const choice = checkChoice(asked);
  if (isRefusal(choice)) return choice;
  return database.as(actor, async (tx) => {
    await tx.query(
      `INSERT INTO notice_choice (region, person, mail, language, quiet_from, quiet_until) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (region, person) DO UPDATE SET mail = excluded.mail, language = excluded.language,
         quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until`,
      [actor.region, actor.person, choice.mail, choice.language, choice.quietFrom, choice.quietUntil],
    );
    return choiceOf(tx, actor, mailIsOn);
  });
}

async function choiceOf(tx: Tx, { region, person }: Actor, mailIsOn: boolean): Promise<NoticeChoiceView> {
  const [chosen] = await tx.query<NoticeChoice>(
    `SELECT mail, language, quiet_from AS "quietFrom", quiet_until AS "quietUntil"
       FROM notice_choice WHERE region = $1 AND person = $2`,
    [region, person],
  );
  const [own] = await tx.query<{ address: string | null }>(
    `SELECT ${ADDRESS} AS address FROM person p JOIN membership m ON m.person = p.id
      WHERE m.region = $1 AND m.number = $2 LIMIT 1`,
    [region, person],
  );
  return { ...(chosen ?? DEFAULT_CHOICE), mailIsOn, address: own?.address ?? null };
}
