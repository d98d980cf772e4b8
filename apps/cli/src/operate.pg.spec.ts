import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import type { SettingsValues } from '@papan/server-platform';
import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { runPapan } from './run';

const PASSWORD = 'gajah makan di sungai';
const DECREE = { year: 2027, basis: 'SKB uji 2027', national: ['2027-01-01'], collectiveLeave: ['2027-01-04'] };

/** The roof is above both applications; a test of the command line looks over to the server by path. */
async function startServer(database: TestDatabase): Promise<INestApplication> {
  const { buildApp } = (await import(resolve(__dirname, '../../api/src/create-app.ts'))) as {
    buildApp: (settings: SettingsValues, app: string, tail: string) => Promise<INestApplication>;
  };
  const { testSettings } = (await import(resolve(__dirname, '../../api/src/testing/test-settings.ts'))) as {
    testSettings: () => SettingsValues;
  };
  const app = await buildApp(testSettings(), database.app, database.tail);
  await app.listen(0, '127.0.0.1');
  return app;
}

describe('an empty installation', () => {
  let database: TestDatabase;
  let server: INestApplication;
  let url: string;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'papan-cli-'));
    database = await testDatabase();
    server = await startServer(database);
    url = await server.getUrl();
  }, 120_000);
  afterAll(async () => {
    await server.close();
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const papan = async (...args: string[]): Promise<Record<string, unknown> & { code: unknown }> => {
    const { code, out, err } = await runPapan([...args, '--json'], { DATABASE_URL: database.owner }, process.cwd());
    return { code, ...(JSON.parse(out || err) as object) };
  };
  const person = (login: string, agency: string, role: string, ...more: string[]) =>
    papan('person', 'add', '--region', '35.05', '--agency', agency, '--role', role, '--login', login, ...more);
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method,
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signIn = async (login: string): Promise<Record<string, string>> => {
    const answer = await send('POST', '/api/session', { login, password: PASSWORD });
    const cookies = answer.headers.getSetCookie().map((it) => it.split(';', 1)[0] ?? '');
    const xsrf = cookies.find((it) => it.startsWith('XSRF-TOKEN='))?.slice(11) ?? '';
    return { cookie: cookies.join('; '), 'x-xsrf-token': xsrf, status: String(answer.status) };
  };

  it('comes to its first task by the command line and the browser alone', async () => {
    const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
    const deadline = `${Number(today.slice(0, 4)) + 1}-12-31`;
    await papan('admin', 'create', '--region', '35.05', '--login', 'admin', '--name', 'Contoh Admin');
    const lead = await person('dinkes', 'DINKES', 'lead', '--name', 'Contoh Dinkes');
    const operator = await person(
      'disdik',
      'disdik',
      'operator',
      '--name',
      'Contoh Disdik',
      ...['--capacity', 'plt', '--email', 'disdik@contoh.example'],
    );
    const campaign = await papan(
      ...['campaign', 'open', '--region', '35.05', '--title', 'Menuju UHC', '--agreement', '119/1/2026'],
      ...['--deadline', deadline, '--registered', '98', '--active', '80'],
    );
    expect(campaign).toMatchObject({ code: 0, campaign: 1 });
    for (const { token } of [lead, operator]) {
      expect((await send('POST', '/api/session/first-password', { token, password: PASSWORD })).status).toBe(200);
    }
    const plan = { campaign: 1, agency: 2, title: 'Daftarkan GTT', unit: 'people', target: 1200, due: deadline };
    const agencies = await database.owning<{ id: number }>(`SELECT id FROM agency WHERE code = 'DISDIK'`);
    const given = await send(
      'POST',
      '/api/regions/35.05/tasks',
      { ...plan, agency: agencies[0]?.id },
      await signIn('dinkes'),
    );
    expect(given.status).toBe(201);
    const board = await send('GET', '/api/regions/35.05/board', undefined, await signIn('disdik'));
    expect(await board.text()).toContain('Daftarkan GTT');
  }, 60_000);

  it('lists its people, and whoever is switched off is out at once and stays out', async () => {
    const session = await signIn('disdik');
    expect((await papan('person', 'list', '--region', '35.05'))['people']).toMatchObject([
      { login: 'admin', agency: 'SETDA-KESRA', state: 'NO_PASSWORD' },
      { login: 'dinkes', role: 'lead', state: 'ACTIVE' },
      { login: 'disdik', role: 'operator', capacity: 'PLT' },
    ]);
    expect(await papan('person', 'disable', '--login', 'DISDIK')).toMatchObject({ code: 0, login: 'disdik' });
    expect((await send('GET', '/api/session', undefined, session)).status).toBe(401);
    expect((await signIn('disdik'))['status']).toBe('401');
    expect(await papan('password', 'link', '--login', 'disdik')).toMatchObject({ code: 'PERSON_DISABLED' });
    expect(await papan('password', 'link', '--login', 'siapa')).toMatchObject({ code: 'PERSON_UNKNOWN' });
    const { token } = await papan('password', 'link', '--login', 'admin');
    expect((await send('POST', '/api/session/first-password', { token, password: PASSWORD })).status).toBe(200);
  }, 60_000);

  it('refuses posts that make no sense, and gives an account a new post from another day', async () => {
    expect(await person('baru', 'TIADA', 'operator', '--name', 'B')).toMatchObject({ code: 'AGENCY_UNKNOWN' });
    expect(await person('baru', 'DISDIK', 'lead', '--name', 'B')).toMatchObject({ code: 'ROLE_ELSEWHERE' });
    expect(await person('baru', 'DISDIK', 'kepala', '--name', 'B')).toMatchObject({ code: 'WRONG_USAGE' });
    expect(await person('baru', 'DISDIK', 'operator', '--name', 'B', '--email', 'rumah')).toMatchObject({
      code: 'WRONG_USAGE',
    });
    expect(await database.owning(`SELECT login, email FROM person WHERE email IS NOT NULL`)).toEqual([
      { login: 'disdik', email: 'disdik@contoh.example' },
    ]);
    expect(await person('dinkes', 'DINKES', 'viewer')).toMatchObject({ code: 'POST_HELD' });
    expect(await person('dinkes', 'DINKES', 'viewer', '--from', '2099-01-01')).toMatchObject({ code: 0, link: null });
    expect(await database.owning(`SELECT 1 FROM person WHERE login = 'baru'`)).toEqual([]);
  });

  it('closes a campaign once, and opens none without a line or in the past', async () => {
    const close = () => papan('campaign', 'close', '--region', '35.05', '--campaign', '1');
    expect([await close(), await close()]).toMatchObject([{ open: false }, { code: 'CAMPAIGN_CLOSED' }]);
    const open = (...more: string[]) =>
      papan('campaign', 'open', '--region', '35.05', '--title', 'x', '--agreement', '1', ...more);
    expect(await open('--deadline', '2099-12-31')).toMatchObject({ code: 'WRONG_USAGE' });
    expect(await open('--deadline', '2020-12-31', '--active', '80')).toMatchObject({ code: 'DUE_BEFORE_START' });
    expect(await open('--deadline', '31/12/2099', '--active', '80')).toMatchObject({ code: 'DATE_INVALID' });
    expect(await open('--deadline', '2099-12-31', '--active', '101')).toMatchObject({ code: 'PERCENT_INVALID' });
  });

  it('takes the decree of a year once, replaces it on request, and refuses what is no decree', async () => {
    const load = async (decree: unknown, ...more: string[]) => {
      const file = join(folder, 'decree.json');
      await writeFile(file, typeof decree === 'string' ? decree : JSON.stringify(decree));
      return papan('decree', 'load', file, ...more);
    };
    expect(await load(DECREE)).toMatchObject({ code: 0, year: 2027, national: 1, collectiveLeave: 1 });
    expect(await load(DECREE)).toMatchObject({ code: 'DECREE_KNOWN' });
    expect(await load({ ...DECREE, basis: 'SKB uji 2027, perubahan' }, '--replace')).toMatchObject({ code: 0 });
    for (const wrong of ['{', [], { ...DECREE, year: 2028 }, { ...DECREE, basis: '' }, { ...DECREE, extra: 1 }]) {
      expect(await load(wrong)).toMatchObject({ code: 'DECREE_INVALID' });
    }
    expect(await load({ ...DECREE, national: ['2027-01-04'] })).toMatchObject({ code: 'DECREE_INVALID' });
    expect(await papan('decree', 'load', join(folder, 'tiada.json'))).toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(await papan('decree', 'load')).toMatchObject({ code: 'WRONG_USAGE' });
  });
});
