import { type Actor, type Blocker, isRefusal } from '@papan/domain';
import { type Seat, type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { Desk, isAccepted } from './desk';
import { doDeed } from './do-deed';
import { liftOneBlocker } from './lift-blocker';
import { raiseOneBlocker } from './raise-blocker';
import { reassignOneTask } from './reassign-task';

const TIMES = 40;

describe('a blocker that two people end at the same moment', () => {
  let database: TestDatabase;
  let desk: Desk;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    desk = new Desk(await database.open());
  }, 60_000);
  afterAll(() => database.drop());

  const raise = async (task: number): Promise<number> => {
    const answer = await desk.does('disdik', (actor) =>
      raiseOneBlocker({ actor, task }, { code: 'DATA', text: 'NIK tidak ditemukan', lifter: 3, wantedBy: null }),
    );
    if (!isAccepted(answer) || answer.blocker === undefined) throw new Error(`no blocker: ${JSON.stringify(answer)}`);
    return answer.blocker;
  };

  /** All blockers as rows, and as the journal adds up to. */
  const both = async (): Promise<readonly [unknown, unknown]> => {
    const rows = await database.owning<Pick<Blocker, 'id' | 'liftedAt'>>(
      `SELECT id, instant_text(lifted_at) AS "liftedAt" FROM blocker WHERE region = '35.05' ORDER BY id`,
    );
    const { blockers } = await desk.fold('dinkes');
    return [rows, [...blockers.values()].map(({ id, liftedAt }) => ({ id, liftedAt }))];
  };

  const deadlocks = async (): Promise<number> => {
    const [row] = await database.owning<{ deadlocks: number }>(
      'SELECT deadlocks::int FROM pg_stat_database WHERE datname = current_database()',
    );
    return row?.deadlocks ?? -1;
  };

  it.each([
    ['cancelled', (actor: Actor, task: number) => doDeed({ actor, task }, { deed: 'cancel', reason: 'berubah' })],
    [
      'handed over',
      (actor: Actor, task: number) =>
        reassignOneTask({ actor, task }, { agency: 5, amount: 1200, due: '2026-12-20', reason: 'lebih dekat' }),
    ],
  ])('is lifted before its task is %s or not at all, and the rows say what the journal says', async (_, ending) => {
    const seats: readonly Seat[] = ['disnaker', 'disdik'];
    for (let time = 0; time < TIMES; time++) {
      const task = await desk.plans();
      const blockers = [await raise(task), await raise(task)];
      const lifts = blockers.map((id, at) =>
        desk.does(seats[(time + at) % 2] ?? 'disdik', (actor) => liftOneBlocker({ actor }, id, { note: '' })),
      );
      const [ended, ...lifted] = await Promise.all([desk.does('dinkes', (actor) => ending(actor, task)), ...lifts]);
      expect(ended).toMatchObject({ task });
      for (const answer of lifted) if (isRefusal(answer)) expect(answer.code).toBe('BLOCKER_LIFTED');
    }
    const [rows, journal] = await both();
    expect(rows).toEqual(journal);
    expect(await deadlocks()).toBe(0);
  });
});
