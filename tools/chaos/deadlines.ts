import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@papan/server-postgres';
import { ensureRole } from '@papan/server-platform';
import { startApi } from '../rig/api';
import { withClient } from '../rig/own-database';
import type { OwnDatabase } from '../rig/own-database';
import type { Finding } from './checks';
import { killDatabase } from './cluster';

/** What one run with clocks does. */
export interface DeadlinePlan {
  readonly name: string;
  readonly deadlines: number;
  readonly instances: number;
  /** They fall due within so many seconds from the beginning; the first are due already. */
  readonly within: number;
  /** Somebody is killed so often, in milliseconds; 0: nobody. It goes on while clocks run out, and until so many died. */
  readonly killEvery: number;
  readonly kills: number;
  readonly hasOutage: boolean;
  readonly sabotage: 'double-fire' | null;
}

export interface DeadlineReport {
  readonly plan: DeadlinePlan;
  readonly finding: Finding;
  readonly kills: number;
  readonly seconds: number;
}

const REGION = '35.05';
/** On a machine that starts programs slowly there may be less to kill: the killing ends so many seconds later at last. */
const KILLING_AT_MOST = 20;
/** After the killing, all must have been fired within so many seconds. */
const PATIENCE = 60;

/** One place for several runs: a migrated database, and the address of the role that sweeps. */
export interface DeadlineField {
  run(plan: DeadlinePlan): Promise<DeadlineReport>;
  close(): Promise<void>;
}

/** Makes the database as the product does, by starting it once. */
export async function openField(database: OwnDatabase): Promise<DeadlineField> {
  const dataDir = await mkdtemp(join(tmpdir(), 'papan-chaos-'));
  const url = await database.create('chaos_deadlines');
  await database.prove(url);
  const api = await startApi({
    port: await freePort(),
    url,
    dataDir,
    name: 'chaos-deadlines',
    env: { NODE_ENV: 'test' },
  });
  await api.end();
  const appUrl = await withClient(url, async (client) => {
    await client.query(`SELECT add_region($1, 'Kabupaten', 'KABUPATEN', true)`, [REGION]);
    await client.query('CREATE TABLE rig.effect (entry uuid NOT NULL, instance int NOT NULL)');
    await client.query('GRANT USAGE ON SCHEMA rig TO PUBLIC');
    await client.query('GRANT INSERT ON rig.effect TO PUBLIC');
    return ensureRole(client, url, join(dataDir, 'secrets'), 'app');
  });
  return {
    run: (plan) => run(database, url, appUrl, plan),
    close: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function run(database: OwnDatabase, url: string, appUrl: string, plan: DeadlinePlan): Promise<DeadlineReport> {
  const began = performance.now();
  await set(url, plan);
  const keepers = Array.from({ length: plan.instances }, () => new Keeper(appUrl, plan.sabotage));
  const killing = kill(keepers, plan);
  if (plan.hasOutage) {
    await sleep(plan.within * 400);
    await killDatabase(database, url);
  }
  const kills = await killing;
  await untilFired(url, performance.now() + PATIENCE * 1_000);
  await Promise.all(keepers.map((keeper) => keeper.stop()));
  return { plan, finding: await check(url), kills, seconds: (performance.now() - began) / 1_000 };
}

/** Kills one after the other, and answers how many. */
async function kill(keepers: readonly Keeper[], { within, killEvery, kills }: DeadlinePlan): Promise<number> {
  const began = performance.now();
  let killed = 0;
  for (let nth = 0; killEvery > 0; nth++) {
    const seconds = (performance.now() - began) / 1_000;
    if (seconds > within + KILLING_AT_MOST || (seconds > within && killed >= kills)) break;
    await sleep(killEvery);
    if (keepers[nth % keepers.length]?.kill() === true) killed++;
  }
  return killed;
}

/** An instance, and somebody who starts it again whenever it is gone. */
class Keeper {
  private child: ChildProcess | undefined;
  /** It sweeps: only now is it worth killing. */
  private isUp = false;
  private isOver = false;
  private readonly keeping: Promise<void>;

  constructor(
    private readonly appUrl: string,
    private readonly sabotage: string | null,
  ) {
    this.keeping = this.keep();
  }

  /** Whether there was one to kill. */
  kill(): boolean {
    return this.isUp && this.child?.kill('SIGKILL') === true;
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.child?.kill('SIGKILL');
    await this.keeping;
  }

  private async keep(): Promise<void> {
    while (!this.isOver) {
      const { PATH, NODE_COMPILE_CACHE } = process.env;
      const child = (this.child = spawn(process.execPath, ['dist/tools/chaos/sweeping.js'], {
        env: {
          PATH,
          NODE_COMPILE_CACHE,
          NODE_ENV: 'test',
          PAPAN_SABOTAGE: this.sabotage ?? '',
          DATABASE_APP_URL: this.appUrl,
        },
        stdio: ['ignore', 'pipe', 'ignore'],
      }));
      const lastWill = (): void => void child.kill('SIGKILL');
      process.once('exit', lastWill);
      const gone = once(child, 'exit');
      child.stdout.once('data', () => (this.isUp = true));
      await gone;
      process.off('exit', lastWill);
      this.isUp = false;
      // While the database is away it cannot start; it is simply tried again.
      await sleep(20);
    }
  }
}

async function set(url: string, { deadlines, within }: DeadlinePlan): Promise<void> {
  await withClient(url, (client) =>
    client.query(
      `INSERT INTO deadline (region, kind, subject, entry, code, due_at)
       SELECT $1, 'CHAOS', n, gen_random_uuid(), 'TEGURAN_I', app_now() + (n * $3::float8 / $2) * interval '1 second'
         FROM generate_series(1, $2::int) AS n`,
      [REGION, deadlines, within],
    ),
  );
}

async function untilFired(url: string, until: number): Promise<void> {
  while (performance.now() < until) {
    const left = await withClient(url, async (client) => {
      const { rows } = await client.query<{ left: number }>(
        'SELECT count(*)::int AS left FROM deadline WHERE fired_at IS NULL',
      );
      return rows[0]?.left ?? 0;
    }).catch(() => -1);
    if (left === 0) return;
    await sleep(200);
  }
}

/** Reads as the owner what each deadline has done, forgets it, and says what was missed, doubled or done by halves. */
async function check(url: string): Promise<Finding> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ entry: string; fired: boolean; told: number; effects: number }>(
      `SELECT d.entry, d.fired_at IS NOT NULL AS fired,
              (SELECT count(*)::int FROM rig.effect e WHERE e.entry = d.entry) AS effects,
              coalesce(t.told, 0)::int AS told
         FROM deadline d LEFT JOIN (
           SELECT (entry::jsonb #>> '{data,entry}')::uuid AS entry, count(*) AS told
             FROM journal WHERE type = 'DeadlineFired' GROUP BY 1) AS t ON t.entry = d.entry`,
    );
    await client.query('DELETE FROM deadline');
    const against = rows.flatMap(({ entry, fired, told, effects }) => {
      if (told === 0 && !fired) return [`${entry} was never fired`];
      return fired && told === 1 && effects === 1 ? [] : [`${entry}: ${told} entries, ${effects} effects`];
    });
    return { promise: 'R8', says: 'each deadline fires exactly once', against };
  });
}
