import { freePort } from '@papan/server-postgres';
import { startProgram } from '../rig/node-program';
import { withClient } from '../rig/own-database';
import type { OwnDatabase } from '../rig/own-database';
import { FLOOR_SCHEMA } from './floor-schema';
import type { Subject } from './subject';

/** The floor as a subject; `url` is the address of its own database. */
export async function startFloor(database: OwnDatabase): Promise<{ subject: Subject; url: string }> {
  const url = await database.create('floor');
  await withClient(url, (client) => client.query(FLOOR_SCHEMA));
  await withClient(url, (client) => client.query('VACUUM ANALYZE task'));
  const plan = {
    name: 'floor',
    main: 'dist/tools/bench/floor-server.js',
    port: await freePort(),
    readyPath: '/ready',
  };
  const start = () =>
    startProgram({ ...plan, env: { NODE_ENV: 'production', DATABASE_URL: url, PORT: String(plan.port) } });
  let program = await start();
  const subject: Subject = {
    name: 'floor',
    port: plan.port,
    pid: () => program.pid,
    update: (board, nth, mark) => ({
      method: 'POST',
      path: `/update/${board}/${1 + (nth % board)}`,
      headers: {},
      body: JSON.stringify({ mark, delta: 1 }),
    }),
    open: (board) => ({ method: 'GET', path: `/cached/${board}`, headers: { 'accept-encoding': 'br' } }),
    socket: () => ({ port: plan.port, path: '/socket.io', headers: {} }),
    watch: (board) => ({ event: 'watch', message: { board } }),
    isWelcome: (text) => text.startsWith('["watching"'),
    marksIn: (text) => {
      if (!text.startsWith('["change"')) return [];
      const [, { event }] = JSON.parse(text) as [string, { event: { mark: string } }];
      return [event.mark];
    },
    restart: async () => {
      await program.end();
      program = await start();
      return program.startedIn;
    },
    stop: () => program.end(),
  };
  return { subject, url };
}
