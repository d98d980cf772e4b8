import { type IsoDate, type IsoInstant, UNITS, countsPersons } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

const OF_PERSONS = UNITS.filter(countsPersons);
const CLOSED = ['DONE', 'TRANSFERRED', 'CANCELLED'];

/** How far one agency is with the persons of a campaign, and what is in its way. */
export interface AgencyWork {
  readonly agency: number;
  readonly target: number;
  readonly reported: number;
  readonly registered: number;
  readonly active: number;
  /** Blockers for which it waits. */
  readonly blockers: number;
  readonly late: number;
}

/**
 * Of every agency of the region, on the tasks that every party sees: a report is passed on. What is a draft or was cancelled
 * demands nothing; what was verified on it stays counted.
 */
export function agencyWork(tx: Tx, region: string, campaign: number, today: IsoDate): Promise<readonly AgencyWork[]> {
  return tx.query<AgencyWork>(
    `SELECT a.id AS agency,
            coalesce(sum(t.target) FILTER (WHERE t.status NOT IN ('DRAFT', 'CANCELLED') AND t.unit = ANY ($3::text[])), 0)::float8 AS target,
            coalesce(sum(t.reported) FILTER (WHERE t.unit = ANY ($3::text[])), 0)::float8 AS reported,
            coalesce(sum(t.registered) FILTER (WHERE t.unit = ANY ($3::text[])), 0)::float8 AS registered,
            coalesce(sum(t.active) FILTER (WHERE t.unit = ANY ($3::text[])), 0)::float8 AS active,
            coalesce(sum(b.open), 0)::int AS blockers,
            count(*) FILTER (WHERE t.due < $4 AND NOT t.status = ANY ($5::text[]))::int AS late
       FROM agency a
       LEFT JOIN task t ON t.region = a.region AND t.agency = a.id AND t.campaign = $2 AND t.visibility = 'campaign'
       LEFT JOIN LATERAL (SELECT count(*) AS open FROM blocker
                           WHERE region = t.region AND task = t.id AND lifted_at IS NULL) b ON true
      WHERE a.region = $1 GROUP BY a.id ORDER BY a.id`,
    [region, campaign, OF_PERSONS, today, CLOSED],
  );
}

/** What a meeting should speak of: who has waited longest for whom, and what is most late. */
export interface Exceptions {
  readonly blockers: readonly {
    readonly task: string;
    readonly text: string;
    readonly waiting: number;
    readonly lifter: number;
    readonly since: IsoInstant;
  }[];
  readonly late: readonly { readonly task: string; readonly agency: number; readonly due: IsoDate }[];
}

const NAMED = 8;

/** Of tasks that every party sees, the longest first. */
export async function exceptionsOf(tx: Tx, region: string, campaign: number, today: IsoDate): Promise<Exceptions> {
  const blockers = await tx.query<Exceptions['blockers'][number]>(
    `SELECT t.title AS task, b.text, b.waiting, b.lifter, instant_text(b.since) AS since
       FROM blocker b JOIN task t ON t.region = b.region AND t.id = b.task
      WHERE b.region = $1 AND t.campaign = $2 AND t.visibility = 'campaign' AND b.lifted_at IS NULL
      ORDER BY b.since, b.id LIMIT ${NAMED}`,
    [region, campaign],
  );
  const late = await tx.query<Exceptions['late'][number]>(
    `SELECT title AS task, agency, due::text FROM task
      WHERE region = $1 AND campaign = $2 AND visibility = 'campaign' AND due < $3 AND NOT status = ANY ($4::text[])
      ORDER BY due, id LIMIT ${NAMED}`,
    [region, campaign, today, CLOSED],
  );
  return { blockers, late };
}
