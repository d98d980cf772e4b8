import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOCKET_EVENT, SOCKET_PATH } from '@papan/contracts';
import type { Down, Snapshot, Watch } from '@papan/contracts';
import { freePort } from '@papan/server-postgres';
import { startApi } from '../rig/api';
import { makeWorld } from '../rig/world';
import type { Place } from '../rig/world';
import type { OwnDatabase } from '../rig/own-database';
import { BOARD_SIZES } from './subject';
import type { BoardSize, Subject } from './subject';

/** The product as a subject, as it runs in production; `url` is the address of its own database. */
export async function startProduct(
  database: OwnDatabase,
  nodeArgs: readonly string[],
): Promise<{ subject: Subject; url: string }> {
  const url = await database.create('product');
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-bench-'));
  const plan = { name: 'product', url, dataDir, port: await freePort(), env: {}, nodeArgs };
  let program = await startApi(plan);
  const { regions } = await makeWorld(url, BOARD_SIZES);
  const place = (board: BoardSize): Place => {
    const found = regions.find(({ size }) => size === board);
    if (found === undefined) throw new Error(`no board of ${board}`);
    return found;
  };
  const reader = (board: BoardSize, nth: number) => {
    const { people } = place(board);
    return people[nth % people.length]?.headers(plan.port) ?? {};
  };
  const subject: Subject = {
    name: 'product',
    port: plan.port,
    pid: () => program.pid,
    update: (board, nth, mark) => {
      const { code, people } = place(board);
      const reporters = people.filter(({ tasks }) => tasks.length > 0);
      const person = reporters[nth % reporters.length];
      const task = person?.tasks[Math.floor(nth / reporters.length) % person.tasks.length] ?? 0;
      return {
        method: 'POST',
        path: `/api/regions/${code}/tasks/${task}/reports`,
        headers: { ...person?.headers(plan.port), 'idempotency-key': randomUUID() },
        body: JSON.stringify({ entry: mark, delta: 1 }),
      };
    },
    open: (board, nth) => ({
      method: 'GET',
      path: `/api/regions/${place(board).code}/board`,
      headers: { ...reader(board, nth), 'accept-encoding': 'br' },
    }),
    socket: (board, nth) => ({ port: plan.port, path: SOCKET_PATH, headers: reader(board, nth) }),
    watch: (board, snapshot) => {
      const { epoch, through } = snapshot as Snapshot;
      const message: Watch = { type: 'watch', region: place(board).code, cursor: { epoch, seq: through } };
      return { event: SOCKET_EVENT, message };
    },
    isWelcome: (text) => text.includes('"type":"frame"') || text.includes('"type":"heartbeat"'),
    marksIn: (text) => {
      const [, message] = JSON.parse(text) as [string, Down];
      if (message.type !== 'frame') return [];
      return message.events.flatMap(({ event }) => (event.type === 'ProgressReported' ? [event.data.entry] : []));
    },
    restart: async () => {
      await program.end();
      program = await startApi(plan);
      return program.startedIn;
    },
    stop: async () => {
      await program.end();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return { subject, url };
}
