import { headline } from '@papan/domain';
import type { Response } from 'supertest';
import { type Browser, type TestApi, testApi } from './testing/table-api';

const BLITAR = '/api/regions/35.05';

const PLAN = {
  campaign: 1,
  agency: 2,
  title: 'Daftarkan 1.200 GTT/PTT',
  unit: 'people',
  target: 1200,
  due: '2026-12-15',
};

const idOf = ({ body }: Response, of = 'task'): number => (body as Record<string, number>)[of] ?? 0;
const report = (delta: number, over: object = {}) => ({ entry: crypto.randomUUID(), delta, ...over });
const verification = (registered: number, active = registered) => ({
  asOf: '2026-11-01',
  source: { kind: 'BPJS' },
  entries: [
    { entry: crypto.randomUUID(), measure: 'registered', delta: registered },
    { entry: crypto.randomUUID(), measure: 'active', delta: active },
  ],
});

describe('the main job', () => {
  let api: TestApi;
  let dinkes: Browser;
  let disdik: Browser;
  let bpjs: Browser;

  beforeAll(async () => {
    api = await testApi();
    [dinkes, disdik, bpjs] = [await api.as('dinkes'), await api.as('disdik'), await api.as('bpjs')];
  }, 60_000);
  afterAll(() => api.close());

  const plan = async (over: object = {}) => idOf(await dinkes.post(`${BLITAR}/tasks`, { ...PLAN, ...over }));
  const card = async (browser: Browser, task: number) => (await browser.board()).tasks.get(task);

  it('goes from the assignment over 530 reported to 481 verified, a gap of 49 and a headline moved by 481', async () => {
    const cut = {
      asOf: '2026-10-01',
      population: 1_252_242,
      populationVersion: 'contoh',
      registered: 971_740,
      active: 801_435,
      source: 'contoh',
      example: true,
    };
    expect((await bpjs.post(`${BLITAR}/cuts`, cut)).status).toBe(201);
    const task = await plan();
    const first = report(300);
    for (const said of [first, report(250)]) {
      expect((await disdik.post(`${BLITAR}/tasks/${task}/reports`, said)).status).toBe(201);
    }
    const correction = { entry: crypto.randomUUID(), corrects: first.entry, delta: -20, note: 'tercatat dua kali' };
    expect((await disdik.post(`${BLITAR}/tasks/${task}/corrections`, correction)).status).toBe(201);
    expect(await card(await api.as('disnaker'), task)).toMatchObject({ reported: 530, target: 1200 });
    expect((await bpjs.post(`${BLITAR}/tasks/${task}/verifications`, verification(481))).status).toBe(201);
    expect(await card(await api.as('bupati'), task)).toMatchObject({ reported: 530, registered: 481 });
    const { cut: standing, verified } = await (await api.as('bupati')).board();
    expect(standing && headline(standing, verified).registered).toMatchObject({
      atCut: 971_740,
      verifiedAfter: 481,
      total: 972_221,
    });
    const own = await disdik.post(`${BLITAR}/tasks/${task}/verifications`, verification(1));
    expect(own.status).toBe(403);
    expect(own.body).toMatchObject({ code: 'VERIFY_OWN_TASK' });
  });

  it('tells a task’s story from the first day on', async () => {
    const task = await plan();
    await disdik.post(`${BLITAR}/tasks/${task}/reports`, report(5, { note: 'dari SDN Kanigoro' }));
    const detail = (await disdik.get(`${BLITAR}/tasks/${task}`)).body as {
      history: { event: { type: string; text: unknown } }[];
    };
    expect(detail.history.map(({ event }) => event.type)).toEqual(['TaskCreated', 'ProgressReported']);
    expect(detail.history[1]?.event.text).toEqual({ note: 'dari SDN Kanigoro' });
  });

  it('keeps both edits of different fields, and shows both values of the same one', async () => {
    const task = await plan();
    const path = `${BLITAR}/tasks/${task}`;
    expect((await dinkes.patch(path, 1, { title: 'Judul baru' })).status).toBe(200);
    expect((await dinkes.patch(path, 1, { target: 1300 })).status).toBe(200);
    const clash = await dinkes.patch(path, 1, { title: 'Judul lain' });
    expect(clash.status).toBe(409);
    expect(clash.body).toMatchObject({
      code: 'TASK_FIELD_CONFLICT',
      version: 3,
      conflicts: [{ field: 'title', theirs: 'Judul baru', yours: 'Judul lain', by: 2 }],
    });
    expect(await card(dinkes, task)).toMatchObject({ title: 'Judul baru', target: 1300 });
  });

  it('answers a repeated command as before, and refuses its id for another body', async () => {
    const task = await plan();
    const [path, headers] = [`${BLITAR}/tasks/${task}/reports`, { 'Idempotency-Key': crypto.randomUUID() }];
    const said = report(70);
    const first = await disdik.post(path, said, headers);
    expect((await disdik.post(path, said, headers)).body).toEqual(first.body);
    const other = await disdik.post(path, { ...said, delta: 71 }, headers);
    expect([other.status, other.body]).toMatchObject([422, { code: 'COMMAND_ID_REUSED' }]);
    expect(await card(disdik, task)).toMatchObject({ reported: 70 });
  });

  it('gives an agency its share of the missing people', async () => {
    const path = `${BLITAR}/campaigns/1/allocations/registered/2`;
    expect((await dinkes.put(path, { people: 4000 })).status).toBe(200);
    expect((await dinkes.board()).allocation).toEqual({ '1/registered/2': 4000 });
    expect((await dinkes.put(`${BLITAR}/campaigns/1/allocations/registered/4`, { people: 1 })).body).toMatchObject({
      code: 'PARTNER_NOT_INSTRUCTABLE',
    });
    expect((await dinkes.put(`${BLITAR}/campaigns/1/allocations/rumour/2`, { people: 1 })).status).toBe(404);
  });

  it('refuses a cut that goes behind the one that stands, or contradicts itself', async () => {
    const cut = { asOf: '2026-09-01', population: 10, populationVersion: 'x', registered: 5, active: 4, source: 'x' };
    expect((await bpjs.post(`${BLITAR}/cuts`, cut)).body).toMatchObject({ code: 'DATE_INVALID' });
    expect((await bpjs.post(`${BLITAR}/cuts`, { ...cut, asOf: '2026-10-15', active: 6 })).body).toMatchObject({
      code: 'FIGURES_CONTRADICT',
    });
  });

  it('names agencies, people, campaign and districts to who sits at the table', async () => {
    const directory = (await disdik.get(`${BLITAR}/directory`)).body as Record<string, unknown[]>;
    expect(directory['agencies']).toHaveLength(7);
    expect(directory['areas']).toEqual([{ code: '35.05.10', name: 'Kanigoro', kind: 'DISTRICT' }]);
    expect(directory['campaigns']?.[0]).toMatchObject({ id: 1, deadline: '2026-12-31T16:59:59.000Z' });
    await api.database.owning(`UPDATE agency SET short = 'Dindik' WHERE region = '35.05' AND id = 2`);
    expect(JSON.stringify((await disdik.get(`${BLITAR}/directory`)).body)).toContain('Dindik');
    expect((await disdik.get(`${BLITAR}/areas?within=35.05.10`)).body).toEqual([
      { code: '35.05.10.2001', name: 'Satreyan', kind: 'VILLAGE' },
    ]);
    expect((await disdik.get(`${BLITAR}/areas?within=35.72.10`)).body).toMatchObject({ code: 'AREA_UNKNOWN' });
  });

  describe('refuses, in words and with the way out,', () => {
    let task: number;
    beforeAll(async () => {
      task = await plan();
      await dinkes.patch(`${BLITAR}/tasks/${task}`, 1, { due: '2026-12-01' });
    });

    it.each<readonly [string, object | string, string]>([
      ['no body', '', 'BODY_INVALID'],
      ['a body that is no JSON', '{"delta": 1,,}', 'BODY_INVALID'],
      ['no number at all', { entry: crypto.randomUUID() }, 'BODY_INVALID'],
      ['nothing reported', report(0), 'REPORT_EMPTY'],
      ['a negative number', report(-5), 'REPORT_NEGATIVE'],
      ['a part of a person', report(1.5), 'QUANTITY_INVALID'],
      ['an enormous number', report(1e15), 'QUANTITY_TOO_LARGE'],
      ['a number beyond all numbers', '{"entry":"0190b6a4-5c3e-7000-8000-000000000001","delta":1e999}', 'BODY_INVALID'],
      ['a number typed as text', { entry: crypto.randomUUID(), delta: '12' }, 'BODY_INVALID'],
      ['null', { entry: crypto.randomUUID(), delta: null }, 'BODY_INVALID'],
      ['an unknown field', report(1, { admin: true }), 'BODY_INVALID'],
      ['an entry that is no UUID', { entry: '12', delta: 1 }, 'BODY_INVALID'],
      ['work of tomorrow', report(1, { on: '2026-11-03' }), 'REPORT_DATE_IN_FUTURE'],
      ['a day that does not exist', report(1, { on: '2026-02-30' }), 'DATE_INVALID'],
      ['a note that writes backwards', report(1, { note: 'a\u202Eb' }), 'TEXT_FORBIDDEN_CHARACTER'],
    ])('a report with %s', async (_, body, code) => {
      const answer = await disdik.send('POST', `${BLITAR}/tasks/${task}/reports`, body);
      expect(answer.body).toMatchObject({ code });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    });

    it('a command without an id, or with one that is no UUID', async () => {
      for (const id of ['', '12', 'zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz']) {
        const answer = await disdik.post(`${BLITAR}/tasks/${task}/reports`, report(1), { 'Idempotency-Key': id });
        expect(answer.body).toMatchObject({ code: 'COMMAND_ID_MISSING' });
      }
    });

    it('an edit without a version, of a version to come, or of nothing', async () => {
      const path = `${BLITAR}/tasks/${task}`;
      expect((await dinkes.patch(path, 1, { title: 'x' }, { 'If-Match': 'W/abc' })).body).toMatchObject({
        code: 'VERSION_MISSING',
      });
      expect((await dinkes.patch(path, 99, { title: 'x' })).body).toMatchObject({ code: 'VERSION_UNKNOWN' });
      expect((await dinkes.patch(path, 1, { due: '2026-12-09' })).body).toMatchObject({ code: 'TASK_FIELD_CONFLICT' });
      expect((await dinkes.patch(path, 2, {})).body).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
      expect((await dinkes.patch(path, 2, { start: '2026-12-05' })).body).toMatchObject({ code: 'DUE_BEFORE_START' });
    });

    it.each(['0', '-1', '1.5', '99999999999', 'abc', '1%00', '%27%20OR%201=1'])(
      'a task by the number %s',
      async (number) => {
        expect((await disdik.get(`${BLITAR}/tasks/${number}`)).status).toBeGreaterThanOrEqual(400);
        expect((await disdik.get(`${BLITAR}/tasks/${number}`)).status).toBeLessThan(500);
      },
    );

    it.each(['=1+1', '<img src=x onerror=alert(1)>', 'عنوان', '@SUM(A1)', '{{7*7}}', "'; DROP TABLE task; --"])(
      'nothing about the title %s, and gives it back as it was typed',
      async (title) => {
        expect(await card(disdik, await plan({ title }))).toMatchObject({ title });
      },
    );
  });
});
