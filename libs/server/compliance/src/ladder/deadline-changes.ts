import type { AcceptDeadlines, DeadlineChange, DeadlineChanges } from '@papan/contracts';
import {
  type Actor,
  type CaseStep,
  EMPLOYERS_AUDIENCE,
  type HolidayDecree,
  acceptChanges,
  clockChanges,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import { type Database, type Decide, type FullRefusal, type Tx } from '@papan/server-platform';
import type { InRegion } from '../cases/in-region';
import { decreesOf } from './ladder-facts';
import { type RunningClock, lockClocks, moveClocks } from './move-clocks';

/** What the decrees that are loaded would do to running clocks; `year` names the decree, by default the latest. */
export function readDeadlineChanges(
  database: Database,
  actor: Actor,
  year: number | null,
): Promise<DeadlineChanges | FullRefusal> {
  return database.as(
    actor,
    async (tx) => {
      const allowed = may(actor, 'case.read', { region: actor.region });
      if (isRefusal(allowed)) return allowed;
      const decrees = await decreesOf(tx);
      const decree = decreeFor(decrees, year);
      const running = await runningClocks(tx, actor.region);
      const names = new Map(running.map(({ id, name }) => [id, name]));
      return {
        year: year ?? decree?.year ?? 0,
        basis: decree?.basis ?? null,
        changes: clockChanges(running, decrees).map((change): DeadlineChange => ({
          ...change,
          name: names.get(change.case) ?? '',
        })),
      };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/**
 * A person accepts what the decrees do to the running clocks: all of it in one entry. What has changed is reckoned anew
 * under the locks, so that nothing moves twice; a clock that has run out or was stopped never moves.
 */
export function acceptDeadlines({ actor }: InRegion, { year }: AcceptDeadlines): Decide {
  return async (tx) => {
    const decrees = await decreesOf(tx);
    const decree = decreeFor(decrees, year);
    if (!decree) return refuse('NO_DECREE_FOR_YEAR', { year });
    const seen = clockChanges(await runningClocks(tx, actor.region), decrees);
    const clocks = await lockClocks(tx, actor.region, [...new Set(seen.map((change) => change.case))]);
    if (isRefusal(clocks)) return clocks;
    const event = acceptChanges(clockChanges(clocks.map(asCase), decrees), decree, actor);
    if (isRefusal(event)) return event;
    await moveClocks(tx, actor.region, clocks, event.data.moves);
    return { event, audience: EMPLOYERS_AUDIENCE, answer: {} };
  };
}

function decreeFor(decrees: readonly HolidayDecree[], year: number | null): HolidayDecree | undefined {
  return year === null ? decrees.at(-1) : decrees.findLast((decree) => decree.year === year);
}

interface SeenClock {
  /** Of the case. */
  readonly id: number;
  readonly name: string;
  readonly steps: readonly Pick<CaseStep, 'entry' | 'step' | 'clock'>[];
}

/** The clocks that a decree can move: of 50,000 steps these alone are read. */
async function runningClocks(tx: Tx, region: string): Promise<readonly SeenClock[]> {
  const rows = await tx.query<{ id: number; name: string } & SeenClock['steps'][number]>(
    `SELECT s.case_id AS id, e.name, s.entry, s.step, s.body -> 'clock' AS clock
       FROM case_step s
       JOIN employer_case c ON c.region = s.region AND c.id = s.case_id
       JOIN employer e ON e.region = c.region AND e.id = c.employer
      WHERE s.region = $1 AND s.clock_state = 'RUNNING' AND s.body #>> '{clock,rule,kind}' = 'WORKING_DAYS'
      ORDER BY s.case_id, s.nth`,
    [region],
  );
  return rows.map(({ id, name, entry, step, clock }) => ({ id, name, steps: [{ entry, step, clock }] }));
}

function asCase({ case: id, ...step }: RunningClock): Pick<SeenClock, 'id' | 'steps'> {
  return { id, steps: [step] };
}
