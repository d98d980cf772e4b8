import { type Cut, type Headline, type VerifiedByDate, headline } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** The headline of the transaction's region: the cut that stands plus what was verified after it; null without a cut. */
export async function readHeadline(tx: Pick<Tx, 'query'>, region: string): Promise<Headline | null> {
  const [cut] = await tx.query<Cut>(
    `SELECT as_of::text AS "asOf", population::float8, population_version AS "populationVersion",
            registered::float8, active::float8, source, example
       FROM cut WHERE region = $1 ORDER BY as_of DESC, number DESC LIMIT 1`,
    [region],
  );
  if (!cut) return null;
  const days = await tx.query<{ day: string; registered: number; active: number }>(
    `SELECT as_of::text AS day, registered::float8, active::float8 FROM verified_day WHERE region = $1 AND as_of > $2`,
    [region, cut.asOf],
  );
  const verified: VerifiedByDate = Object.fromEntries(days.map(({ day, ...sums }) => [day, sums]));
  return headline(cut, verified);
}
