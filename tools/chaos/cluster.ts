import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@papan/server-postgres';
import { startApi } from '../rig/api';
import type { ApiPlan } from '../rig/api';
import type { Program } from '../rig/node-program';
import { treeOf } from '../rig/processes';
import type { OwnDatabase } from '../rig/own-database';
import { withClient } from '../rig/own-database';
import { Balancer } from './balancer';

const RESTART_PAUSE = 300;
/** PostgreSQL mends itself after a crash within seconds; after so long (ms) something else is wrong. */
const BACK_WITHIN = 60_000;

/** One instance of the server, with somebody who starts it again whenever it is gone. */
class Instance {
  private program: Program | undefined;
  private isOver = false;
  private readonly keeper: Promise<void>;
  /** How often it had to be started again. */
  restarts = 0;

  constructor(private readonly plan: ApiPlan) {
    this.keeper = this.keep();
  }

  get isUp(): boolean {
    return this.program !== undefined;
  }

  async untilUp(): Promise<void> {
    while (!this.isUp && !this.isOver) await sleep(20);
  }

  /** Ends it as it stands, with kill -9; done when it is gone. */
  async kill(): Promise<void> {
    const victim = this.program;
    victim?.signal('SIGKILL');
    await victim?.gone;
    await sleep(0);
  }

  signal(signal: NodeJS.Signals): void {
    this.program?.signal(signal);
  }

  async stop(): Promise<void> {
    this.isOver = true;
    this.signal('SIGCONT');
    await this.program?.end();
    await this.keeper;
  }

  private async keep(): Promise<void> {
    while (!this.isOver) {
      // While the database is away the server does not start; it is simply tried again.
      this.program = await startApi(this.plan).catch(() => undefined);
      await this.program?.gone;
      this.program = undefined;
      this.restarts++;
      await sleep(RESTART_PAUSE);
    }
  }
}

/** Two servers on one database behind a balancer. */
export interface Cluster {
  readonly port: number;
  readonly balancer: Balancer;
  readonly instances: readonly Instance[];
  readonly url: string;
  /** While both servers are starting again there is nobody to ask. */
  untilServed(): Promise<void>;
  /** Ends every process of PostgreSQL at once, as a loss of power would; it is started again. */
  killDatabase(): Promise<void>;
  /** Stops every process of PostgreSQL where it stands, or lets them go on. */
  freezeDatabase(frozen: boolean): void;
  restarts(): number;
  stop(): Promise<void>;
}

export async function startCluster(
  database: OwnDatabase,
  url: string,
  dataDir: string,
  name: string,
  env: Readonly<Record<string, string>>,
): Promise<Cluster> {
  const ports = [await freePort(), await freePort()];
  const instances = ports.map((port, nth) => new Instance({ port, url, dataDir, name: `${name}-${nth + 1}`, env }));
  for (const instance of instances) await instance.untilUp();
  const port = await freePort();
  const balancer = await Balancer.listen(port, ports);
  return {
    port,
    balancer,
    instances,
    url,
    untilServed: async () => {
      while (!instances.some(({ isUp }) => isUp)) await sleep(20);
    },
    killDatabase: () => killDatabase(database, url),
    freezeDatabase: (frozen) => signalDatabase(database, frozen ? 'SIGSTOP' : 'SIGCONT'),
    restarts: () => instances.reduce((sum, { restarts }) => sum + restarts, 0),
    stop: async () => {
      await balancer.close();
      await Promise.all(instances.map((instance) => instance.stop()));
    },
  };
}

/** Ends every process of PostgreSQL at once, as a loss of power would; done when it answers again. */
export async function killDatabase(database: OwnDatabase, url: string): Promise<void> {
  const killed = database.pid();
  signalDatabase(database, 'SIGKILL');
  const until = performance.now() + BACK_WITHIN;
  while (database.pid() === killed && performance.now() < until) await sleep(20);
  await untilAnswers(url, until);
}

function signalDatabase(database: OwnDatabase, signal: NodeJS.Signals): void {
  for (const pid of treeOf(database.pid())) send(pid, signal);
}

async function untilAnswers(url: string, until: number): Promise<void> {
  while (performance.now() < until) {
    const up = await withClient(url, (client) => client.query('SELECT')).then(
      () => true,
      () => false,
    );
    if (up) return;
    await sleep(30);
  }
  throw new Error('PostgreSQL did not come back');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already.
  }
}
