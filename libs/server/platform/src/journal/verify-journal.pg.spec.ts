import type { Actor, BoardEvent } from '@papan/domain';
import { Commands } from '../commands/commands';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { JournalBell } from './journal-bell';
import { verifyJournal } from './verify-journal';

const REGION = '35.05';
const ACTOR: Actor = { person: 1, region: REGION, agency: { id: 1, kind: 'LEAD' }, role: 'lead', session: 'desk' };
const event = (blocker: number): BoardEvent => ({
  type: 'BlockerLifted',
  data: { blocker, task: 1 },
  text: { note: `catatan ${blocker}: "é" 😀` },
});

describe('a journal', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
    await database.addRegion();
    const commands = new Commands(await database.open(), new JournalBell());
    for (let at = 1; at <= 12; at++) {
      const decide = () => Promise.resolve({ event: event(at), audience: null, answer: {} });
      await commands.run({ actor: ACTOR, id: crypto.randomUUID(), name: 'x', params: {}, body: at }, decide);
    }
    await database.owning(
      'CREATE TABLE kept AS SELECT * FROM journal; CREATE TABLE kept_private AS SELECT * FROM journal_private',
    );
    await database.owning(
      'ALTER TABLE journal_private DROP CONSTRAINT IF EXISTS journal_private_region_seq_fkey; ALTER TABLE journal DISABLE TRIGGER USER',
    );
  }, 60_000);
  afterEach(() =>
    database.owning(
      `DELETE FROM journal; DELETE FROM journal_private; INSERT INTO journal SELECT * FROM kept;
       INSERT INTO journal_private SELECT * FROM kept_private`,
    ),
  );
  afterAll(() => database.drop());

  const verify = () => verifyJournal((sql, params) => database.owning(sql, params), REGION);

  it('that nobody touched holds to its head', async () => {
    expect(await verify()).toMatchObject({ entries: 12, erased: 0, broken: null });
  });

  it('holds when a private text was erased, and says how many were', async () => {
    await database.owning('DELETE FROM journal_private WHERE seq IN (3, 4)');
    expect(await verify()).toMatchObject({ entries: 12, erased: 2, broken: null });
  });

  it.each([
    ['a changed entry', `UPDATE journal SET entry = replace(entry, '"task":1', '"task":2') WHERE seq = 5`, 5, 'hash'],
    ['a changed time', `UPDATE journal SET entry = replace(entry, '"at":"2', '"at":"1') WHERE seq = 5`, 5, 'hash'],
    ['another type in the column', `UPDATE journal SET type = 'TaskMoved' WHERE seq = 5`, 5, 'content'],
    ['another time in the column', `UPDATE journal SET at = at - interval '1 day' WHERE seq = 5`, 5, 'content'],
    ['another audience in the column', `UPDATE journal SET audience = 2 WHERE seq = 5`, 5, 'content'],
    ['a changed private text', `UPDATE journal_private SET body = '{"note":"lain"}' WHERE seq = 5`, 5, 'private'],
    ['a deleted entry', `DELETE FROM journal WHERE seq = 5`, 5, 'number'],
    ['a deleted beginning', `DELETE FROM journal WHERE seq <= 3`, 1, 'number'],
    ['a cut-off end', `DELETE FROM journal WHERE seq > 9`, 10, 'head'],
    [
      'an inserted entry',
      `INSERT INTO journal SELECT region, 13, epoch, at, type, audience, replace(entry, '"seq":12', '"seq":13'), hash, hash FROM journal WHERE seq = 12`,
      13,
      'head',
    ],
    [
      'two entries in another order',
      `UPDATE journal SET seq = CASE seq WHEN 5 THEN 106 ELSE 105 END WHERE seq IN (5, 6); UPDATE journal SET seq = seq - 100 WHERE seq > 100`,
      5,
      'link',
    ],
    [
      'a rewritten chain, because the head is elsewhere too',
      `UPDATE journal SET prev = hash WHERE seq = 12`,
      12,
      'link',
    ],
  ])('with %s is found broken', async (_, sql, seq, how) => {
    await database.owning(sql);
    expect((await verify()).broken).toEqual({ seq, how });
  });
});
