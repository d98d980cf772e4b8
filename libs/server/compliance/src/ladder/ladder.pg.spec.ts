import { Logger } from '@nestjs/common';
import { type Case, type ClockRule, EMPLOYERS_AUDIENCE, caseAfter, isRefusal, summaryOf } from '@papan/domain';
import { type Database, Deadlines, JournalBell, Metrics, Sweeper } from '@papan/server-platform';
import { type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { Table } from '../table';
import { CaseDeadlines } from './case-deadlines';
import { acceptDeadlines, readDeadlineChanges } from './deadline-changes';
import { setLadder } from './set-ladder';

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('the clocks of the ladder', () => {
  let database: TestDatabase;
  let door: Database;
  let table: Table;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    door = await database.open();
    table = new Table(door);
  }, 60_000);
  afterAll(() => database.drop());

  const goTo = (day: string) =>
    database.owning(`UPDATE clock SET shift = timestamptz '${day}T08:00:00+07:00' - clock_timestamp()`);
  const load = async (year: number, off: readonly string[] = []) => {
    await database.owning(`DELETE FROM holiday WHERE year = ${year}`);
    await database.owning(`INSERT INTO holiday_decree VALUES (${year}, 'SKB ${year}') ON CONFLICT DO NOTHING`);
    for (const day of off) await database.owning(`INSERT INTO holiday VALUES ('${day}', ${year}, 'NATIONAL')`);
  };
  const warned = async (receivedOn: string) => {
    const id = await table.opens();
    await table.inspects(id);
    const receiptProof = await table.file('pengawas', `tanda terima teguran ${id}`);
    const entry = await table.takes('pengawas', id, 'TEGURAN_I', {
      ...{ number: 'T/1', signatory: 'Kepala Cabang', on: receivedOn, sentOn: receivedOn, receivedOn, receiptProof },
    });
    return { id, entry };
  };
  const clockOf = async (id: number, entry: string) =>
    (await table.case(id))?.steps.find((step) => step.entry === entry)?.clock;
  const changes = async () => {
    const found = await readDeadlineChanges(door, actorOf('kacab'), 2027);
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };
  const accept = () => table.does('kacab', (actor) => acceptDeadlines({ actor }, { year: 2027 }));
  /** The row, its summary and its steps are what the entries of the journal make of the case. */
  const sameAsFold = async (id: number) => {
    const folded = (await table.journal()).reduce<Case | undefined>(
      (before, happening) =>
        before === undefined && (happening.event.type !== 'CaseOpened' || happening.event.data.case !== id)
          ? undefined
          : caseAfter(before, happening),
      undefined,
    );
    if (!folded) throw new Error('no such case');
    expect(await table.case(id)).toEqual(folded);
    const [row] = await database.owning('SELECT summary FROM employer_case WHERE id = ' + String(id));
    expect(row).toEqual({ summary: summaryOf(folded, '2028-12-31') });
  };
  const rows = (id: number) =>
    database.owning(
      `SELECT (due_at AT TIME ZONE 'Asia/Jakarta')::date::text AS due, fired_at IS NOT NULL AS fired,
              stopped_at IS NOT NULL AS stopped FROM deadline WHERE subject = ${id} ORDER BY code`,
    );

  it('have no date without a decree, get one when it is accepted, and move once', async () => {
    await load(2026);
    await goTo('2026-12-28');
    const { id, entry } = await warned('2026-12-28');
    expect(await clockOf(id, entry)).toMatchObject({ state: 'RUNNING', ends: null, missingYear: 2027 });
    expect((await table.case(id))?.handover).toBeNull();
    expect(await rows(id)).toEqual([]);
    expect(await accept()).toMatchObject({ code: 'NO_DECREE_FOR_YEAR' });
    await load(2027, ['2027-01-01']);
    expect(await changes()).toMatchObject({
      basis: 'SKB 2027',
      changes: [
        { case: id, entry, step: 'TEGURAN_I', from: null, to: '2027-01-12', name: expect.any(String) as string },
      ],
    });
    expect(await accept()).toHaveProperty('seq');
    expect(await clockOf(id, entry)).toMatchObject({ ends: '2027-01-12', missingYear: null });
    expect(await rows(id)).toEqual([{ due: '2027-01-13', fired: false, stopped: false }]);
    expect((await changes()).changes).toEqual([]);
    expect(await accept()).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    await load(2027, ['2027-01-01', '2027-01-04', '2027-01-05']);
    expect((await changes()).changes).toMatchObject([{ case: id, from: '2027-01-12', to: '2027-01-14' }]);
    await accept();
    expect(await rows(id)).toEqual([{ due: '2027-01-15', fired: false, stopped: false }]);
    await sameAsFold(id);
    expect(await table.does('disnaker', (actor) => acceptDeadlines({ actor }, { year: 2027 }))).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
  });

  it('fire once when they have run out, propose what may follow, and act on nothing', async () => {
    const { id, entry } = await warned('2026-12-28');
    const deadlines = new Deadlines(door, new JournalBell(), new Metrics(), new Sweeper(new Metrics()));
    new CaseDeadlines(deadlines).onModuleInit();
    while (await deadlines.fireOne());
    expect(await clockOf(id, entry)).toMatchObject({ state: 'RUNNING' });
    await goTo('2027-01-15');
    while (await deadlines.fireOne());
    expect(await clockOf(id, entry)).toMatchObject({ state: 'FIRED', ends: '2027-01-14' });
    expect((await table.case(id))?.steps).toHaveLength(3);
    const told = (await table.journal('bpjs')).filter(
      ({ event }) => event.type === 'DeadlineFired' && event.data.case === id,
    );
    expect(told).toMatchObject([
      { by: { person: null, agency: null }, event: { data: { ended: '2027-01-14', proposes: ['TEGURAN_II'] } } },
    ]);
    expect(await rows(id)).toEqual([{ due: '2027-01-15', fired: true, stopped: false }]);
    await load(2027, ['2027-01-01']);
    expect((await changes()).changes).toEqual([]); // what has run out never moves
    await table.takes('pengawas', id, 'TEGURAN_II', { number: 'T/2', signatory: 'Kepala', on: '2027-01-15' });
    expect(await rows(id)).toEqual([{ due: '2027-01-15', fired: true, stopped: true }]); // somebody has acted
  });

  it('take their rule from the setting of the day on which they begin', async () => {
    const days = (count: number): ClockRule => ({ kind: 'CALENDAR_DAYS', days: count });
    const set = (from: string, count: number) =>
      table.does('dinkes', (actor) => setLadder({ actor }, { from, step: 'HIMBAUAN', clock: days(count) }));
    expect(await set('2027-01-20', 7)).toHaveProperty('seq');
    expect(await set('2026-01-20', 7)).toHaveProperty('code');
    const [before, after] = [await table.opens(), await table.opens()];
    await table.appeals(before, '2027-01-15');
    await goTo('2027-01-20');
    await table.appeals(after, '2027-01-20');
    expect((await table.case(before))?.steps.at(-1)?.clock?.ends).toBe('2027-01-29');
    expect((await table.case(after))?.steps.at(-1)?.clock?.ends).toBe('2027-01-27');
    const told = await database.owning(`SELECT audience FROM journal WHERE type = 'LadderSettingChanged'`);
    expect(told).toEqual([{ audience: EMPLOYERS_AUDIENCE }]);
  });

  it('lose their date with a day off that carries them into a year without decree, and name that year', async () => {
    await load(2027);
    await goTo('2027-12-16');
    const { id, entry } = await warned('2027-12-16');
    await table.appeals(id, '2027-12-16'); // another clock, of calendar days, that stays
    expect(await clockOf(id, entry)).toMatchObject({ ends: '2027-12-30' });
    await load(2027, ['2027-12-24', '2027-12-27']);
    expect((await changes()).changes).toMatchObject([
      { case: id, from: '2027-12-30', to: null, missingYear: 2028, step: 'TEGURAN_I' },
    ]);
    await accept();
    expect(await clockOf(id, entry)).toMatchObject({ state: 'RUNNING', ends: null, missingYear: 2028 });
    expect(await rows(id)).toMatchObject([{ stopped: false }, { stopped: true }]);
    await sameAsFold(id);
    await load(2028);
    expect((await changes()).changes).toMatchObject([{ case: id, from: null, to: '2028-01-03', missingYear: null }]);
    await accept();
    expect(await rows(id)).toMatchObject([{ stopped: false }, { due: '2028-01-04', fired: false, stopped: false }]);
    await sameAsFold(id);
  });
});
