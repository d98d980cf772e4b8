import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { findBinaries, type Binaries } from './binaries';
import { claimDataFolder, notedRunner, noteRunner, ownerPassword, readMarker, type DataFolder } from './data-folder';
import { DATABASE, ownerUrl, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres';
import { freePort, isFree } from './free-port';
import { initDatabase, WHERE_IT_STANDS } from './init-database';
import { dropStaleNote, findServer } from './noted-server';
import { brokenFolder, liveFolder, noAccess, portTaken } from './postgres-refused';
import { endProcess, findProcess, isAlive, PLAIN_ENVIRONMENT, type RunAs } from './processes';
import { whoRunsPostgres } from './run-as';
import { hasCode, isDenied } from './system-error';

/** PostgreSQL's major version; a folder of another one is not opened. */
const MAJOR = '18';
const LOG_LIMIT = 10 * 1024 * 1024;
const PATIENCE = { start: 60_000, stop: 30_000, restart: 200, restartAtMost: 10_000 };
/** Deaths and failed starts within a minute after which the next start waits longer, twice as long each time. */
const QUICK_RESTARTS = 3;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // People's words travel inside statements. The log tells what went wrong, never in which statement.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_min_duration_statement: '-1',
  log_parameter_max_length_on_error: '0',
};

/** Everything needed to start the same server again. */
interface Plan {
  readonly folder: DataFolder;
  readonly binaries: Binaries;
  readonly who: RunAs;
  readonly password: string;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/**
 * Starts PostgreSQL in `dataDir` on 127.0.0.1 and waits until it answers. The first start makes the database; a server
 * left over from a killed start is stopped first; one that is killed under us is started again on the same port.
 *
 * Throws PostgresRefused: `FOREIGN_FOLDER`, `LIVE_FOLDER`, `BROKEN_FOLDER`, `NO_ACCESS`, `PORT_TAKEN`, `UNSUPPORTED`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const folder = await claimDataFolder(options.dataDir);
  await refuseLiveFolder(folder);
  try {
    await stopOrphan(folder);
    await dropStaleNote(folder);
    if (options.port !== undefined && !(await isFree(options.port))) throw portTaken(options.port);
    const who = await whoRunsPostgres(folder.database);
    const binaries = await findBinaries(who);
    const password = await ownerPassword(folder);
    await initDatabase(folder, binaries, who, password);
    await refuseBrokenFolder(folder);
    const port = options.port ?? (await freePort((await readMarker(folder))?.port ?? undefined));
    const plan = { folder, binaries, who, password, port, settings: { ...SETTINGS, ...options.settings } };
    const keeper = new Keeper(plan, await launch(plan));
    await noteRunner(folder, port, findProcess(process.pid));
    return keeper;
  } catch (error) {
    throw isDenied(error) ? noAccess(options.dataDir) : error;
  }
}

async function refuseLiveFolder(folder: DataFolder): Promise<void> {
  const runner = await notedRunner(folder);
  if (runner !== undefined && isAlive(runner)) throw liveFolder(folder.root, runner.pid);
}

/** After kill -9 of the one who started it, the server still runs; it would hold the folder for ever. */
async function stopOrphan(folder: DataFolder): Promise<void> {
  const orphan = await findServer(folder);
  if (orphan === undefined) return;
  const { pid } = orphan;
  const ended = (await endProcess(pid, 'SIGINT', PATIENCE.stop)) || (await endProcess(pid, 'SIGQUIT', PATIENCE.stop));
  if (!ended) throw liveFolder(folder.root, pid);
}

async function refuseBrokenFolder(folder: DataFolder): Promise<void> {
  const version = await readFile(join(folder.database, 'PG_VERSION'), 'utf8').catch((error: unknown) => {
    if (isDenied(error)) throw error;
    return undefined;
  });
  if (version === undefined) throw brokenFolder(folder.root, 'PG_VERSION');
  if (version.trim() !== MAJOR) throw brokenFolder(folder.root, `PostgreSQL ${version.trim()} ≠ ${MAJOR}`);
  if ((await stat(join(folder.database, 'global', 'pg_control')).catch(() => undefined)) === undefined) {
    throw brokenFolder(folder.root, 'global/pg_control');
  }
}

/** A server with somebody who starts it again when it is killed, as often as it takes, until it is told to stop. */
class Keeper implements EmbeddedPostgres {
  readonly port: number;
  readonly url: string;
  private troubles: number[] = [];
  private stopped: Promise<void> | undefined;
  private reviving: Promise<void> = Promise.resolve();
  private readonly farewell = new AbortController();

  constructor(
    private readonly plan: Plan,
    private server: ChildProcess,
  ) {
    this.port = plan.port;
    this.url = ownerUrl(plan.port, plan.password);
    process.once('exit', this.lastWill);
    this.watch();
  }

  get pid(): number {
    return this.server.pid ?? 0;
  }

  stop(): Promise<void> {
    return (this.stopped ??= this.end());
  }

  /** Whatever ends us, the server is not left behind; only kill -9 leaves it, and the next start finds it. */
  private readonly lastWill = (): void => {
    this.server.kill('SIGINT');
  };

  private async end(): Promise<void> {
    this.farewell.abort();
    await stopServer(this.server);
    // Told to stop while a new server was starting: that one goes too.
    await this.reviving;
    await stopServer(this.server);
    process.off('exit', this.lastWill);
    await noteRunner(this.plan.folder, this.port, undefined);
  }

  private watch(): void {
    this.server.once('exit', () => {
      this.reviving = this.revive();
    });
  }

  /** A full disk or a locked folder passes; whoever gave up here would leave an API without a database for good. */
  private async revive(): Promise<void> {
    while (!this.isStopped()) {
      await sleep(this.patience(), undefined, { signal: this.farewell.signal, ref: false }).catch(() => undefined);
      if (this.isStopped()) return;
      const next = await launch(this.plan).catch(() => undefined);
      if (next === undefined) continue;
      this.server = next;
      this.watch();
      return;
    }
  }

  /** Milliseconds until the next start: short at first, longer where trouble comes in rows. */
  private patience(): number {
    const now = performance.now();
    this.troubles = [...this.troubles.filter((at) => at > now - 60_000), now];
    const beyond = Math.max(0, this.troubles.length - QUICK_RESTARTS);
    return Math.min(PATIENCE.restartAtMost, PATIENCE.restart * 2 ** Math.min(beyond, 10));
  }

  private isStopped(): boolean {
    return this.stopped !== undefined;
  }
}

/** Starts the server process and waits until it lets the owner in. */
async function launch(plan: Plan): Promise<ChildProcess> {
  const until = performance.now() + PATIENCE.start;
  for (;;) {
    const server = await spawnServer(plan);
    const problem = await untilReady(server, plan, until);
    if (problem === undefined) return server;
    await stopServer(server);
    // Killed with kill -9, the server leaves children that need a moment to notice; until then the folder is theirs.
    if (!/shared memory block|lock file/.test(problem) || performance.now() > until) {
      throw /could not bind/.test(problem) ? portTaken(plan.port) : brokenFolder(plan.folder.root, problem);
    }
    await sleep(PATIENCE.restart);
  }
}

async function spawnServer(plan: Plan): Promise<ChildProcess> {
  const size = await stat(plan.folder.log).catch(() => undefined);
  if (size !== undefined && size.size > LOG_LIMIT) await rename(plan.folder.log, `${plan.folder.log}.1`);
  const log = await open(plan.folder.log, 'a', 0o600);
  const settings = Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  try {
    const server = spawn(plan.binaries.postgres, ['-D', WHERE_IT_STANDS, '-p', String(plan.port), ...settings], {
      ...plan.who,
      cwd: plan.folder.database,
      env: PLAIN_ENVIRONMENT,
      // A group of its own: Ctrl+C is for us, the server is stopped as our last step.
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    server.unref();
    await once(server, 'spawn');
    return server;
  } finally {
    await log.close();
  }
}

/** Undefined once the owner gets in; else what the server last said. */
async function untilReady(server: ChildProcess, plan: Plan, until: number): Promise<string | undefined> {
  while (performance.now() < until) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    const answer = await makeDatabase(plan).catch((error: unknown) => error);
    if (answer === 'ready') return undefined;
    if (!hasCode(answer, ...NOT_YET)) return String(answer);
    await sleep(30);
  }
  return await lastWords(plan.folder);
}

/** Nobody listens yet, or the server is still recovering (SQLSTATE 57P03). */
const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', '57P03'];

/** Makes the product's database where it is missing. Throws while the server does not let the owner in. */
async function makeDatabase(plan: Plan): Promise<'ready'> {
  const client = new Client({ connectionString: ownerUrl(plan.port, plan.password, 'postgres') });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    return 'ready';
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The most telling of the last lines of the server's log. */
async function lastWords(folder: DataFolder): Promise<string> {
  const lines = (await readFile(folder.log, 'utf8')).trimEnd().split('\n').slice(-8);
  const telling = lines.filter((line) => /(FATAL|PANIC|could not bind)/.test(line));
  return (telling.length > 0 ? telling : lines).map((line) => line.replace(/^.*?\] /, '')).join('; ');
}

async function stopServer(server: ChildProcess): Promise<void> {
  const { pid } = server;
  if (pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  if (await endProcess(pid, 'SIGINT', PATIENCE.stop)) return;
  await endProcess(pid, 'SIGQUIT', PATIENCE.stop);
}
