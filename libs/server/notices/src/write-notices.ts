import { type IsoInstant, type Told, mailSlot, recipientsOf } from '@papan/domain';
import type { Tx } from '@papan/server-platform';
import type { RegionNow } from './region-now';

/** A notice to be written, and when its reason came about. */
export interface Dated {
  readonly told: Told;
  readonly at: IsoInstant;
}

/**
 * Writes each notice for each of its people, and the mails that they go into, in the transaction that moves the cursor.
 * The same notice for the same person is written once, whoever writes it and however often. Answers how many are new.
 */
export async function writeNotices(
  tx: Tx,
  region: string,
  dated: readonly Dated[],
  { posts, choices, rule, decrees }: RegionNow,
  now: IsoInstant,
  mailIsOn: boolean,
): Promise<number> {
  const slots = new Map<number, string>();
  if (mailIsOn) {
    for (const [person, choice] of choices) {
      const slot = mailSlot(choice, rule, decrees, now);
      if (slot !== null) slots.set(person, slot);
    }
  }
  const rows = dated.flatMap(({ told: { notice, to, by }, at }) =>
    recipientsOf(to, posts, by).map((person) => ({ ...notice, person, at, mail: mailKey(person, slots.get(person)) })),
  );
  if (rows.length === 0) return 0;
  const fresh = await tx.query<{ person: number; mail: string | null }>(
    `INSERT INTO notice (region, person, kind, task, case_id, params, dedupe, at, mail)
     SELECT $1, person, kind, task, "case", params, dedupe, at, mail
       FROM ROWS FROM (jsonb_to_recordset($2)
         AS (person int, kind text, task int, "case" int, params jsonb, dedupe text, at timestamptz, mail text)
       ) WITH ORDINALITY AS n (person, kind, task, "case", params, dedupe, at, mail, nth)
      WHERE NOT EXISTS (SELECT FROM notice o WHERE o.region = $1 AND o.person = n.person AND o.dedupe = n.dedupe)
      ORDER BY nth
     ON CONFLICT (region, dedupe, person) DO NOTHING RETURNING person, mail`,
    [region, JSON.stringify(rows)],
  );
  await writeMails(tx, region, fresh, slots, now);
  return fresh.length;
}

function mailKey(person: number, slot: string | undefined): string | null {
  return slot === undefined ? null : `notices:${person}:${slot}`;
}

/**
 * A notice of this moment's transaction may be committed a little after the slot has come: the mail waits so much longer
 * than any transaction may take, so that it takes everything along that belongs to it.
 */
const GRACE = '30 seconds';

async function writeMails(
  tx: Tx,
  region: string,
  fresh: readonly { readonly person: number; readonly mail: string | null }[],
  slots: ReadonlyMap<number, string>,
  now: IsoInstant,
): Promise<void> {
  const people = [...new Set(fresh.filter(({ mail }) => mail !== null).map(({ person }) => person))];
  if (people.length === 0) return;
  const mails = people.map((person) => ({ person, at: slots.get(person), dedupe: mailKey(person, slots.get(person)) }));
  await tx.query(
    `INSERT INTO mail (region, person, template, dedupe, next_try_at, made_at)
     SELECT $1, person, 'NOTICES', dedupe, at + interval '${GRACE}', $3 FROM jsonb_to_recordset($2)
       AS m (person int, at timestamptz, dedupe text)
     ON CONFLICT (region, dedupe) DO NOTHING`,
    [region, JSON.stringify(mails), now],
  );
}
