import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { attachEmbeddedPostgres, useEmbeddedPostgres } from './attach-embedded-postgres';
import type { EmbeddedPostgres } from './embedded-postgres';
import { freePort } from './free-port';
import { findProcess } from './processes';
import { startEmbeddedPostgres } from './start-embedded-postgres';

jest.setTimeout(90_000);

const house = resolve(__dirname, '../../../..');
const holder = join(house, 'dist/specs/hold-server.js');

/** An installation that was started once and stopped, copied where a test needs one. */
let installation: string;
let folder: string;
let running: EmbeddedPostgres[];
let holders: ChildProcess[];

beforeAll(async () => {
  execFileSync(process.execPath, ['tools/build/bundle.mjs', 'libs/server/postgres/src/jest/hold-server.ts', holder], {
    cwd: house,
  });
  installation = await mkdtemp(join(tmpdir(), 'papan-installation-'));
  await (await startEmbeddedPostgres({ dataDir: installation })).stop();
});

afterAll(() => rm(installation, { recursive: true, force: true }));

beforeEach(async () => {
  // A folder of mode 0700: as root, the server's user may not enter it by name.
  folder = await mkdtemp(join(tmpdir(), 'papan-postgres-'));
  running = [];
  holders = [];
});

afterEach(async () => {
  for (const child of holders) child.kill('SIGKILL');
  for (const server of running) await server.stop();
  // What a killed holder left behind is stopped by starting once more.
  if (holders.length > 0 && existsSync(join(folder, 'papan.json'))) {
    await startEmbeddedPostgres({ dataDir: folder }).then((server) => server.stop(), ignore);
  }
  await rm(folder, { recursive: true, force: true });
});

const ignore = (): void => undefined;

async function start(): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir: folder });
  running.push(server);
  return server;
}

/** As if the product had been used in our folder before. */
const moveIn = (): void => {
  execFileSync('cp', ['-a', `${installation}/.`, folder]);
};

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

/** Starts the server of our folder from another process. */
async function hold(
  options: { uid?: number; gid?: number } = {},
): Promise<{ child: ChildProcess; url: string; pid: number }> {
  const child = spawn(process.execPath, [holder, folder], { ...options, stdio: ['ignore', 'pipe', 'inherit'] });
  holders.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { url: string; pid: number }) };
}

const untilGone = async (pid: number): Promise<void> => {
  while (findProcess(pid) !== undefined) await sleep(20);
};

describe('a first start', () => {
  test('makes a database that sorts by code point, keeps checksums and syncs what it acknowledges', async () => {
    const { url } = await start();
    const settings = ['fsync', 'synchronous_commit', 'data_checksums', 'timezone', 'listen_addresses'];
    const values = await Promise.all(settings.map((name) => ask(url, `SHOW ${name}`)));
    expect(values.flat()).toEqual(['on', 'on', 'on', 'UTC', '127.0.0.1']);
    expect(await ask(url, `SELECT name FROM unnest(ARRAY['b', 'B', 'á', 'a']) AS name ORDER BY name`)).toEqual([
      'B',
      'a',
      'b',
      'á',
    ]);
  });

  test('keeps the generated password where only we can read it, and lets nobody in without it', async () => {
    const { url, port } = await start();
    expect((await stat(join(folder, 'secrets/postgres-owner'))).mode & 0o777).toBe(0o600);
    expect(new URL(url).password).toHaveLength(43);
    await expect(ask(`postgresql://papan_owner:wrong@127.0.0.1:${port}/papan`, 'SELECT 1')).rejects.toThrow(/password/);
  });

  test('leaves nothing running after stop', async () => {
    moveIn();
    const server = await start();
    await server.stop();
    expect(findProcess(server.pid)).toBeUndefined();
    expect(JSON.parse(await readFile(join(folder, 'papan.json'), 'utf8'))).toMatchObject({
      pid: null,
      port: server.port,
    });
  });
});

describe('a second start', () => {
  test('finds what the first one wrote, on the same port', async () => {
    moveIn();
    const first = await start();
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42]);
    expect(second.port).toBe(first.port);
  });

  test('after kill -9 of the first stops the server it left behind and loses nothing', async () => {
    moveIn();
    const { child, url, pid } = await hold();
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(findProcess(pid)).toBeDefined();

    const second = await start();
    expect(findProcess(pid)).toBeUndefined();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42]);
  });

  test('after kill -9 of both recovers what was acknowledged', async () => {
    moveIn();
    const { child, url, pid } = await hold();
    await ask(url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    child.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await untilGone(pid);
    const second = await start();
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([42]);
  });

  test('is not fooled by a stale note whose number belongs to another program now', async () => {
    moveIn();
    await writeFile(join(folder, 'postgres/postmaster.pid'), `${process.pid}\n/elsewhere\n1\n5432\n\n`);
    const second = await start();
    expect(await ask(second.url, 'SELECT 1')).toEqual([1]);
  });

  test('sweeps away a database that a killed first start left half-made', async () => {
    await writeFile(join(folder, 'papan.json'), JSON.stringify({ product: 'papan-uhc', version: 1 }));
    await mkdir(join(folder, 'postgres.new-1/database/base'), { recursive: true });
    const { url } = await start();
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
    expect(existsSync(join(folder, 'postgres.new-1'))).toBe(false);
  });
});

test('a server killed under us comes back on its port', async () => {
  moveIn();
  const server = await start();
  const before = server.pid;
  process.kill(before, 'SIGKILL');
  await untilGone(before);
  while (server.pid === before) await sleep(20);
  expect(await ask(server.url, 'SELECT 1')).toEqual([1]);
});

test('a server that cannot come back yet comes back when it can', async () => {
  moveIn();
  const server = await start();
  const before = server.pid;
  await rename(join(folder, 'postgres'), join(folder, 'away'));
  process.kill(before, 'SIGKILL');
  await untilGone(before);
  await sleep(1_500);
  expect(server.pid).toBe(before);
  await rename(join(folder, 'away'), join(folder, 'postgres'));
  while (server.pid === before) await sleep(50);
  expect(await ask(server.url, 'SELECT 1')).toEqual([1]);
});

test('a server that is killed again and again still comes back', async () => {
  moveIn();
  const server = await start();
  for (let deaths = 1; deaths <= 6; deaths++) {
    const before = server.pid;
    process.kill(before, 'SIGKILL');
    while (server.pid === before) await sleep(20);
  }
  expect(await ask(server.url, 'SELECT 1')).toEqual([1]);
});

test('the log tells of failures and deadlocks without a word of the statements', async () => {
  moveIn();
  const { url } = await start();
  await ask(url, 'CREATE TABLE one ()');
  await ask(url, 'CREATE TABLE two ()');
  await ask(url, `SELECT 1 / 0, 'kenari rahasia'`).catch(ignore);
  await ask(url, `DO $$ BEGIN RAISE EXCEPTION 'stop' USING DETAIL = 'kenari rahasia'; END $$`).catch(ignore);
  await ask(url, `SET statement_timeout = 50; SELECT pg_sleep(2), 'kenari rahasia'`).catch(ignore);
  const cross = (first: string, second: string): Promise<unknown> =>
    ask(
      url,
      `DO $$ BEGIN LOCK TABLE ${first}; PERFORM pg_sleep(0.3), 'kenari rahasia'; LOCK TABLE ${second}; END $$`,
    ).catch(ignore);
  await Promise.all([cross('one', 'two'), cross('two', 'one')]);
  const log = await readFile(join(folder, 'postgres.log'), 'utf8');
  expect(log).toContain('deadlock detected');
  expect(log).toContain('division by zero');
  expect(log).not.toContain('kenari');
});

describe('a start is refused', () => {
  const refusal = (code: string): unknown =>
    expect.objectContaining({
      name: 'PostgresRefused',
      code,
      id: expect.any(String) as string,
      en: expect.any(String) as string,
    });

  test('in a folder that holds something else', async () => {
    await writeFile(join(folder, 'letter.txt'), 'not ours');
    await expect(start()).rejects.toEqual(refusal('FOREIGN_FOLDER'));
    expect(existsSync(join(folder, 'papan.json'))).toBe(false);
  });

  test('in a folder that another running process uses', async () => {
    moveIn();
    const { url } = await hold();
    await expect(start()).rejects.toEqual(refusal('LIVE_FOLDER'));
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
  });

  test('in a folder that we use ourselves', async () => {
    moveIn();
    await start();
    await expect(start()).rejects.toEqual(refusal('LIVE_FOLDER'));
  });

  test.each(['PG_VERSION', 'global/pg_control', 'global/pg_filenode.map'])('when %s is gone', async (file) => {
    moveIn();
    await rm(join(folder, 'postgres', file));
    await expect(start()).rejects.toEqual(refusal('BROKEN_FOLDER'));
  });

  test('when the marker is not one', async () => {
    await writeFile(join(folder, 'papan.json'), '{"product":');
    await expect(start()).rejects.toEqual(refusal('BROKEN_FOLDER'));
  });

  test('on a port where somebody else listens', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    await expect(startEmbeddedPostgres({ dataDir: folder, port })).rejects.toEqual(refusal('PORT_TAKEN'));
    other.close();
  });
});

describe('the command line', () => {
  test('joins the server that runs, and leaves it running', async () => {
    moveIn();
    const { url } = await hold();
    const joined = await attachEmbeddedPostgres(folder);
    expect(joined.url).toBe(url);
    await joined.stop();
    expect(await ask(url, 'SELECT 1')).toEqual([1]);
  });

  test('is told when none runs', async () => {
    await expect(attachEmbeddedPostgres(folder)).rejects.toMatchObject({ code: 'NOT_RUNNING' });
  });

  test('may start one for itself', async () => {
    moveIn();
    const own = await useEmbeddedPostgres({ dataDir: folder });
    running.push(own);
    const joined = await useEmbeddedPostgres({ dataDir: folder });
    expect(joined.pid).toBe(own.pid);
  });
});

test('the server of an ordinary user runs as that user', async () => {
  // Root becomes somebody else for this; everybody else already is an ordinary user.
  const ordinary = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  if (spawnSync(process.execPath, ['--version'], ordinary).status !== 0) {
    console.warn('NOT RUN: root keeps this checkout in a folder that no ordinary user may enter');
    return;
  }
  if (ordinary.uid !== undefined) chownSync(folder, ordinary.uid, ordinary.gid);
  const { pid } = await hold(ordinary);
  expect((await stat(`/proc/${pid}`)).uid).toBe(ordinary.uid ?? process.getuid?.());
});
