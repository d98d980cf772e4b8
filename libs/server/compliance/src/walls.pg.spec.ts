import { ConfirmHandover } from '@papan/contracts';
import { Commands, type Database, JournalBell } from '@papan/server-platform';
import { type Seat, type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { noteReading } from './dossiers/note-reading';
import { confirmOneHandover } from './handover/confirm-handover';
import { proposeOneHandover } from './handover/propose-handover';
import { checkAtCounter } from './counter/check-at-counter';
import { openCasesForImport } from './cases/open-case';
import { setLadder } from './ladder/set-ladder';
import { linkCases } from './tasks/link-cases';
import { Table } from './table';

/** Rows of each table that the prosecutor sees, one case of three being handed over; those who deal with employers see all. */
const TABLES: Readonly<Record<string, number>> = {
  employer: 1,
  employer_case: 1,
  case_step: 4,
  case_task: 0,
  case_gain: 0,
  case_event: 0,
  ladder_setting: 1,
  handover: 1,
  handover_case: 1,
  dossier: 1,
  dossier_reading: 1,
  counter_check: 0,
  paper_template: 0,
};

const TOLD: readonly Seat[] = ['dinkes', 'disnaker', 'dpmptsp', 'bpjs', 'asisten'];
const STRANGERS: readonly Seat[] = ['disdik', 'kota', 'kota-disdik'];

describe('row-level security around cases', () => {
  let database: TestDatabase;
  let door: Database;
  let table: Table;
  let handed = 0;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    door = await database.open();
    table = new Table(door);
    const [first, other] = [
      await table.opens({ employer: await table.employer('1234567890123') }),
      await table.opens(),
    ];
    for (const id of [first, other]) {
      await table.appeals(id);
      await table.inspects(id);
    }
    handed = first;
    await table.must('bpjs', (actor) => proposeOneHandover({ actor }, { cases: [first], note: '' }));
    const skk = ConfirmHandover.parse({ number: 'SKK/1', signatory: 'Kepala', on: '2026-11-02' });
    await table.must('kacab', (actor) => confirmOneHandover({ actor }, 1, skk));
    await noteReading(new Commands(door, new JournalBell()), actorOf('jaksa'), first, 'OPENED');
    await table.must('loket', (actor) => checkAtCounter({ actor }, { nib: '1234567890123' }));
    const clock = { kind: 'CALENDAR_DAYS', days: 14 } as const;
    await table.must('dinkes', (actor) => setLadder({ actor }, { from: '2026-12-01', step: 'HIMBAUAN', clock }));
    await database.owning(`INSERT INTO task (region, id, campaign, agency, visibility, status, since, title, description, evidence, unit, target, due)
      VALUES ('35.05', 1, 1, 3, 'campaign', 'ASSIGNED', now(), 't', '', '', 'employers', 3, '2026-12-01')`);
    await table.must('dinkes', (actor) => linkCases({ actor }, 1, { cases: [other] }));
    await database.owning(
      `INSERT INTO case_gain (region, case_id, step, workers, on_day) VALUES ('35.05', ${other}, 'HIMBAUAN', 3, '2026-11-02')`,
    );
    await database.owning(`INSERT INTO paper_template VALUES ('35.05', 3, 'HIMBAUAN', 'x', 'x', 'x', 1, now())`);
    const employer = await table.employer();
    await door.as(actorOf('bpjs'), (tx) =>
      openCasesForImport(
        tx,
        { now: '2026-11-02T01:00:00.000Z', today: '2026-11-02' },
        actorOf('bpjs'),
        'BPJS',
        '2026-11-02',
        1,
        [
          { employer, entry: crypto.randomUUID(), violations: ['ARREARS'], workersMissing: 2 },
          { employer, entry: crypto.randomUUID(), violations: ['ARREARS'], workersMissing: 2 },
        ],
      ),
    );
  }, 60_000);
  afterAll(() => database.drop());

  const seen = async (seat: Seat, name: string): Promise<number> =>
    (await door.as(actorOf(seat), (tx) => tx.query(`SELECT 1 FROM ${name}`, []))).length;

  it.each(Object.entries(TABLES))(
    'shows %s to those who deal with employers, the prosecutor his part, nobody else',
    async (name, prosecutors) => {
      const all = await database.owning(`SELECT 1 FROM ${name} WHERE region = '35.05'`);
      expect([name, all.length > 0]).toEqual([name, true]);
      for (const seat of TOLD) expect([seat, await seen(seat, name)]).toEqual([seat, all.length]);
      for (const seat of STRANGERS) expect([seat, await seen(seat, name)]).toEqual([seat, 0]);
      expect(await seen('jaksa', name)).toBe(prosecutors);
      const nobody = await door.asNobody((tx) => tx.query(`SELECT 1 FROM ${name}`, []));
      expect(nobody).toEqual([]);
    },
  );

  it.each([
    ['disdik', `UPDATE employer_case SET workers_missing = 0 RETURNING id`],
    ['kota', `UPDATE employer_case SET workers_missing = 0 RETURNING id`],
    ['jaksa', `UPDATE handover SET state = 'SEALED' RETURNING id`],
    ['jaksa', `UPDATE dossier SET manifest = 'x', sealed_at = now() RETURNING case_id`],
    ['kota', `UPDATE case_step SET ends = NULL RETURNING entry`],
  ] as const)('takes nothing from %s: %s', async (seat, sql) => {
    const written = door.as(actorOf(seat), (tx) => tx.query(sql, [])).catch(() => []);
    expect(await written).toEqual([]);
  });

  it.each([
    [
      `INSERT INTO employer_case (region, id, employer, opened_on, status, since, violations, workers_missing, version, summary)
      VALUES ('35.05', 99, 1, '2026-11-02', 'OPEN', '2026-11-02', '[]', 0, 1, '{}')`,
    ],
    [`INSERT INTO ladder_setting (region, from_day, step, at) VALUES ('35.05', '2026-11-02', 'HIMBAUAN', now())`],
    [`INSERT INTO handover_case (region, handover, case_id) VALUES ('35.05', 1, 2)`],
    [`INSERT INTO counter_check (region, nib, answer, person, at) VALUES ('35.05', '1', 'BLOCKED', 1, now())`],
    [`DELETE FROM case_step`],
    [`DELETE FROM employer_case`],
    [`SELECT note_case_event()`],
  ])('lets the prosecutor not say %s', async (sql) => {
    await expect(door.as(actorOf('jaksa'), (tx) => tx.query(sql, []))).rejects.toThrow(/policy|permission|trigger/);
  });

  it('lets the prosecutor put his papers to a case of his, and to no other', async () => {
    const put = (id: number) =>
      door.as(actorOf('jaksa'), (tx) =>
        tx.query(
          `INSERT INTO evidence_use (region, hash, original_hash, kind, bytes, name, subject, subject_id, audience, letter_number, note, agency, person, at)
           VALUES ('35.05', repeat('a', 64), repeat('a', 64), 'pdf', 1, 'x', 'case', $1, 0, '', '', 6, 10, now())`,
          [id],
        ),
      );
    await expect(put(handed)).resolves.toEqual([]);
    await expect(put(handed + 1)).rejects.toThrow(/policy/);
  });

  it('opens the cases of a list at once, one for each employer, and keeps how each was opened', async () => {
    const rows = await database.owning(
      `SELECT id, import, opening ->> 'case' AS opened, status FROM employer_case WHERE import IS NOT NULL`,
    );
    expect(rows).toEqual([{ id: 3, import: 1, opened: '3', status: 'OPEN' }]);
    expect(await table.case(3)).toMatchObject({ workersMissing: 2, version: 1, steps: [{ step: 'IDENTIFIED' }] });
  });
});
