import { Logger } from '@nestjs/common';
import { type Database, Metrics, type Settings, Sweeper } from '@papan/server-platform';
import { type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { writeChoice } from '../choice';
import { markRead } from '../read-notices';
import { MailCatcher } from './catcher';
import { type Letter, Mailer, SmtpMailer } from './mailer';
import { SendMail } from './send-mail';

beforeAll(() => {
  Logger.overrideLogger(false);
});

const REGION = '35.05';
const FROM = 'Papan UHC <papan@contoh.example>';
const DISDIK_OPERATOR = actorOf('disdik');

/** A mail server's answers, one for each letter; then it takes them. */
class MoodyMailer extends Mailer {
  readonly isOn = true;
  readonly taken: Letter[] = [];

  constructor(private readonly moods: (object | 'dies')[]) {
    super();
  }

  send(letter: Letter): Promise<void> {
    const mood = this.moods.shift();
    if (mood !== 'dies' && mood) return Promise.reject(Object.assign(new Error('no'), mood));
    this.taken.push(letter);
    return mood === 'dies' ? new Promise(() => undefined) : Promise.resolve();
  }
}

describe('a mail', () => {
  let database: TestDatabase;
  let door: Database;
  let catcher: MailCatcher;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    await database.owning(`UPDATE person SET email = 'disdik@contoh.example' WHERE login = 'disdik'`);
    door = await database.open();
  }, 60_000);
  beforeEach(async () => {
    catcher = await MailCatcher.open();
  });
  afterEach(async () => {
    await catcher.close();
    for (const table of ['mail', 'notice', 'notice_choice']) await database.owning(`DELETE FROM ${table}`);
  });
  afterAll(() => database.drop());

  const outbox = (mailer: Mailer = new SmtpMailer(catcher.url, FROM), through = door): SendMail => {
    const metrics = new Metrics();
    const settings = { publicOrigins: ['https://papan.contoh.example'] } as unknown as Settings;
    return new SendMail(through, mailer, settings, metrics, new Sweeper(metrics));
  };
  /** A mail with so many notices, due now. */
  const waiting = async (notices: number, key = `notices:${DISDIK_OPERATOR.person}:now`) => {
    await database.owning(
      `INSERT INTO notice (region, person, kind, task, params, dedupe, at, mail)
       SELECT $1, $2, 'OVERDUE', n, json_build_object('label', 'DSK-' || n, 'due', '2026-11-01'), $4 || n, app_now(), $4
         FROM generate_series(1, $3) AS n`,
      [REGION, DISDIK_OPERATOR.person, notices, key],
    );
    await database.owning(
      `INSERT INTO mail (region, person, template, dedupe, next_try_at, made_at)
       VALUES ($1, $2, 'NOTICES', $3, app_now(), app_now())`,
      [REGION, DISDIK_OPERATOR.person, key],
    );
  };
  const rows = () =>
    database.owning<{ state: string; tries: number; error: string | null }>('SELECT state, tries, error FROM mail');
  const leaseRunsOut = () =>
    database.owning(`UPDATE mail SET next_try_at = app_now() - interval '1 second' WHERE state = 'WAITING'`);

  it('brings all its notices in one letter, in Indonesian, with the way to the board and no names', async () => {
    await waiting(3);
    expect(await outbox().sendOne()).toBe(true);
    expect(await outbox().sendOne()).toBe(false);
    expect(catcher.mails).toHaveLength(1);
    const [mail] = catcher.mails;
    expect(mail).toMatchObject({ to: 'disdik@contoh.example', subject: 'Papan UHC: 3 pemberitahuan' });
    expect(mail?.text).toContain('Lewat tenggat\n- DSK-1: lewat tenggat 1 Nov 2026\n- DSK-2');
    expect(mail?.text).toContain('https://papan.contoh.example/35.05/pemberitahuan');
    expect(mail?.text).not.toContain('Contoh disdik');
    expect(await rows()).toEqual([{ state: 'SENT', tries: 1, error: null }]);
  });

  it('speaks the language that its reader has chosen', async () => {
    const choice = { mail: 'DIGEST', language: 'en', quietFrom: '20:00', quietUntil: '06:00' } as const;
    await writeChoice(door, DISDIK_OPERATOR, choice, true);
    await waiting(1);
    await outbox().sendOne();
    expect(catcher.mails[0]?.subject).toBe('Papan UHC: DSK-1: overdue since 1 Nov 2026');
  });

  it('is not sent when everything in it was read in the meantime', async () => {
    await waiting(2);
    await markRead(door, DISDIK_OPERATOR, { through: 1_000_000 });
    await outbox().sendOne();
    expect(catcher.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'DROPPED' }]);
  });

  it('is sent once although four instances empty the outbox at the same time', async () => {
    for (let at = 0; at < 12; at++) await waiting(1, `notices:${DISDIK_OPERATOR.person}:${at}`);
    const doors = await Promise.all([1, 2, 3, 4].map(() => database.open()));
    await Promise.all(
      doors.map(async (through) => {
        const one = outbox(undefined, through);
        while (await one.sendOne());
      }),
    );
    expect(catcher.mails).toHaveLength(12);
    expect(new Set(catcher.mails.map(({ messageId }) => messageId)).size).toBe(12);
  });

  it('that the server does not take now is tried again, later each time', async () => {
    await waiting(1);
    const mailer = new MoodyMailer([{ responseCode: 451 }, { code: 'ECONNREFUSED' }]);
    const box = outbox(mailer);
    await box.sendOne();
    expect(await rows()).toEqual([{ state: 'WAITING', tries: 1, error: '451' }]);
    expect(await box.sendOne()).toBe(false);
    await leaseRunsOut();
    await box.sendOne();
    expect(await rows()).toEqual([{ state: 'WAITING', tries: 2, error: 'ECONNREFUSED' }]);
    await leaseRunsOut();
    await box.sendOne();
    expect(mailer.taken).toHaveLength(1);
    expect(await rows()).toEqual([{ state: 'SENT', tries: 3, error: null }]);
  });

  it('that the server will never take is given up at once', async () => {
    await waiting(1);
    await outbox(new MoodyMailer([{ responseCode: 550 }])).sendOne();
    expect(await rows()).toEqual([{ state: 'GIVEN_UP', tries: 1, error: '550' }]);
  });

  it('is given up after eight tries', async () => {
    await waiting(1);
    const box = outbox(new MoodyMailer(Array.from({ length: 20 }, () => ({ responseCode: 451 }))));
    for (let tries = 1; tries <= 8; tries++) {
      expect(await rows()).toMatchObject([{ state: 'WAITING', tries: tries - 1 }]);
      await leaseRunsOut();
      await box.sendOne();
    }
    expect(await rows()).toEqual([{ state: 'GIVEN_UP', tries: 8, error: '451' }]);
  });

  it('whose instance died after sending is sent again under the same number, by which it is recognised', async () => {
    await waiting(1);
    const dying = new MoodyMailer(['dies']);
    void outbox(dying).sendOne();
    while (dying.taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await leaseRunsOut();
    const next = new MoodyMailer([]);
    await outbox(next).sendOne();
    expect(next.taken[0]?.messageId).toBe(dying.taken[0]?.messageId);
    expect(await rows()).toEqual([{ state: 'SENT', tries: 2, error: null }]);
  });

  it('to somebody who has left is dropped', async () => {
    await waiting(1);
    await database.owning(`UPDATE person SET disabled_at = now() WHERE login = 'disdik'`);
    await outbox().sendOne();
    await database.owning(`UPDATE person SET disabled_at = NULL WHERE login = 'disdik'`);
    expect(catcher.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'DROPPED' }]);
  });
});
