import type { WorkView } from '@papan/contracts';
import { type IsoDate, type Segment, UNITS, countsPersons } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

const OF_PERSONS = UNITS.filter(countsPersons);

interface WorkRow {
  /** How many of the cuts were before it: 0 is before the first. */
  readonly after: number;
  readonly agency: number;
  readonly segment: Segment | null;
  readonly reported: number;
  readonly registered: number;
  readonly active: number;
}

/**
 * What the agencies reported and BPJS verified between the cuts, by segment: persons only, and only on tasks that every party
 * sees. An entry of the day of a cut is inside that cut; what was before the first cut is told by none. A correction
 * counts on the day of the entry that it takes back.
 */
export async function workBetween(
  tx: Pick<Tx, 'query'>,
  region: string,
  days: readonly IsoDate[],
): Promise<readonly WorkView[]> {
  if (days.length === 0) return [];
  const rows = await tx.query<WorkRow>(
    `WITH entry AS (
       SELECT e.task, coalesce(c.on_day, e.on_day) AS day, e.delta AS reported, 0 AS registered, 0 AS active
         FROM progress_entry e LEFT JOIN progress_entry c ON c.region = e.region AND c.entry = e.corrects
        WHERE e.region = $1
       UNION ALL
       SELECT task, as_of, 0, CASE measure WHEN 'registered' THEN delta ELSE 0 END,
              CASE measure WHEN 'active' THEN delta ELSE 0 END
         FROM verification_entry WHERE region = $1
     )
     SELECT width_bucket(e.day - 1, $2::date[]) AS after, t.agency, t.segment,
            sum(e.reported)::float8 AS reported, sum(e.registered)::float8 AS registered, sum(e.active)::float8 AS active
       FROM entry e JOIN task t ON t.region = $1 AND t.id = e.task
      WHERE t.visibility = 'campaign' AND t.unit = ANY ($3::text[]) AND e.day > ($2::date[])[1]
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    [region, days, OF_PERSONS],
  );
  return rows
    .map(({ after, ...work }): WorkView => ({ until: days[after] ?? null, ...work }))
    .filter(({ reported, registered, active }) => reported !== 0 || registered !== 0 || active !== 0);
}
