import type { EscalationView, NoticeChoiceView, NoticeList } from '@papan/contracts';
import { type TestApi, testApi } from './testing/table-api';

const AT = '/api/regions/35.05';
const A_TASK = { campaign: 1, agency: 2, title: 'Rahasia Budi', unit: 'people', target: 5, due: '2026-12-15' };

describe('the doors of notices', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi();
  }, 60_000);
  afterAll(() => api.close());

  const listOf = async (seat: Parameters<TestApi['as']>[0]): Promise<NoticeList> =>
    (await (await api.as(seat)).get(`${AT}/notices`)).body as NoticeList;

  it('tell a person what the running server has found out, and forget what he has read', async () => {
    const { task } = (await (await api.as('dinkes')).post(`${AT}/tasks`, A_TASK)).body as { task: number };
    let list = await listOf('disdik');
    while (list.notices.length === 0) list = await listOf('disdik');
    expect(list).toMatchObject({ unread: 1, notices: [{ kind: 'ASSIGNED', task, read: false }] });
    expect(JSON.stringify(list)).not.toContain('Rahasia');
    const disdik = await api.as('disdik');
    expect((await disdik.post(`${AT}/notices/read`, { through: list.newest })).body).toEqual({ unread: 0 });
    expect((await disdik.get(`${AT}/notices?after=${list.newest}`)).body).toMatchObject({ unread: 0, notices: [] });
    expect((await disdik.get(`${AT}/notices?after=kemarin`)).body).toMatchObject({ code: 'CURSOR_INVALID' });
    expect((await disdik.post(`${AT}/notices/read`, { all: true })).body).toMatchObject({ code: 'BODY_INVALID' });
  });

  it('are open to who reads no board, and closed to another region', async () => {
    expect((await (await api.as('jaksa')).get(`${AT}/notices`)).status).toBe(200);
    expect((await (await api.as('kota')).get(`${AT}/notices`)).status).toBe(404);
  });

  it('keep how one wants to be told, and say that no mail is sent where there is no mail server', async () => {
    const jaksa = await api.as('jaksa');
    const choice = { mail: 'AT_ONCE', language: 'en', quietFrom: '21:00', quietUntil: '05:30' };
    expect((await jaksa.put(`${AT}/notices/choice`, choice)).status).toBe(200);
    const kept = (await jaksa.get(`${AT}/notices/choice`)).body as NoticeChoiceView;
    expect(kept).toEqual({ ...choice, mailIsOn: false, address: null });
    const wrong = await jaksa.put(`${AT}/notices/choice`, { ...choice, quietFrom: '25:00' });
    expect([wrong.status, wrong.body]).toMatchObject([
      422,
      { code: 'WALL_TIME_INVALID', params: { field: 'quietFrom' } },
    ]);
  });

  it('let those who manage the region set the rungs; the journal has it', async () => {
    const rule = { from: '2026-11-02', delays: [1, 2, 3, 4], opens: '08:00', closes: '15:00' };
    expect((await (await api.as('disdik')).post(`${AT}/escalation`, rule)).status).toBe(403);
    const admin = await api.as('admin');
    expect((await admin.post(`${AT}/escalation`, rule)).body).toHaveProperty('seq');
    expect((await admin.post(`${AT}/escalation`, { ...rule, from: '2026-11-01' })).body).toMatchObject({
      code: 'RULE_FROM_PAST',
    });
    const view = (await admin.get(`${AT}/escalation`)).body as EscalationView;
    expect(view).toMatchObject({ today: rule, set: [rule], mail: { isOn: false, waiting: 0 } });
  });

  it('show no caught mails where there is no demo', async () => {
    expect((await (await api.as('admin')).get('/api/demo/mails')).status).toBe(404);
    expect((await (await api.as('disdik')).get('/api/demo/mails')).status).toBe(403);
  });
});
