import { isRefusal, orThrow } from '@papan/domain';
import pg from 'pg';
import type { Database } from '../database/database';
import { orRefuse } from '../http/parsed';
import { TABLE_PASSWORD, actorOf, setSmallTable } from '../testing/small-table';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { SECURE_COOKIE } from './cookies';
import { sweepTries } from './login-throttle';
import { createAdministrator, createPerson, setPasswordByToken } from './people';
import { readMe } from './read-me';
import { Sessions, type StartedSession } from './sessions';
import { signIn } from './sign-in';

const cookieOf = ({ token }: StartedSession): string => `${SECURE_COOKIE}=${token}`;

describe('a session', () => {
  let database: TestDatabase;
  let door: Database;
  let sessions: Sessions;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    door = await database.open();
    sessions = new Sessions(door);
  }, 60_000);
  afterAll(() => database.drop());

  const enter = (login: string, password = TABLE_PASSWORD, kind: 'desk' | 'phone' = 'desk', source = '10.0.0.1') =>
    signIn(
      door,
      sessions,
      { login, password, kind },
      { address: source, userAgent: 'Mozilla/5.0 (Linux; Android 14) Chrome/140' },
    );
  const entered = async (login: string, kind: 'desk' | 'phone' = 'desk'): Promise<StartedSession> =>
    orRefuse(await enter(login, TABLE_PASSWORD, kind));
  const age = (session: StartedSession, sql: string) =>
    database.owning(`UPDATE session SET ${sql} WHERE id = $1`, [session.sessionId]);

  it('knows who holds its token, and in which region he serves as what', async () => {
    const signedIn = await sessions.authenticate(cookieOf(await entered('DisDik')));
    expect(signedIn?.actors).toEqual(new Map([['35.05', actorOf('disdik')]]));
    expect(signedIn?.kind).toBe('desk');
  });

  it('is nobody’s without its token, and keeps only the hash of it', async () => {
    const session = await entered('disdik');
    expect(await sessions.authenticate(undefined)).toBeNull();
    expect(await sessions.authenticate(`${SECURE_COOKIE}=${session.token}x`)).toBeNull();
    const rows = await database.owning('SELECT s.*::text AS all FROM session s');
    expect(JSON.stringify(rows)).not.toContain(session.token);
  });

  it('ends at once, alone or with all others', async () => {
    const [first, second, other] = [await entered('disdik'), await entered('disdik'), await entered('disnaker')];
    const person = (await sessions.authenticate(cookieOf(first)))?.personId ?? '';
    expect(await sessions.end(first.sessionId, person)).toBe(true);
    expect(await sessions.authenticate(cookieOf(first))).toBeNull();
    expect(await sessions.end(other.sessionId, person)).toBe(false);
    expect(await sessions.stillValid([first.sessionId, second.sessionId])).toEqual(new Set([second.sessionId]));
    await sessions.endAllOf(person);
    expect(await sessions.stillValid([second.sessionId, other.sessionId])).toEqual(new Set([other.sessionId]));
  });

  it('ends after 30 idle minutes and after 12 hours at the desk', async () => {
    const idle = await entered('disdik');
    await age(idle, `expires_at = clock_timestamp() - interval '1 second'`);
    expect(await sessions.authenticate(cookieOf(idle))).toBeNull();
    const long = await entered('disdik');
    await age(
      long,
      `created_at = clock_timestamp() - interval '11 hours 50 minutes', last_seen_at = clock_timestamp() - interval '2 minutes'`,
    );
    await sessions.authenticate(cookieOf(long));
    const [row] = await database.owning<{ minutes: number }>(
      `SELECT round(extract(epoch FROM expires_at - clock_timestamp()) / 60)::int AS minutes FROM session WHERE id = $1`,
      [long.sessionId],
    );
    expect(row?.minutes).toBe(10);
  });

  it('slides by 30 days on a phone, and writes "last seen" at most once a minute', async () => {
    const phone = await entered('disdik', 'phone');
    const seen = () => database.owning(`SELECT last_seen_at FROM session WHERE id = $1`, [phone.sessionId]);
    const before = await seen();
    await sessions.authenticate(cookieOf(phone));
    expect(await seen()).toEqual(before);
    await age(phone, `last_seen_at = clock_timestamp() - interval '29 days'`);
    expect((await sessions.authenticate(cookieOf(phone)))?.actors.get('35.05')?.session).toBe('phone');
    expect(await seen()).not.toEqual(before);
  });

  it('does not care what the demo clock says', async () => {
    const session = await entered('disdik');
    await database.owning(`UPDATE clock SET shift = shift + interval '30 days'`);
    expect(await sessions.authenticate(cookieOf(session))).not.toBeNull();
    await database.owning(`UPDATE clock SET shift = shift - interval '30 days'`);
  });

  it('on a phone is for operators', async () => {
    expect(await enter('dinkes', TABLE_PASSWORD, 'phone')).toMatchObject({ code: 'STEP_UP_NEEDED' });
  });

  it('lists the devices in words, not in user agents', async () => {
    const session = await entered('kadisdik');
    const list = await sessions.list(session.personId);
    expect(list).toMatchObject([{ id: session.sessionId, kind: 'desk', device: 'Chrome, Android' }]);
  });

  it('ends with the post and with the account', async () => {
    const session = await entered('loket');
    await database.owning(`UPDATE membership SET until_day = '2026-06-30' WHERE person = $1`, [session.personId]);
    expect((await sessions.authenticate(cookieOf(session)))?.actors.size).toBe(0);
    await database.owning(`UPDATE person SET disabled_at = now() WHERE id = $1`, [session.personId]);
    expect(await sessions.authenticate(cookieOf(session))).toBeNull();
    expect(await enter('loket')).toMatchObject({ code: 'LOGIN_FAILED' });
  });

  it('says who one is, with the posts of today', async () => {
    const { personId } = await entered('kota');
    expect(await readMe(door, personId, 'desk')).toMatchObject({
      login: 'kota',
      demo: false,
      memberships: [
        { region: '35.72', regionName: 'Kota Blitar', agency: 1, agencyKind: 'LEAD', role: 'lead', person: 1 },
      ],
    });
  });

  describe('is refused', () => {
    it('with the same words for an unknown login and a wrong password', async () => {
      const unknown = await enter('siapa', 'salah sekali ini', 'desk', '10.0.0.9');
      expect(unknown).toEqual(await enter('disdik', 'salah sekali ini', 'desk', '10.0.0.9'));
      expect(unknown).toMatchObject({ code: 'LOGIN_FAILED', params: {} });
    });

    it('ever later to who guesses, while the victim gets in from elsewhere', async () => {
      const guesses = await Promise.all(
        Array.from({ length: 30 }, (_, at) => enter('bpjs', `tebakan ${at}`, 'desk', '203.0.113.7')),
      );
      const codes = guesses.map((answer) => isRefusal(answer) && answer.code);
      expect(codes.filter((code) => code === 'LOGIN_FAILED').length).toBeLessThanOrEqual(4);
      expect(codes.filter((code) => code === 'LOGIN_THROTTLED').length).toBeGreaterThanOrEqual(26);
      expect(await enter('bpjs', TABLE_PASSWORD, 'desk', '203.0.113.7')).toMatchObject({ code: 'LOGIN_THROTTLED' });
      expect(await enter('bpjs', TABLE_PASSWORD, 'desk', '10.0.0.2')).toMatchObject({ kind: 'desk' });
    });

    it('for a limited time: after the delay the right password opens', async () => {
      for (let at = 0; at < 4; at++) await enter('auditor', 'salah sekali ini', 'desk', '10.0.0.3');
      expect(await enter('auditor', TABLE_PASSWORD, 'desk', '10.0.0.3')).toMatchObject({
        code: 'LOGIN_THROTTLED',
        retryAfter: 1,
      });
      await database.owning(`UPDATE login_attempt SET retry_at = clock_timestamp()`);
      expect(await enter('auditor', TABLE_PASSWORD, 'desk', '10.0.0.3')).toMatchObject({ kind: 'desk' });
    });
  });

  describe('from an office that a password sprayer shares', () => {
    const OFFICE = '198.51.100.4';
    const spray = async (times: number): Promise<readonly unknown[]> => {
      const codes: unknown[] = [];
      for (let at = 0; at < times; at++) {
        const answer = await enter(`siapa${crypto.randomUUID()}`, 'salah sekali ini', 'desk', OFFICE);
        codes.push(isRefusal(answer) && answer.code);
      }
      return codes;
    };

    it('begins for who was there before, while the sprayer waits; who is new there waits seconds', async () => {
      orRefuse(await enter('asisten', TABLE_PASSWORD, 'desk', OFFICE));
      const codes = await spray(45);
      expect(codes.slice(0, 38)).toEqual(Array(38).fill('LOGIN_FAILED'));
      expect(codes.slice(-3)).toEqual(Array(3).fill('LOGIN_THROTTLED'));
      expect(await enter('asisten', TABLE_PASSWORD, 'desk', OFFICE)).toMatchObject({ kind: 'desk' });
      const newcomer = await enter('bupati', TABLE_PASSWORD, 'desk', OFFICE);
      expect(newcomer).toMatchObject({ code: 'LOGIN_THROTTLED' });
      expect(isRefusal(newcomer) && newcomer.params['seconds']).toBeLessThanOrEqual(15);
      await database.owning(`UPDATE login_attempt SET retry_at = clock_timestamp()`);
      expect(await enter('bupati', TABLE_PASSWORD, 'desk', OFFICE)).toMatchObject({ kind: 'desk' });
    }, 30_000);

    it('counts all addresses of one IPv6 network as one', async () => {
      for (let at = 1; at <= 4; at++) await enter('data', 'salah sekali ini', 'desk', `2001:db8:7:7::${at}`);
      expect(await enter('data', TABLE_PASSWORD, 'desk', '2001:db8:7:7:ffff::9')).toMatchObject({
        code: 'LOGIN_THROTTLED',
      });
      expect(await enter('data', TABLE_PASSWORD, 'desk', '2001:db8:7:8::9')).toMatchObject({ kind: 'desk' });
    });

    it('is forgotten when it no longer matters', async () => {
      await database.owning(`UPDATE login_attempt SET last_at = last_at - interval '2 days'`);
      expect(await sweepTries(door)).toBeGreaterThan(10);
      const [left] = await database.owning(
        'SELECT count(*) FILTER (WHERE signed_in_at IS NULL)::int AS strangers, count(*)::int AS all FROM login_attempt',
      );
      expect(left).toMatchObject({ strangers: 0 });
      await database.owning(`UPDATE login_attempt SET signed_in_at = signed_in_at - interval '31 days'`);
      await sweepTries(door);
      expect(await database.owning('SELECT 1 FROM login_attempt')).toEqual([]);
    });
  });

  describe('of the first administrator', () => {
    const owner = { query: <R>(sql: string, params: readonly unknown[] = []) => database.owning<R>(sql, params) };

    it('begins with a one-time link that takes a good password once', async () => {
      const person = { login: 'pertama', name: 'Contoh Pertama', region: '35.05', from: '2026-01-01' };
      const made = orThrow(await inOwnersTransaction(database, (tx) => createAdministrator(tx, person)));
      expect(await enter('pertama', '')).toMatchObject({ code: 'LOGIN_FAILED' });
      expect(await setPasswordByToken(door, made.token, 'pendek')).toMatchObject({ code: 'PASSWORD_TOO_WEAK' });
      expect(await setPasswordByToken(door, made.token, 'pertama pertama')).toMatchObject({
        code: 'PASSWORD_TOO_WEAK',
      });
      expect(await setPasswordByToken(door, made.token, 'gajah makan di sungai')).toEqual({ login: 'pertama' });
      expect(await setPasswordByToken(door, made.token, 'gajah makan di sungai')).toMatchObject({
        code: 'LOGIN_FAILED',
      });
      const session = orRefuse(await enter('pertama', 'gajah makan di sungai'));
      expect((await sessions.authenticate(cookieOf(session)))?.actors.get('35.05')?.role).toBe('admin');
    });

    it('needs a login that is free, whatever its case', async () => {
      const person = { login: 'DINKES', name: 'Contoh', passwordHash: null };
      expect(await createPerson(owner, person)).toMatchObject({ code: 'LOGIN_TAKEN' });
    });
  });

  it('shows nothing of people, secrets and sessions to an ordinary transaction', async () => {
    const seen = await door.as(actorOf('admin'), async (tx) => ({
      secrets: await tx.query('SELECT * FROM credential', []),
      sessions: await tx.query('SELECT * FROM session', []),
      tries: await tx.query('SELECT * FROM login_attempt', []),
      people: await tx.query<{ login: string }>('SELECT login FROM person', []),
    }));
    expect(seen).toMatchObject({ secrets: [], sessions: [], tries: [] });
    expect(seen.people.map(({ login }) => login)).not.toContain('kota');
    expect(await door.asNobody((tx) => tx.query('SELECT login FROM person', []))).toEqual([]);
  });
});

async function inOwnersTransaction<T>(
  { owner }: TestDatabase,
  work: (tx: { query: <R>(sql: string, params?: readonly unknown[]) => Promise<R[]> }) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('BEGIN');
    const result = await work({
      query: async <R>(sql: string, params: readonly unknown[] = []) =>
        (await client.query(sql, [...params])).rows as R[],
    });
    await client.query('COMMIT');
    return result;
  } finally {
    await client.end();
  }
}
