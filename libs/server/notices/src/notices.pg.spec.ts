import { Logger } from '@nestjs/common';
import { DEFAULT_CHOICE, SHIPPED_DECREES } from '@papan/domain';
import { Commands, type Database, JournalBell, Metrics, Sweeper, setDeadline } from '@papan/server-platform';
import {
  BPJS,
  DINKES,
  DISDIK,
  DISNAKER,
  type Seat,
  type TestDatabase,
  actorOf,
  setSmallTable,
  testDatabase,
} from '@papan/server-platform/testing';
import { writeChoice } from './choice';
import { setEscalationRule } from './escalation';
import { FollowJournal } from './follow-journal';
import { type Letter, Mailer } from './mail/mailer';
import { markRead, readNotices } from './read-notices';
import { WatchTime } from './watch-time';

beforeAll(() => {
  Logger.overrideLogger(false);
});

const REGION = '35.05';
class SilentMailer extends Mailer {
  get isOn(): boolean {
    return true;
  }

  send(_: Letter): Promise<void> {
    return Promise.resolve();
  }
}

describe('notices', () => {
  let database: TestDatabase;
  let door: Database;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    await loadDecree();
    door = await database.open();
  }, 60_000);
  afterEach(async () => {
    for (const table of ['mail', 'notice', 'notice_choice', 'escalation_rule', 'deadline', 'task'])
      await database.owning(`DELETE FROM ${table}`);
    await database.owning(
      `UPDATE notice_cursor SET looked_at = NULL, seq = (SELECT seq FROM region WHERE code = region)`,
    );
  });
  afterAll(() => database.drop());

  const loadDecree = async () => {
    const [decree] = SHIPPED_DECREES;
    if (!decree) throw new Error('no decree ships with the product');
    const { year, basis, national, collectiveLeave } = decree;
    await database.owning('INSERT INTO holiday_decree (year, basis) VALUES ($1, $2)', [year, basis]);
    await database.owning(
      `INSERT INTO holiday (day, year, kind) SELECT day, $1::int, 'NATIONAL' FROM unnest($2::date[]) AS day
       UNION ALL SELECT day, $1::int, 'COLLECTIVE_LEAVE' FROM unnest($3::date[]) AS day`,
      [year, national, collectiveLeave],
    );
  };
  const sweeper = () => new Sweeper(new Metrics());
  const follower = (through = door) => new FollowJournal(through, new SilentMailer(), sweeper());
  const watcher = (through = door) => new WatchTime(through, new SilentMailer(), sweeper());
  const watchAll = async (watch = watcher()) => {
    await database.owning('UPDATE notice_cursor SET looked_at = NULL');
    while (await watch.watch());
  };
  const setClock = (moment: string) =>
    database.owning(`UPDATE clock SET shift = $1::timestamptz - clock_timestamp()`, [moment]);
  beforeEach(() => setClock('2026-11-02T08:00:00+07:00'));

  const addTask = (id: number, over: { agency?: number; due?: string; status?: string; restricted?: boolean } = {}) => {
    const { agency = DISDIK, due = '2026-12-15', status = 'ASSIGNED', restricted = false } = over;
    return database.owning(
      `INSERT INTO task (region, id, campaign, agency, audience, visibility, status, since, title, description, evidence, unit, target, due)
       VALUES ('${REGION}', $1, 1, $2::int, CASE WHEN $5 THEN $2::int END, CASE WHEN $5 THEN 'agency' ELSE 'campaign' END,
               $4, app_now(), 'Rahasia Budi', '', '', 'people', 10, $3)`,
      [id, agency, due, status, restricted],
    );
  };
  /** Something that happened, as the journal has it. */
  const happened = async (type: string, data: object, by: Seat | null = 'dinkes') => {
    const { person, agency } = by === null ? { person: null, agency: null } : actorOf(by);
    await database.owning(
      `SELECT write_entry('${REGION}', gen_random_uuid(), $1, $2, app_now(), $3, NULL, $4, NULL, '', '{}')`,
      [agency?.id ?? null, person, type, JSON.stringify(data)],
    );
  };
  const created = (task: number, agency = DISDIK) =>
    happened('TaskCreated', { task, campaign: 1, agency, visibility: 'campaign', status: 'ASSIGNED', unit: 'people' });
  const toldTo = async (seat: Seat) => {
    const { notices } = await readNotices(door, actorOf(seat), 0);
    return notices.map(({ kind }) => kind);
  };
  const tellings = async () => {
    const rows = await database.owning<{ person: number; dedupe: string }>('SELECT person, dedupe FROM notice');
    return rows.map(({ person, dedupe }) => `${person} ${dedupe}`);
  };

  it('of an assigned task go to those who do the work and to their head, and to nobody else', async () => {
    await addTask(118);
    await created(118);
    await follower().follow();
    for (const seat of ['disdik', 'kadisdik'] as const) expect(await toldTo(seat)).toEqual(['ASSIGNED']);
    for (const seat of ['dinkes', 'disnaker', 'bpjs', 'jaksa', 'auditor'] as const)
      expect(await toldTo(seat)).toEqual([]);
  });

  it('speak in labels, dates and short names, never in titles or names', async () => {
    await addTask(118);
    await created(118);
    await happened(
      'BlockerRaised',
      { blocker: 1, task: 118, code: 'DATA', waiting: DISDIK, lifter: BPJS, wantedBy: null },
      'disdik',
    );
    await follower().follow();
    const rows = await database.owning<{ all: string }>('SELECT row_to_json(n)::text AS all FROM notice n');
    expect(rows.length).toBeGreaterThan(3);
    for (const { all } of rows) expect(all).not.toMatch(/Rahasia|Budi|Contoh/);
    const { notices } = await readNotices(door, actorOf('bpjs'), 0);
    expect(notices).toMatchObject([
      { kind: 'BLOCKED_ON_YOU', task: 118, params: { label: 'DSK-118', agency: 'Disdik', blocker: 'DATA' } },
    ]);
  });

  it('of a blocker on a restricted task go to the lead alone', async () => {
    await addTask(7, { restricted: true });
    await happened(
      'BlockerRaised',
      { blocker: 1, task: 7, code: 'DATA', waiting: DISDIK, lifter: DINKES, wantedBy: null },
      'disdik',
    );
    await follower().follow();
    expect(await tellings()).toHaveLength(1);
    expect(await toldTo('dinkes')).toEqual(['BLOCKED_ON_YOU']);
  });

  it('do not go to the one who did it himself', async () => {
    await addTask(118, { agency: DINKES });
    await created(118, DINKES);
    await follower().follow();
    expect(await toldTo('dinkes')).toEqual([]);
  });

  it('are written once although four instances follow at the same time while people work', async () => {
    const doors = await Promise.all([1, 2, 3, 4].map(() => database.open()));
    let isOver = false;
    const following = doors.map(async (through) => {
      const one = follower(through);
      while (!isOver) await one.follow();
    });
    for (let task = 1; task <= 60; task++) {
      await addTask(task);
      await created(task);
    }
    const [head] = await database.owning<{ seq: string }>(`SELECT seq FROM region WHERE code = '${REGION}'`);
    const behind = async () => {
      const [cursor] = await database.owning<{ seq: string }>(
        `SELECT seq FROM notice_cursor WHERE region = '${REGION}'`,
      );
      return Number(cursor?.seq) < Number(head?.seq);
    };
    while (await behind());
    isOver = true;
    await Promise.all(following);
    const told = await tellings();
    expect(told).toHaveLength(120);
    expect(new Set(told).size).toBe(120);
  });

  it('of a stretch whose instance died are written by the next, once', async () => {
    await addTask(118);
    await created(118);
    const dying = new (class extends SilentMailer {
      override get isOn(): never {
        throw new Error('killed');
      }
    })();
    await expect(new FollowJournal(door, dying, sweeper()).follow()).rejects.toThrow('killed');
    expect(await tellings()).toEqual([]);
    await follower().follow();
    await follower().follow();
    expect(await tellings()).toHaveLength(2);
  });

  it('of what happened weeks ago are not written: that is history', async () => {
    await addTask(118);
    await created(118);
    await setClock('2026-11-30T08:00:00+07:00');
    await follower().follow();
    expect(await tellings()).toEqual([]);
  });

  it('of a clock that has run out go to those whose turn it is', async () => {
    const entry = crypto.randomUUID();
    const clock = {
      kind: 'CASE_STEP',
      subject: 5,
      entry,
      code: 'TEGURAN_I',
      dueAt: '2026-11-01T17:00:00.000Z',
      agency: BPJS,
    };
    await door.asSystem(REGION, (tx) => setDeadline(tx, clock));
    await happened(
      'DeadlineFired',
      { case: 5, entry, step: 'TEGURAN_I', ended: '2026-11-01', proposes: ['TEGURAN_II'] },
      null,
    );
    await follower().follow();
    for (const seat of ['bpjs', 'pengawas'] as const) expect(await toldTo(seat)).toEqual(['STEP_DUE']);
    expect(await toldTo('disnaker')).toEqual([]);
  });

  it('are one’s own: nobody reads or marks those of another', async () => {
    await addTask(118);
    await created(118);
    await follower().follow();
    const mine = await readNotices(door, actorOf('disdik'), 0);
    expect(mine).toMatchObject({ unread: 1 });
    await markRead(door, actorOf('kadisdik'), { through: mine.newest + 100 });
    expect(await readNotices(door, actorOf('disdik'), 0)).toMatchObject({ unread: 1 });
    expect(await markRead(door, actorOf('disdik'), { ids: [mine.notices[0]?.id ?? 0] })).toEqual({ unread: 0 });
    expect((await readNotices(door, actorOf('disdik'), mine.newest)).notices).toEqual([]);
  });

  describe('that follow from the time', () => {
    it('say that work is due soon and that it is overdue, each once, and anew when the date is moved', async () => {
      await addTask(1, { due: '2026-11-05' });
      await watchAll();
      await watchAll();
      expect(await toldTo('disdik')).toEqual(['DUE_SOON']);
      await setClock('2026-11-06T06:00:00+07:00');
      await watchAll();
      await watchAll();
      expect(await toldTo('disdik')).toEqual(['OVERDUE', 'DUE_SOON']);
      await database.owning(`UPDATE task SET due = '2026-11-09'`);
      await watchAll();
      expect(await toldTo('disdik')).toEqual(['DUE_SOON', 'OVERDUE', 'DUE_SOON']);
    });

    it('climb from rung to rung in office hours, each rung once, and stop when the work is handed in', async () => {
      await addTask(1, { due: '2026-11-02' });
      const rungs = async () => {
        const rows = await database.owning<{ rung: string }>(
          `SELECT DISTINCT params ->> 'rung' AS rung, min(number) AS nth FROM notice WHERE kind = 'TASK_ESCALATED' GROUP BY 1 ORDER BY 2`,
        );
        return rows.map(({ rung }) => rung);
      };
      await setClock('2026-11-03T07:29:00+07:00');
      await watchAll();
      expect(await rungs()).toEqual([]);
      await setClock('2026-11-03T07:30:00+07:00');
      await watchAll();
      expect(await rungs()).toEqual(['OPERATOR']);
      await setClock('2026-11-05T09:00:00+07:00');
      await watchAll();
      await watchAll();
      expect(await rungs()).toEqual(['OPERATOR', 'HEAD']);
      expect(await toldTo('kadisdik')).toContain('TASK_ESCALATED');
      await database.owning(`UPDATE task SET status = 'REPORTED_DONE'`);
      await setClock('2026-11-30T09:00:00+07:00');
      await watchAll();
      expect(await rungs()).toEqual(['OPERATOR', 'HEAD']);
      await database.owning(`UPDATE task SET status = 'RETURNED'`);
      await watchAll();
      expect(await rungs()).toEqual(['OPERATOR', 'HEAD', 'LEAD', 'ASSISTANT']);
      expect(await toldTo('asisten')).toEqual(['TASK_ESCALATED']);
      expect(new Set(await tellings()).size).toBe((await tellings()).length);
    });

    it('climb for a step on which nobody acts, until somebody does', async () => {
      const entry = crypto.randomUUID();
      await door.asSystem(REGION, (tx) =>
        setDeadline(tx, {
          ...{ kind: 'CASE_STEP', subject: 5, entry, code: 'TEGURAN_I', agency: BPJS },
          dueAt: '2026-11-02T17:00:00.000Z',
        }),
      );
      await database.owning('UPDATE deadline SET fired_at = due_at');
      await setClock('2026-11-05T09:00:00+07:00');
      await watchAll();
      expect(await toldTo('kacab')).toEqual(['STEP_ESCALATED']);
      await database.owning('UPDATE deadline SET stopped_at = app_now()');
      await setClock('2026-11-30T09:00:00+07:00');
      await watchAll();
      expect(await toldTo('dinkes')).toEqual([]);
    });

    it('do not climb in a year without a decree: nobody can count its working days', async () => {
      await addTask(1, { due: '2027-01-04' });
      await setClock('2027-01-29T09:00:00+07:00');
      await watchAll();
      expect(await toldTo('disdik')).toEqual(['OVERDUE']);
    });

    it('keep what is restricted from the assistant', async () => {
      await addTask(1, { due: '2026-10-01', restricted: true });
      await watchAll();
      expect(await toldTo('dinkes')).toEqual(['TASK_ESCALATED']);
      expect(await toldTo('asisten')).toEqual([]);
    });

    it('follow the rule that the region has set, from its day on', async () => {
      const commands = new Commands(door, new JournalBell());
      const body = { from: '2026-11-04', delays: [0, 1, 1, 2], opens: '08:00', closes: '15:00' };
      const actor = actorOf('dinkes');
      const command = { actor, id: crypto.randomUUID(), name: 'escalation.set', params: {}, body };
      expect(await commands.run(command, setEscalationRule(actor, body))).toHaveProperty('seq');
      await addTask(1, { due: '2026-11-02' });
      await setClock('2026-11-03T09:00:00+07:00');
      await watchAll();
      expect(await toldTo('dinkes')).toEqual([]);
      await setClock('2026-11-04T09:00:00+07:00');
      await watchAll();
      expect(await toldTo('dinkes')).toEqual(['TASK_ESCALATED']);
      expect(await toldTo('asisten')).toEqual(['TASK_ESCALATED']);
    });

    it('are told once although four instances look at the same time', async () => {
      for (let task = 1; task <= 40; task++) await addTask(task, { due: '2026-10-01' });
      const doors = await Promise.all([1, 2, 3, 4].map(() => database.open()));
      await Promise.all(doors.flatMap((through) => [1, 2, 3].map(() => watcher(through).watch('0 seconds'))));
      const told = await tellings();
      expect(new Set(told).size).toBe(told.length);
      expect(told.filter((key) => key.includes('overdue'))).toHaveLength(40);
    });
  });

  describe('and mail', () => {
    const withAddress = (seat: Seat) =>
      database.owning(`UPDATE person SET email = $1 || '@contoh.example' WHERE login = $1`, [seat]);
    const mails = () =>
      database.owning<{ person: number; dedupe: string; at: string }>(
        'SELECT person, dedupe, instant_text(next_try_at) AS at FROM mail ORDER BY person, dedupe',
      );
    afterEach(() => database.owning('UPDATE person SET email = NULL'));

    it('gather in one letter for the next morning, for who has an address', async () => {
      await withAddress('disdik');
      for (const task of [1, 2, 3]) {
        await addTask(task);
        await created(task);
        await follower().follow();
      }
      expect(await mails()).toMatchObject([{ at: '2026-11-03T00:30:30.000Z' }]);
      expect(await database.owning('SELECT FROM notice WHERE mail IS NOT NULL')).toHaveLength(3);
    });

    it('go out soon for who wants them at once, but not in the quiet hours', async () => {
      await withAddress('disdik');
      const choice = { ...DEFAULT_CHOICE, mail: 'AT_ONCE' } as const;
      await writeChoice(door, actorOf('disdik'), choice, true);
      await addTask(1);
      await created(1);
      await follower().follow();
      await setClock('2026-11-02T23:00:00+07:00');
      await addTask(2);
      await created(2);
      await follower().follow();
      expect((await mails()).map(({ at }) => at)).toEqual(['2026-11-02T01:01:30.000Z', '2026-11-02T23:00:30.000Z']);
    });

    it('are not written for who wants none', async () => {
      await withAddress('disdik');
      await writeChoice(door, actorOf('disdik'), { ...DEFAULT_CHOICE, mail: 'OFF' }, true);
      await addTask(1);
      await created(1);
      await follower().follow();
      expect(await mails()).toEqual([]);
      expect(await toldTo('disdik')).toEqual(['ASSIGNED']);
    });
  });

  it('of Disnaker are not seen by Disdik', async () => {
    await addTask(9, { agency: DISNAKER });
    await created(9, DISNAKER);
    await follower().follow();
    const seen = await door.as(actorOf('disdik'), (tx) => tx.query('SELECT FROM notice'));
    expect(seen).toEqual([]);
  });
});
