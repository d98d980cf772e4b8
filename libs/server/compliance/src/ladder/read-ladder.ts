import type { LadderView } from '@papan/contracts';
import type { Actor } from '@papan/domain';
import { type Database, type Tx, todayOf } from '@papan/server-platform';

/** What is data in the rules: every setting that ever held, newest first, and the decrees that are loaded. */
export function readLadder(database: Database, { region, ...actor }: Actor): Promise<LadderView> {
  return database.as(
    { region, ...actor },
    async (tx) => ({
      today: await todayOf(tx),
      settings: await settingsWithAuthor(tx, region),
      decrees: await tx.query('SELECT year, basis FROM holiday_decree ORDER BY year', []),
    }),
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

function settingsWithAuthor(tx: Tx, region: string): Promise<LadderView['settings']> {
  return tx.query(
    `SELECT from_day::text AS "from", step, clock, needs, person AS by FROM ladder_setting
      WHERE region = $1 ORDER BY from_day DESC, number DESC`,
    [region],
  );
}
