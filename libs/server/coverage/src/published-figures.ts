import type { PublishedFigureView } from '@papan/contracts';
import type { Database } from '@papan/server-platform';

/** A row of `published_figure` as its view. */
export const PUBLISHED = `
  id, json_build_object('code', region_code, 'name', region_name) AS region, kind, as_of::text AS "asOf", source,
  registered::float8, registered_percent::float8 AS "registeredPercent",
  active::float8, active_percent::float8 AS "activePercent",
  unregistered::float8, unregistered_percent::float8 AS "unregisteredPercent", population::float8, denominator,
  says_uhc AS "saysUhc", note`;

/** What was published about coverage, in the order of the seed: each with its source and its date. */
export function publishedFigures(database: Database): Promise<PublishedFigureView[]> {
  return database.asNobody((tx) =>
    tx.query<PublishedFigureView>(`SELECT ${PUBLISHED} FROM published_figure ORDER BY position, id`, []),
  );
}
