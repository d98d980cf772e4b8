import { type IsoDate, STEPS, type Step } from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** Open cases whose latest step is this one. */
export interface FollowUp {
  readonly step: Step;
  readonly cases: number;
  readonly workersMissing: number;
  /** Since when the one that waits longest has stood there. */
  readonly since: IsoDate;
  /** The next date on which a clock runs out; null where none runs. */
  readonly next: IsoDate | null;
}

export interface FollowUps {
  /** In the order of the ladder; each open case once. */
  readonly open: readonly FollowUp[];
  readonly patuh: number;
  readonly tutup: number;
  readonly workersWon: number;
}

/** How the work on employers stands, told without a name. */
export async function followUpsOf(tx: Tx, region: string): Promise<FollowUps> {
  const open = await tx.query<FollowUp>(
    `SELECT s.step, count(*)::int AS cases, coalesce(sum(c.workers_missing), 0)::float8 AS "workersMissing",
            min(s.on_day)::text AS since, min(c.summary ->> 'nextEnds') AS next
       FROM employer_case c
       JOIN LATERAL (SELECT step, on_day FROM case_step WHERE region = c.region AND case_id = c.id
                      ORDER BY nth DESC LIMIT 1) AS s ON true
      WHERE c.region = $1 AND c.status = 'OPEN' GROUP BY s.step`,
    [region],
  );
  const [closed] = await tx.query<Omit<FollowUps, 'open'>>(
    `SELECT count(*) FILTER (WHERE status = 'PATUH')::int AS patuh, count(*) FILTER (WHERE status = 'TUTUP')::int AS tutup,
            coalesce(sum(workers_won), 0)::float8 AS "workersWon"
       FROM employer_case WHERE region = $1`,
    [region],
  );
  return {
    open: open.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step)),
    ...(closed ?? { patuh: 0, tutup: 0, workersWon: 0 }),
  };
}
