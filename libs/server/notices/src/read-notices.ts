import type { NoticeList, NoticeView, ReadNotices } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import type { Database } from '@papan/server-platform';

/** The most that one answer holds. */
const PAGE = 100;

/** One's own notices after a number, the newest first; row-level security shows no others. */
export function readNotices(database: Database, actor: Actor, after: number): Promise<NoticeList> {
  return database.as(
    actor,
    async (tx) => {
      const [sums] = await tx.query<{ unread: number; newest: number }>(
        `SELECT count(*) FILTER (WHERE read_at IS NULL)::int AS unread, coalesce(max(number), 0)::float8 AS newest
           FROM notice WHERE region = $1 AND person = $2`,
        [actor.region, actor.person],
      );
      const notices = await tx.query<NoticeView>(
        `SELECT number::float8 AS id, kind, task, case_id AS "case", params, instant_text(at) AS at, read_at IS NOT NULL AS read
           FROM notice WHERE region = $1 AND person = $2 AND number > $3 ORDER BY number DESC LIMIT ${PAGE}`,
        [actor.region, actor.person, after],
      );
      return { unread: sums?.unread ?? 0, newest: sums?.newest ?? 0, notices };
    },
    // The sum and the list tell of the same moment, though a notice comes in between.
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/** Marks one's own as read; answers how many are left. Saying it twice changes nothing. */
export function markRead(database: Database, actor: Actor, which: ReadNotices): Promise<{ readonly unread: number }> {
  const through = 'through' in which ? which.through : null;
  const ids = 'ids' in which ? which.ids : [];
  return database.as(actor, async (tx) => {
    await tx.query(
      `UPDATE notice SET read_at = app_now()
        WHERE region = $1 AND person = $2 AND read_at IS NULL AND (number <= $3 OR number = ANY ($4))`,
      [actor.region, actor.person, through ?? -1, ids],
    );
    const [row] = await tx.query<{ unread: number }>(
      'SELECT count(*)::int AS unread FROM notice WHERE region = $1 AND person = $2 AND read_at IS NULL',
      [actor.region, actor.person],
    );
    return { unread: row?.unread ?? 0 };
  });
}
