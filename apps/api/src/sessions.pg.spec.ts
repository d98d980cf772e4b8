import type { Directory } from '@papan/contracts';
import { xsrfToken } from '@papan/server-platform';
import { TABLE_PASSWORD } from '@papan/server-platform/testing';
import { A_TASK } from './testing/give-a-task';
import { Browser, type TestApi, signedIn, testApi } from './testing/table-api';

describe('who is signed in', () => {
  let api: TestApi;
  let admin: Browser;

  beforeAll(async () => {
    api = await testApi();
    admin = await api.as('admin');
  }, 60_000);
  afterAll(() => api.close());

  it('gets a cookie that no script reads and no other site uses', async () => {
    const answer = await api.stranger.signIn('auditor', TABLE_PASSWORD);
    const cookies = (answer.headers['set-cookie'] as unknown as string[]).join('\n');
    expect(cookies).toMatch(/^__Host-papan=[\w-]{43}; Path=\/; Max-Age=43200; SameSite=Lax; Secure; HttpOnly$/m);
    expect(cookies).toMatch(/^XSRF-TOKEN=[\w-]{43}; Path=\/; Max-Age=43200; SameSite=Lax; Secure$/m);
    api.stranger.token = undefined;
  });

  it('is told who he is and where he serves', async () => {
    expect((await admin.get('/api/session')).body).toMatchObject({
      login: 'admin',
      session: 'desk',
      memberships: [{ region: '35.05', role: 'admin' }],
    });
    expect((await admin.get('/api/regions')).body).toEqual([
      { code: '35.05', name: 'Kabupaten Blitar', example: true },
    ]);
  });

  it('is gone at the next request when the administrator ends his sessions', async () => {
    const disnaker = await signedIn(api.server, 'disnaker');
    const people = (await admin.get('/api/regions/35.05/people')).body as {
      login: string;
      person: number;
      sessions: number;
    }[];
    const found = people.find(({ login }) => login === 'disnaker');
    expect(found?.sessions).toBe(1);
    const ended = await admin.delete(`/api/regions/35.05/people/${found?.person ?? 0}/sessions`);
    expect([ended.status, ended.body]).toEqual([200, { ended: 1 }]);
    expect((await disnaker.get('/api/session')).status).toBe(401);
    expect((await admin.delete('/api/regions/35.05/people/999/sessions')).status).toBe(404);
  });

  it('who has left the region is no longer its administrator’s to list or to sign out', async () => {
    const [gone] = await api.database.owning<{ number: number }>(
      `UPDATE membership SET until_day = '2026-10-31' WHERE person = (SELECT id FROM person WHERE login = 'pengawas')
       RETURNING number`,
    );
    expect((await admin.delete(`/api/regions/35.05/people/${gone?.number ?? 0}/sessions`)).status).toBe(404);
    expect((await admin.get('/api/regions/35.05/people')).text).not.toContain('pengawas');
  });

  it('acts in one post for each region: of two, the one that began last', async () => {
    await api.database.owning(
      `INSERT INTO membership (region, number, person, agency, role, from_day)
       SELECT region, number, person, 1, 'lead', '2026-10-01' FROM membership JOIN person p ON p.id = person AND login = 'data'`,
    );
    const data = await signedIn(api.server, 'data');
    const { memberships } = (await data.get('/api/session')).body as { memberships: { role: string }[] };
    expect(memberships.map(({ role }) => role)).toEqual(['lead']);
    expect((await data.post('/api/regions/35.05/tasks', A_TASK)).status).toBe(201);
  });

  it('is told why nobody can sign in over plain HTTP from elsewhere, instead of losing the cookie', async () => {
    const from = (headers: Record<string, string>) =>
      new Browser(api.server).signIn('auditor', TABLE_PASSWORD, 'desk', headers);
    const refused = await from({ Host: 'papan.example', Origin: 'http://papan.example' });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'HTTP_NOT_SAFE' }]);
    expect(refused.text).toContain('ALLOW_HTTP=1');
    expect(refused.headers['set-cookie']).toBeUndefined();
    for (const host of ['127.0.0.1:3000', 'localhost:3000']) {
      expect((await from({ Host: host, Origin: `http://${host}` })).status).toBe(201);
    }
  });

  it('leaves no session behind when he signs in again in the same browser', async () => {
    const browser = await signedIn(api.server, 'disnaker');
    const before = new Browser(api.server);
    before.token = browser.token;
    const cookie = `__Host-papan=${browser.token ?? ''}`;
    const again = await browser.signIn('disnaker', TABLE_PASSWORD, 'desk', {
      Cookie: cookie,
      'X-XSRF-TOKEN': xsrfToken(browser.token ?? ''),
    });
    expect(again.status).toBe(201);
    expect((await before.get('/api/session')).status).toBe(401);
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it('reads figures where his role does, and officials’ names only where he reads the board', async () => {
    const [jaksa, province, auditor] = [await api.as('jaksa'), await api.as('provinsi'), await api.as('auditor')];
    expect((await jaksa.get('/api/figures')).status).toBe(403);
    expect((await province.get('/api/figures')).status).toBe(200);
    const seen = (await province.get('/api/regions/35.05/directory')).body as Directory;
    expect(seen.campaigns).toHaveLength(2);
    expect(JSON.stringify(seen)).not.toContain('Contoh disdik');
    expect(JSON.stringify(seen)).not.toContain('Kepala Contoh');
    const known = (await auditor.get('/api/regions/35.05/directory')).text;
    expect(known).toContain('Contoh disdik');
    expect(known).toContain('Kepala Contoh');
  });

  it('sees his other devices and ends one, but nobody else’s', async () => {
    const [here, there] = [await signedIn(api.server, 'disdik'), await signedIn(api.server, 'disdik')];
    const list = (await here.get('/api/session/all')).body as { id: string; current: boolean }[];
    const other = list.find(({ current }) => !current)?.id ?? '';
    expect((await admin.delete(`/api/session/${other}`)).status).toBe(404);
    expect((await here.delete(`/api/session/${other}`)).status).toBe(204);
    expect((await there.get('/api/session')).status).toBe(401);
    expect((await here.delete('/api/session')).status).toBe(204);
    expect((await here.get('/api/session')).status).toBe(401);
  });

  it('on a phone reports, and for all else has to sign in at the desk', async () => {
    const dinkes = await api.as('dinkes');
    const plan = { campaign: 1, agency: 2, title: 'x', unit: 'people', target: 9, due: '2026-12-01' };
    const { task } = (await dinkes.post('/api/regions/35.05/tasks', plan)).body as { task: number };
    const phone = await signedIn(api.server, 'disdik', 'phone');
    const report = { entry: crypto.randomUUID(), delta: 3 };
    expect((await phone.post(`/api/regions/35.05/tasks/${task}/reports`, report)).status).toBe(201);
    const accept = await phone.post(`/api/regions/35.05/tasks/${task}/deeds`, { deed: 'submit' });
    expect([accept.status, accept.body]).toMatchObject([403, { code: 'STEP_UP_NEEDED' }]);
    const refused = await new Browser(api.server).signIn('bupati', TABLE_PASSWORD, 'phone');
    expect(refused.body).toMatchObject({ code: 'STEP_UP_NEEDED' });
  });

  it('cannot be misused without the token that only our page knows', async () => {
    const disdik = await signedIn(api.server, 'disdik');
    const answer = await disdik.send('DELETE', '/api/session', undefined, { 'X-XSRF-TOKEN': 'falsch' });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'ORIGIN_REFUSED' }]);
    expect((await disdik.get('/api/session')).status).toBe(200);
  });

  it('is slowed when he guesses, told for how long, in the words of an unknown login', async () => {
    const guess = (login: string) => api.stranger.signIn(login, 'tebakan tebakan');
    const [known, unknown] = [(await guess('kacab')).body as object, (await guess('tiada')).body as object];
    expect({ ...known, trace: '' }).toEqual({ ...unknown, trace: '' });
    for (let at = 0; at < 3; at++) await guess('kacab');
    const throttled = await guess('kacab');
    expect([throttled.status, throttled.body]).toMatchObject([429, { code: 'LOGIN_THROTTLED', retryAfter: 1 }]);
  });

  it('may know nothing of the accounts where no demo was loaded', async () => {
    expect((await api.stranger.get('/api/welcome')).body).toMatchObject({ demo: false, insecure: false, accounts: [] });
  });
});
