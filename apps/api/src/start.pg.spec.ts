import { mkdtempSync, rmSync, statSync, readdirSync } from 'node:fs';
import { type Socket, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  Commands,
  DatabasePulse,
  JournalBell,
  checkAppRole,
  prepareDatabase,
  readSabotage,
  readSettings,
  refuseForgetfulServer,
  roleName,
  scramVerifier,
} from '@papan/server-platform';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import pg from 'pg';
import { createApp } from './create-app';
import { testSettings } from './testing/test-settings';
import { MIGRATIONS } from './migrations';
import { demoAccounts, goWithoutDemo, loadDemoOnce } from './demo';
import { refuseTakenPort } from './taken-port';

describe('the server refuses to start', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('as a role that could pass the walls between regions', async () => {
    await expect(checkAppRole(database.owner)).rejects.toThrow(/terlalu kuat.*SUPERUSER/);
    await database.owning(`ALTER ROLE ${roleName(database.name, 'app')} BYPASSRLS`);
    await expect(checkAppRole(database.app)).rejects.toThrow('BYPASSRLS');
    await database.owning(`ALTER ROLE ${roleName(database.name, 'app')} NOBYPASSRLS`);
    await database.owning(`CREATE TABLE own (); ALTER TABLE own OWNER TO ${roleName(database.name, 'app')}`);
    await expect(checkAppRole(database.app)).rejects.toThrow('OWNER');
    await database.owning('DROP TABLE own');
    await expect(checkAppRole(database.app)).resolves.toBeUndefined();
  });

  it('on a database that forgets what it acknowledged', async () => {
    await database.owning(`ALTER DATABASE ${database.name} SET synchronous_commit = off`);
    await expect(checkAppRole(database.app)).rejects.toThrow('synchronous_commit = off');
    await database.owning(`ALTER DATABASE ${database.name} RESET synchronous_commit`);
    const good = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on' };
    await expect(refuseForgetfulServer(() => Promise.resolve([{ ...good, fsync: 'off' }]))).rejects.toThrow(
      'fsync = off',
    );
    await expect(
      refuseForgetfulServer(() => Promise.resolve([{ ...good, full_page_writes: 'off' }])),
    ).rejects.toThrow();
    await expect(refuseForgetfulServer(() => Promise.resolve([good]))).resolves.toBeUndefined();
  });

  it('on a schema from the future, and where nobody answers', async () => {
    const options = {
      ownerUrl: database.owner,
      appUrl: database.app,
      tailUrl: database.tail,
      secretsFolder: '/nowhere',
    };
    await expect(prepareDatabase({ ...options, migrations: MIGRATIONS.slice(0, 1) })).rejects.toThrow('lebih baru');
    const nobody = { ...options, ownerUrl: 'postgresql://a:b@127.0.0.1:1/c', migrations: MIGRATIONS };
    await expect(prepareDatabase(nobody)).rejects.toThrow(/tidak dapat dihubungi.*ECONNREFUSED/s);
  });

  it('as another role than the one it was installed for', async () => {
    const app = new URL(database.app);
    app.username = 'somebody_else';
    const options = {
      ownerUrl: database.owner,
      tailUrl: database.tail,
      secretsFolder: '/nowhere',
      migrations: MIGRATIONS,
    };
    await expect(prepareDatabase({ ...options, appUrl: app.href })).rejects.toThrow('somebody_else');
  });

  it('with a fault switched on outside of tests, or one that nobody knows', () => {
    expect(() => readSabotage({ PAPAN_SABOTAGE: 'no-sync', NODE_ENV: 'production' })).toThrow('for tests only');
    expect(() => readSabotage({ PAPAN_SABOTAGE: 'no-sync' })).toThrow('for tests only');
    expect(() => readSabotage({ PAPAN_SABOTAGE: 'no-idea', NODE_ENV: 'test' })).toThrow('unknown');
    expect(readSabotage({ PAPAN_SABOTAGE: 'no-sync', NODE_ENV: 'test' })).toBe('no-sync');
    expect(readSabotage({})).toBeNull();
  });

  it('on a port that another program has', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as { port: number };
    await expect(refuseTakenPort('127.0.0.1', port)).rejects.toThrow(`Port ${port}`);
    other.close();
    await expect(refuseTakenPort('127.0.0.1', 0)).resolves.toBeUndefined();
  });

  it('with settings that make no sense', () => {
    expect(() => readSettings({ PORT: 'abc' })).toThrow('PORT');
    expect(() => readSettings({ ALLOW_HTTP: 'ja' })).toThrow('ALLOW_HTTP');
    expect(() => readSettings({ PUBLIC_ORIGIN: 'papan.example/path' })).toThrow('PUBLIC_ORIGIN');
    expect(readSettings({}).host).toBe('127.0.0.1');
    expect(readSettings({ ALLOW_HTTP: '1' }).host).toBe('0.0.0.0');
    expect(readSettings({ PUBLIC_ORIGIN: 'https://a.example, https://b.example' }).publicOrigins).toHaveLength(2);
  });
});

describe('the database of an installation', () => {
  it('is made once by whoever comes first, with secrets that only its process may read', async () => {
    const database = await testDatabase({ migrations: MIGRATIONS.slice(0, 1) });
    const folder = mkdtempSync(join(tmpdir(), 'papan-secrets-'));
    const options = { ownerUrl: database.owner, secretsFolder: folder, migrations: MIGRATIONS };
    const [one, two] = await Promise.all([prepareDatabase(options), prepareDatabase(options)]);
    expect(one).toEqual(two);
    await checkAppRole(one.app);
    for (const file of readdirSync(folder)) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    rmSync(folder, { recursive: true });
    await database.drop();
  }, 60_000);

  it('that was begun without the demonstration does not get it at a later start', async () => {
    const database = await testDatabase();
    await goWithoutDemo(database.owner);
    await loadDemoOnce(database.owner, tmpdir());
    expect(await database.owning('SELECT code FROM region')).toEqual([]);
    expect(await demoAccounts(database.owner)).toEqual([]);
    await database.drop();
  }, 60_000);

  it('keeps a verifier instead of a password', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64');
    expect(scramVerifier('pencil', salt, 4096)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    );
  });

  it('that takes a question and never answers is noticed; one that is away is not', async () => {
    const lines: Socket[] = [];
    const mute = createServer((line) => lines.push(line)).listen(0, '127.0.0.1');
    await new Promise((listening) => mute.once('listening', listening));
    const { port } = mute.address() as { port: number };
    let noticed = (): void => undefined;
    const frozenOne = new DatabasePulse(`postgresql://a:b@127.0.0.1:${port}/c`, () => noticed(), 100, 20);
    frozenOne.start();
    await new Promise<void>((resolve) => (noticed = resolve));
    await frozenOne.stop();
    for (const line of lines) line.destroy();
    mute.close();
    let frozen = false;
    const pulse = new DatabasePulse('postgresql://a:b@127.0.0.1:1/c', () => (frozen = true), 50, 10);
    pulse.start();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await pulse.stop();
    expect(frozen).toBe(false);
  });
});

describe('a database that went out of reach', () => {
  it('does not end the process, though a question to it stays open', async () => {
    const lines: Socket[] = [];
    const server = createServer((line) => lines.push(line)).listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as { port: number };
    let frozen = false;
    const pulse = new DatabasePulse(`postgresql://a:b@127.0.0.1:${port}/c`, () => (frozen = true), 150, 20);
    pulse.start();
    while (lines.length === 0) await sleep(10);
    server.close(); // nobody opens the door any more; the line that is open stays silent
    await sleep(700);
    await pulse.stop();
    for (const line of lines) line.destroy();
    expect(frozen).toBe(false);
  });
});

describe('the end of the server', () => {
  it('waits for an answer that is under way, and no longer than it must', async () => {
    const database = await testDatabase();
    await setSmallTable(database);
    const running = await createApp({
      settings: testSettings({ port: 0 }),
      databaseUrl: database.owner,
      appUrl: database.app,
      tailUrl: database.tail,
      empty: true,
    });
    const url = `http://127.0.0.1:${running.port}`;
    const holder = new pg.Client({ connectionString: database.owner });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE demo_account');
    const answer = fetch(`${url}/api/welcome`);
    await sleep(300);
    const begun = performance.now();
    const closed = running.close();
    await sleep(300);
    await holder.query('COMMIT');
    expect((await answer).status).toBe(200);
    await (await answer).text();
    await closed;
    expect(performance.now() - begun).toBeLessThan(3_000);
    await holder.end();
    await database.drop();
  }, 60_000);
});

describe('sabotage is found:', () => {
  afterEach(() => {
    delete process.env['PAPAN_SABOTAGE'];
  });

  it('without row-level security, a reader without a region sees everything', async () => {
    process.env['PAPAN_SABOTAGE'] = 'no-rls';
    const database = await testDatabase();
    await database.addRegion();
    const app = await database.open();
    expect(await app.asNobody((tx) => tx.query('SELECT * FROM region'))).toHaveLength(1);
    await database.drop();
  }, 60_000);

  it('without syncing, commits no longer wait for the disk', async () => {
    const database = await testDatabase();
    const asks = async (): Promise<unknown> =>
      (await database.open()).ask(`SELECT current_setting('synchronous_commit') AS setting`);
    expect(await asks()).toEqual([{ setting: 'on' }]);
    process.env['PAPAN_SABOTAGE'] = 'no-sync';
    expect(await asks()).toEqual([{ setting: 'off' }]);
    await database.drop();
  }, 60_000);

  it('without a key, a command sent twice is done twice', async () => {
    const database = await testDatabase();
    await database.addRegion();
    const commands = new Commands(await database.open(), new JournalBell());
    const agency = { id: 1, kind: 'LEAD' } as const;
    const actor = { person: 1, region: '35.05', agency, role: 'lead', session: 'desk' } as const;
    const command = { actor, id: crypto.randomUUID(), name: 'x', params: {}, body: null };
    const data = { campaign: 1, measure: 'active', agency: 1, people: 1 } as const;
    const event = { type: 'AllocationSet', data, text: null } as const;
    const twice = async (): Promise<unknown[]> => {
      const run = () => commands.run(command, () => Promise.resolve({ event, audience: null, answer: {} }));
      return [await run(), await run()];
    };
    expect(await twice()).toEqual([{ seq: 1 }, { seq: 1 }]);
    process.env['PAPAN_SABOTAGE'] = 'no-key';
    expect(await twice()).toEqual([{ seq: 2 }, { seq: 3 }]);
    await database.drop();
  }, 60_000);
});

describe('the app’s connections', () => {
  it('have limits of their own in the database', async () => {
    const database = await testDatabase();
    const app = await database.open();
    const [limits] = await app.ask(
      `SELECT current_setting('statement_timeout') AS a, current_setting('lock_timeout') AS b, current_setting('idle_in_transaction_session_timeout') AS c`,
    );
    expect(limits).toEqual({ a: '10s', b: '3s', c: '5s' });
    await database.drop();
  }, 60_000);
});

describe('the words of people', () => {
  it('stay out of the log of a PostgreSQL that others run', async () => {
    const database = await testDatabase();
    const app = await database.open();
    const [settings] = await app.ask(
      `SELECT current_setting('log_min_error_statement') AS statements, current_setting('log_error_verbosity') AS details,
              current_setting('log_statement') AS all, current_setting('log_min_duration_statement') AS slow`,
    );
    expect(settings).toEqual({ statements: 'panic', details: 'terse', all: 'none', slow: '-1' });
    await database.drop();
  }, 60_000);
});
