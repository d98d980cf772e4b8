import { verifyJournal } from '@papan/server-platform';
import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { seedLoad } from './seed-load';

describe('a load of 1,000 tasks', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('is written fast, with a journal that holds', async () => {
    const load = await seedLoad(database.owner, 1000);
    const [found] = await database.owning('SELECT count(*)::int AS tasks FROM task WHERE region = $1', [load.region]);
    expect(found).toEqual({ tasks: 1000 });
    const verdict = await verifyJournal((sql, params) => database.owning(sql, params), load.region);
    expect(verdict).toMatchObject({ broken: null, entries: load.entries });
  }, 60_000);
});
