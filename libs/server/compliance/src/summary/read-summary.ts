import type { ComplianceSummary } from '@papan/contracts';
import { type Actor, type Refusal, STEPS, type Step, isRefusal, may } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';

/** How many of the oldest waits and of the next dates are named. */
const NAMED = 10;

/** What the Asisten asks: how far the cases have come, what was won by which step, who waits longest, what ends next. */
export function readSummary(database: Database, actor: Actor): Promise<ComplianceSummary | Refusal> {
  return database.as(actor, (tx) => summaryFor(tx, actor), { isolation: 'REPEATABLE READ', readOnly: true });
}

export async function summaryFor(tx: Tx, actor: Actor): Promise<ComplianceSummary | Refusal> {
  const { region } = actor;
  const allowed = may(actor, 'case.read', { region });
  if (isRefusal(allowed)) return allowed;
  return {
    ...(await countsOf(tx, region)),
    funnel: await funnelOf(tx, region),
    wonByStep: await wonByStep(tx, region),
    oldest: await oldestOf(tx, region),
    next: await nextOf(tx, region),
  };
}

type Counts = Pick<ComplianceSummary, 'open' | 'patuh' | 'tutup' | 'workersMissing' | 'workersWon'>;

async function countsOf(tx: Tx, region: string): Promise<Counts> {
  const [row] = await tx.query<Counts>(
    `SELECT count(*) FILTER (WHERE status = 'OPEN')::int AS open, count(*) FILTER (WHERE status = 'PATUH')::int AS patuh,
            count(*) FILTER (WHERE status = 'TUTUP')::int AS tutup,
            coalesce(sum(workers_missing) FILTER (WHERE status = 'OPEN'), 0)::float8 AS "workersMissing",
            coalesce(sum(workers_won), 0)::float8 AS "workersWon"
       FROM employer_case WHERE region = $1`,
    [region],
  );
  return row ?? { open: 0, patuh: 0, tutup: 0, workersMissing: 0, workersWon: 0 };
}

/** Every step in the order of the ladder: cases that ever took it, and open ones where it is the latest of its track. */
async function funnelOf(tx: Tx, region: string): Promise<ComplianceSummary['funnel']> {
  const reached = await tx.query<{ step: Step; cases: number }>(
    'SELECT step, count(DISTINCT case_id)::int AS cases FROM case_step WHERE region = $1 GROUP BY step',
    [region],
  );
  const standing = await tx.query<{ step: Step; cases: number }>(
    `SELECT t.value AS step, count(*)::int AS cases
       FROM employer_case c CROSS JOIN LATERAL jsonb_each_text(c.summary -> 'tracks') AS t
      WHERE c.region = $1 AND c.status = 'OPEN' GROUP BY t.value`,
    [region],
  );
  const of = (rows: typeof reached) => new Map(rows.map(({ step, cases }) => [step, cases]));
  const [ever, now] = [of(reached), of(standing)];
  return STEPS.map((step) => ({ step, reached: ever.get(step) ?? 0, standing: now.get(step) ?? 0 }));
}

async function wonByStep(tx: Tx, region: string): Promise<ComplianceSummary['wonByStep']> {
  const rows = await tx.query<{ step: Step; workers: number; cases: number }>(
    `SELECT step, sum(workers)::float8 AS workers, count(DISTINCT case_id)::int AS cases
       FROM case_gain WHERE region = $1 GROUP BY step`,
    [region],
  );
  return rows.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step));
}

/** Open cases in which nothing has happened for longest. */
function oldestOf(tx: Tx, region: string): Promise<ComplianceSummary['oldest']> {
  return tx.query(
    `SELECT c.id AS "case", e.name, s.step, s.on_day::text AS since
       FROM employer_case c
       JOIN employer e ON e.region = c.region AND e.id = c.employer
       JOIN LATERAL (SELECT step, on_day FROM case_step WHERE region = c.region AND case_id = c.id
                      ORDER BY nth DESC LIMIT 1) AS s ON true
      WHERE c.region = $1 AND c.status = 'OPEN' ORDER BY s.on_day, c.id LIMIT ${NAMED}`,
    [region],
  );
}

function nextOf(tx: Tx, region: string): Promise<ComplianceSummary['next']> {
  return tx.query(
    `SELECT c.id AS "case", e.name, c.summary ->> 'nextStep' AS step, c.summary ->> 'nextEnds' AS ends
       FROM employer_case c JOIN employer e ON e.region = c.region AND e.id = c.employer
      WHERE c.region = $1 AND c.status = 'OPEN' AND c.summary ->> 'nextEnds' IS NOT NULL
      ORDER BY c.summary ->> 'nextEnds', c.id LIMIT ${NAMED}`,
    [region],
  );
}
