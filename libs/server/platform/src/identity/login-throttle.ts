import { createHash } from 'node:crypto';
import type { Database } from '../database/database';
import type { Tx } from '../database/tx';
import { asIdentity } from './as-identity';

/**
 * How many failed tries are free, then 1, 2, 4 … seconds up to the longest delay. An hour of quiet forgets them.
 * Source: docs/domain.md#sessions.
 */
interface Allowance {
  readonly free: number;
  readonly longest: number;
}

const PER_ACCOUNT: Allowance = { free: 4, longest: 60 };
/** A whole office may sit behind one address: more is free, and nobody waits long for what a neighbour does. */
const PER_SOURCE: Allowance = { free: 40, longest: 15 };

/** Stands for all accounts; no hash of a login looks like it. */
const ANY_ACCOUNT = '*';
/** So long an account that signed in from a source is known there, and does not wait for its neighbours. */
const KNOWN_DAYS = 30;
const IS_KNOWN = `coalesce(a.signed_in_at > clock_timestamp() - interval '${KNOWN_DAYS} days', false)`;

/** Takes back what was counted, and says how long to wait. */
class TooSoon extends Error {
  constructor(readonly seconds: number) {
    super('too soon');
  }
}

/**
 * Counts a try before the password is looked at, in a transaction of its own: a thousand tries at the same moment pass
 * one by one as well. Answers 0, or the seconds to wait.
 * Counted per account *and* source (who attacks from elsewhere delays himself and locks nobody out), and per source
 * over all accounts (who tries one password on many accounts). An account that signed in from this source in the last
 * 30 days is not held up by the second.
 */
export async function countTry(database: Database, login: string, source: string): Promise<number> {
  try {
    await asIdentity(database, async (tx) => {
      const { known } = await count(tx, accountKey(login), source, PER_ACCOUNT);
      if (!known) await count(tx, ANY_ACCOUNT, source, PER_SOURCE);
    });
    return 0;
  } catch (error) {
    if (error instanceof TooSoon) return error.seconds;
    throw error;
  }
}

/**
 * The right password came: nothing is held against this account here any more, and it is known at this source. Was it not
 * known before, then its try was counted for the source, and is taken off.
 */
export async function forgetTries(database: Database, login: string, source: string): Promise<void> {
  const key = [accountKey(login), source];
  await asIdentity(database, async (tx) => {
    const [before] = await tx.query<{ known: boolean }>(
      `SELECT ${IS_KNOWN} AS known FROM login_attempt a WHERE account = $1 AND source = $2 FOR UPDATE`,
      key,
    );
    await tx.query(
      `UPDATE login_attempt SET failures = 0, retry_at = clock_timestamp(), signed_in_at = clock_timestamp()
        WHERE account = $1 AND source = $2`,
      key,
    );
    if (before?.known === true) return;
    await tx.query('UPDATE login_attempt SET failures = greatest(0, failures - 1) WHERE account = $1 AND source = $2', [
      ANY_ACCOUNT,
      source,
    ]);
  });
}

/** Deletes what no longer matters; whoever keeps the server running calls it now and then. Answers how many rows. */
export async function sweepTries(database: Database): Promise<number> {
  const swept = await asIdentity(database, (tx) =>
    tx.query(
      `WITH swept AS (DELETE FROM login_attempt
        WHERE last_at < clock_timestamp() - interval '1 day'
          AND coalesce(signed_in_at, '-infinity') < clock_timestamp() - interval '${KNOWN_DAYS} days' RETURNING 1)
       SELECT 1 FROM swept`,
      [],
    ),
  );
  return swept.length;
}

/** Counts one try, or throws TooSoon where the delay of earlier ones still runs. */
async function count(
  tx: Tx,
  account: string,
  source: string,
  { free, longest }: Allowance,
): Promise<{ readonly known: boolean }> {
  const [counted] = await tx.query<{ known: boolean }>(
    `INSERT INTO login_attempt AS a (account, source, failures, last_at, retry_at)
     VALUES ($1, $2, 1, clock_timestamp(), clock_timestamp())
     ON CONFLICT (account, source) DO UPDATE SET
       failures = CASE WHEN a.last_at < clock_timestamp() - interval '1 hour' THEN 1 ELSE a.failures + 1 END,
       last_at = clock_timestamp(),
       retry_at = clock_timestamp() + CASE
         WHEN a.last_at < clock_timestamp() - interval '1 hour' OR a.failures + 1 < $3::int THEN interval '0'
         ELSE least($4::int, power(2, least(a.failures + 1 - $3::int, 10))) * interval '1 second' END
     WHERE a.retry_at <= clock_timestamp()
     RETURNING ${IS_KNOWN} AS known`,
    [account, source, free, longest],
  );
  if (counted) return counted;
  const [row] = await tx.query<{ seconds: number }>(
    `SELECT ceil(extract(epoch FROM retry_at - clock_timestamp()))::int AS seconds
       FROM login_attempt WHERE account = $1 AND source = $2`,
    [account, source],
  );
  throw new TooSoon(Math.max(1, row?.seconds ?? 1));
}

/** Hashed: people type passwords into the field of the login. */
function accountKey(login: string): string {
  return createHash('sha256').update(login.trim().toLowerCase()).digest('base64url');
}
