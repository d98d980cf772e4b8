import { Logger } from '@nestjs/common';
import type { BoardEvent } from '@papan/domain';
import type { Further } from '../commands/commands';
import type { Database } from '../database/database';
import { Metrics } from '../health/metrics';
import { JournalBell } from '../journal/journal-bell';
import { Sweeper } from '../sweeps/sweeper';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import {
  type DeadlineHandler,
  type DeadlineKey,
  type NewDeadline,
  moveDeadline,
  setDeadline,
  setDeadlines,
  stopDeadline,
  stopDeadlines,
} from './deadline';
import { Deadlines } from './deadlines';

const REGION = '35.05';
const PAST = '2026-11-01T17:00:00.000Z';
const FUTURE = '2026-11-20T17:00:00.000Z';

const fired = (subject: number, entry: string): BoardEvent => ({
  type: 'DeadlineFired',
  data: { case: subject, entry, step: 'TEGURAN_I', ended: '2026-11-01', proposes: ['TEGURAN_II'] },
  text: null,
});
const says: DeadlineHandler['fire'] = (_, { subject, entry }) =>
  Promise.resolve({ event: fired(subject, entry), audience: 0 });

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('a deadline', () => {
  let database: TestDatabase;
  let door: Database;
  const bell = new JournalBell();

  beforeAll(async () => {
    database = await testDatabase();
    await database.addRegion();
    await database.owning(`UPDATE clock SET shift = timestamptz '2026-11-02T08:00:00+07:00' - clock_timestamp()`);
    door = await database.open();
  }, 60_000);
  afterEach(() => database.owning('DELETE FROM deadline'));
  afterAll(() => database.drop());

  /** An instance whose sweep is called by hand. */
  const instance = (fire: DeadlineHandler['fire'], kind = 'CASE_STEP', through = door): Deadlines => {
    const metrics = new Metrics();
    const deadlines = new Deadlines(through, bell, metrics, new Sweeper(metrics));
    deadlines.register({ kind, fire });
    return deadlines;
  };
  const clock = (over: Partial<NewDeadline> = {}): NewDeadline => ({
    ...{ kind: 'CASE_STEP', subject: 1, entry: crypto.randomUUID(), dueAt: PAST, code: 'TEGURAN_I', agency: null },
    ...over,
  });
  const set = async (over: Partial<NewDeadline> = {}): Promise<NewDeadline> => {
    const made = clock(over);
    await door.asSystem(REGION, (tx) => setDeadline(tx, made));
    return made;
  };
  const sweep = async (deadlines: Deadlines): Promise<number> => {
    let steps = 0;
    while (await deadlines.fireOne()) steps++;
    return steps;
  };
  const entriesOf = async ({ entry }: DeadlineKey): Promise<number> => {
    const [row] = await database.owning<{ entries: string }>(
      `SELECT count(*) AS entries FROM journal WHERE type = 'DeadlineFired' AND entry LIKE '%' || $1 || '%'`,
      [entry],
    );
    return Number(row?.entries);
  };
  const rowOf = async ({ entry }: DeadlineKey) => {
    const [row] = await database.owning<{ fired: boolean; stopped: boolean; tries: number }>(
      `SELECT fired_at IS NOT NULL AS fired, stopped_at IS NOT NULL AS stopped, tries FROM deadline WHERE entry = $1`,
      [entry],
    );
    return row;
  };

  it('that has run out is told once, by nobody, with its row marked', async () => {
    const due = await set();
    const deadlines = instance(says);
    expect(await sweep(deadlines)).toBe(1);
    expect(await sweep(deadlines)).toBe(0);
    expect(await entriesOf(due)).toBe(1);
    expect(await rowOf(due)).toMatchObject({ fired: true, stopped: false });
    const [entry] = await database.owning<{ entry: string }>('SELECT entry FROM journal ORDER BY seq DESC LIMIT 1');
    expect(JSON.parse(entry?.entry ?? '')).toMatchObject({ actor: { agency: null, person: null }, audience: 0 });
  });

  it('waits for its moment by the time of the database', async () => {
    const due = await set({ dueAt: FUTURE });
    const deadlines = instance(says);
    expect(await sweep(deadlines)).toBe(0);
    await database.owning(`UPDATE clock SET shift = shift + interval '20 days'`);
    try {
      expect(await sweep(deadlines)).toBe(1);
    } finally {
      await database.owning(`UPDATE clock SET shift = shift - interval '20 days'`);
    }
    expect(await entriesOf(due)).toBe(1);
  });

  it('fires once although four instances look for it at the same time', async () => {
    const all = Array.from({ length: 120 }, (_, at) => clock({ subject: at + 1 }));
    await door.asSystem(REGION, (tx) => setDeadlines(tx, all));
    const doors = await Promise.all([1, 2, 3, 4].map(() => database.open()));
    const swept = await Promise.all(doors.map((it) => sweep(instance(says, 'CASE_STEP', it))));
    expect(swept.reduce((sum, one) => sum + one, 0)).toBe(120);
    const [row] = await database.owning<{ marks: number; entries: number }>(
      `SELECT (SELECT count(*)::int FROM deadline WHERE fired_at IS NOT NULL) AS marks,
              (SELECT count(DISTINCT entry::jsonb #>> '{data,entry}')::int FROM journal
                WHERE entry::jsonb #>> '{data,entry}' = ANY ($1)) AS entries`,
      [all.map(({ entry }) => entry)],
    );
    expect(row).toEqual({ marks: 120, entries: 120 });
  });

  it('leaves nothing behind when its instance dies in the middle, and is fired by the next', async () => {
    const [due, half] = [await set(), clock({ subject: 99 })];
    const dying = instance(async (tx, it, now) => {
      await setDeadline(tx, { ...half, dueAt: FUTURE });
      const said = await says(tx, it, now);
      await database.owning(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'papan-app' AND state = 'idle in transaction' AND datname = current_database()`,
      );
      return said;
    });
    await expect(dying.fireOne()).rejects.toThrow();
    expect([await entriesOf(due), await rowOf(half)]).toEqual([0, undefined]);
    expect(await sweep(instance(says))).toBe(1);
    expect(await entriesOf(due)).toBe(1);
  });

  it('cannot be told again even if the mark on its row is lost: the journal knows it', async () => {
    const due = await set();
    const deadlines = instance(says);
    await sweep(deadlines);
    await database.owning('UPDATE deadline SET fired_at = NULL');
    await sweep(deadlines);
    expect(await entriesOf(due)).toBe(1);
  });

  it('whose handler fails stands in nobody’s way, and comes again later', async () => {
    const sick = await set({ subject: 13 });
    const well = await set({ subject: 14, dueAt: '2026-11-01T18:00:00.000Z' });
    let isMended = false;
    const deadlines = instance((tx, due, now) => {
      if (due.subject === 13 && !isMended) throw new Error('not today');
      return says(tx, due, now);
    });
    await sweep(deadlines);
    expect([await entriesOf(sick), await entriesOf(well)]).toEqual([0, 1]);
    expect(await rowOf(sick)).toMatchObject({ fired: false, tries: 1 });
    isMended = true;
    await database.owning(`UPDATE deadline SET retry_at = retry_at - interval '1 minute'`);
    await sweep(deadlines);
    expect(await entriesOf(sick)).toBe(1);
  });

  it('about something that a command holds comes again, and that counts as no failure', async () => {
    const due = await set();
    const deadlines = instance(() => Promise.reject(Object.assign(new Error('locked'), { code: '55P03' })));
    await sweep(deadlines);
    expect(await rowOf(due)).toMatchObject({ fired: false, stopped: false, tries: 0 });
  });

  it('about which there is nothing to say any more is stopped', async () => {
    const due = await set();
    const nothing = (): Promise<Further | null> => Promise.resolve(null);
    expect(await sweep(instance(nothing))).toBe(1);
    expect(await rowOf(due)).toMatchObject({ fired: false, stopped: true });
  });

  it('that was stopped never fires, and set anew it does', async () => {
    const due = await set();
    await door.asSystem(REGION, (tx) => stopDeadline(tx, due));
    expect(await sweep(instance(says))).toBe(0);
    await door.asSystem(REGION, (tx) => setDeadline(tx, due));
    expect(await sweep(instance(says))).toBe(1);
  });

  it('can be moved while it runs, and not once it has fired', async () => {
    const due = await set();
    const move = (dueAt: string | null) => door.asSystem(REGION, (tx) => moveDeadline(tx, { ...due, dueAt }));
    expect(await move(FUTURE)).toBe(true);
    expect(await sweep(instance(says))).toBe(0);
    expect(await move(PAST)).toBe(true);
    expect(await sweep(instance(says))).toBe(1);
    expect(await move(FUTURE)).toBe(false);
    await door.asSystem(REGION, (tx) => setDeadline(tx, { ...due, dueAt: FUTURE }));
    expect(await sweep(instance(says))).toBe(0);
    expect(await entriesOf(due)).toBe(1);
  });

  it('stops where the decree of its year is gone: without a date nothing runs', async () => {
    const due = await set();
    expect(await door.asSystem(REGION, (tx) => moveDeadline(tx, { ...due, dueAt: null }))).toBe(true);
    expect(await rowOf(due)).toMatchObject({ fired: false, stopped: true });
  });

  it('ends with its case, together with all the others of it', async () => {
    const [one, two, other] = [await set(), await set(), await set({ subject: 2 })];
    await door.asSystem(REGION, (tx) => stopDeadlines(tx, { kind: 'CASE_STEP', subject: 1 }));
    await sweep(instance(says));
    expect([await entriesOf(one), await entriesOf(two), await entriesOf(other)]).toEqual([0, 0, 1]);
  });

  it('of a kind that nobody handles stays due', async () => {
    await set();
    expect(await sweep(instance(says, 'OTHER'))).toBe(0);
    const [state] = await door.ask<{ due: number }>('SELECT due FROM deadline_state()');
    expect(state?.due).toBe(1);
  });

  it('is not seen from another region', async () => {
    await set();
    const seen = await door.asSystem('35.72', (tx) => tx.query('SELECT FROM deadline'));
    expect(seen).toEqual([]);
    expect(await door.asNobody((tx) => tx.query('SELECT FROM deadline'))).toEqual([]);
  });
});
