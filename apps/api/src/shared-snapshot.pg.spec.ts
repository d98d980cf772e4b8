import { type TestApi, testApi } from './testing/table-api';
import { A_TASK } from './testing/give-a-task';

describe('one snapshot for all who see the same', () => {
  let api: TestApi;

  beforeEach(async () => {
    api = await testApi();
  }, 60_000);
  afterEach(() => api.close());

  const giveATask = async (over: object = {}) => {
    const answer = await (await api.as('dinkes')).post('/api/regions/35.05/tasks', { ...A_TASK, ...over });
    expect(answer.status).toBe(201);
  };
  const tasksOf = async (seat: 'dinkes' | 'disdik' | 'disnaker'): Promise<readonly string[]> =>
    [...(await (await api.as(seat)).board()).tasks.values()].map(({ title }) => title).sort();

  it('holds what every party sees', async () => {
    await giveATask({ title: 'Untuk semua' });
    for (const seat of ['disnaker', 'disdik', 'dinkes'] as const) expect(await tasksOf(seat)).toEqual(['Untuk semua']);
  });

  it('is not handed to the agency that has something of its own, nor the other way round', async () => {
    await giveATask({ title: 'Untuk semua' });
    await giveATask({ title: 'Hanya Disdik', visibility: 'agency' });
    expect(await tasksOf('disnaker')).toEqual(['Untuk semua']);
    expect(await tasksOf('disdik')).toEqual(['Hanya Disdik', 'Untuk semua']);
    expect(await tasksOf('disnaker')).toEqual(['Untuk semua']);
    expect(await tasksOf('dinkes')).toEqual(['Hanya Disdik', 'Untuk semua']);
  });

  it('is caught up by the journal with what became restricted after it was read', async () => {
    await giveATask({ title: 'Untuk semua' });
    expect(await tasksOf('disnaker')).toEqual(['Untuk semua']);
    expect(await tasksOf('disdik')).toEqual(['Untuk semua']);
    await giveATask({ title: 'Hanya Disdik', visibility: 'agency' });
    expect(await tasksOf('disdik')).toEqual(['Hanya Disdik', 'Untuk semua']);
    expect(await tasksOf('disnaker')).toEqual(['Untuk semua']);
  });
});
