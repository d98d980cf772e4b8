import { packTasks } from '@papan/contracts';
import {
  type Blocker,
  type BoardState,
  type Cut,
  GAINS_KEPT,
  type Gain,
  type Task,
  allocationKey,
  instantFromMillis,
} from '@papan/domain';
import { BoardReader, type BoardRows, type Tx, audienceIs } from '@papan/server-platform';

/** What the reader may know of; said here as well as in the row-level policy, so that either wall stands alone. */
const VISIBLE = `region = $1 AND ${audienceIs('audience')}`;

/** The board of a region as rows say it; equal to the fold of the journal that the reader may see. */
export class TasksBoardReader extends BoardReader {
  async read(tx: Tx, region: string): Promise<BoardRows> {
    const tasks = await tasksOf(tx, region);
    const blockers = await blockersOf(tx, region);
    const cut = await cutOf(tx, region);
    const verified = await verifiedAfter(tx, region, cut?.asOf ?? null);
    const allocation = await allocationOf(tx, region);
    return { tasks: packTasks(tasks), blockers, cut, verified, allocation, gains: await gainsOf(tx, region) };
  }

  async seesRestricted(tx: Tx, region: string): Promise<boolean> {
    const [found] = await tx.query<{ some: boolean }>(
      `SELECT EXISTS (SELECT FROM task WHERE ${VISIBLE} AND audience IS NOT NULL) AS some`,
      [region],
    );
    return found?.some ?? true;
  }
}

/**
 * The board's own reading of a task: no long texts, moments as milliseconds, and no object where no field was edited.
 * On thousands of rows the writing of moments in the database costs more than all the rest.
 */
const CARD_COLUMNS = `
  id, campaign, agency, visibility, status, title, unit, segment, area, target::float8, start_day::text AS start, due::text,
  due_changes AS "dueChanges", reported::float8, reached::float8, rejected::float8, registered::float8, active::float8,
  last_report_by AS "lastReportBy", last_report_delta::float8 AS "lastReportDelta", origin, version,
  (extract(epoch FROM since) * 1000)::float8 AS since,
  (extract(epoch FROM last_report_at) * 1000)::float8 AS "lastReportAt",
  nullif(field_versions, '{}') AS "fieldVersions"`;

type CardRow = Omit<Task, 'since' | 'lastReportAt' | 'fieldVersions' | 'description' | 'evidence'> & {
  readonly since: number;
  readonly lastReportAt: number | null;
  readonly fieldVersions: Task['fieldVersions'] | null;
};

/** Every task that the reader may know of, by number. The long texts stay behind: the card does not show them. */
export async function tasksOf(tx: Tx, region: string): Promise<readonly Task[]> {
  const rows = await tx.query<CardRow>(`SELECT ${CARD_COLUMNS} FROM task WHERE ${VISIBLE}`, [region]);
  return rows.map(cardOf).sort((a, b) => a.id - b.id);
}

function cardOf({ since, lastReportAt, fieldVersions, ...row }: CardRow): Task {
  return {
    ...row,
    since: instantFromMillis(Math.round(since)),
    lastReportAt: lastReportAt === null ? null : instantFromMillis(Math.round(lastReportAt)),
    fieldVersions: fieldVersions ?? {},
    description: '',
    evidence: '',
  };
}

/** The open blockers. Those that were lifted are told by their tasks' histories; the wall no longer shows them. */
export function blockersOf(tx: Tx, region: string): Promise<readonly Blocker[]> {
  return tx.query<Blocker>(
    `SELECT id, task, code, text, waiting, lifter, instant_text(since) AS since, wanted_by::text AS "wantedBy",
            instant_text(lifted_at) AS "liftedAt" FROM blocker WHERE ${VISIBLE} AND lifted_at IS NULL ORDER BY id`,
    [region],
  );
}

async function cutOf(tx: Tx, region: string): Promise<Cut | null> {
  const [cut] = await tx.query<Cut>(
    `SELECT as_of::text AS "asOf", population::float8, population_version AS "populationVersion",
            registered::float8, active::float8, source, example
       FROM cut WHERE region = $1 ORDER BY as_of DESC, number DESC LIMIT 1`,
    [region],
  );
  return cut ?? null;
}

async function verifiedAfter(tx: Tx, region: string, asOf: string | null): Promise<BoardState['verified']> {
  const days = await tx.query<{ day: string; registered: number; active: number }>(
    `SELECT as_of::text AS day, registered::float8, active::float8 FROM verified_day
      WHERE region = $1 AND ($2::date IS NULL OR as_of > $2) ORDER BY as_of`,
    [region, asOf],
  );
  return Object.fromEntries(days.map(({ day, registered, active }) => [day, { registered, active }]));
}

async function allocationOf(tx: Tx, region: string): Promise<BoardState['allocation']> {
  const rows = await tx.query<{ campaign: number; measure: string; agency: number; people: number }>(
    'SELECT campaign, measure, agency, people::float8 FROM allocation WHERE region = $1',
    [region],
  );
  return Object.fromEntries(rows.map((row) => [allocationKey(row.campaign, row.measure, row.agency), row.people]));
}

/** The latest verified gains, newest first; restricted tasks and things that are not people give none. */
function gainsOf(tx: Tx, region: string): Promise<readonly Gain[]> {
  return tx.query<Gain>(
    `SELECT e.seq::float8, instant_text(j.at) AS at, t.id AS task, t.agency, data ->> 'asOf' AS "asOf",
            sum_of(data -> 'entries', 'registered')::float8 AS registered,
            sum_of(data -> 'entries', 'active')::float8 AS active
       FROM task_event e
       JOIN task t ON t.region = e.region AND t.id = e.task
       JOIN journal j ON j.region = e.region AND j.seq = e.seq
       CROSS JOIN LATERAL (SELECT j.entry::jsonb -> 'data' AS data) AS told
      WHERE e.region = $1 AND e.type = 'ProgressVerified' AND t.visibility = 'campaign' AND t.unit IN ('people', 'workers')
      ORDER BY e.seq DESC LIMIT ${GAINS_KEPT}`,
    [region],
  );
}
