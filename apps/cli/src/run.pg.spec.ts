import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { runPapan } from './run';

describe('papan with a database', () => {
  let database: TestDatabase;
  let empty: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    empty = await testDatabase();
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await empty.drop();
  });

  const on = (where: TestDatabase, ...args: string[]) =>
    runPapan(args, { DATABASE_URL: where.owner, PORT: '3000' }, process.cwd());
  const admin = (login: string, ...more: string[]) => [
    ...['admin', 'create', '--region', '35.05', '--login', login, '--name', 'Warsono Kalimbara', ...more],
  ];

  it('loads the demonstration once', async () => {
    const first = await on(database, 'demo', 'load');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toContain('35.05 Kabupaten Blitar');
    const second = await on(database, 'demo', 'load', '--json');
    expect(second.code).toBe(0);
    expect(JSON.parse(second.out)).toEqual({ loaded: false, why: 'DEMO_LOADED' });
  }, 60_000);

  it('walks the journal of every region and finds it whole', async () => {
    const { code, out } = await on(database, 'journal', 'verify');
    expect(code).toBe(0);
    expect(out).toMatch(/^35\.05: utuh, [\d.]+ catatan, 0 teks pribadi dihapus; jangkar [0-9a-f]{64}\n35\.72: utuh, /);
  });

  it('says how many private texts were erased', async () => {
    await database.owning(
      `DELETE FROM journal_private WHERE (region, seq) IN (SELECT region, seq FROM journal_private WHERE region = '35.05' ORDER BY seq LIMIT 2)`,
    );
    const { code, out } = await on(database, 'journal', 'verify', '--region', '35.05', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toContain('2 private texts erased');
  });

  it('names the first broken entry of a tampered journal and exits with 1', async () => {
    await database.owning(
      `UPDATE journal SET entry = replace(entry, '"people":', '"people": ') WHERE region = '35.72' AND type = 'AllocationSet'`,
    );
    const [tampered] = await database.owning<{ seq: string }>(
      `SELECT min(seq) AS seq FROM journal WHERE region = '35.72' AND type = 'AllocationSet'`,
    );
    const { code, out } = await on(database, 'journal', 'verify', '--json');
    expect(code).toBe(1);
    const { verdicts } = JSON.parse(out) as { verdicts: { region: string; broken: unknown }[] };
    expect(verdicts.map(({ region, broken }) => [region, broken])).toEqual([
      ['35.05', null],
      ['35.72', { seq: Number(tampered?.seq), how: 'hash' }],
    ]);
    const told = await on(database, 'journal', 'verify', '--region', '35.72', '--lang', 'en');
    expect(told).toMatchObject({ code: 1 });
    expect(told.out).toContain(`BROKEN at entry ${tampered?.seq}`);
  });

  it('does not know a journal of a region that is not there', async () => {
    const { code, err } = await on(database, 'journal', 'verify', '--region', '99.99', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ code: 'AREA_UNKNOWN' });
  });

  it('makes the first administrator, with the region where the installation is empty', async () => {
    const { code, out } = await on(empty, ...admin('admin@blitar.go.id', '--json'));
    expect(code).toBe(0);
    const made = JSON.parse(out) as { link: string; token: string; regionMade: boolean };
    expect(made.regionMade).toBe(true);
    expect(made.link).toBe(`http://localhost:3000/first-password?token=${made.token}`);
    const [region] = await empty.owning(
      `SELECT name, example, (SELECT count(*)::int FROM area) AS areas, (SELECT count(*)::int FROM agency) AS agencies FROM region`,
    );
    expect(region).toEqual({ name: 'Kabupaten Blitar', example: false, areas: 270, agencies: 18 });
    const [post] = await empty.owning(
      'SELECT m.role, a.kind FROM membership m JOIN agency a ON a.region = m.region AND a.id = m.agency',
    );
    expect(post).toEqual({ role: 'admin', kind: 'SECRETARIAT' });
  });

  it('refuses a login that is taken, a region that is nowhere, and a second region by accident', async () => {
    const codes: unknown[] = [];
    for (const args of [
      admin('ADMIN@blitar.go.id'),
      ['admin', 'create', '--region', '99.99', '--login', 'b@b.go.id', '--name', 'B', '--new-region'],
      ['admin', 'create', '--region', '35.72', '--login', 'c@c.go.id', '--name', 'C'],
    ]) {
      const { code, err } = await on(empty, ...args, '--json');
      codes.push([code, (JSON.parse(err) as { code: string }).code]);
    }
    expect(codes).toEqual([
      [1, 'LOGIN_TAKEN'],
      [1, 'AREA_UNKNOWN'],
      [1, 'AREA_UNKNOWN'],
    ]);
    expect(await empty.owning('SELECT login FROM person')).toEqual([{ login: 'admin@blitar.go.id' }]);
  });

  it('does not mix example data with the data of people at work', async () => {
    const { code, err } = await on(empty, 'demo', 'load', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ code: 'NOT_EMPTY' });
  });

  it('counts working days by the decrees of the database', async () => {
    await empty.owning(`INSERT INTO holiday_decree (year, basis) VALUES (2027, 'SKB uji 2027')`);
    await empty.owning(`INSERT INTO holiday (day, year, kind) VALUES ('2027-01-01', 2027, 'NATIONAL')`);
    const { out } = await on(empty, 'working-days', '--from', '2026-12-30', '--days', '2', '--json');
    expect(JSON.parse(out)).toMatchObject({ ends: '2027-01-04', decrees: 'DATABASE' });
  });

  it('says in words that a database cannot be reached', async () => {
    const nowhere = { DATABASE_URL: 'postgresql://papan@127.0.0.1:1/papan' };
    const { code, err } = await runPapan(['journal', 'verify', '--lang', 'en'], nowhere, process.cwd());
    expect(code).toBe(1);
    expect(err).toContain('cannot be reached');
  });
});
