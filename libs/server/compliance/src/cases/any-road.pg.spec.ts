import {
  CloseCase,
  ConfirmHandover,
  FreezeStep,
  RecordAttendance,
  RecordReceipt,
  ReopenCase,
  TakeStep,
  VerifyCase,
} from '@papan/contracts';
import {
  CLOSE_REASONS,
  type Case,
  LADDER,
  REFUSED_SERVICES,
  REOPEN_REASONS,
  STEPS,
  VIOLATIONS,
  addDays,
  caseAfter,
  casesOf,
  isRefusal,
  summaryOf,
} from '@papan/domain';
import { type Database, type Decide, Deadlines, JournalBell, Metrics, Sweeper } from '@papan/server-platform';
import { type Seat, type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import fc from 'fast-check';
import { confirmOneHandover } from '../handover/confirm-handover';
import { proposeOneHandover } from '../handover/propose-handover';
import { withdrawOneHandover } from '../handover/withdraw-handover';
import { CaseDeadlines } from '../ladder/case-deadlines';
import { Table } from '../table';
import {
  closeOneCase,
  freezeOneStep,
  recordOneAttendance,
  recordOneReceipt,
  reopenOneCase,
  setCaseViolations,
  takeOneStep,
  verifyOneCase,
} from './deeds';
import { readCases } from './case-rows';

/** Whole numbers by chance, the same for the same seed. */
type Chance = (below: number) => number;

const INSIDE: readonly Seat[] = ['dinkes', 'disnaker', 'dpmptsp', 'loket', 'bpjs', 'pengawas', 'kacab', 'jaksa'];
const OUTSIDE: readonly Seat[] = ['disdik', 'asisten', 'bupati', 'kota'];
const CASES = 8;
const START = '2026-11-02';

type Doing = readonly [Seat, (actor: ReturnType<typeof actorOf>) => Decide];

describe('whatever is done to cases, by whomever', () => {
  let database: TestDatabase;
  let door: Database;
  let table: Table;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    await database.owning(`INSERT INTO holiday_decree VALUES (2026, 'SKB 3 Menteri 1497/2025')`);
    door = await database.open();
    table = new Table(door);
  }, 60_000);
  afterAll(() => database.drop());

  const all = () =>
    door.as(actorOf('dinkes'), (tx) =>
      readCases(
        tx,
        '35.05',
        Array.from({ length: 40 }, (_, at) => at),
      ),
    );
  const pick = <T>(chance: Chance, of: readonly T[]): T => of[chance(of.length)] as T;

  /** One thing that somebody might do next; most are refused, as they should be. */
  const next = (chance: Chance, cases: readonly Case[], file: string, today: string): Doing => {
    const found = pick(chance, cases);
    const seat = pick(chance, chance(12) === 0 ? OUTSIDE : INSIDE);
    const meant = chance(2) ? (found.steps.at(-1) ?? pick(chance, found.steps)) : pick(chance, found.steps);
    const { entry } = meant;
    const its = ownerOf(meant.step);
    const on = chance(4) === 0 ? START : today;
    const signed = { number: '1/2026', signatory: 'Kepala' };
    const id = found.id;
    const violations = [pick(chance, VIOLATIONS)];
    switch (chance(20)) {
      case 0:
      case 10:
      case 11: {
        const body = RecordReceipt.parse({
          sentOn: meant.on,
          receivedOn: chance(3) ? meant.on : on,
          receiptProof: file,
        });
        return [pick(chance, [its, its, seat]), (actor) => recordOneReceipt({ actor, case: id, entry }, body)];
      }
      case 1: {
        const body = FreezeStep.parse({ ...signed, signedScan: file, on });
        return [pick(chance, [its, seat]), (actor) => freezeOneStep({ actor, case: id, entry }, body)];
      }
      case 2: {
        const body = RecordAttendance.parse({ attended: chance(2) === 0 });
        return [pick(chance, ['jaksa', seat]), (actor) => recordOneAttendance({ actor, case: id, entry }, body)];
      }
      case 3: {
        if (chance(3) > 0) break;
        const won = { proof: 'REGISTRATION', workers: 1 + chance(9), workersMissing: chance(3), number: 'B/1' };
        const ended = violations.filter((one) => one !== 'ARREARS');
        const body = VerifyCase.parse({ ...won, on, ended, document: file });
        return [pick(chance, ['bpjs', seat]), (actor) => verifyOneCase({ actor, case: id }, body)];
      }
      case 4: {
        if (chance(8) > 0) break;
        const body = CloseCase.parse({ on, reason: pick(chance, CLOSE_REASONS), document: file, number: 'BA/1' });
        return [pick(chance, ['kacab', seat]), (actor) => closeOneCase({ actor, case: id }, body)];
      }
      case 5: {
        const again = { entry: crypto.randomUUID(), on, reason: pick(chance, REOPEN_REASONS), workersMissing: 4 };
        return [seat, (actor) => reopenOneCase({ actor, case: id }, ReopenCase.parse({ ...again, violations }))];
      }
      case 6:
        return [seat, (actor) => setCaseViolations({ actor, case: id }, { violations, on, note: '' })];
      case 7: {
        const some = cases.filter(() => chance(5) === 0).map((one) => one.id);
        const body = { cases: some.length > 0 ? some : [id], note: '' };
        return [pick(chance, ['bpjs', seat]), (actor) => proposeOneHandover({ actor }, body)];
      }
      case 8: {
        const body = ConfirmHandover.parse({ ...signed, on, document: chance(2) ? file : null, term: '2026-12-20' });
        return [pick(chance, ['kacab', seat]), (actor) => confirmOneHandover({ actor }, 1 + chance(6), body)];
      }
      case 9:
        return [seat, (actor) => withdrawOneHandover({ actor }, 1 + chance(6), { note: 'x' })];
    }
    const step = pick(chance, STEPS);
    const { asks } = LADDER[step];
    const body = TakeStep.parse({
      ...{ entry: chance(9) === 0 ? entry : crypto.randomUUID(), step, on },
      ...(asks.includes('number') || chance(3) === 0 ? signed : {}),
      ...(asks.includes('workers') ? { workers: 3 } : {}),
      ...(asks.includes('amount') ? { amount: 500_000 } : {}),
      ...(asks.includes('promisedOn') ? { promisedOn: '2026-12-20' } : {}),
      ...(asks.includes('services') ? { services: [REFUSED_SERVICES[0]] } : {}),
      ...(chance(2) ? { document: file } : {}),
      ...(chance(3) === 0 ? { receivedOn: on, receiptProof: file } : {}),
    });
    return [pick(chance, [seat, ownerOf(step), ownerOf(step)]), (actor) => takeOneStep({ actor, case: id }, body)];
  };

  it('is either refused without a trace, or one entry in the journal that the rows add up to', async () => {
    const file = await table.file('dinkes', 'bukti');
    for (const seat of ['disnaker', 'bpjs', 'jaksa', 'dpmptsp'] as const) await table.file(seat, 'bukti');
    for (let made = 0; made < CASES; made++) await table.opens();
    const deadlines = new Deadlines(door, new JournalBell(), new Metrics(), new Sweeper(new Metrics()));
    new CaseDeadlines(deadlines).onModuleInit();
    const drawn = fc.sample(fc.nat({ max: 2 ** 30 }), { numRuns: 9_000, seed: 20_261_102 });
    let at = 0;
    const chance: Chance = (below) => (below === 0 ? 0 : (drawn[at++ % drawn.length] ?? 0) % below);
    const said = new Map<string, number>();
    let accepted = CASES;
    for (let doing = 0; doing < 900; doing++) {
      const today = addDays(START, Math.floor(doing / 18));
      if (doing % 18 === 0) {
        await database.owning(`UPDATE clock SET shift = timestamptz '${today}T08:00:00+07:00' - clock_timestamp()`);
        while (await deadlines.fireOne());
      }
      const answer = await table.does(...next(chance, await all(), file, today));
      const code = isRefusal(answer) ? answer.code : 'accepted';
      said.set(code, (said.get(code) ?? 0) + 1);
      if (code === 'accepted') accepted++;
    }
    expect(said.get('accepted')).toBeGreaterThan(80);
    expect(said.size).toBeGreaterThan(20);
    const journal = await table.journal();
    const [head] = await database.owning(`SELECT seq::int FROM region WHERE code = '35.05'`);
    const fired = journal.filter(({ event }) => event.type === 'DeadlineFired').length;
    expect(fired).toBeGreaterThan(2);
    expect(head).toEqual({ seq: accepted + fired });
    const folded = new Map<number, Case>();
    for (const one of journal) {
      for (const id of casesOf(one.event)) {
        const after = caseAfter(folded.get(id), one);
        if (after) folded.set(id, after);
      }
    }
    expect(await all()).toEqual([...folded.values()].sort((a, b) => a.id - b.id));
    const rows = await database.owning<{ id: number; summary: object }>('SELECT id, summary FROM employer_case');
    for (const { id, summary } of rows) expect(summary).toEqual(summaryOf(folded.get(id) as Case, '2026-12-21'));
  }, 120_000);

  it('leaves a clock that is swept for each that runs, and none for the others', async () => {
    const swept = await database.owning<{ entry: string; due: string }>(
      `SELECT entry::text, ((due_at AT TIME ZONE 'Asia/Jakarta')::date - 1)::text AS due FROM deadline
        WHERE fired_at IS NULL AND stopped_at IS NULL ORDER BY entry`,
    );
    const running = (await all()).flatMap(({ steps }) =>
      steps.flatMap(({ entry, clock }) =>
        clock?.state === 'RUNNING' && clock.ends ? [{ entry, due: clock.ends }] : [],
      ),
    );
    expect(running.length).toBeGreaterThan(0);
    expect(swept).toEqual(running.sort((a, b) => (a.entry < b.entry ? -1 : 1)));
  });
});

function ownerOf(step: (typeof STEPS)[number]): Seat {
  const owners = { LOCAL: 'disnaker', BPJS: 'pengawas', LICENSING: 'dpmptsp', PROSECUTOR: 'jaksa' } as const;
  return owners[LADDER[step].owner];
}
