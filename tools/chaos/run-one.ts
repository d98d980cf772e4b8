import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { OwnDatabase } from '../rig/own-database';
import { makeWorld } from '../rig/world';
import { Chance } from '@papan/seed';
import { Board, laggards, untilAllHave, Witness } from './boards';
import { check } from './checks';
import type { Finding } from './checks';
import { startCluster } from './cluster';
import type { Cluster } from './cluster';
import { inflict, KILLS } from './faults';
import type { FaultName } from './faults';
import { History } from './history';
import { write } from './writer';

export const SABOTAGES = ['no-sync', 'no-key', 'drop-frame'] as const;
export type Sabotage = (typeof SABOTAGES)[number];

/** What one run does. */
export interface Plan {
  readonly name: string;
  readonly seed: number;
  readonly tasks: number;
  readonly boards: number;
  readonly writers: number;
  /** Pause of a writer between two commands, on average, in milliseconds. */
  readonly pause: number;
  readonly faults: readonly FaultName[];
  /** Quiet writing between two faults, at least and at most, in milliseconds. */
  readonly quiet: readonly [number, number];
  /** Goes on (with quiet writing) until so many were acknowledged, or so many milliseconds have passed. */
  readonly enough: number;
  readonly longest: number;
  readonly sabotage: Sabotage | null;
}

/** What one run found. */
export interface Report {
  readonly plan: Plan;
  readonly findings: readonly Finding[];
  readonly acknowledged: number;
  readonly unknown: number;
  readonly refused: number;
  readonly kills: number;
  readonly faults: number;
  readonly restarts: number;
  /** Seconds from the end of each fault until every board had all that was acknowledged by then. */
  readonly convergence: readonly number[];
  readonly seconds: number;
  readonly history: string;
}

/** Boards have so long to come back after a fault, in milliseconds; the promise is 10 s. */
const CONVERGES_WITHIN = 10_000;
const DRAIN = 30_000;

/** On a slow machine a fault waits until so much was acknowledged since the last one that there is something to lose. */
const WORTH_HARMING = 20;

/** Runs one plan on a database of its own and checks every promise afterwards. */
export async function runOne(database: OwnDatabase, plan: Plan): Promise<Report> {
  const began = performance.now();
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-chaos-'));
  const url = await database.create(`chaos_${plan.name.replace(/[^a-z]/g, '_')}`);
  const cluster = await startCluster(database, url, dataDir, `chaos-${plan.name}`, {
    NODE_ENV: 'test',
    PAPAN_SABOTAGE: plan.sabotage ?? '',
  });
  try {
    await database.prove(url);
    const world = await makeWorld(url, [plan.tasks]);
    return await run(cluster, plan, world, began);
  } finally {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function run(
  cluster: Cluster,
  plan: Plan,
  world: Awaited<ReturnType<typeof makeWorld>>,
  began: number,
): Promise<Report> {
  const [place] = world.regions;
  if (place === undefined) throw new Error('a world without a region');
  const file = `tmp/chaos/${plan.name}-${plan.seed}.jsonl`;
  const history = new History(file);
  const chance = new Chance(plan.seed);
  const open = (): readonly Board[] =>
    Array.from({ length: plan.boards }, (_, nth) => {
      const reader = place.people[nth % place.people.length];
      const board = new Board(cluster.port, place.code, reader?.headers(cluster.port) ?? {});
      board.core.start();
      return board;
    });
  const boards = open();
  const before: string[] =
    (await untilAllHave(boards, 0, 20_000)) === null ? [`never opened: ${laggards(boards, 0)}`] : [];
  const witness = new Witness(boards, () => history.head);

  let isOver = false;
  const options = { pause: plan.pause, isOver: () => isOver };
  const reporters = place.people.filter(({ tasks }) => tasks.length > 0).slice(0, plan.writers);
  const writing = Array.from({ length: plan.writers }, (_, nth) => {
    const person = reporters[nth % reporters.length];
    if (person === undefined) throw new Error('nobody has a task');
    const reporter = {
      region: place.code,
      headers: person.headers(cluster.port),
      tasks: person.tasks,
      lifter: person.otherAgency,
    };
    return write(cluster.port, reporter, history, new Chance(plan.seed * 1_000 + nth), options);
  });

  const convergence: number[] = [];
  const done: FaultName[] = [];
  let known = 0;
  const mild = milder();
  for (const planned of plan.faults) {
    const fault = mild(planned);
    await sleep(chance.between(...plan.quiet));
    await untilAcknowledged(history, known + WORTH_HARMING);
    known = history.acknowledged;
    if (performance.now() - began > plan.longest) break;
    history.note(`${fault} begins`);
    await inflict(fault, cluster, chance);
    history.note(`${fault} is over`);
    const { head } = history;
    const took = await untilAllHave(boards, head, CONVERGES_WITHIN);
    if (took === null) before.push(`not back ${CONVERGES_WITHIN / 1_000} s after ${fault}: ${laggards(boards, head)}`);
    else convergence.push(took / 1_000);
    done.push(fault);
  }
  while (history.acknowledged < plan.enough && performance.now() - began < plan.longest) await sleep(100);
  isOver = true;
  await Promise.race([Promise.all(writing), sleep(DRAIN)]);

  // The readers stop last: they must still hear what was written at the end.
  const last = await untilAllHave(boards, history.head, CONVERGES_WITHIN);
  if (last === null) before.push(`never had all that was acknowledged: ${laggards(boards, history.head)}`);
  await sleep(1_000);
  witness.stop();
  if (witness.lies > 0) before.push(`a board said "live" while it was more than 10 s behind, ${witness.lies} times`);
  const fresh = open();
  if ((await untilAllHave(fresh, history.head, CONVERGES_WITHIN)) === null) before.push('a new board does not open');
  for (const [nth, board] of boards.entries()) {
    const same = fresh[nth];
    const differences = same === undefined ? ['no board to compare with'] : board.differencesTo(same);
    if (differences.length > 0) before.push(`board ${nth + 1}: ${differences.slice(0, 5).join(', ')}`);
  }
  for (const board of [...boards, ...fresh]) board.stop();
  const findings = await check(cluster.url, place.code, history);
  await history.close();
  const answers = [...history.answers.values()].flat();
  return {
    plan,
    findings: [
      ...findings,
      { promise: 'R6', says: 'every board equals the server soon after any fault', against: before },
    ],
    acknowledged: history.acknowledged,
    unknown: history.unknown,
    refused: answers.filter(({ told }) => told === 'fail').length,
    kills: done.filter((fault) => KILLS.includes(fault)).length,
    faults: done.length,
    restarts: cluster.restarts(),
    convergence,
    seconds: (performance.now() - began) / 1_000,
    history: file,
  };
}

/** Who starts PostgreSQL again gives up on one that dies all the time; what is too much kills a server instead. */
function milder(): (fault: FaultName) => FaultName {
  let deaths: readonly number[] = [];
  return (fault) => {
    if (fault !== 'kill-postgres') return fault;
    const now = performance.now();
    deaths = deaths.filter((at) => now - at < 65_000);
    if (deaths.length >= 4) return 'kill-api';
    deaths = [...deaths, now];
    return fault;
  };
}

async function untilAcknowledged(history: History, count: number): Promise<void> {
  for (let waited = 0; history.acknowledged < count && waited < 5_000; waited += 20) await sleep(20);
}
