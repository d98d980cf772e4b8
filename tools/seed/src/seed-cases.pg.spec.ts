import { verifyJournal } from '@papan/server-platform';
import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { seedCases } from './seed-cases';

describe('a load of 200 cases', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('has five steps in each, a running clock each, and a journal that holds', async () => {
    const load = await seedCases(database.owner, 200);
    const [found] = await database.owning(
      `SELECT (SELECT count(*)::int FROM employer_case WHERE region = $1) AS cases,
              (SELECT count(*)::int FROM case_step WHERE region = $1) AS steps,
              (SELECT count(*)::int FROM deadline WHERE region = $1 AND fired_at IS NULL AND due_at > app_now()) AS running,
              (SELECT count(*)::int FROM employer WHERE region = $1) AS employers`,
      [load.region],
    );
    expect(found).toEqual({ cases: 200, steps: 1_000, running: 200, employers: 200 });
    const verdict = await verifyJournal((sql, params) => database.owning(sql, params), load.region);
    expect(verdict).toMatchObject({ broken: null, entries: 1_001 });
  }, 60_000);
});
