import { randomUUID } from 'node:crypto';
import type { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { call, readJson } from '../rig/http-call';
import { cpuOfTree, memoryOf } from '../rig/processes';
import { openOne, Readers } from './readers';
import { percentile } from './statistics';
import type { BoardSize, Subject } from './subject';

/** How much is done in one round. */
export interface Effort {
  /** Single updates one after another. */
  readonly singles: number;
  /** Milliseconds that writers write. */
  readonly writing: number;
  readonly writers: readonly number[];
  readonly audiences: readonly number[];
  /** Changes told to each audience. */
  readonly tellings: number;
  readonly watched: number;
  readonly openings: number;
  readonly joining: number;
  readonly holding: number;
  readonly restarts: number;
}

export const FULL: Effort = {
  singles: 300,
  writing: 4_000,
  writers: [8, 32],
  audiences: [50, 200, 500],
  tellings: 100,
  watched: 200,
  openings: 15,
  joining: 100,
  holding: 500,
  restarts: 1,
};

export const QUICK: Effort = {
  singles: 20,
  writing: 500,
  writers: [8, 32],
  audiences: [50],
  tellings: 10,
  watched: 20,
  openings: 2,
  joining: 10,
  holding: 50,
  restarts: 1,
};

/** Figures of one round, by the name of the work; `lost` and `failed` are counts that should be 0. */
export type Figures = Map<string, number>;

/** What a work needs to know of its surroundings. */
export interface Bench {
  readonly agent: Agent;
  readonly effort: Effort;
  readonly postgresPid: () => number;
}

type Work = (bench: Bench, subject: Subject) => Promise<Figures>;

let nextTask = 0;

async function update(bench: Bench, subject: Subject, board: BoardSize, mark: string = randomUUID()): Promise<boolean> {
  const { status } = await call(bench.agent, subject.port, subject.update(board, nextTask++, mark));
  return status >= 200 && status < 300;
}

const oneWriter =
  (board: BoardSize): Work =>
  async (bench, subject) => {
    const took: number[] = [];
    let failed = 0;
    const before = cpuNow(bench, subject);
    for (let nth = 0; nth < bench.effort.singles; nth++) {
      const began = performance.now();
      if (!(await update(bench, subject, board))) failed++;
      took.push(performance.now() - began);
    }
    return new Map([
      [`one update, one writer, ${board} tasks, p50`, percentile(took, 0.5)],
      [`one update, one writer, ${board} tasks, CPU`, (cpuNow(bench, subject) - before) / took.length],
      [`one update, one writer, ${board} tasks, failed`, failed],
    ]);
  };

const manyWriters: Work = async (bench, subject) => {
  const figures: Figures = new Map();
  for (const writers of bench.effort.writers) {
    const before = cpuNow(bench, subject);
    const { done, failed, perSecond } = await writeFor(bench, subject, writers);
    figures.set(`${writers} writers, updates/s`, perSecond);
    figures.set(`${writers} writers, CPU`, (cpuNow(bench, subject) - before) / done);
    figures.set(`${writers} writers, failed`, failed);
  }
  return figures;
};

const telling: Work = async (bench, subject) => {
  const figures: Figures = new Map();
  for (const audience of bench.effort.audiences) {
    const readers = await Readers.open(subject, bench.agent, 1_000, audience);
    const took: number[] = [];
    let lost = 0;
    for (let nth = 0; nth < bench.effort.tellings; nth++) {
      const mark = randomUUID();
      const began = performance.now();
      const [accepted, at] = await Promise.all([update(bench, subject, 1_000, mark), readers.allHave(mark, 5_000)]);
      if (accepted && at > 0) took.push(at - began);
      else lost++;
      await sleep(15);
    }
    readers.close();
    figures.set(`report → all of ${audience}, p50`, percentile(took, 0.5));
    figures.set(`report → all of ${audience}, p99`, percentile(took, 0.99));
    figures.set(`report → all of ${audience}, lost`, lost);
    await sleep(200);
  }
  return figures;
};

const writingWhileWatched: Work = async (bench, subject) => {
  const { watched } = bench.effort;
  const readers = await Readers.open(subject, bench.agent, 1_000, watched);
  const { done, failed, perSecond } = await writeFor(bench, subject, 8);
  const due = (done - failed) * watched;
  for (let waited = 0; readers.heard() < due && waited < 10_000; waited += 50) await sleep(50);
  const lost = due - readers.heard();
  readers.close();
  await sleep(200);
  return new Map([
    [`8 writers while ${watched} watch, updates/s`, perSecond],
    [`8 writers while ${watched} watch, failed`, failed],
    [`8 writers while ${watched} watch, lost`, lost],
  ]);
};

const opening =
  (board: BoardSize): Work =>
  async (bench, subject) => {
    const took: number[] = [];
    let bytes = 0;
    // The first opening after a start packs the board for all that follow, on both sides.
    await call(bench.agent, subject.port, subject.open(board, 0));
    for (let nth = 0; nth < bench.effort.openings; nth++) {
      const began = performance.now();
      const answer = await call(bench.agent, subject.port, subject.open(board, nth));
      if (answer.status !== 200) throw new Error(`${subject.name}: opening a board was answered ${answer.status}`);
      readJson(answer);
      took.push(performance.now() - began);
      bytes = answer.raw.length;
    }
    return new Map([
      [`open a board of ${board}, p50`, percentile(took, 0.5)],
      [`open a board of ${board}, bytes`, bytes / 1_000],
    ]);
  };

const joiningAtOnce: Work = async (bench, subject) => {
  const { joining } = bench.effort;
  const began = performance.now();
  const sockets = await Promise.all(
    Array.from({ length: joining }, async (_, reader) => {
      const answer = await call(bench.agent, subject.port, subject.open(1_000, reader));
      return openOne(subject, 1_000, reader, readJson(answer));
    }),
  );
  const took = performance.now() - began;
  for (const socket of sockets) socket.close();
  await sleep(200);
  return new Map([[`${joining} boards of 1000 join at once`, took]]);
};

const startAndMemory: Work = async (bench, subject) => {
  const started: number[] = [];
  for (let nth = 0; nth < bench.effort.restarts; nth++) started.push(await subject.restart());
  await sleep(2_000);
  const idle = memoryOf(subject.pid());
  const readers = await Readers.open(subject, bench.agent, 1_000, bench.effort.holding);
  await sleep(1_500);
  const held = memoryOf(subject.pid());
  readers.close();
  await sleep(200);
  return new Map([
    ['start to first answer', percentile(started, 0.5)],
    ['memory, idle', idle],
    [`memory, ${bench.effort.holding} sockets`, held],
  ]);
};

/** Every work, in the order of one round. Each begins and ends without open sockets. */
export const WORKS: readonly { readonly name: string; readonly work: Work }[] = [
  { name: 'startAndMemory', work: startAndMemory },
  { name: 'opening', work: opening(1_000) },
  { name: 'opening', work: opening(5_000) },
  { name: 'joiningAtOnce', work: joiningAtOnce },
  { name: 'oneWriter', work: oneWriter(1_000) },
  { name: 'oneWriter', work: oneWriter(5_000) },
  { name: 'manyWriters', work: manyWriters },
  { name: 'telling', work: telling },
  { name: 'writingWhileWatched', work: writingWhileWatched },
];

/** Writers that each send the next update when the last was answered. */
async function writeFor(
  bench: Bench,
  subject: Subject,
  writers: number,
): Promise<{ done: number; failed: number; perSecond: number }> {
  const began = performance.now();
  const until = began + bench.effort.writing;
  let [done, failed] = [0, 0];
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      if (!(await update(bench, subject, 1_000))) failed++;
      done++;
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  return { done, failed, perSecond: (done - failed) / ((performance.now() - began) / 1_000) };
}

/** Processor time of the server and of all PostgreSQL processes, in milliseconds. */
function cpuNow(bench: Bench, subject: Subject): number {
  return cpuOfTree(subject.pid()) + cpuOfTree(bench.postgresPid());
}
