import type { Down, Frame, Snapshot, Up } from '@papan/contracts';
import { PROTOCOL_VERSION, packTasks } from '@papan/contracts';
import { EMPTY_BOARD, evolve, instantFromMillis } from '@papan/domain';
import type { BoardEvent, BoardState, Happening } from '@papan/domain';
import * as fc from 'fast-check';
import { LiveCore } from './live-core';
import type { LiveStatus } from './live-core';
import type { LineEvents } from './transport';

const REGION = '35.05';
const BEGAN = 1_762_045_200_000;

/** Time that stands still until it is told to go on. */
class TestClock {
  private millis = 0;
  private alarms: { at: number; wake: () => void }[] = [];

  now = (): number => this.millis;

  after = (millis: number, wake: () => void) => {
    const alarm = { at: this.millis + millis, wake };
    this.alarms.push(alarm);
    return { stop: () => void (this.alarms = this.alarms.filter((one) => one !== alarm)) };
  };

  async pass(millis: number): Promise<void> {
    const end = this.millis + millis;
    for (;;) {
      await breathe();
      const next = this.alarms.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.alarms = this.alarms.filter((one) => one !== next);
      this.millis = Math.max(this.millis, next.at);
      next.wake();
    }
    this.millis = end;
    await breathe();
  }
}

async function breathe(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
}

/** A journal, its fold, and a line that can be told to lose, double and hold back what it carries. */
class TestServer {
  epoch = 1;
  protocol = PROTOCOL_VERSION;
  journal: Happening[] = [];
  board: BoardState = EMPTY_BOARD;
  lines: LineEvents[] = [];
  isUp = true;
  hasSockets = true;
  status = 200;
  pulls: string[] = [];
  heard: Up[] = [];

  constructor(readonly clock: TestClock) {}

  serverTime = () => instantFromMillis(BEGAN + this.clock.now());

  happen(event: BoardEvent): Happening {
    const happening = { seq: this.journal.length + 1, at: this.serverTime(), by: { person: 2, agency: 5 }, event };
    this.journal.push(happening);
    this.board = evolve(this.board, happening);
    return happening;
  }

  frame(from: number, through = this.journal.length): Frame {
    const events = this.journal.filter(({ seq }) => seq > from && seq <= through);
    return { type: 'frame', region: REGION, epoch: this.epoch, from, through, events };
  }

  say(message: Down): void {
    for (const line of [...this.lines]) line.said(message);
  }

  heartbeat(): void {
    const { epoch, journal } = this;
    this.say({ type: 'heartbeat', region: REGION, epoch, head: journal.length, serverTime: this.serverTime() });
  }

  transport = (events: LineEvents) => {
    if (!this.isUp || !this.hasSockets) void Promise.resolve().then(events.closed);
    else {
      this.lines.push(events);
      void Promise.resolve().then(events.opened);
    }
    return {
      send: (message: Up) => {
        this.heard.push(message);
        const stale = message.cursor.epoch !== this.epoch;
        const answer: Down = stale
          ? { type: 'reset', region: REGION, epoch: this.epoch }
          : this.frame(message.cursor.seq);
        void Promise.resolve().then(() => this.isUp && events.said(answer));
      },
      close: () => void (this.lines = this.lines.filter((line) => line !== events)),
    };
  };

  pull = (path: string) => {
    this.pulls.push(path);
    if (!this.isUp) return Promise.resolve({ status: 0, body: undefined });
    if (this.status !== 200) return Promise.resolve({ status: this.status, body: undefined });
    if (path.endsWith('/board')) return Promise.resolve({ status: 200, body: this.snapshot() });
    const after = Number(new URLSearchParams(path.split('?')[1]).get('after'));
    return Promise.resolve({ status: 200, body: this.frame(after) });
  };

  cutLines(): void {
    for (const line of [...this.lines]) line.closed();
    this.lines = [];
  }

  private snapshot(): Snapshot {
    const { cut, verified, allocation, gains } = this.board;
    return {
      protocol: this.protocol,
      epoch: this.epoch,
      through: this.journal.length,
      serverTime: this.serverTime(),
      tasks: packTasks([...this.board.tasks.values()]),
      blockers: [...this.board.blockers.values()],
      ...{ cut, verified, allocation, gains },
    };
  }
}

function open(dropFrame?: (frame: Frame) => boolean) {
  const clock = new TestClock();
  const server = new TestServer(clock);
  const statuses: LiveStatus[] = [];
  const seen: number[] = [];
  const core = new LiveCore({
    region: REGION,
    transport: server.transport,
    pull: server.pull,
    clock,
    chance: () => 0.5,
    dropFrame,
    listener: {
      replaced: () => undefined,
      changed: (_, happenings) => seen.push(...happenings.map(({ seq }) => seq)),
      statusChanged: (status) => statuses.push(status),
    },
  });
  return { clock, server, core, statuses, seen };
}

const created = (task: number): BoardEvent => ({
  type: 'TaskCreated',
  data: {
    task,
    campaign: 1,
    agency: 5,
    visibility: 'campaign',
    status: 'ASSIGNED',
    unit: 'people',
    segment: null,
    area: null,
    target: 1200,
    start: null,
    due: '2026-12-31',
  },
  text: { title: `Tugas ${task}`, description: '', evidence: '' },
});
const reported = (task: number, delta: number): BoardEvent => ({
  type: 'ProgressReported',
  data: { task, entry: `e${delta}`, delta, reached: 0, rejected: 0, on: '2026-11-02' },
  text: null,
});
const verified = (task: number, delta: number): BoardEvent => ({
  type: 'ProgressVerified',
  data: {
    task,
    asOf: '2026-11-02',
    source: { kind: 'BPJS' },
    entries: [{ entry: `v${delta}`, measure: 'registered', delta, corrects: null }],
  },
  text: null,
});
const raised = (blocker: number, task: number): BoardEvent => ({
  type: 'BlockerRaised',
  data: { blocker, task, code: 'DATA', waiting: 5, lifter: 6, wantedBy: null },
  text: { text: 'NIK tidak cocok' },
});

/** Equal to the server's fold; long texts stay behind in a snapshot and are not compared. */
function expectEqual(core: LiveCore, board: BoardState): void {
  const plain = (tasks: BoardState['tasks']) =>
    [...tasks.values()].map(({ description: _d, evidence: _e, ...task }) => task).sort((a, b) => a.id - b.id);
  expect(plain(core.tasks)).toEqual(plain(board.tasks));
  expect([...core.blockers.values()]).toEqual([...board.blockers.values()]);
  expect({ verified: core.verified, gains: core.gains }).toEqual({ verified: board.verified, gains: board.gains });
}

describe('the board of one reader', () => {
  test('loads a snapshot, watches from there, and applies what happens', async () => {
    const { clock, server, core, seen } = open();
    server.happen(created(118));
    core.start();
    await clock.pass(100);
    expect(core.task(118)?.title).toBe('Tugas 118');
    expect(server.heard[0]).toEqual({ type: 'watch', region: REGION, cursor: { epoch: 1, seq: 1 } });
    server.happen(reported(118, 300));
    server.say(server.frame(1));
    expect(core.task(118)?.reported).toBe(300);
    expect(seen).toEqual([2]);
  });

  test('applies nothing twice', async () => {
    const { clock, server, core } = open();
    server.happen(created(118));
    core.start();
    await clock.pass(100);
    server.happen(reported(118, 300));
    server.say(server.frame(1));
    server.say(server.frame(1));
    server.happen(reported(118, 250));
    server.say(server.frame(0));
    expect(core.task(118)?.reported).toBe(550);
  });

  test('asks for a gap instead of applying over it', async () => {
    const { clock, server, core } = open();
    server.happen(created(118));
    core.start();
    await clock.pass(2_000);
    server.happen(reported(118, 300));
    server.happen(reported(118, 250));
    server.say(server.frame(2));
    expect(core.task(118)?.reported).toBe(0);
    await clock.pass(50);
    expect(server.heard.at(-1)).toEqual({ type: 'resync', cursor: { epoch: 1, seq: 1 } });
    expect(core.task(118)?.reported).toBe(550);
  });

  test('finds out by the heartbeat that a frame was lost', async () => {
    const { clock, server, core } = open();
    server.happen(created(118));
    core.start();
    await clock.pass(2_000);
    server.happen(reported(118, 300));
    for (let beat = 0; beat < 3; beat++) {
      server.heartbeat();
      await clock.pass(1_000);
    }
    expect(core.task(118)?.reported).toBe(300);
  });

  test('loads anew after a restore: another epoch', async () => {
    const { clock, server, core } = open();
    server.happen(created(118));
    server.happen(created(119));
    core.start();
    await clock.pass(100);
    Object.assign(server, { epoch: 2, journal: [], board: EMPTY_BOARD });
    server.happen(created(120));
    server.heartbeat();
    await clock.pass(100);
    expect([...core.tasks.keys()]).toEqual([120]);
    expect(core.cursor).toEqual({ epoch: 2, seq: 1 });
  });

  test('does not start where the server speaks a newer language', async () => {
    const { clock, server, core } = open();
    server.protocol = PROTOCOL_VERSION + 1;
    core.start();
    await clock.pass(100);
    expect(core.status).toBe('OUTDATED');
  });

  test('goes on over HTTP where websockets are blocked', async () => {
    const { clock, server, core } = open();
    server.hasSockets = false;
    server.happen(created(118));
    core.start();
    await clock.pass(4_000);
    server.happen(reported(118, 300));
    await clock.pass(4_000);
    expect(core.task(118)?.reported).toBe(300);
    expect(core.status).toBe('LIVE');
  });
});

describe('how old the board is', () => {
  test('five seconds without a heartbeat: reconnecting; eight: it says of when it is', async () => {
    const { clock, server, core, statuses } = open();
    core.start();
    await clock.pass(500);
    server.heartbeat();
    const asOf = core.asOf;
    server.isUp = false;
    server.cutLines();
    await clock.pass(4_700);
    expect(core.status).toBe('LIVE');
    await clock.pass(600);
    expect(core.status).toBe('RECONNECTING');
    await clock.pass(3_000);
    expect(core.status).toBe('STALE');
    expect(core.asOf).toBe(asOf);
    expect(statuses).toEqual(['LIVE', 'RECONNECTING', 'STALE']);
  });

  test('comes back by itself and catches up', async () => {
    const { clock, server, core } = open();
    server.happen(created(118));
    core.start();
    await clock.pass(500);
    server.isUp = false;
    server.cutLines();
    await clock.pass(20_000);
    server.happen(reported(118, 86));
    server.isUp = true;
    await clock.pass(6_000);
    expect(core.task(118)?.reported).toBe(86);
    expect(core.status).toBe('LIVE');
  });

  test('a line that is open but silent is given up', async () => {
    const { clock, server, core } = open();
    core.start();
    await clock.pass(500);
    server.heartbeat();
    const [silent] = server.lines;
    await clock.pass(6_500);
    expect(server.lines).toHaveLength(1);
    expect(server.lines[0]).not.toBe(silent);
  });

  test('time is the server’s, whatever the device believes', async () => {
    const { clock, core } = open();
    core.start();
    await clock.pass(1_500);
    expect(core.now).toBe(instantFromMillis(BEGAN + 1_500));
  });

  test('an ended session stops it, and nothing is tried again', async () => {
    const { clock, server, core } = open();
    core.start();
    await clock.pass(500);
    server.status = 401;
    server.say({ type: 'bye', reason: 'SESSION_ENDED' });
    const asked = server.pulls.length;
    await clock.pass(60_000);
    expect(core.status).toBe('ENDED');
    expect(server.pulls.length).toBe(asked);
  });

  test('a post that was taken away stops it as forbidden', async () => {
    const { clock, server, core } = open();
    core.start();
    await clock.pass(500);
    server.say({ type: 'bye', reason: 'NOT_ALLOWED' });
    await clock.pass(60_000);
    expect(core.status).toBe('FORBIDDEN');
  });
});

/** What a network may do to one thing that happened. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    task: fc.integer({ min: 1, max: 4 }),
    delta: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({
    kind: fc.constant('verify' as const),
    task: fc.integer({ min: 1, max: 4 }),
    delta: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ kind: fc.constant('block' as const), task: fc.integer({ min: 1, max: 4 }) }),
);
const fate = fc.constantFrom('deliver', 'lose', 'double', 'late', 'cut', 'pass');
const script = fc.array(fc.tuple(step, fate), { minLength: 1, maxLength: 40 });

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Fate = typeof fate extends fc.Arbitrary<infer F> ? F : never;

async function play(steps: readonly (readonly [Step, Fate])[], drop = false) {
  let spoilt = false;
  const { clock, server, core } = open(drop ? () => !spoilt && (spoilt = true) : undefined);
  for (const task of [1, 2, 3, 4]) server.happen(created(task));
  core.start();
  await clock.pass(100);
  const held: Frame[] = [];
  for (const [at, [what, how]] of steps.entries()) {
    const before = server.journal.length;
    if (what.kind === 'report') server.happen(reported(what.task, what.delta));
    if (what.kind === 'verify') server.happen(verified(what.task, what.delta));
    if (what.kind === 'block') server.happen(raised(at + 1, what.task));
    const frame = server.frame(before);
    if (how === 'deliver' || how === 'double') server.say(frame);
    if (how === 'double') server.say(frame);
    if (how === 'late') held.unshift(frame);
    if (how === 'cut') server.cutLines();
    if (how === 'pass') await clock.pass(700);
  }
  for (const frame of held) server.say(frame);
  for (let beat = 0; beat < 8; beat++) {
    server.heartbeat();
    await clock.pass(1_000);
  }
  core.stop();
  return { core, server };
}

test('whatever is lost, doubled, late or cut: soon after, the board equals the server', async () => {
  await fc.assert(
    fc.asyncProperty(script, async (steps) => {
      const { core, server } = await play(steps);
      expectEqual(core, server.board);
      expect(core.cursor?.seq).toBe(server.journal.length);
    }),
    { numRuns: 120 },
  );
});

test('the sabotaged twin, which swallows one frame, is found to differ', async () => {
  const { core, server } = await play([[{ kind: 'report', task: 1, delta: 5 }, 'deliver']], true);
  expect(core.cursor?.seq).toBe(server.journal.length);
  expect(() => expectEqual(core, server.board)).toThrow();
});
