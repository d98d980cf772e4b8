import {
  type AgencyFact,
  DEFAULT_CHOICE,
  type EscalationRule,
  type HolidayDecree,
  type IsoDate,
  type NoticeChoice,
  type Post,
  escalationOn,
} from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** Who serves in a region today, how each wants to be told, and the rules that hold. */
export interface RegionNow {
  readonly posts: readonly Post[];
  readonly agencies: ReadonlyMap<number, AgencyFact>;
  readonly rule: EscalationRule;
  readonly decrees: readonly HolidayDecree[];
  /** Of those who have an address; nobody else gets mail. */
  readonly choices: ReadonlyMap<number, NoticeChoice>;
}

/** The address of a person: the one that was given, else a login that is one. `p` is the person. */
export const ADDRESS = `coalesce(p.email, CASE WHEN p.login ~ '^[^@[:space:]]+@[^@[:space:]]+[.][^@[:space:]]+$' THEN p.login END)`;

/** Everything about a region that telling needs, in the transaction of the house. */
export async function regionNow(tx: Tx, region: string, today: IsoDate): Promise<RegionNow> {
  const posts = await tx.query<
    Post & { readonly reachable: boolean } & { readonly [K in keyof NoticeChoice]: NoticeChoice[K] | null }
  >(
    `SELECT DISTINCT ON (m.number) m.number AS person, m.agency, m.role, ${ADDRESS} IS NOT NULL AS reachable,
            c.mail, c.language, c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil"
       FROM membership m JOIN person p ON p.id = m.person
       LEFT JOIN notice_choice c ON c.region = m.region AND c.person = m.number
      WHERE m.region = $1 AND serves_now(m.from_day, m.until_day) AND p.disabled_at IS NULL
      ORDER BY m.number, m.from_day DESC, m.agency`,
    [region],
  );
  const agencies = await tx.query<AgencyFact>('SELECT id, prefix, short FROM agency WHERE region = $1', [region]);
  return {
    posts,
    agencies: new Map(agencies.map((agency) => [agency.id, agency])),
    rule: escalationOn(await rulesOf(tx, region), today),
    decrees: await decreesOf(tx),
    choices: new Map(posts.filter(({ reachable }) => reachable).map((post) => [post.person, choiceOf(post)])),
  };
}

function choiceOf(row: { readonly [K in keyof NoticeChoice]: NoticeChoice[K] | null }): NoticeChoice {
  const { mail, language, quietFrom, quietUntil } = row;
  if (mail === null || language === null || quietFrom === null || quietUntil === null) return DEFAULT_CHOICE;
  return { mail, language, quietFrom, quietUntil };
}

/** In the order in which they were set. */
export function rulesOf(tx: Tx, region: string): Promise<EscalationRule[]> {
  return tx.query<EscalationRule>(
    `SELECT from_day::text AS "from", delays, opens, closes FROM escalation_rule WHERE region = $1 ORDER BY number`,
    [region],
  );
}

export function decreesOf(tx: Tx): Promise<HolidayDecree[]> {
  return tx.query<HolidayDecree>(
    `SELECT d.year, d.basis,
            coalesce(json_agg(h.day::text) FILTER (WHERE h.kind = 'NATIONAL'), '[]') AS national,
            coalesce(json_agg(h.day::text) FILTER (WHERE h.kind = 'COLLECTIVE_LEAVE'), '[]') AS "collectiveLeave"
       FROM holiday_decree d LEFT JOIN holiday h ON h.year = d.year GROUP BY d.year, d.basis ORDER BY d.year`,
    [],
  );
}
