import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type BoardState,
  type Case,
  EMPTY_BOARD,
  type Task,
  caseAfter,
  casesOf,
  evolve,
  summaryOf,
} from '@papan/domain';
import { Files, readEntries, verifyJournal } from '@papan/server-platform';
import { type TestDatabase, testDatabase } from '@papan/server-platform/testing';
import { DEMO_STARTS_AT } from './demo-figures';
import { type SeedOutcome, seedDemo } from './seed-demo';

const REGIONS = ['35.05', '35.72'];

describe('the demonstration in the database', () => {
  let database: TestDatabase;
  let outcome: SeedOutcome;
  let filesDir = '';

  beforeAll(async () => {
    database = await testDatabase();
    filesDir = await mkdtemp(join(tmpdir(), 'papan-seed-'));
    outcome = await seedDemo(database.owner, { filesDir });
  }, 120_000);
  afterAll(async () => {
    await database.drop();
    await rm(filesDir, { recursive: true, force: true });
  });

  const fold = async (region: string): Promise<BoardState> => {
    const entries = await readEntries((sql, params) => database.owning(sql, params), region, 0, 100_000);
    return entries.map(({ happening }) => happening).reduce(evolve, EMPTY_BOARD);
  };

  it('is loaded', () => {
    expect(outcome.loaded).toBe(true);
  });

  it.each(REGIONS)('of %s has a chain that holds from the first entry to the last', async (region) => {
    const verdict = await verifyJournal((sql, params) => database.owning(sql, params), region);
    expect(verdict.broken).toBeNull();
    expect(verdict.entries).toBeGreaterThan(50);
  });

  it.each(REGIONS)('of %s has the rows that its journal says', async (region) => {
    const board = await fold(region);
    const rows = await database.owning(
      `SELECT id, campaign, agency, visibility, status, instant_text(since) AS since, title, description, evidence, unit, segment,
              area, target::float8, start_day::text AS start, due::text, due_changes AS "dueChanges", reported::float8,
              reached::float8, rejected::float8, registered::float8, active::float8,
              instant_text(last_report_at) AS "lastReportAt", last_report_by AS "lastReportBy",
              last_report_delta::float8 AS "lastReportDelta", origin, version, field_versions AS "fieldVersions"
         FROM task WHERE region = $1 ORDER BY id`,
      [region],
    );
    expect(rows).toEqual([...board.tasks.values()].sort((a: Task, b: Task) => a.id - b.id));
    const blockers = await database.owning(
      `SELECT id, task, code, text, waiting, lifter, instant_text(since) AS since, wanted_by::text AS "wantedBy",
              instant_text(lifted_at) AS "liftedAt" FROM blocker WHERE region = $1 ORDER BY id`,
      [region],
    );
    expect(blockers).toEqual([...board.blockers.values()]);
    const [days] = await database.owning(
      `SELECT coalesce(sum(registered), 0)::float8 AS registered FROM verified_day
        WHERE region = $1 AND as_of > (SELECT max(as_of) FROM cut WHERE region = $1)`,
      [region],
    );
    const after = Object.values(board.verified).reduce((sum, day) => sum + day.registered, 0);
    expect(days).toEqual({ registered: after });
    const [numbers] = await database.owning(
      'SELECT next_task - 1 AS tasks, next_blocker - 1 AS blockers FROM region WHERE code = $1',
      [region],
    );
    expect(numbers).toEqual({ tasks: board.tasks.size, blockers: board.blockers.size });
  });

  it('has the cases, their steps and their clocks that the journal of Kabupaten Blitar says', async () => {
    const entries = await readEntries((sql, params) => database.owning(sql, params), '35.05', 0, 100_000);
    const cases = new Map<number, Case>();
    for (const { happening } of entries) {
      for (const id of casesOf(happening.event)) {
        const after = caseAfter(cases.get(id), happening);
        if (after) cases.set(id, after);
      }
    }
    const rows = await database.owning<Case & { summary: unknown }>(
      `SELECT id, employer, opened_on::text AS "openedOn", status, since::text, violations, counts,
              workers_missing::float8 AS "workersMissing", workers_won::float8 AS "workersWon", reopened,
              CASE WHEN handover IS NOT NULL THEN json_build_object('id', handover, 'state', handover_state) END AS handover,
              version, summary,
              (SELECT json_agg(s.body ORDER BY nth) FROM case_step s WHERE s.region = c.region AND s.case_id = c.id) AS steps
         FROM employer_case c WHERE region = '35.05' ORDER BY id`,
    );
    expect(rows.length).toBeGreaterThan(225);
    for (const { summary, ...row } of rows) {
      expect(row).toEqual(cases.get(row.id));
      expect(summary).toEqual(JSON.parse(JSON.stringify(summaryOf(row, '2026-11-02'))));
    }
    const [clocks] = await database.owning(
      `SELECT count(*) FILTER (WHERE fired_at IS NULL)::int AS running,
              count(*) FILTER (WHERE fired_at IS NULL AND due_at <= $1)::int AS overdue FROM deadline`,
      [DEMO_STARTS_AT],
    );
    const running = [...cases.values()].flatMap(({ steps }) =>
      steps.filter(({ clock }) => clock?.state === 'RUNNING' && clock.ends !== null),
    );
    expect(clocks).toEqual({ running: running.length, overdue: 0 });
    const [won] = await database.owning(
      'SELECT sum(workers)::int AS workers, count(DISTINCT step)::int AS steps FROM case_gain',
    );
    expect(won).toEqual({ workers: [...cases.values()].reduce((sum, it) => sum + it.workersWon, 0), steps: 5 });
  });

  it('has an employer behind each case, and every paper of a case in the store', async () => {
    const [found] = await database.owning(
      `SELECT (SELECT count(*)::int FROM employer) AS employers,
              (SELECT count(*)::int FROM import_row r WHERE NOT EXISTS (
                 SELECT FROM employer e WHERE e.region = r.region AND e.id = r.employer AND e.name = r.value ->> 'name')) AS strangers,
              (SELECT count(*)::int FROM evidence_use u WHERE NOT EXISTS (
                 SELECT FROM evidence e WHERE e.region = u.region AND e.hash = u.hash)) AS unknown`,
    );
    expect(found).toMatchObject({ strangers: 0, unknown: 0 });
    expect(Number(found?.['employers'])).toBeGreaterThan(500);
    const files = new Files(filesDir);
    const used = await database.owning<{ hash: string }>('SELECT DISTINCT hash FROM evidence_use');
    expect(used.length).toBeGreaterThan(500);
    for (const { hash } of used.slice(0, 50)) {
      expect(
        createHash('sha256')
          .update(await files.bytes(hash))
          .digest('hex'),
      ).toBe(hash);
    }
    expect((await Promise.all(used.map(({ hash }) => files.has(hash)))).every(Boolean)).toBe(true);
  });

  it.each(REGIONS)('of %s adds up entry by entry', async (region) => {
    const wrong = await database.owning(
      `SELECT t.id FROM task t WHERE t.region = $1 AND (
         t.reported <> (SELECT coalesce(sum(delta), 0) FROM progress_entry e WHERE e.region = t.region AND e.task = t.id)
         OR t.registered <> (SELECT coalesce(sum(delta), 0) FROM verification_entry v
                              WHERE v.region = t.region AND v.task = t.id AND v.measure = 'registered')
         OR t.active <> (SELECT coalesce(sum(delta), 0) FROM verification_entry v
                          WHERE v.region = t.region AND v.task = t.id AND v.measure = 'active'))`,
      [region],
    );
    expect(wrong).toEqual([]);
  });

  it('starts its clock on Monday 2 November 2026, 08.00 WIB, and lets it run', async () => {
    const [clock] = await database.owning<{ past: number }>(
      'SELECT extract(epoch FROM app_now() - $1::timestamptz)::float8 AS past',
      [DEMO_STARTS_AT],
    );
    expect(clock?.past).toBeGreaterThan(0);
    expect(clock?.past).toBeLessThan(120);
  });

  it('shows an account for every role on the sign-in page, and holds people who serve both regions once', async () => {
    const shown = await database.owning<{ role: string }>(
      `SELECT m.role FROM demo_account d JOIN membership m ON m.person = d.person AND m.region = d.region`,
    );
    expect(new Set(shown.map((it) => it.role)).size).toBe(14);
    const both = await database.owning<{ login: string }>(
      `SELECT login FROM person p WHERE (SELECT count(*) FROM membership m WHERE m.person = p.id) = 2 ORDER BY login`,
    );
    expect(both.map((it) => it.login)).toEqual(['bpjs@blitar.contoh', 'kejari@blitar.contoh']);
  });

  it('holds no number of sixteen digits in any text', async () => {
    const found = await database.owning(
      `SELECT 1 FROM journal_private WHERE body ~ '[0-9]{16}'
       UNION ALL SELECT 1 FROM task WHERE (title || description || evidence) ~ '[0-9]{16}'
       UNION ALL SELECT 1 FROM journal WHERE entry::jsonb ->> 'data' ~ '[0-9]{16}'
       UNION ALL SELECT 1 FROM employer WHERE concat_ws(' ', name, nib, npwp, npp, address, contact) ~ '[0-9]{16}'
       UNION ALL SELECT 1 FROM evidence WHERE hash ~ '[0-9]{16}'
       UNION ALL SELECT 1 FROM person WHERE (name || login) ~ '[0-9]{16}'`,
    );
    expect(found).toEqual([]);
  });

  it('keeps the press figures of four regions', async () => {
    const rows = await database.owning('SELECT DISTINCT region_code FROM published_figure');
    expect(rows).toHaveLength(4);
    const [early] = await database.owning(
      `SELECT unregistered::int, unregistered_percent::float8 AS percent FROM published_figure WHERE id = 'kota-blitar-2022'`,
    );
    expect(early).toEqual({ unregistered: 2_978, percent: 2 });
  });

  it.each([
    ['35.05', 24, 12],
    ['35.72', 12, 12],
  ])(
    'of %s holds %i months whose areas and segments add up, %i of them by villages',
    async (region, months, byVillage) => {
      const rows = await database.owning(
        `SELECT c.as_of::text AS day, c.level, c.example AND c.person IS NOT NULL AS told,
              c.registered = x.registered AND c.active = x.active AS cells,
              c.registered = s.registered AND c.active = s.active AS segments
         FROM cut c,
              LATERAL (SELECT sum(registered) AS registered, sum(active) AS active FROM cut_cell
                        WHERE region = c.region AND cut = c.number) x,
              LATERAL (SELECT sum(registered) AS registered, sum(active) AS active FROM cut_segment
                        WHERE region = c.region AND cut = c.number) s
        WHERE region = $1 ORDER BY as_of`,
        [region],
      );
      expect(rows).toHaveLength(months);
      expect(rows.filter(({ level }) => level === 'VILLAGE')).toHaveLength(byVillage);
      for (const row of rows) expect(row).toMatchObject({ told: true, cells: true, segments: true });
      const people = await database.owning(
        `SELECT people = (SELECT sum(people) FROM population_cell p WHERE p.region = o.region AND p.population = o.number) AS whole,
              semester = ANY (SELECT population_version FROM cut WHERE region = o.region AND population = o.people) AS used
         FROM population o WHERE region = $1`,
        [region],
      );
      expect(people).toEqual([
        { whole: true, used: true },
        { whole: true, used: true },
      ]);
      const [movements] = await database.owning('SELECT count(*)::int AS told FROM movement WHERE region = $1', [
        region,
      ]);
      expect(movements).toEqual({ told: months - 1 });
    },
  );

  it('shows the province thirty-seven regencies and cities with figures, and Bojonegoro without', async () => {
    const [found] = await database.owning(
      `SELECT count(DISTINCT region_code)::int AS regions, bool_and(example) AS examples,
              bool_or(region_code = '35.22') AS bojonegoro FROM region_figure`,
    );
    expect(found).toEqual({ regions: 37, examples: true, bojonegoro: false });
  });

  it('does nothing the second time', async () => {
    const count = () => database.owning('SELECT count(*)::int AS entries, max(at) AS last FROM journal');
    const before = await count();
    expect(await seedDemo(database.owner)).toEqual({ loaded: false, why: 'DEMO_LOADED' });
    expect(await count()).toEqual(before);
  });
});

describe('a loader that dies half way', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  }, 60_000);
  afterAll(() => database.drop());

  it('leaves nothing behind, and the next one loads everything', async () => {
    await database.owning(
      `CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'killed'; END $$`,
    );
    await database.owning('CREATE TRIGGER dies BEFORE INSERT ON demo_account FOR EACH ROW EXECUTE FUNCTION die()');
    await expect(seedDemo(database.owner)).rejects.toThrow('killed');
    expect(await database.owning('SELECT code FROM region')).toEqual([]);
    await database.owning('DROP TRIGGER dies ON demo_account');
    expect((await seedDemo(database.owner)).loaded).toBe(true);
  }, 60_000);

  it('does not come between people and their own regions', async () => {
    const other = await testDatabase();
    try {
      await other.addRegion('12.74', 'Kota Tanjungbalai');
      expect(await seedDemo(other.owner)).toEqual({ loaded: false, why: 'NOT_EMPTY' });
    } finally {
      await other.drop();
    }
  }, 60_000);
});
