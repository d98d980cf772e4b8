import { type Blocker, isRefusal } from '@papan/domain';
import { type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { correctProgress } from './correct-progress';
import { Desk, A_TASK } from './desk';
import { doDeed } from './do-deed';
import { editOneTask } from './edit-task';
import { liftOneBlocker } from './lift-blocker';
import { planNewTask } from './plan-task';
import { raiseOneBlocker } from './raise-blocker';
import { readTask } from './read-task';
import { reassignOneTask } from './reassign-task';
import { reportProgress } from './report-progress';
import { verifyEntries } from './verify-progress';

const NO_COUNTS = { reached: 0, rejected: 0, note: '' };
const report =
  (task: number, delta: number, entry: string = crypto.randomUUID()) =>
  (actor: Parameters<typeof reportProgress>[0]['actor']) =>
    reportProgress({ actor, task }, { entry, delta, ...NO_COUNTS });
const verify =
  (task: number, registered: number, active = registered) =>
  (actor: Parameters<typeof reportProgress>[0]['actor']) =>
    verifyEntries(
      { actor, task },
      {
        asOf: '2026-11-01',
        source: { kind: 'BPJS' },
        note: '',
        entries: [
          { entry: crypto.randomUUID(), measure: 'registered', delta: registered, corrects: null },
          { entry: crypto.randomUUID(), measure: 'active', delta: active, corrects: null },
        ],
      },
    );

describe('a task on its way', () => {
  let database: TestDatabase;
  let desk: Desk;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    desk = new Desk(await database.open());
  }, 60_000);
  afterAll(() => database.drop());

  it('is assigned, reported as 300 + 250 − 20 = 530, verified with 481, and leaves a gap of 49', async () => {
    const task = await desk.plans();
    const first = crypto.randomUUID();
    await desk.does('disdik', report(task, 300, first));
    await desk.does('disdik', report(task, 250));
    await desk.does('disdik', (actor) =>
      correctProgress(
        { actor, task },
        { entry: crypto.randomUUID(), corrects: first, delta: -20, reached: 0, rejected: 0, note: 'ganda' },
      ),
    );
    expect(await desk.task('disnaker', task)).toMatchObject({ reported: 530, status: 'IN_PROGRESS' });
    await desk.does('bpjs', verify(task, 481, 470));
    expect(await desk.task('bupati', task)).toMatchObject({ reported: 530, registered: 481, active: 470 });
    const { board } = await desk.rows('bupati');
    expect(board.verified).toEqual({ '2026-11-01': { registered: 481, active: 470 } });
    expect(board.gains[0]).toMatchObject({ task, agency: 2, registered: 481, active: 470, asOf: '2026-11-01' });
  });

  it('is never verified by its own agency', async () => {
    const task = await desk.plans();
    expect(await desk.does('disdik', verify(task, 10))).toMatchObject({ code: 'VERIFY_OWN_TASK' });
    expect(await desk.does('disnaker', verify(task, 10))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(await desk.does('dinkes', verify(task, 10))).toMatchObject({ code: 'VERIFY_NEEDS_BPJS_FILE' });
  });

  it('takes reports of its agency only', async () => {
    const task = await desk.plans();
    expect(await desk.does('disnaker', report(task, 5))).toMatchObject({ code: 'OTHER_AGENCY' });
    expect(await desk.does('kota-disdik', report(task, 5))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await desk.does('bupati', report(task, 5))).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
  });

  it('knows an entry again, also under another command', async () => {
    const task = await desk.plans();
    const entry = crypto.randomUUID();
    await desk.does('disdik', report(task, 7, entry));
    expect(await desk.does('disdik', report(task, 7, entry))).toMatchObject({ code: 'ENTRY_KNOWN' });
    expect(await desk.task('disdik', task)).toMatchObject({ reported: 7 });
  });

  it('answers the same command again as before, and refuses it with another body', async () => {
    const task = await desk.plans();
    const id = crypto.randomUUID();
    const entry = crypto.randomUUID();
    const first = await desk.does('disdik', report(task, 7, entry), id, { delta: 7 });
    expect(await desk.does('disdik', report(task, 7, entry), id, { delta: 7 })).toEqual(first);
    expect(await desk.does('disdik', report(task, 8, entry), id, { delta: 8 })).toMatchObject({
      code: 'COMMAND_ID_REUSED',
    });
    expect(await desk.task('disdik', task)).toMatchObject({ reported: 7 });
  });

  it('keeps the edits of two people on different fields', async () => {
    const task = await desk.plans();
    await desk.does('dinkes', (actor) => editOneTask({ actor, task }, 1, { title: 'Satu' }));
    await desk.does('dinkes', (actor) => editOneTask({ actor, task }, 1, { target: 1300 }));
    expect(await desk.task('dinkes', task)).toMatchObject({ title: 'Satu', target: 1300, version: 3 });
  });

  it('shows both values of a field that two people changed, and by whom', async () => {
    const task = await desk.plans();
    await desk.does('dinkes', (actor) => editOneTask({ actor, task }, 1, { due: '2026-12-01' }));
    const answer = await desk.does('dinkes', (actor) =>
      editOneTask({ actor, task }, 1, { due: '2026-12-09', title: 'X' }),
    );
    expect(answer).toMatchObject({
      code: 'TASK_FIELD_CONFLICT',
      version: 2,
      conflicts: [{ field: 'due', theirs: '2026-12-01', yours: '2026-12-09', by: 2 }],
    });
    expect(await desk.task('dinkes', task)).toMatchObject({ due: '2026-12-01', dueChanges: 1 });
  });

  it('waits for another agency until the blocker is lifted', async () => {
    const task = await desk.plans();
    await desk.does('disdik', report(task, 40));
    const raised = await desk.does('disdik', (actor) =>
      raiseOneBlocker(
        { actor, task },
        { code: 'DATA', text: 'NIK tidak ditemukan', lifter: 3, wantedBy: '2026-11-20' },
      ),
    );
    expect(raised).toMatchObject({ task });
    const blocker = 'blocker' in raised ? (raised.blocker ?? 0) : 0;
    const submit = (actor: Parameters<typeof doDeed>[0]['actor']) =>
      doDeed({ actor, task }, { deed: 'submit', reason: '' });
    expect(await desk.does('disdik', submit)).toMatchObject({ code: 'TASK_BLOCKED' });
    expect(await desk.does('asisten', (actor) => liftOneBlocker({ actor }, blocker, { note: '' }))).toMatchObject({
      code: 'OTHER_AGENCY',
    });
    expect(await desk.does('disnaker', (actor) => liftOneBlocker({ actor }, blocker, { note: 'sudah' }))).toMatchObject(
      { task, blocker },
    );
    expect(await desk.does('disnaker', (actor) => liftOneBlocker({ actor }, blocker, { note: '' }))).toMatchObject({
      code: 'BLOCKER_LIFTED',
    });
    expect(await desk.does('disdik', submit)).toMatchObject({ task });
    expect(await desk.does('bpjs', (actor) => doDeed({ actor, task }, { deed: 'close', reason: '' }))).toMatchObject({
      code: 'TASK_NOT_VERIFIED',
    });
  });

  it('is cancelled together with what hinders it', async () => {
    const task = await desk.plans();
    await desk.does('disdik', (actor) =>
      raiseOneBlocker({ actor, task }, { code: 'DATA', text: 'NIK tidak ditemukan', lifter: 3, wantedBy: null }),
    );
    await desk.does('dinkes', (actor) => doDeed({ actor, task }, { deed: 'cancel', reason: 'Sasaran berubah' }));
    const { board } = await desk.rows('dinkes');
    const ofTask = (blocker: Blocker) => blocker.task === task;
    expect(board.blockers.filter(ofTask)).toEqual([]);
    const told = [...(await desk.fold('dinkes')).blockers.values()].filter(ofTask);
    expect(told.map(({ liftedAt }) => liftedAt !== null)).toEqual([true]);
  });

  it('of a closed campaign stays as it is', async () => {
    const task = await desk.plans();
    const entry = crypto.randomUUID();
    await desk.does('disdik', report(task, 40, entry));
    const raised = await desk.does('disdik', (actor) =>
      raiseOneBlocker({ actor, task }, { code: 'DATA', text: 'x', lifter: 3, wantedBy: null }),
    );
    const blocker = 'blocker' in raised ? (raised.blocker ?? 0) : 0;
    const before = await desk.task('dinkes', task);
    const counts = { reached: 0, rejected: 0, note: 'salah' };
    await database.owning(`UPDATE campaign SET open = false WHERE region = '35.05' AND id = 1`);
    try {
      const answers = [
        await desk.does('disdik', report(task, 5)),
        await desk.does('disdik', (actor) =>
          correctProgress({ actor, task }, { entry: crypto.randomUUID(), corrects: entry, delta: -1, ...counts }),
        ),
        await desk.does('dinkes', (actor) => doDeed({ actor, task }, { deed: 'cancel', reason: 'x' })),
        await desk.does('bpjs', verify(task, 5)),
        await desk.does('disdik', (actor) =>
          raiseOneBlocker({ actor, task }, { code: 'DATA', text: 'x', lifter: 3, wantedBy: null }),
        ),
        await desk.does('disnaker', (actor) => liftOneBlocker({ actor }, blocker, { note: '' })),
        await desk.does('dinkes', (actor) =>
          reassignOneTask({ actor, task }, { agency: 3, amount: 4, due: '2026-12-20', reason: 'x' }),
        ),
        await desk.does('dinkes', (actor) => editOneTask({ actor, task }, 1, { target: 1300 })),
      ];
      expect(answers.map((answer) => ('code' in answer ? answer.code : 'accepted'))).toEqual(
        answers.map(() => 'CAMPAIGN_CLOSED'),
      );
      expect(await desk.task('dinkes', task)).toEqual(before);
      expect(await desk.does('disnaker', report(task, 5))).toMatchObject({ code: 'OTHER_AGENCY' });
    } finally {
      await database.owning(`UPDATE campaign SET open = true WHERE region = '35.05' AND id = 1`);
    }
  });

  it('tells its newest thousand happenings, and how many came before', async () => {
    const task = await desk.plans();
    await database.owning(`
      SELECT write_entry('35.05', gen_random_uuid(), 1, 1, app_now(), 'BlockerLifted', NULL,
                         '{"blocker":1,"task":${task}}', NULL, '', '{}') FROM generate_series(1, 1004)`);
    const detail = await readTask(await database.open(), actorOf('disdik'), task);
    if (isRefusal(detail)) throw new Error(detail.code);
    expect(detail.history).toHaveLength(1000);
    expect(detail.earlier).toBe(5);
    expect(detail.history.at(-1)?.seq).toBe(detail.through);
    expect(detail.history[0]?.seq).toBe(detail.through - 999);
  });

  it('is split when a part goes to another agency, and the targets add up', async () => {
    const task = await desk.plans();
    await desk.does('disdik', report(task, 200));
    const handed = await desk.does('dinkes', (actor) =>
      reassignOneTask({ actor, task }, { agency: 3, amount: 400, due: '2026-12-20', reason: 'lebih dekat' }),
    );
    const newTask = 'newTask' in handed ? (handed.newTask ?? 0) : 0;
    expect(await desk.task('dinkes', task)).toMatchObject({ target: 800, reported: 200 });
    expect(await desk.task('dinkes', newTask)).toMatchObject({
      target: 400,
      agency: 3,
      origin: task,
      reported: 0,
      status: 'ASSIGNED',
    });
  });

  it('is not there for others when it is restricted, on any way', async () => {
    const task = await desk.plans({ visibility: 'agency', title: 'Rahasia' });
    for (const seat of ['disnaker', 'bpjs', 'bupati', 'kota'] as const) {
      expect(await desk.task(seat, task)).toBeUndefined();
      expect(await desk.does(seat, report(task, 1))).toMatchObject({ code: 'NOT_FOUND' });
      expect(await desk.does(seat, verify(task, 1))).toMatchObject({ code: 'NOT_FOUND' });
      expect(JSON.stringify(await desk.journal(seat))).not.toContain('Rahasia');
    }
    expect(await desk.task('disdik', task)).toMatchObject({ title: 'Rahasia' });
    expect(await desk.does('disdik', report(task, 1))).toMatchObject({ task });
    expect(
      await desk.does('dinkes', (actor) =>
        reassignOneTask({ actor, task }, { agency: 3, amount: 1, due: '2026-12-20', reason: 'x' }),
      ),
    ).toMatchObject({ code: 'REASSIGN_RESTRICTED' });
  });

  it.each([
    ['no title', { title: '   ' }, 'TEXT_EMPTY'],
    ['a title that turns the writing around', { title: 'Nama \u202Egnp.exe' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a target of nothing', { target: 0 }, 'QUANTITY_INVALID'],
    ['a negative target', { target: -5 }, 'QUANTITY_INVALID'],
    ['half a person', { target: 10.5 }, 'QUANTITY_INVALID'],
    ['more people than ten countries have', { target: 99_000_000_000 }, 'QUANTITY_TOO_LARGE'],
    ['a due date before the start', { start: '2026-12-10', due: '2026-12-01' }, 'DUE_BEFORE_START'],
    ['a day that is not in the calendar', { due: '2026-02-30' }, 'DATE_INVALID'],
    ['a due date after the campaign', { due: '2027-01-01' }, 'DUE_AFTER_CAMPAIGN'],
    ['an agency that is not there', { agency: 77 }, 'AGENCY_UNKNOWN'],
    ['a partner, who can only be asked', { agency: 4 }, 'PARTNER_NOT_INSTRUCTABLE'],
    ['a closed campaign', { campaign: 2 }, 'CAMPAIGN_CLOSED'],
    ['an unknown campaign', { campaign: 9 }, 'CAMPAIGN_UNKNOWN'],
    ['an area of the neighbour', { area: '35.72.10' }, 'AREA_UNKNOWN'],
  ])('is not planned with %s', async (_, over, code) => {
    expect(await desk.does('dinkes', (actor) => planNewTask({ actor }, { ...A_TASK, ...over }))).toMatchObject({
      code,
    });
  });

  it.each(['=cmd|"/c calc"!A1', '<script>alert(1)</script>', 'مرحبا', "'; DROP TABLE task; --"])(
    'keeps the title %s as it was typed',
    async (title) => {
      const task = await desk.plans({ title });
      expect(await desk.task('disdik', task)).toMatchObject({ title });
    },
  );
});
