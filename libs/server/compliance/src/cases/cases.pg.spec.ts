import { CloseCase, ReopenCase, VerifyCase } from '@papan/contracts';
import { caseAfter, casesOf, type Case } from '@papan/domain';
import { type TestDatabase, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { Table } from '../table';
import { closeOneCase, reopenOneCase, verifyOneCase } from './deeds';
import { openOneCase } from './open-case';

describe('a case', () => {
  let database: TestDatabase;
  let table: Table;

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    table = new Table(await database.open());
  }, 60_000);
  afterAll(() => database.drop());

  const verify = async (id: number, over: Partial<VerifyCase> = {}) => {
    const document = await table.file('bpjs', `bukti ${id}`);
    const said = { proof: 'REGISTRATION', workers: 28, ended: ['NOT_REGISTERED'], workersMissing: 0, number: 'B/1' };
    const body = VerifyCase.parse({ on: '2026-11-02', document, ...said, ...over });
    return table.does('bpjs', (actor) => verifyOneCase({ actor, case: id }, body));
  };
  const reopen = (id: number, reason: ReopenCase['reason']) => {
    const entry = crypto.randomUUID();
    const said = { entry, on: '2026-11-02', reason, violations: ['ARREARS'], workersMissing: 3 };
    return table.does('disnaker', (actor) => reopenOneCase({ actor, case: id }, ReopenCase.parse(said)));
  };
  const heads = () => database.owning(`SELECT seq, next_case FROM region WHERE code = '35.05'`);

  it('is opened once for an employer, whose next one waits for its end', async () => {
    const employer = await table.employer();
    const id = await table.opens({ employer });
    expect(await table.case(id)).toMatchObject({ employer, status: 'OPEN', workersMissing: 28, version: 1 });
    const again = { employer, entry: crypto.randomUUID(), violations: ['ARREARS'], workersMissing: 0 } as const;
    const body = { ...again, violations: ['ARREARS' as const], source: 'MANUAL' as const, note: '' };
    expect(await table.does('bpjs', (actor) => openOneCase({ actor }, body))).toMatchObject({
      code: 'CASE_ALREADY_OPEN',
      params: { case: id },
    });
    expect(await table.does('bpjs', (actor) => openOneCase({ actor }, { ...body, employer: 999 }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('starts its clock with the receipt and keeps it as a row that is swept', async () => {
    const id = await table.opens();
    const entry = await table.takes('disnaker', id, 'HIMBAUAN', { number: '560/9', signatory: 'Kepala' });
    const clocks = () =>
      database.owning(
        `SELECT due_at AT TIME ZONE 'Asia/Jakarta' AS due, agency, code, stopped_at IS NULL AS runs
           FROM deadline WHERE kind = 'CASE_STEP' AND subject = ${id}`,
      );
    expect((await table.case(id))?.steps[1]?.clock).toBeNull();
    expect(await clocks()).toEqual([]);
    await table.appeals(id, '2026-11-02');
    const steps = (await table.case(id))?.steps ?? [];
    expect(steps.map((one) => [one.step, one.clock?.state, one.clock?.ends])).toEqual([
      ['IDENTIFIED', undefined, undefined],
      ['HIMBAUAN', undefined, undefined],
      ['HIMBAUAN', 'RUNNING', '2026-11-16'],
    ]);
    expect(entry).toBe(steps[1]?.entry);
    expect(await clocks()).toEqual([{ due: new Date('2026-11-17T00:00:00'), agency: 3, code: 'HIMBAUAN', runs: true }]);
    await table.inspects(id);
    expect(await clocks()).toMatchObject([{ runs: false }]);
  });

  it('takes only files that are there', async () => {
    const id = await table.opens();
    const before = await heads();
    const strange = await table.tries('disnaker', id, 'HIMBAUAN', { document: 'a'.repeat(64) });
    expect(strange).toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    expect((await table.case(id))?.steps).toHaveLength(1);
    expect(await heads()).toEqual(before);
  });

  it('ends as compliant by BPJS alone, and goes on with its history when workers are still missing', async () => {
    const id = await table.opens();
    await table.appeals(id);
    const body = VerifyCase.parse({
      ...{ on: '2026-11-02', proof: 'REGISTRATION', workers: 28, ended: ['NOT_REGISTERED'], workersMissing: 0 },
      ...{ document: await table.file('disnaker', 'x'), number: 'B/1' },
    });
    expect(await table.does('dinkes', (actor) => verifyOneCase({ actor, case: id }, body))).toMatchObject({
      code: 'ONLY_BPJS_ENDS',
    });
    expect(await verify(id)).toMatchObject({ case: id });
    expect(await table.case(id)).toMatchObject({ status: 'PATUH', workersWon: 28, workersMissing: 0 });
    expect(await table.tries('disnaker', id, 'HIMBAUAN')).toMatchObject({ code: 'CASE_ENDED' });
    expect(await reopen(id, 'BUSINESS_REVIVED')).toMatchObject({ code: 'REOPEN_REASON_WRONG' });
    expect(await reopen(id, 'NEW_ARREARS')).toMatchObject({ case: id });
    const open = await table.case(id);
    expect(open).toMatchObject({ status: 'OPEN', reopened: 1, workersMissing: 3, workersWon: 28, counts: 3 });
    expect(open?.steps.map(({ step }) => step)).toEqual(['IDENTIFIED', 'HIMBAUAN', 'IDENTIFIED']);
    const closed = CloseCase.parse({
      ...{ on: '2026-11-02', reason: 'BANKRUPT', document: await table.file('bpjs', 'pailit'), number: 'BA/2' },
    });
    expect(await table.does('kacab', (actor) => closeOneCase({ actor, case: id }, closed))).toMatchObject({ case: id });
    expect(await table.case(id)).toMatchObject({ status: 'TUTUP' });
  });

  it('leaves no trace where it is refused, whatever was asked', async () => {
    const id = await table.opens();
    await table.inspects(id);
    const before = [await table.case(id), await heads()];
    const signed = { number: 'T/1', signatory: 'Kepala' };
    const asked = [
      await table.tries('disnaker', id, 'TEGURAN_I', signed),
      await table.tries('pengawas', id, 'TEGURAN_II', signed),
      await table.tries('pengawas', id, 'TEGURAN_I'),
      await table.tries('dinkes', id, 'TEGURAN_I', signed),
      await table.tries('jaksa', id, 'SUMMONS', { ...signed, promisedOn: '2026-11-20' }),
      await table.tries('dpmptsp', id, 'TMP2T_IN_FORCE', signed),
      await table.tries('pengawas', id, 'TEGURAN_I', { ...signed, on: '2026-11-03' }),
      await table.tries('disdik', id, 'HIMBAUAN'),
      await table.tries('kota', id, 'HIMBAUAN'),
    ];
    expect(asked.map((answer) => ('code' in answer ? answer.code : 'accepted'))).toEqual([
      ...['STEP_NOT_YOURS', 'STEP_NEEDS', 'STEP_FIELD_MISSING', 'ON_DOCUMENT_ONLY', 'NOT_FOUND', 'STEP_NEEDS'],
      ...['STEP_IN_FUTURE', 'NOT_FOUND', 'NOT_FOUND'],
    ]);
    expect([await table.case(id), await heads()]).toEqual(before);
  });

  it('stands in its rows as the journal adds it up', async () => {
    const happenings = await table.journal();
    const folded = new Map<number, Case>();
    for (const one of happenings) {
      for (const id of casesOf(one.event)) {
        const after = caseAfter(folded.get(id), one);
        if (after) folded.set(id, after);
      }
    }
    expect(folded.size).toBeGreaterThan(4);
    for (const [id, expected] of folded) expect(await table.case(id)).toEqual(expected);
  });

  it('tells its history to those who see employers, and to nobody else', async () => {
    const told = (seat: Parameters<typeof table.journal>[0]) =>
      table.journal(seat).then((all) => all.filter(({ event }) => casesOf(event).length > 0).length);
    expect(await told('bpjs')).toBe(await told('dinkes'));
    for (const seat of ['disdik', 'jaksa', 'kota'] as const) expect(await told(seat)).toBe(0);
    const [seen] = await database.owning(`SELECT count(DISTINCT case_id)::int AS cases FROM case_event`);
    expect(seen).toEqual({ cases: (await database.owning('SELECT FROM employer_case')).length });
  });
});
