import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { ConfirmHandover, ReopenCase, VerifyCase, unpackCases } from '@papan/contracts';
import { isRefusal } from '@papan/domain';
import { DossierKey, TypstPdf, verifyDossier } from '@papan/server-papers';
import { Commands, type Database, Files, JournalBell, Metrics, Sweeper, SystemCommands } from '@papan/server-platform';
import { type Seat, type TestDatabase, actorOf, setSmallTable, testDatabase } from '@papan/server-platform/testing';
import { reopenOneCase, verifyOneCase } from '../cases/deeds';
import { readCaseList } from '../cases/read-case-list';
import { DossierMaker } from '../dossiers/dossier-maker';
import { DossierShelf } from '../dossiers/dossier-shelf';
import { noteReading } from '../dossiers/note-reading';
import { readDossier, readDossiers } from '../dossiers/read-dossiers';
import type { Papers } from '../letters/papers';
import { readLadder } from '../ladder/read-ladder';
import { setLadder } from '../ladder/set-ladder';
import { Table } from '../table';
import { confirmOneHandover } from './confirm-handover';
import { proposeOneHandover } from './propose-handover';
import { readOneHandover, readReadiness } from './read-handovers';
import { withdrawOneHandover } from './withdraw-handover';

const SKK = { number: 'SKK/1/2026', signatory: 'Kepala Cabang', on: '2026-11-02', term: '2027-01-31' };

beforeAll(() => {
  Logger.overrideLogger(false);
});

describe('a hand-over to the prosecutor', () => {
  let database: TestDatabase;
  let door: Database;
  let table: Table;
  let folder: string;
  let files: Files;
  let key: DossierKey;
  const pdf = new TypstPdf();

  beforeAll(async () => {
    database = await testDatabase();
    await setSmallTable(database);
    door = await database.open();
    folder = mkdtempSync(join(tmpdir(), 'papan-dossiers-'));
    files = new Files(join(folder, 'files'));
    table = new Table(door, [], files);
    key = DossierKey.generate();
  }, 60_000);
  afterAll(async () => {
    await pdf.close();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const shelf = () => new DossierShelf(folder);
  const maker = () => {
    const papers = { pdf, key: () => Promise.resolve(key) } as unknown as Papers;
    const system = new SystemCommands(door, new JournalBell());
    return new DossierMaker(door, system, files, papers, shelf(), new Sweeper(new Metrics()));
  };
  const complete = async (): Promise<number> => {
    const id = await table.opens();
    await table.appeals(id);
    await table.inspects(id);
    return id;
  };
  const propose = async (cases: readonly number[], seat: Seat = 'bpjs'): Promise<number> => {
    const body = { cases: [...cases], note: '' };
    return (await table.must(seat, (actor) => proposeOneHandover({ actor }, body))).handover ?? 0;
  };
  const confirm = (id: number, seat: Seat = 'kacab', over: Partial<ConfirmHandover> = {}) =>
    table.does(seat, (actor) => confirmOneHandover({ actor }, id, ConfirmHandover.parse({ ...SKK, ...over })));
  const view = async (id: number) => {
    const found = await readOneHandover(door, actorOf('bpjs'), id);
    if (isRefusal(found)) throw new Error(found.code);
    return found;
  };
  const heads = () => database.owning(`SELECT seq FROM region WHERE code = '35.05'`);

  it('says what is missing, and is refused as a whole for one case that is not complete', async () => {
    const bare = await table.opens();
    const ready = await complete();
    const found = await readReadiness(door, actorOf('bpjs'), [bare, ready]);
    if (isRefusal(found)) throw new Error(found.code);
    expect(found.cases.map((one) => [one.case, one.missing.map(({ code }) => code)])).toEqual([
      [bare, ['HANDOVER_NEEDS_APPEAL', 'HANDOVER_NEEDS_INSPECTION']],
      [ready, []],
    ]);
    const before = await heads();
    const body = { cases: [bare, ready], note: '' };
    expect(await table.does('bpjs', (actor) => proposeOneHandover({ actor }, body))).toMatchObject({
      code: 'HANDOVER_NEEDS_APPEAL',
      params: { case: bare },
    });
    expect(await table.does('disnaker', (actor) => proposeOneHandover({ actor }, body))).toMatchObject({
      code: 'ROLE_NOT_ALLOWED',
    });
    expect(await heads()).toEqual(before);
    expect(await database.owning('SELECT FROM handover')).toEqual([]);
  });

  it('takes two persons, and comes to be once though both confirm at the same time', async () => {
    const [one, two] = [await complete(), await complete()];
    const handover = await propose([one, two], 'kacab');
    expect(await table.case(one)).toMatchObject({ handover: { id: handover, state: 'PROPOSED' } });
    expect(await confirm(handover, 'kacab')).toMatchObject({ code: 'HANDOVER_OWN_PROPOSAL' });
    expect(await confirm(handover, 'dinkes')).toMatchObject({ code: 'ON_DOCUMENT_ONLY' });
    expect(await confirm(handover, 'disnaker')).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    const document = await table.file('dinkes', 'skk');
    const answers = await Promise.all([
      confirm(handover, 'dinkes', { document }),
      confirm(handover, 'dinkes', { document }),
      confirm(handover, 'dinkes', { document }),
    ]);
    expect(answers.map((answer) => ('code' in answer ? answer.code : 'accepted')).sort()).toEqual([
      ...['HANDOVER_NOT_PROPOSED', 'HANDOVER_NOT_PROPOSED', 'accepted'],
    ]);
    const found = await table.case(two);
    expect(found?.steps.at(-1)).toMatchObject({ step: 'SKK', number: 'SKK/1/2026', clock: { ends: '2027-01-31' } });
    expect(found?.handover).toEqual({ id: handover, state: 'CONFIRMED' });
    expect(await view(handover)).toMatchObject({ state: 'CONFIRMED', sealed: 0, proposedBy: 9, confirmedBy: 2 });
  });

  it('can be taken back before it is confirmed, and its cases go again', async () => {
    const id = await complete();
    const first = await propose([id]);
    expect(await table.does('bpjs', (actor) => proposeOneHandover({ actor }, { cases: [id], note: '' }))).toMatchObject(
      {
        code: 'HANDOVER_RUNS',
      },
    );
    const body = { note: 'Satu bukti kurang' };
    await table.must('bpjs', (actor) => withdrawOneHandover({ actor }, first, body));
    expect(await confirm(first)).toMatchObject({ code: 'HANDOVER_NOT_PROPOSED' });
    expect((await table.case(id))?.handover).toBeNull();
    expect(await propose([id])).toBeGreaterThan(first);
  });

  it('gets a sealed dossier for each case, once, which verifies and carries its papers', async () => {
    const ids = [await complete(), await complete()];
    const handover = await propose(ids);
    await confirm(handover);
    const makers = [maker(), maker()];
    for (let idle = 0; idle < 2;)
      idle = (await Promise.all(makers.map((it) => it.makeOne()))).some(Boolean) ? 0 : idle + 1;
    const seen = await view(handover);
    expect(seen).toMatchObject({ state: 'SEALED', sealed: 2 });
    for (const one of seen.cases) {
      const path = shelf().path({ region: '35.05', handover, case: one.case });
      const verdict = await verifyDossier(path, key.fingerprint);
      expect(verdict).toMatchObject({ ok: true, problems: [] });
      expect(verdict.manifest?.files.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['asli/01-himbauan-bukti-terima.pdf', 'asli/02-pemeriksaan.pdf', 'berkas.pdf']),
      );
      expect((await table.case(one.case))?.handover).toEqual({ id: handover, state: 'SEALED' });
    }
    const told = (await table.journal()).filter(({ event }) => event.type === 'DossierSealed');
    expect(told.map(({ event }) => event.data)).toEqual(
      expect.arrayContaining(
        seen.cases.map((one) => expect.objectContaining({ case: one.case, manifest: one.manifest }) as unknown),
      ),
    );
    expect(new Set(told.map(({ event }) => JSON.stringify(event.data))).size).toBe(told.length);
    expect(told.every(({ by }) => by.person === null)).toBe(true);
  }, 60_000);

  it('is finished by another instance where the first was killed, whenever that was', async () => {
    const id = await complete();
    const handover = await propose([id]);
    await confirm(handover);
    const claim = () => database.owning<{ region: string }>(`SELECT region FROM claim_dossier(interval '2 minutes')`);
    // Killed after the claim, before anything was made.
    while ((await claim()).length > 0);
    expect(await maker().makeOne()).toBe(false);
    await database.owning('UPDATE dossier SET claimed_until = clock_timestamp() WHERE sealed_at IS NULL');
    // Killed when the file was there and the row did not say so yet.
    const name = { region: '35.05', handover, case: id };
    await shelf().place(name);
    const dying = maker();
    jest.spyOn(dying as unknown as { finish(): Promise<void> }, 'finish').mockRejectedValue(new Error('killed'));
    await dying.makeOne();
    const made = readFileSync(shelf().path(name));
    expect(await view(handover)).toMatchObject({ state: 'CONFIRMED', sealed: 0 });
    await database.owning('UPDATE dossier SET claimed_until = clock_timestamp() WHERE sealed_at IS NULL');
    expect(await maker().makeOne()).toBe(true);
    expect(await view(handover)).toMatchObject({ state: 'SEALED', sealed: 1 });
    expect(readFileSync(shelf().path(name)).equals(made)).toBe(true);
    expect(readdirSync(join(folder, 'dossiers', '35.05')).filter((file) => file.startsWith('.'))).toEqual([]);
    const [tries] = await database.owning(`SELECT tries, trouble FROM dossier WHERE handover = ${handover}`);
    expect(tries).toMatchObject({ trouble: null });
  }, 60_000);

  it('keeps the reason where a dossier cannot be made, and makes it when the reason is gone', async () => {
    const id = await complete();
    const handover = await propose([id]);
    await confirm(handover);
    const [file] = (await table.case(id))?.steps.flatMap(({ receiptProof }) => receiptProof ?? []) ?? [];
    const path = files.path(file ?? '');
    const whole = readFileSync(path);
    writeFileSync(path, 'dirusak');
    expect(await maker().makeOne()).toBe(true);
    const [row] = await database.owning(`SELECT trouble, sealed_at FROM dossier WHERE handover = ${handover}`);
    expect(row).toMatchObject({
      sealed_at: null,
      trouble: expect.stringContaining('01-himbauan-bukti-terima.pdf') as string,
    });
    const told = async () => (await view(handover)).cases[0]?.trouble;
    expect(await told()).toEqual({ code: 'FILE', file: '01-himbauan-bukti-terima.pdf' });
    writeFileSync(path, whole);
    await database.owning('UPDATE dossier SET claimed_until = clock_timestamp() WHERE sealed_at IS NULL');
    await maker().makeOne();
    expect(await view(handover)).toMatchObject({ state: 'SEALED' });
    expect(await told()).toBeNull();
  }, 60_000);

  it('shows the prosecutor the cases that were handed over, as they were, and nothing else', async () => {
    const [kept, id] = [await complete(), await table.opens()];
    await table.takes('disnaker', id, 'HIMBAUAN', { note: 'catatan dalam' });
    await table.appeals(id);
    await table.inspects(id);
    const handover = await propose([id]);
    expect(await readDossier(door, actorOf('jaksa'), id)).toMatchObject({ code: 'NOT_FOUND' });
    await confirm(handover);
    await table.takes('jaksa', id, 'SUMMONS', { number: 'P/1', signatory: 'Kasi', promisedOn: '2026-11-10' });
    await table.takes('pengawas', id, 'TEGURAN_I', { number: 'T/1', signatory: 'Kepala' });
    const list = await readDossiers(door, actorOf('jaksa'));
    if (isRefusal(list)) throw new Error(list.code);
    expect(list.some((one) => one.case === kept)).toBe(false);
    expect(list.find((one) => one.case === id)).toMatchObject({ handover, number: 'SKK/1/2026', latest: 'SUMMONS' });
    const detail = await readDossier(door, actorOf('jaksa'), id);
    if (isRefusal(detail)) throw new Error(detail.code);
    expect(detail.case.steps.map(({ step }) => step)).toEqual([
      ...['IDENTIFIED', 'HIMBAUAN', 'HIMBAUAN', 'INSPECTION', 'SKK', 'SUMMONS'],
    ]);
    expect(JSON.stringify(detail)).not.toContain('catatan dalam');
    expect(detail.offers.map(({ step, refusal }) => [step, refusal?.code])).toEqual([
      ['SUMMONS', undefined],
      ['MEDIATION', undefined],
      ['SETTLEMENT', undefined],
      ['SMALL_CLAIM', undefined],
    ]);
    expect(await table.case(kept, 'jaksa')).toBeUndefined();
    const seen = await door.as(actorOf('jaksa'), async (tx) => [
      await tx.query('SELECT id FROM employer_case', []),
      await tx.query('SELECT id FROM employer', []),
      await tx.query('SELECT DISTINCT case_id AS id FROM case_step', []),
    ]);
    const handed = new Set(list.map((one) => one.case));
    expect(seen.map((rows) => rows.length)).toEqual([handed.size, handed.size, handed.size]);
  });

  it('stays with the prosecutor as it was when the case begins anew, and can be followed by another', async () => {
    const id = await complete();
    const first = await propose([id]);
    await confirm(first);
    const document = await table.file('bpjs', `bukti ${id}`);
    const won = { proof: 'REGISTRATION', workers: 28, ended: ['NOT_REGISTERED'], workersMissing: 0, number: 'B/1' };
    const proof = VerifyCase.parse({ ...won, on: '2026-11-02', document });
    await table.must('bpjs', (actor) => verifyOneCase({ actor, case: id }, proof));
    const said = { reason: 'NEW_ARREARS', violations: ['ARREARS'], workersMissing: 1 };
    const again = ReopenCase.parse({ ...said, entry: crypto.randomUUID(), on: '2026-11-02' });
    await table.must('bpjs', (actor) => reopenOneCase({ actor, case: id }, again));
    await table.appeals(id);
    expect((await table.case(id))?.handover).toBeNull();
    const read = async () => {
      const found = await readDossier(door, actorOf('jaksa'), id);
      if (isRefusal(found)) throw new Error(found.code);
      return found;
    };
    expect((await read()).case.steps.map(({ step }) => step)).toEqual(['IDENTIFIED', 'HIMBAUAN', 'INSPECTION', 'SKK']);
    expect((await read()).offers.map(({ refusal }) => refusal === null)).toEqual([false, false, false, false]);
    await table.inspects(id);
    const second = await propose([id]);
    expect((await read()).handover.id).toBe(first);
    await confirm(second);
    expect((await read()).handover.id).toBe(second);
    while (await maker().makeOne());
    expect([await view(first), await view(second)]).toMatchObject([{ state: 'SEALED' }, { state: 'SEALED' }]);
    expect((await table.case(id))?.handover).toEqual({ id: second, state: 'SEALED' });
  }, 60_000);

  it('writes down each opening and download by the prosecutor, and nothing of the others', async () => {
    const id = await complete();
    await confirm(await propose([id]));
    const commands = new Commands(door, new JournalBell());
    for (const seat of ['jaksa', 'jaksa', 'bpjs', 'dinkes'] as const)
      await noteReading(commands, actorOf(seat), id, 'OPENED');
    await noteReading(commands, actorOf('jaksa'), id, 'DOWNLOADED');
    await noteReading(commands, actorOf('jaksa'), id, 'DOWNLOADED');
    const told = (await table.journal('bpjs')).filter(({ event }) => event.type === 'DossierRead');
    expect(told.map(({ event, by }) => [event.data, by.agency])).toMatchObject([
      [{ case: id, what: 'OPENED' }, 6],
      [{ case: id, what: 'DOWNLOADED' }, 6],
      [{ case: id, what: 'DOWNLOADED' }, 6],
    ]);
    expect(await noteReading(commands, actorOf('jaksa'), 999, 'OPENED')).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('follows the rule of the region from its day on, in the list, in what is missing and in the refusal', async () => {
    const id = await complete();
    const listed = async () => {
      const list = await readCaseList(door, actorOf('bpjs'), [id]);
      return unpackCases(list)[0]?.readyForHandover;
    };
    const missing = async () => {
      const found = await readReadiness(door, actorOf('bpjs'), [id]);
      if (isRefusal(found)) throw new Error(found.code);
      return found.cases[0]?.missing;
    };
    const needs = { appeals: 2, inspections: 1 };
    const set = (from: string) =>
      table.must('dinkes', (actor) => setLadder({ actor }, { from, step: 'HANDOVER', clock: null, needs }));
    await set('2026-12-01');
    expect([await listed(), await missing()]).toEqual([true, []]);
    const today = await readLadder(door, actorOf('bpjs'));
    expect(today.settings[0]).toMatchObject({
      from: '2026-12-01',
      step: 'HANDOVER',
      needs,
      by: actorOf('dinkes').person,
    });
    await set(today.today);
    expect(await listed()).toBe(false);
    expect(await missing()).toMatchObject([
      { code: 'HANDOVER_NEEDS_APPEAL', params: { needed: 2, proven: 1, since: today.today } },
    ]);
    expect(await table.does('bpjs', (actor) => proposeOneHandover({ actor }, { cases: [id], note: '' }))).toMatchObject(
      { code: 'HANDOVER_NEEDS_APPEAL', params: { case: id } },
    );
    await table.appeals(id);
    expect(await listed()).toBe(true);
    await propose([id]);
  });
});
