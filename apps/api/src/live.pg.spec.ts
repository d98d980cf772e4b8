import type { Snapshot } from '@papan/contracts';
import { unpackTasks } from '@papan/contracts';
import { foldBoard } from '@papan/server-platform';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveATask, report } from './testing/give-a-task';
import { type Instance, type Visitor, startInstance } from './testing/start-instance';
import { TestBoard } from './testing/test-board';

const BOARD = '/api/regions/35.05/board';

/** Two megabytes of notes, as the owner writes them. */
const MANY_LONG_ENTRIES = `
  SELECT write_entry('35.05', gen_random_uuid(), 1, 1, app_now(), 'BlockerLifted', NULL, '{"blocker":1,"task":1}',
                     '{"note":"' || repeat('panjang ', 2500) || '"}', '', '{}') FROM generate_series(1, 100)`;

describe('an open board', () => {
  let database: TestDatabase;
  let here: Instance;
  let there: Instance;
  let dinkes: Visitor;
  let disdik: Visitor;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    here = await startInstance(database, { socketsPerSession: 100 });
    there = await startInstance(database, { socketsPerSession: 100 });
    dinkes = await here.signIn('dinkes');
    disdik = await there.signIn('disdik');
  }, 60_000);
  afterAll(async () => {
    await here.close();
    await there.close();
    await database.drop();
  }, 30_000);

  const head = async (): Promise<{ epoch: number; seq: number }> => {
    const [row] = await database.owning<{ epoch: number; seq: string }>(
      `SELECT epoch, seq FROM region WHERE code = '35.05'`,
    );
    return { epoch: row?.epoch ?? 0, seq: Number(row?.seq) };
  };
  const openAt = async (visitor: Visitor, seq?: number): Promise<TestBoard> => {
    const board = await visitor.board();
    const at = await head();
    board.watch(at.epoch, seq ?? at.seq);
    await board.until(() => board.frames.length > 0);
    return board;
  };

  it('is answered at once, also when nothing is missing', async () => {
    const { seq } = await head();
    const board = await openAt(dinkes);
    expect(board.frames[0]).toMatchObject({ region: '35.05', from: seq, through: seq, events: [] });
  });

  it('hears everything exactly once and in order, whichever of two instances it was said to', async () => {
    const boards = [await openAt(dinkes), await openAt(disdik)];
    const { task } = await giveATask(dinkes);
    const said = await Promise.all(Array.from({ length: 40 }, (_, at) => report(disdik, task, at + 1)));
    const last = Math.max(...said);
    for (const board of boards) {
      await board.until(() => board.through >= last);
      expect(board.isContinuous).toBe(true);
      const numbers = board.events.map(({ seq }) => seq);
      expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
      expect(new Set(numbers)).toEqual(new Set([Math.min(...said) - 1, ...said]));
    }
  });

  it('that asks for what it misses gets exactly the gap', async () => {
    const { task, seq } = await giveATask(dinkes);
    await report(disdik, task, 10);
    const last = await report(disdik, task, 20);
    const board = await openAt(dinkes, seq);
    await board.until(() => board.through >= last);
    expect(board.events.map((it) => it.seq)).toEqual([seq + 1, last]);
    const told = board.frames.length;
    board.resync(1, seq + 1);
    await board.until(() => board.frames.length > told);
    expect(board.frames.at(-1)).toMatchObject({ from: seq + 1, through: last });
    expect(board.frames.at(-1)?.events.map((it) => it.seq)).toEqual([last]);
  });

  it('notices a frame that never came, by its numbers, and is told again', async () => {
    const board = await openAt(dinkes);
    const cursor = board.through;
    const { task } = await giveATask(dinkes);
    await board.until(() => board.through > cursor);
    const lost = board.frames.at(-1)?.through ?? 0;
    board.heard.length = 0; // the frame is lost on the way
    await report(disdik, task, 5);
    await board.until(() => board.frames.length > 0);
    expect(board.frames[0]?.from).toBe(lost);
    expect(lost).toBeGreaterThan(cursor);
    board.resync(1, cursor);
    await board.until(() => board.frames.some(({ from }) => from === cursor));
    expect(board.frames.at(-1)?.events.map((it) => it.seq)).toContain(lost);
  });

  it('hears every second how far the journal is, and the server’s time', async () => {
    const board = await openAt(dinkes);
    await board.until(() => board.heartbeats.length >= 2);
    const { seq } = await head();
    expect(board.heartbeats.at(-1)).toMatchObject({ region: '35.05', epoch: 1, head: seq });
    expect(board.heartbeats.at(-1)?.serverTime).toMatch(/^2026-11-02T/);
  });

  it('never hears of a task that is only for another agency', async () => {
    const [lead, own, other] = [
      await openAt(dinkes),
      await openAt(disdik),
      await openAt(await here.signIn('disnaker')),
    ];
    const { task, seq } = await giveATask(dinkes, { visibility: 'agency', title: 'KENARI-7431' });
    const last = await report(disdik, task, 5);
    for (const board of [lead, own, other]) await board.until(() => board.through >= last);
    expect(lead.events.map((it) => it.seq)).toEqual([seq, last]);
    expect(own.events.map((it) => it.seq)).toEqual([seq, last]);
    expect(JSON.stringify(other.heard)).not.toContain('KENARI');
    expect(other.events).toEqual([]);
    expect(other.through).toBe(last);
  });

  it('equals the snapshot, and the snapshot with what came since equals the fold of the journal', async () => {
    const { task } = await giveATask(dinkes);
    const early = (await (await dinkes.get(BOARD)).json()) as Snapshot;
    await report(disdik, task, 300);
    const last = await report(disdik, task, 250);
    const whole = await openAt(dinkes, 0);
    await whole.until(() => whole.through >= last);
    const since = await openAt(dinkes, early.through);
    await since.until(() => since.through >= last);
    const start = {
      tasks: new Map(unpackTasks(early.tasks).map((it) => [it.id, it] as const)),
      blockers: new Map(early.blockers.map((it) => [it.id, it] as const)),
      cut: early.cut,
      verified: early.verified,
      allocation: early.allocation,
      gains: early.gains,
    };
    const short = (board: ReturnType<typeof foldBoard>) =>
      [...board.tasks.values()].map(({ description: _d, evidence: _e, ...it }) => it);
    expect(short(foldBoard(since.events, start))).toEqual(short(foldBoard(whole.events)));
  });

  it('of another epoch is told to begin anew; so is every board when the epoch changes under it', async () => {
    const board = await dinkes.board();
    board.watch(99, 0);
    await board.until(() => board.resets.length === 1);
    const open = await openAt(dinkes);
    await database.owning(`UPDATE region SET epoch = 2 WHERE code = '35.05'`);
    await open.until(() => open.resets.length === 1);
    expect(open.resets[0]).toEqual({ type: 'reset', region: '35.05', epoch: 2 });
    const { seq } = await head();
    open.resync(2, seq);
    await open.until(() => open.frames.length >= 2);
    const { task } = await giveATask(dinkes);
    await open.until(() => open.through > seq);
    expect(task).toBeGreaterThan(0);
  });

  it('ahead of the journal is told to begin anew', async () => {
    const board = await dinkes.board();
    const { epoch, seq } = await head();
    board.watch(epoch, seq + 1_000);
    await board.until(() => board.resets.length === 1);
  });

  it('gets nothing of a region in which its reader does not serve', async () => {
    const board = await dinkes.board('35.72');
    board.watch(1, 0);
    await board.until(() => !board.socket.connected);
    expect(board.heard).toEqual([{ type: 'bye', reason: 'NOT_ALLOWED' }]);
  });

  it('that sends garbage is cut off after the fifth time, and nobody else notices', async () => {
    const good = await openAt(dinkes);
    const bad = await dinkes.board();
    for (const junk of [1, 'x', { type: 'watch' }, [[]]]) bad.socket.emit('papan', junk);
    bad.socket.emit('anything', { type: 'watch', region: '35.05', cursor: { epoch: 2, seq: 0 } });
    await bad.until(() => !bad.socket.connected);
    expect(bad.bye).toBe('GARBAGE');
    await giveATask(dinkes);
    await good.until(() => good.events.length > 0);
  });

  it('that sends too much at once loses its line, not ours', async () => {
    const bad = await dinkes.board();
    bad.socket.emit('papan', 'x'.repeat(100_000));
    await bad.until(() => !bad.socket.connected);
    expect((await here.ask('/livez')).status).toBe(200);
  });

  it('is refused from a foreign page, from nowhere, and without signing in', async () => {
    const refused = async (cookie: string | undefined, origin: string | null): Promise<string> => {
      const board = new TestBoard(here.url, cookie, '35.05', origin);
      return board.connected().then(
        () => 'open',
        (error: unknown) => (error instanceof Error ? error.message : ''),
      );
    };
    expect(await refused(dinkes.cookie, 'https://jahat.example')).toContain('websocket error');
    expect(await refused(dinkes.cookie, 'null')).toContain('websocket error');
    expect(await refused(dinkes.cookie, null)).toContain('websocket error');
    expect(await refused(undefined, here.url)).toBe('NOT_SIGNED_IN');
    expect(await refused('__Host-papan=x', here.url)).toBe('NOT_SIGNED_IN');
  });

  it('is closed within 5 seconds when its session is ended elsewhere', async () => {
    const visitor = await here.signIn('bupati');
    const board = await openAt(visitor);
    const before = performance.now();
    expect((await visitor.send('DELETE', '/api/session', {})).status).toBe(204);
    await board.until(() => !board.socket.connected, 6_000);
    expect(board.bye).toBe('SESSION_ENDED');
    expect(performance.now() - before).toBeLessThan(5_000);
  }, 15_000);

  it.each([
    ['whose post has ended', `UPDATE membership SET until_day = '2026-11-01'`, 'NOT_ALLOWED'],
    ['whose holder does something else today', `UPDATE membership SET agency = 3`, 'SESSION_ENDED'],
  ])(
    '%s is closed within 5 seconds',
    async (_, change, reason) => {
      const visitor = await here.signIn('kadisdik');
      const board = await openAt(visitor);
      const colleague = await openAt(disdik);
      const own = `WHERE person = (SELECT id FROM person WHERE login = 'kadisdik')`;
      const before = performance.now();
      await database.owning(`${change} ${own}`);
      try {
        await board.until(() => !board.socket.connected, 6_000);
        expect(board.bye).toBe(reason);
        expect(performance.now() - before).toBeLessThan(5_000);
        expect(colleague.socket.connected).toBe(true);
      } finally {
        await database.owning(`UPDATE membership SET until_day = NULL, agency = 2 ${own}`);
      }
    },
    15_000,
  );

  it('that stops reading is set aside, then cut; the others go on', async () => {
    const good = await openAt(dinkes);
    const slow = await openAt(dinkes);
    const line = (slow.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void } } }).ws._socket;
    line.pause();
    const { task } = await giveATask(dinkes);
    const isCut = async (): Promise<boolean> =>
      /papan_live_dropped_total [1-9]/.test(await (await here.ask('/metrics')).text());
    const until = performance.now() + 20_000;
    while (!(await isCut()) && performance.now() < until) {
      await database.owning(MANY_LONG_ENTRIES);
      await sleep(100);
    }
    expect(await isCut()).toBe(true);
    const last = await report(disdik, task, 1);
    await good.until(() => good.through >= last, 15_000);
    expect(good.isContinuous).toBe(true);
  }, 60_000);

  it('from which the server withholds an event no longer equals the journal: sabotage is found', async () => {
    process.env['PAPAN_SABOTAGE'] = 'drop-frame';
    try {
      const board = await openAt(dinkes);
      const { task, seq } = await giveATask(dinkes);
      for (let at = 0; at < 6; at++) {
        await board.until(() => board.through >= seq + at);
        await report(disdik, task, 1);
      }
      await board.until(() => board.through >= seq + 6);
      expect(board.isContinuous).toBe(true);
      expect(board.events.length).toBeLessThan(7);
    } finally {
      delete process.env['PAPAN_SABOTAGE'];
    }
  });

  it('hears that the server stops', async () => {
    const third = await startInstance(database);
    const visitor = await third.signIn('dinkes');
    const board = await openAt(visitor);
    await third.close();
    await board.until(() => !board.socket.connected);
    expect(board.bye).toBe('SHUTTING_DOWN');
  });
});
