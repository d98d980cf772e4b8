import type { Accepted } from '@papan/contracts';
import { type Actor, type BoardEvent, isRefusal, refuse } from '@papan/domain';
import { JournalBell } from '../journal/journal-bell';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { Commands, type Command, type Outcome, type Projection } from './commands';

const LEAD: Actor = {
  person: 7,
  region: '35.05',
  agency: { id: 1, kind: 'LEAD' },
  role: 'lead',
  session: 'desk',
};

const allocated = (people: number): BoardEvent => ({
  type: 'AllocationSet',
  data: { campaign: 1, measure: 'registered', agency: 2, people },
  text: null,
});
const outcome = (people: number): Outcome => ({ event: allocated(people), audience: null, answer: {} });
const command = (over: Partial<Command> = {}): Command => ({
  actor: LEAD,
  id: crypto.randomUUID(),
  name: 'allocation.set',
  params: {},
  body: { people: 5 },
  ...over,
});

describe('a command', () => {
  let database: TestDatabase;
  let commands: Commands;

  beforeAll(async () => {
    database = await testDatabase();
    await database.addRegion();
    commands = new Commands(await database.open(), new JournalBell());
  }, 60_000);
  afterAll(() => database.drop());

  const head = async (): Promise<number> => {
    const [row] = await database.owning<{ seq: string }>(`SELECT seq FROM region WHERE code = '35.05'`);
    return Number(row?.seq);
  };
  const run = (over: Partial<Command> = {}, people = 5) =>
    commands.run(command(over), () => Promise.resolve(outcome(people)));

  it('stands in the journal under the next number', async () => {
    const before = await head();
    expect(await run()).toEqual({ seq: before + 1 });
    expect(await head()).toBe(before + 1);
  });

  it('takes numbers without a gap while 32 write at once', async () => {
    const before = await head();
    const answers = await Promise.all(Array.from({ length: 160 }, (_, at) => run({ body: { people: at } }, at)));
    const numbers = answers.map((answer) => (answer as Accepted).seq).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 160 }, (_, at) => before + 1 + at));
  });

  it('sent again with the same id and body gets the same answer and changes nothing', async () => {
    const id = crypto.randomUUID();
    const first = await run({ id });
    const before = await head();
    expect(await run({ id })).toEqual(first);
    expect(await head()).toBe(before);
  });

  it('with the id of another body is refused', async () => {
    const id = crypto.randomUUID();
    await run({ id });
    expect(await run({ id, body: { people: 6 } })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    expect(await run({ id, name: 'cut.record' })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
    expect(await run({ id, actor: { ...LEAD, person: 8 } })).toMatchObject({ code: 'COMMAND_ID_REUSED' });
  });

  it('sent many times at once is done once', async () => {
    const id = crypto.randomUUID();
    const before = await head();
    const answers = await Promise.all(Array.from({ length: 16 }, () => run({ id })));
    expect(new Set(answers.map((answer) => (answer as Accepted).seq))).toEqual(new Set([before + 1]));
    expect(await head()).toBe(before + 1);
  });

  it('whose twin was accepted meanwhile gets its answer, though it would now be refused', async () => {
    const id = crypto.randomUUID();
    let release = (): void => undefined;
    const gate = new Promise<void>((open) => (release = open));
    const late = commands.run(command({ id }), async () => {
      await gate;
      return refuse('TASK_FIELD_CONFLICT');
    });
    const first = await run({ id });
    release();
    expect(await late).toEqual(first);
  });

  it('that is refused leaves no trace, not even of its id', async () => {
    const before = await head();
    const id = crypto.randomUUID();
    const refused = await commands.run(command({ id }), async (tx) => {
      await tx.query(`SELECT next_number('task')`, []);
      return refuse('TASK_CLOSED');
    });
    expect(isRefusal(refused) && refused.code).toBe('TASK_CLOSED');
    expect(await head()).toBe(before);
    expect(await run({ id })).toEqual({ seq: before + 1 });
  });

  it('without a UUID as its id is refused', async () => {
    expect(await run({ id: `'; DROP TABLE journal; --` })).toMatchObject({ code: 'COMMAND_ID_MISSING' });
  });

  it('that collides with another runs once more by itself', async () => {
    let runs = 0;
    const answer = await commands.run(command(), () => {
      runs++;
      if (runs === 1) return Promise.reject(Object.assign(new Error('deadlock detected'), { code: '40P01' }));
      return Promise.resolve(outcome(1));
    });
    expect(isRefusal(answer)).toBe(false);
    expect(runs).toBe(2);
  });

  it('gets the database time and its day in WIB', async () => {
    await database.owning(`UPDATE clock SET shift = timestamptz '2026-11-01T17:30:00Z' - clock_timestamp()`);
    const clocks: unknown[] = [];
    await commands.run(command(), (_, clock) => {
      clocks.push(clock.today);
      return Promise.resolve(outcome(1));
    });
    await database.owning(`UPDATE clock SET shift = interval '0'`);
    expect(clocks).toEqual(['2026-11-02']);
  });

  it('keeps names and free text out of what is hashed', async () => {
    const event: BoardEvent = {
      type: 'TaskMoved',
      data: { task: 1, deed: 'cancel', from: 'DRAFT', to: 'CANCELLED' },
      text: { reason: `Bu Siti, "RT 3" \\ 'x'` },
    };
    const answer = (await commands.run(command(), () =>
      Promise.resolve({ event, audience: null, answer: { task: 1 } }),
    )) as Accepted;
    const [row] = await database.owning<{ entry: string; body: string }>(
      'SELECT entry, body FROM journal JOIN journal_private USING (region, seq) WHERE seq = $1',
      [answer.seq],
    );
    expect(row?.entry).not.toContain('Siti');
    expect(JSON.parse(row?.body ?? '')).toEqual(event.text);
  });

  it('takes further entries and what other nouns make of it under the numbers that follow; its answer is that of the first', async () => {
    const rung: number[] = [];
    const bell = new JournalBell();
    bell.onRing((_, seq) => rung.push(seq));
    const seen: unknown[] = [];
    const echo: Projection = (_, __, ___, event) => {
      seen.push(event.data);
      const isFirst = 'people' in event.data && event.data.people === 1;
      return Promise.resolve(isFirst ? [{ event: allocated(9), audience: 3 }] : []);
    };
    const projecting = new Commands(await database.open(), bell, [echo]);
    const before = await head();
    const asked = command({ body: { people: 1 } });
    const decide = () => Promise.resolve({ ...outcome(1), also: [{ event: allocated(2), audience: null }] });
    expect(await projecting.run(asked, decide)).toEqual({ seq: before + 1 });
    expect(await projecting.run(asked, decide)).toEqual({ seq: before + 1 });
    expect(await head()).toBe(before + 3);
    expect(rung).toEqual([before + 3]);
    expect(seen).toMatchObject([{ people: 1 }, { people: 2 }]);
    const entries = await database.owning<{ entry: string }>(
      `SELECT entry FROM journal WHERE region = '35.05' AND seq > ${before} ORDER BY seq`,
    );
    expect(entries.map(({ entry }) => JSON.parse(entry) as unknown)).toMatchObject([
      { command: asked.id, audience: null, data: { people: 1 } },
      { audience: null, data: { people: 2 } },
      { audience: 3, data: { people: 9 } },
    ]);
  });

  it('leaves no trace when what follows from it fails', async () => {
    const breaking = new Commands(await database.open(), new JournalBell(), [() => Promise.reject(new Error('broke'))]);
    const before = await head();
    await expect(breaking.run(command(), () => Promise.resolve(outcome(1)))).rejects.toThrow('broke');
    expect(await head()).toBe(before);
  });
});

describe('the app role', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
    await database.addRegion();
    await database.addRegion('35.72', 'Kota Blitar');
  }, 60_000);
  afterAll(() => database.drop());

  it.each([
    `INSERT INTO journal (region, seq, epoch, at, type, entry, prev, hash) VALUES ('35.05', 1, 1, now(), 'X', '{}', '', '')`,
    `UPDATE journal SET entry = '{}'`,
    `DELETE FROM journal`,
    `TRUNCATE journal`,
    `UPDATE region SET seq = 0`,
    `DELETE FROM command_log`,
    `UPDATE journal_private SET body = ''`,
    `UPDATE clock SET shift = interval '1 day'`,
    `SELECT write_entry('35.05', gen_random_uuid(), 1, 1, now(), 'X', NULL, '{}', NULL, '', '{}')`,
    `SELECT add_region('35.06', 'Kediri', 'KABUPATEN', false)`,
    `CREATE TABLE mine (id int)`,
  ])('cannot say %s', async (sql) => {
    const app = await database.open();
    await expect(app.as(LEAD, (tx) => tx.query(sql))).rejects.toMatchObject({ code: '42501' });
  });

  it('sees nothing without saying in whose name it asks, and only its region when it does', async () => {
    const app = await database.open();
    const commands = new Commands(app, new JournalBell());
    const city = { ...LEAD, region: '35.72' };
    await commands.run(command({ actor: city }), () => Promise.resolve(outcome(1)));
    const seen = (tx: { query<R>(sql: string): Promise<R[]> }) => tx.query(`SELECT seq FROM journal`);
    expect(await app.asNobody(seen)).toHaveLength(0);
    expect(await app.asNobody((tx) => tx.query('SELECT * FROM region'))).toHaveLength(0);
    expect(await app.as(LEAD, seen)).toHaveLength(0);
    expect(await app.as(city, seen)).toHaveLength(1);
    expect(await app.asNobody(seen)).toHaveLength(0);
  });

  it('shows an entry for one agency to that agency and to the lead alone', async () => {
    const app = await database.open();
    const commands = new Commands(app, new JournalBell());
    const event: BoardEvent = { type: 'BlockerLifted', data: { blocker: 1, task: 1 }, text: { note: 'rahasia' } };
    await commands.run(command(), () => Promise.resolve({ event, audience: 2, answer: {} }));
    const of = (id: number): Actor => ({ ...LEAD, agency: { id, kind: 'OPD' }, role: 'operator' });
    const texts = (actor: Actor) => app.as(actor, (tx) => tx.query('SELECT body FROM journal_private'));
    expect(await texts(of(2))).toHaveLength(1);
    expect(await texts(LEAD)).toHaveLength(1);
    expect(await texts(of(3))).toHaveLength(0);
  });

  it('cannot write an entry in the past or in another region', async () => {
    const app = await database.open();
    const sql = (at: string) => `SELECT append_journal(gen_random_uuid(), ${at}, 'X', NULL, '{}', NULL, '', '{}')`;
    await expect(app.as(LEAD, (tx) => tx.query(sql(`app_now() - interval '1 day'`)))).rejects.toThrow(
      'at the time it happens',
    );
    await expect(app.asNobody((tx) => tx.query(sql('app_now()')))).rejects.toThrow('no such region');
  });
});
