import { createHash } from 'node:crypto';
import type { TemplateList } from '@papan/contracts';
import { type Actor, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import { WORD_KINDS, type WordKind, checkTemplate } from '@papan/server-papers';
import type { Database, Tx } from '@papan/server-platform';

/** The largest template that is taken, in bytes. */
export const TEMPLATE_LIMIT = 5_000_000;

/** The agency's own template of a paper, where it has one. */
export async function templateOf(tx: Tx, region: string, agency: number, kind: WordKind): Promise<Buffer | undefined> {
  const [row] = await tx.query<{ body: Buffer }>(
    'SELECT body FROM paper_template WHERE region = $1 AND agency = $2 AND kind = $3',
    [region, agency, kind],
  );
  return row?.body;
}

export function readTemplates(database: Database, actor: Actor): Promise<TemplateList> {
  return database.as(
    actor,
    async (tx) => {
      const own = await tx.query<{ kind: string; name: string; at: string; by: number }>(
        `SELECT kind, name, instant_text(at) AS at, person AS by FROM paper_template WHERE region = $1 AND agency = $2`,
        [actor.region, actor.agency.id],
      );
      const byKind = new Map(own.map(({ kind, ...rest }) => [kind, rest]));
      return { templates: WORD_KINDS.map((kind) => ({ kind, own: byKind.get(kind) ?? null })) };
    },
    { readOnly: true },
  );
}

/** Who may change the papers of his agency: its head, and who sets up the product. */
export function mayKeepTemplate(actor: Actor): true | Refusal {
  const sets = may(actor, 'settings.manage', { region: actor.region });
  if (sets === true) return true;
  const writes = may(actor, 'case.appeal', { region: actor.region });
  return writes === true && (actor.role === 'head' || actor.role === 'bpjs-head') ? true : sets;
}

/**
 * Keeps the agency's own template in place of the one before, once it has been filled with invented data. TEMPLATE_INVALID
 * names what cannot be filled. It says nothing about any employer, so it is no entry of the journal.
 */
export async function keepTemplate(
  database: Database,
  actor: Actor,
  kind: WordKind,
  name: string,
  body: Buffer,
): Promise<Refusal | undefined> {
  const allowed = mayKeepTemplate(actor);
  if (isRefusal(allowed)) return allowed;
  if (body.length === 0 || body.length > TEMPLATE_LIMIT) return refuse('TEMPLATE_UNREADABLE');
  const no = checkTemplate(kind, body);
  if (no) return no;
  const hash = createHash('sha256').update(body).digest('hex');
  await database.as(actor, (tx) =>
    tx.query(
      `INSERT INTO paper_template AS t (region, agency, kind, name, body, hash, person, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, app_now())
       ON CONFLICT (region, agency, kind) DO UPDATE
         SET name = excluded.name, body = excluded.body, hash = excluded.hash, person = excluded.person, at = excluded.at`,
      [actor.region, actor.agency.id, kind, name.slice(0, 200), body, hash, actor.person],
    ),
  );
  return undefined;
}
