import type { Agent } from 'node:http';
import { Pool } from 'pg';
import { call, readJson } from '../rig/http-call';
import { FLOOR_LOG, FLOOR_UPDATE } from './floor-schema';
import type { Subject } from './subject';
import type { Figures } from './works';

/** What lies below the floor: the driver alone, and a board that is read and packed anew for each reader. */
export async function bareFigures(url: string, floor: Subject, agent: Agent, milliseconds: number): Promise<Figures> {
  return new Map([
    ['bare pg, 8 writers, updates/s', await bareUpdates(url, milliseconds)],
    ['rows of 1000 read anew', await rowsAnew(floor, agent, 1_000)],
    ['rows of 5000 read anew', await rowsAnew(floor, agent, 5_000)],
  ]);
}

async function bareUpdates(url: string, milliseconds: number): Promise<number> {
  const pool = new Pool({ connectionString: url, max: 8 });
  const began = performance.now();
  let done = 0;
  const write = async (): Promise<void> => {
    const client = await pool.connect();
    while (performance.now() < began + milliseconds) {
      const task = 1 + (done++ % 1_000);
      await client.query('BEGIN');
      await client.query(FLOOR_UPDATE, [1_000, task, 1]);
      await client.query(FLOOR_LOG, [1_000, task, JSON.stringify({ type: 'ProgressReported', task, delta: 1 })]);
      await client.query('COMMIT');
    }
    client.release();
  };
  await Promise.all(Array.from({ length: 8 }, write));
  const seconds = (performance.now() - began) / 1_000;
  await pool.end();
  return done / seconds;
}

async function rowsAnew(floor: Subject, agent: Agent, board: number): Promise<number> {
  const began = performance.now();
  readJson(await call(agent, floor.port, { method: 'GET', path: `/rows/${board}`, headers: {} }));
  return performance.now() - began;
}
