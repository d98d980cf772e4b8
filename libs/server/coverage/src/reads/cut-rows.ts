import type { CutView } from '@papan/contracts';
import type { IsoDate } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** A cut of three years is the oldest that a page shows. */
const MONTHS_SHOWN = 36;

/** A row of `cut` as its view; `c` is its name in the statement. */
const VIEW = `
  c.as_of::text AS "asOf", c.population::float8, c.population_version AS "populationVersion", c.registered::float8,
  c.active::float8, c.source, c.example, c.number::float8, c.quota::float8, c.file, c.person,
  instant_text(c.recorded_at) AS "recordedAt", c.level`;

const OLDER = `
  (SELECT count(*) FROM cut o WHERE o.region = c.region AND o.as_of = c.as_of AND o.number < c.number)::int AS older`;

/** The newest version of each day, oldest day first. */
export async function cutsOf(tx: Pick<Tx, 'query'>, region: string): Promise<CutView[]> {
  const newestFirst = await tx.query<CutView>(
    `SELECT ${VIEW}, ${OLDER} FROM (
       SELECT DISTINCT ON (as_of) * FROM cut WHERE region = $1 ORDER BY as_of DESC, number DESC LIMIT ${MONTHS_SHOWN}
     ) c ORDER BY c.as_of DESC`,
    [region],
  );
  return newestFirst.reverse();
}

/** Every version of one day, the newest first. */
export function versionsOf(tx: Pick<Tx, 'query'>, region: string, asOf: IsoDate): Promise<CutView[]> {
  return tx.query<CutView>(
    `SELECT ${VIEW}, ${OLDER} FROM cut c WHERE c.region = $1 AND c.as_of = $2 ORDER BY c.number DESC`,
    [region, asOf],
  );
}
