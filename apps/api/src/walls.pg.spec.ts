import type { Sabotage } from '@papan/server-platform';
import { type Seat, actorOf } from '@papan/server-platform/testing';
import { type TestApi, testApi } from './testing/table-api';
import { makeWorld, walkWalls } from './testing/walls';

const headOfTheCity = async ({ database }: TestApi): Promise<unknown> =>
  database.owning(`SELECT seq, head_hash FROM region WHERE code = '35.72'`);

/** One of each kind of relation: lead, own, other, partner, reader, and both from the city. */
const SOME: readonly Seat[] = ['dinkes', 'disdik', 'disnaker', 'bpjs', 'bupati', 'kota', 'kota-disdik'];

describe('the walls between agencies and regions', () => {
  let api: TestApi;
  const built = async (sabotage?: Sabotage): Promise<TestApi> => {
    if (sabotage) process.env['PAPAN_SABOTAGE'] = sabotage;
    api = await testApi();
    return api;
  };
  /** Past every use case: what a statement without any condition finds. */
  const titlesSeenBy = async (seat: Seat): Promise<string> => {
    const rows = await api.door.as(actorOf(seat), (tx) => tx.query('SELECT title FROM task', []));
    return JSON.stringify(rows);
  };
  afterEach(async () => {
    await api.close();
    delete process.env['PAPAN_SABOTAGE'];
  }, 60_000);

  it('let through what the policy says, and no word of the rest', async () => {
    await built();
    expect(await walkWalls(api, await makeWorld(api), { policy: true })).toEqual([]);
  }, 400_000);

  it('stand without row-level security: the guard and the use cases ask by themselves', async () => {
    await built('no-rls');
    const world = await makeWorld(api);
    expect(await walkWalls(api, world, { policy: true, seats: SOME })).toEqual([]);
    expect(await titlesSeenBy('disnaker')).toContain('KENARI-3505-2-rahasia'); // the wall is really down
  }, 400_000);

  it('stand without the guard: row-level security shows and takes nothing across', async () => {
    await built('no-guard');
    const world = await makeWorld(api);
    const near = ({ region }: { readonly region: string }): boolean => region === '35.05';
    const neighbours = { secrets: world.secrets.filter(near), cases: world.cases.filter(near) };
    expect(await walkWalls(api, neighbours, { policy: false, seats: SOME })).toEqual([]);
    expect(await walkWalls(api, neighbours, { policy: true, seats: ['jaksa'] })).not.toEqual([]); // really off
    expect(await titlesSeenBy('disnaker')).not.toContain('KENARI-3505-2-rahasia');
    const before = await headOfTheCity(api);
    for (const seat of SOME.filter((name) => !name.startsWith('kota'))) {
      const browser = await api.as(seat);
      for (const { task, canary } of world.secrets.filter(({ region }) => region === '35.72')) {
        const read = await browser.get(`/api/regions/35.72/tasks/${task}`);
        expect(read.text).not.toContain(canary);
        await browser.post(`/api/regions/35.72/tasks/${task}/reports`, { entry: crypto.randomUUID(), delta: 1 });
      }
    }
    expect(await headOfTheCity(api)).toEqual(before);
  }, 400_000);

  it('open for nobody who has not signed in', async () => {
    await built();
    const closed = api.routes.filter(({ door }) => door !== 'public');
    expect(closed.length).toBeGreaterThan(15);
    for (const { method, path } of closed) {
      const answer = await api.stranger.send(method, path.replace(':region', '35.05').replaceAll(/:\w+/g, '1'), {});
      expect([path, answer.status, (answer.body as { code: string }).code]).toEqual([path, 401, 'NOT_SIGNED_IN']);
    }
  }, 60_000);
});
