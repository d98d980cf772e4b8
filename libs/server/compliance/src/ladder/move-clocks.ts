import {
  type CaseStep,
  type ComplianceEventOf,
  type IsoDate,
  type Refusal,
  clocksAhead,
  movedClock,
  refuse,
} from '@papan/domain';
import { type NewDeadline, type Tx, moveDeadlines, setDeadlines } from '@papan/server-platform';
import { lockRows } from '../cases/case-rows';
import { CASE_STEP, dueAfter, turnOf, turnsOf } from '../cases/clocks';

/** A clock that runs, with as much of its step and its case as a move needs. */
export interface RunningClock {
  readonly case: number;
  readonly entry: string;
  readonly step: CaseStep['step'];
  readonly clock: NonNullable<CaseStep['clock']>;
  /** Who took the step. */
  readonly agency: number | null;
  /** Whether the step is of the matter that is open. */
  readonly counts: boolean;
}

/** The running clocks of these cases, which are locked until the end of the transaction. NOT_FOUND where one is missing. */
export async function lockClocks(
  tx: Tx,
  region: string,
  cases: readonly number[],
): Promise<readonly RunningClock[] | Refusal> {
  if ((await lockRows(tx, region, cases, 'WAIT')) !== cases.length) return refuse('NOT_FOUND');
  return tx.query<RunningClock>(
    `SELECT s.case_id AS "case", s.entry, s.step, s.body -> 'clock' AS clock, s.nth >= c.counts AS counts,
            (s.body #>> '{by,agency}')::int AS agency
       FROM case_step s
       JOIN employer_case c ON c.region = s.region AND c.id = s.case_id
       JOIN unnest($2::int[]) AS wanted (id) ON wanted.id = c.id
      WHERE s.region = $1 AND s.clock_state = 'RUNNING' ORDER BY s.case_id, s.nth`,
    [region, cases],
  );
}

type Moves = ComplianceEventOf<'DeadlinesMoved'>['data']['moves'];

/**
 * Writes what a decree does to the clocks of locked cases. Nothing of a case but the clock, what the list says of it and the
 * version depends on a move, so ten thousand cases are neither read nor folded whole: a statement for each table. A test
 * holds the rows against the fold.
 */
export async function moveClocks(tx: Tx, region: string, clocks: readonly RunningClock[], moves: Moves): Promise<void> {
  const to = new Map(moves.map((move) => [move.entry, move]));
  const after = clocks.map((one): Moved => {
    const move = to.get(one.entry);
    return move ? { ...one, clock: movedClock(one.clock, move), was: one.clock.ends } : one;
  });
  const moved = after.filter((one): one is Moved & { readonly was: IsoDate | null } => one.was !== undefined);
  await writeSteps(tx, region, moved);
  await writeSummaries(tx, region, new Set(moved.map((one) => one.case)), after);
  await writeDeadlines(tx, region, moved);
}

/** `was`: the end before the move; undefined where the clock stays. */
type Moved = RunningClock & { readonly was?: IsoDate | null };

async function writeSteps(tx: Tx, region: string, moved: readonly Moved[]): Promise<void> {
  await tx.query(
    `UPDATE case_step s SET ends = (n.clock ->> 'ends')::date, body = jsonb_set(s.body, '{clock}', n.clock)
       FROM unnest($2::uuid[], $3::jsonb[]) AS n (entry, clock)
      WHERE s.region = $1 AND s.entry = n.entry`,
    [region, moved.map(({ entry }) => entry), moved.map(({ clock }) => JSON.stringify(clock))],
  );
}

async function writeSummaries(
  tx: Tx,
  region: string,
  cases: ReadonlySet<number>,
  after: readonly RunningClock[],
): Promise<void> {
  const byCase = new Map<number, RunningClock[]>([...cases].map((id) => [id, []]));
  for (const one of after) if (one.counts) byCase.get(one.case)?.push(one);
  const ahead = [...byCase.values()].map(clocksAhead);
  await tx.query(
    `UPDATE employer_case c SET version = c.version + 1, summary = c.summary || jsonb_build_object(
            'nextEnds', n.ends, 'nextStep', n.step, 'missingYear', n.missing_year, 'version', c.version + 1)
       FROM unnest($2::int[], $3::text[], $4::text[], $5::int[]) AS n (id, ends, step, missing_year)
      WHERE c.region = $1 AND c.id = n.id`,
    [
      region,
      [...byCase.keys()],
      ahead.map(({ nextEnds }) => nextEnds),
      ahead.map(({ nextStep }) => nextStep),
      ahead.map(({ missingYear }) => missingYear),
    ],
  );
}

/** A clock that had a date keeps its row; one that gets its first date gets a row, or its stopped one again. */
async function writeDeadlines(tx: Tx, region: string, moved: readonly Moved[]): Promise<void> {
  const keyOf = (one: Moved) => ({ kind: CASE_STEP, subject: one.case, entry: one.entry });
  await moveDeadlines(
    tx,
    moved
      .filter(({ was }) => was !== null)
      .map((one) => ({ ...keyOf(one), dueAt: one.clock.ends === null ? null : dueAfter(one.clock.ends) })),
  );
  const dated = moved.filter(({ was, clock }) => was === null && clock.ends !== null);
  if (dated.length === 0) return;
  const turns = await turnsOf(tx, region);
  const begun = dated.flatMap((one): readonly NewDeadline[] => {
    const { ends } = one.clock;
    const agency = turnOf(turns, one.step, one.agency);
    return ends === null ? [] : [{ ...keyOf(one), dueAt: dueAfter(ends), code: one.step, agency }];
  });
  await setDeadlines(tx, begun);
}
