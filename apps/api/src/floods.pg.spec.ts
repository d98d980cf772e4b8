import { setTimeout as sleep } from 'node:timers/promises';
import { type Frame, type Problem, SOCKET_PATH } from '@papan/contracts';
import { JournalTail, TailPool } from '@papan/server-platform';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { Manager } from 'socket.io-client';
import { A_TASK, giveATask } from './testing/give-a-task';
import { type Instance, type Visitor, startInstance } from './testing/start-instance';

const EVENTS = '/api/regions/35.05/events';

describe('whoever asks for too much', () => {
  let database: TestDatabase;
  let server: Instance;
  let dinkes: Visitor;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    server = await startInstance(database, { writesPerSecond: 5 });
    dinkes = await server.signIn('dinkes');
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
  }, 30_000);

  it('writes no more than a session may, while others write on', async () => {
    const flooding = await server.signIn('dinkes');
    const send = () => flooding.send('POST', '/api/regions/35.05/tasks', A_TASK);
    const answers = await Promise.all(Array.from({ length: 40 }, send));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(20);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    expect(((await refused[0]?.json()) as Problem).code).toBe('RATE_LIMITED');
    expect((await flooding.get('/api/regions/35.05/board')).status).toBe(200);
    await giveATask(dinkes);
    await sleep(400);
    expect((await send()).status).toBe(201);
  });

  it('opens ten boards in a session and no eleventh', async () => {
    const many = await server.signIn('disdik');
    const boards = await Promise.all(Array.from({ length: 10 }, () => many.board()));
    await expect(many.board()).rejects.toThrow('TOO_MANY_SOCKETS');
    boards[0]?.close();
    await sleep(200);
    await expect(many.board()).resolves.toBeDefined();
    for (const board of boards) board.close();
  });

  /** A line that says things as no board would; resolves with what was heard until it was cut. */
  const shout = (packets: readonly string[]): Promise<readonly string[]> =>
    new Promise((resolve) => {
      const heard: string[] = [];
      const headers = { origin: server.url, cookie: dinkes.cookie };
      const options = { path: SOCKET_PATH, transports: ['websocket'], reconnection: false, extraHeaders: headers };
      const line = new Manager(server.url, options);
      const timer = setTimeout(() => line.engine.close(), 3_000);
      line.engine.on('data', (packet) => heard.push(String(packet)));
      line.on('open', () => packets.forEach((packet) => line.engine.send(packet)));
      line.on('close', () => {
        clearTimeout(timer);
        resolve(heard);
      });
    });

  it('is let in once on a line, however often it knocks', async () => {
    const heard = await shout(Array.from({ length: 50 }, () => '0'));
    expect(heard.filter((packet) => packet.startsWith('0')).length).toBeLessThanOrEqual(1);
    expect((await dinkes.get('/api/session')).status).toBe(200);
  });

  it('is cut off when it goes on about rooms that do not exist', async () => {
    const heard = await shout(Array.from({ length: 2_000 }, (_, at) => `0/x${at},`));
    expect(heard.length).toBeLessThan(100);
  });

  it('leaves nothing behind when it asks for a region many times at once', async () => {
    const kota = await server.signIn('kota');
    const [one, other] = [await kota.board('35.72'), await kota.board('35.72')];
    for (const board of [one, other]) for (let nth = 0; nth < 6; nth++) board.watch(1, 0);
    await one.until(() => one.frames.length > 0);
    for (const board of [one, other]) board.close();
    const tail = server.app.get(JournalTail);
    for (let nth = 0; nth < 50 && tail.watched.has('35.72'); nth++) await sleep(50);
    expect(tail.watched.has('35.72')).toBe(false);
  });

  it('for the journal without a socket waits behind no heartbeat, and holds none up', async () => {
    const { seq } = await giveATask(dinkes);
    const pool = server.app.get(TailPool);
    const busy = [1, 2, 3].map(() => pool.query('SELECT pg_sleep(2.5)', []));
    const before = performance.now();
    const frame = (await (await dinkes.get(`${EVENTS}?epoch=1&after=${seq - 1}`)).json()) as Frame;
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(frame).toMatchObject({ type: 'frame', from: seq - 1, through: seq, events: [{ seq }] });
    await Promise.all(busy);
  }, 15_000);

  it('gets a thousand entries at a time, each once, also where some are not for him', async () => {
    await database.owning(`
      SELECT write_entry('35.05', gen_random_uuid(), 1, 1, app_now(), 'BlockerLifted', CASE WHEN nth % 3 = 0 THEN 3 END,
                         '{"blocker":1,"task":1}', NULL, '', '{}') FROM generate_series(1, 2500) AS nth`);
    const disdik = await server.signIn('disdik');
    const seen: number[] = [];
    let after = 0;
    for (let nth = 0; nth < 10; nth++) {
      const frame = (await (await disdik.get(`${EVENTS}?epoch=1&after=${after}`)).json()) as Frame;
      if (frame.through === after) break;
      seen.push(...frame.events.map(({ seq }) => seq));
      expect(frame.through - frame.from).toBeLessThanOrEqual(1_000);
      after = frame.through;
    }
    const [{ seqs } = { seqs: [] }] = await database.owning<{ seqs: number[] }>(
      `SELECT json_agg(seq ORDER BY seq) AS seqs FROM journal WHERE region = '35.05' AND audience IS NULL`,
    );
    expect(seen).toEqual(seqs);
  }, 30_000);
});
