import { createHash } from 'node:crypto';
import type { Database } from '../database/database';
import { asIdentity } from './as-identity';

/** Tries without a delay, then 1, 2, 4 … up to 60 seconds. An hour of quiet forgets them. */
const FREE_TRIES = 4;
const LONGEST_DELAY = 60;

/**
 * Counts a try of this account from this source, before the password is looked at, in a transaction of its own: a
 * thousand tries at the same moment pass one by one as well. Answers 0, or the seconds to wait.
 * The delay is per account *and* source: who attacks from elsewhere delays himself and locks nobody out.
 */
export async function countTry(database: Database, login: string, source: string): Promise<number> {
  const key = [accountKey(login), source];
  const [counted] = await asIdentity(database, (tx) =>
    tx.query(
      `INSERT INTO login_attempt AS a (account, source, failures, last_at, retry_at)
       VALUES ($1, $2, 1, clock_timestamp(), clock_timestamp())
       ON CONFLICT (account, source) DO UPDATE SET
         failures = CASE WHEN a.last_at < clock_timestamp() - interval '1 hour' THEN 1 ELSE a.failures + 1 END,
         last_at = clock_timestamp(),
         retry_at = clock_timestamp() + CASE
           WHEN a.last_at < clock_timestamp() - interval '1 hour' OR a.failures + 1 < ${FREE_TRIES} THEN interval '0'
           ELSE least(${LONGEST_DELAY}, power(2, least(a.failures + 1 - ${FREE_TRIES}, 10))) * interval '1 second' END
       WHERE a.retry_at <= clock_timestamp()
       RETURNING failures`,
      key,
    ),
  );
  return counted ? 0 : secondsLeft(database, key);
}

/** The right password came: nothing is held against this account from this source. Old rows go with it. */
export async function forgetTries(database: Database, login: string, source: string): Promise<void> {
  await asIdentity(database, (tx) =>
    tx.query(
      `DELETE FROM login_attempt
        WHERE (account = $1 AND source = $2) OR last_at < clock_timestamp() - interval '1 day'`,
      [accountKey(login), source],
    ),
  );
}

async function secondsLeft(database: Database, key: readonly string[]): Promise<number> {
  const [row] = await asIdentity(database, (tx) =>
    tx.query<{ seconds: number }>(
      `SELECT ceil(extract(epoch FROM retry_at - clock_timestamp()))::int AS seconds
         FROM login_attempt WHERE account = $1 AND source = $2`,
      key,
    ),
  );
  return Math.max(1, row?.seconds ?? 1);
}

/** Hashed: people type passwords into the field of the login. */
function accountKey(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}
