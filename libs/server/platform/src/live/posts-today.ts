import type { Actor } from '@papan/domain';
import type { Database } from '../database/database';
import { asIdentity } from '../identity/as-identity';

/** What somebody is in a region; the session's kind never changes. */
export type Post = Pick<Actor, 'region' | 'person' | 'agency' | 'role'>;

/** Where the holders of these sessions serve today, by session; who serves nowhere has an empty list. */
export async function postsToday(
  database: Database,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, readonly Post[]>> {
  const rows = await asIdentity(database, (tx) =>
    tx.query<{ id: string; posts: readonly Post[] }>(
      `SELECT s.id, coalesce(
                (SELECT json_agg(json_build_object('region', m.region, 'person', m.number, 'role', m.role,
                                                   'agency', json_build_object('id', a.id, 'kind', a.kind)))
                   FROM posts_today(s.person) m JOIN agency a ON a.region = m.region AND a.id = m.agency), '[]') AS posts
         FROM session s WHERE s.id = ANY ($1::uuid[])`,
      [sessions],
    ),
  );
  return new Map(rows.map(({ id, posts }) => [id, posts]));
}

/** Whether he is still the same there: what he may see and do depends on nothing else. */
export function isSamePost(one: Post, other: Post): boolean {
  return (
    one.region === other.region &&
    one.person === other.person &&
    one.role === other.role &&
    one.agency.id === other.agency.id &&
    one.agency.kind === other.agency.kind
  );
}
