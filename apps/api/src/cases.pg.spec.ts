import {
  type CaseDetail,
  type CaseList,
  type ComplianceSummary,
  type Directory,
  type DossierDetail,
  type HandoverView,
  type ManySteps,
  unpackCases,
} from '@papan/contracts';
import { fingerprintOf } from '@papan/server-papers';
import type { Seat } from '@papan/server-platform/testing';
import PizZip from 'pizzip';
import type { Response } from 'supertest';
import { type Browser, type TestApi, testApi } from './testing/table-api';

const REGION = '/api/regions/35.05';
const SIGNED = { number: '560/1', signatory: 'Kepala Contoh' };

describe('the road of one employer', () => {
  let api: TestApi;

  beforeAll(async () => {
    api = await testApi();
    await api.database.owning(`INSERT INTO holiday_decree VALUES (2026, 'SKB 3 Menteri 1497/2025')`);
  }, 60_000);
  afterAll(() => api.close(), 60_000);

  const done = (answer: Response, status = 201): Record<string, number> => {
    if (answer.status !== status) throw new Error(`${answer.status} ${answer.text}`);
    return answer.body as Record<string, number>;
  };
  const goTo = (day: string) =>
    api.database.owning(`UPDATE clock SET shift = timestamptz '${day}T08:00:00+07:00' - clock_timestamp()`);
  const head = async () =>
    Number((await api.database.owning<{ seq: string }>(`SELECT seq FROM region WHERE code = '35.05'`))[0]?.seq);
  const employer = async (name: string, nib: string | null = null): Promise<number> => {
    const disnaker = await api.as('disnaker');
    const body = { name, nib, address: 'Jalan Contoh 1', estimated: 40, registered: 12, source: 'DISNAKER' };
    return done(await disnaker.post(`${REGION}/employers`, body))['employer'] ?? 0;
  };
  const open = async (of: number): Promise<number> => {
    const body = { employer: of, entry: crypto.randomUUID(), violations: ['NOT_REGISTERED'], workersMissing: 28 };
    return done(await (await api.as('disnaker')).post(`${REGION}/cases`, body))['case'] ?? 0;
  };
  const file = async (browser: Browser, name: string): Promise<string> => {
    const answer = await browser.upload(Buffer.from(`Contoh ${name} ${crypto.randomUUID()}\n`), `${name}.txt`);
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { hash: string }).hash;
  };
  const step = async (seat: Seat, id: number, name: string, over: object = {}): Promise<string> => {
    const entry = crypto.randomUUID();
    const body = { entry, step: name, on: '2026-11-02', ...over };
    done(await (await api.as(seat)).post(`${REGION}/cases/${id}/steps`, body));
    return entry;
  };
  const receipt = async (seat: Seat, id: number, entry: string, receivedOn: string): Promise<void> => {
    const browser = await api.as(seat);
    const receiptProof = await file(browser, 'tanda terima');
    const body = { sentOn: receivedOn, receivedOn, receiptProof };
    done(await browser.post(`${REGION}/cases/${id}/steps/${entry}/receipt`, body));
  };
  const detail = async (id: number, seat: Seat = 'bpjs'): Promise<CaseDetail> =>
    (await (await api.as(seat)).get(`${REGION}/cases/${id}`)).body as CaseDetail;
  const text = (letter: Response) => new PizZip(letter.body as Buffer).file('word/document.xml')?.asText() ?? '';
  const settle = async (holds: () => Promise<boolean>): Promise<void> => {
    while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
  };

  it('leads by five accounts from the list to the end, and every track has its own pace', async () => {
    const nib = '1234567890123';
    const id = await open(await employer('CV Jalan Panjang', nib));
    const appeal = await step('disnaker', id, 'HIMBAUAN', SIGNED);
    await receipt('disnaker', id, appeal, '2026-11-02');
    const bap = await file(await api.as('pengawas'), 'bap');
    await step('pengawas', id, 'INSPECTION', { ...SIGNED, workers: 28, document: bap });
    const first = await step('pengawas', id, 'TEGURAN_I', SIGNED);
    await receipt('pengawas', id, first, '2026-11-02');
    const early = await (
      await api.as('pengawas')
    ).post(`${REGION}/cases/${id}/steps`, {
      ...{ entry: crypto.randomUUID(), step: 'TEGURAN_II', on: '2026-11-02', ...SIGNED },
    });
    expect([early.status, early.body]).toMatchObject([409, { rule: 'PP 86/2013 art. 6' }]);
    await step('pengawas', id, 'TMP2T_REQUESTED', { ...SIGNED, services: ['BUSINESS_LICENCE'] });
    await step('loket', id, 'TMP2T_IN_FORCE', { ...SIGNED, services: ['BUSINESS_LICENCE'] });
    const handover = done(await (await api.as('bpjs')).post(`${REGION}/handovers`, { cases: [id] }))['handover'];
    const skk = { number: 'SKK/1', signatory: 'Kepala Cabang', on: '2026-11-02' };
    done(await (await api.as('kacab')).post(`${REGION}/handovers/${handover}/confirmation`, skk), 200);
    const summons = await step('jaksa', id, 'SUMMONS', { ...SIGNED, promisedOn: '2026-11-02' });
    const came = { attended: true };
    done(await (await api.as('jaksa')).post(`${REGION}/cases/${id}/steps/${summons}/attendance`, came));
    await step('jaksa', id, 'MEDIATION', { document: await file(await api.as('jaksa'), 'berita acara') });
    await step('jaksa', id, 'SETTLEMENT', { promisedOn: '2026-12-15', amount: 12_000_000, instalments: 3 });
    const said = { on: '2026-11-02', proof: 'REGISTRATION', workers: 28, ended: ['NOT_REGISTERED'], workersMissing: 0 };
    const proof = { ...said, number: 'B/1', document: await file(await api.as('bpjs'), 'bukti') };
    expect((await (await api.as('jaksa')).post(`${REGION}/cases/${id}/verification`, proof)).status).toBe(403);
    done(await (await api.as('bpjs')).post(`${REGION}/cases/${id}/verification`, proof));
    const seen = await detail(id);
    expect(seen.case).toMatchObject({ status: 'PATUH', workersWon: 28, workersMissing: 0 });
    expect(seen.case.steps.map((one) => [one.step, one.by.agency])).toEqual([
      ...[
        ['IDENTIFIED', 3],
        ['HIMBAUAN', 3],
        ['INSPECTION', 4],
        ['TEGURAN_I', 4],
        ['TMP2T_REQUESTED', 4],
      ],
      ...[
        ['TMP2T_IN_FORCE', 7],
        ['SKK', 4],
        ['SUMMONS', 6],
        ['MEDIATION', 6],
        ['SETTLEMENT', 6],
      ],
    ]);
    expect(seen.case.steps.every(({ clock }) => clock?.state !== 'RUNNING')).toBe(true);
    expect(seen.history.at(0)?.event.type).toBe('CaseOpened');
    expect(seen.history.map(({ event }) => event.type)).toContain('CaseVerified');
    const counter = async () =>
      (await (await api.as('loket')).post(`${REGION}/counter`, { nib: '1234-5678-90123' })).body as object;
    expect(await counter()).toEqual({ answer: 'BLOCKED', case: id, liftedOn: null });
    await step('dpmptsp', id, 'TMP2T_LIFTED', SIGNED);
    expect(await counter()).toEqual({ answer: 'LIFTED', case: id, liftedOn: '2026-11-02' });
    await settle(async () => (await detail(id)).case.handover?.state === 'SEALED');
  }, 60_000);

  it('is told at the counter by a number and nothing else, and every check is written down', async () => {
    const loket = await api.as('loket');
    const before = await head();
    const key = crypto.randomUUID();
    const ask = (nib: string, seat = loket, id = crypto.randomUUID()) =>
      seat.post(`${REGION}/counter`, { nib }, { 'Idempotency-Key': id });
    const unknown = await ask('9999999999999', loket, key);
    expect([unknown.status, unknown.body]).toEqual([200, { answer: 'NOT_BLOCKED', case: null, liftedOn: null }]);
    expect((await ask('9999999999999', loket, key)).body).toEqual(unknown.body);
    expect((await ask('12345')).body).toMatchObject({ code: 'NIB_INVALID' });
    expect((await ask('9999999999999', await api.as('disnaker'))).status).toBe(403);
    expect(await head()).toBe(before + 1);
    const [entry] = await api.database.owning<{ entry: string }>(
      `SELECT entry FROM journal WHERE region = '35.05' AND seq = ${before + 1}`,
    );
    expect(entry?.entry).not.toContain('9999999999999');
    expect((await loket.get(`${REGION}/cases`)).status).toBe(403);
    const checks = await api.database.owning(`SELECT nib, answer FROM counter_check ORDER BY number DESC LIMIT 1`);
    expect(checks).toEqual([{ nib: '9999999999999', answer: 'NOT_BLOCKED' }]);
  });

  it('is begun for many at once, and each gets its own answer, also when all of it is sent again', async () => {
    const ids = [await open(await employer('UD Satu')), await open(await employer('UD Dua'))];
    const ended = await open(await employer('UD Bubar'));
    const document = await file(await api.as('bpjs'), 'bubar');
    const closed = { on: '2026-11-02', reason: 'CLOSED_DOWN', number: 'BA/1', document };
    done(await (await api.as('bpjs')).post(`${REGION}/cases/${ended}/closing`, closed));
    const cases = [ids[0], ended, 9_999, ids[1]].map((id) => ({
      ...{ case: id, entry: crypto.randomUUID(), command: crypto.randomUUID() },
    }));
    const body = { cases, step: 'HIMBAUAN', on: '2026-11-02', ...SIGNED };
    const disnaker = await api.as('disnaker');
    const before = await head();
    const answer = done(await disnaker.post(`${REGION}/cases/steps`, body), 200) as unknown as ManySteps;
    expect(answer.answers.map(({ refusal }) => refusal?.code ?? 'accepted')).toEqual([
      ...['accepted', 'CASE_ENDED', 'NOT_FOUND', 'accepted'],
    ]);
    expect(await head()).toBe(before + 2);
    expect(done(await disnaker.post(`${REGION}/cases/steps`, body), 200)).toEqual(answer);
    expect(await head()).toBe(before + 2);
  });

  it('feeds the task that is about it: an employer once, workers as BPJS verifies them', async () => {
    const dinkes = await api.as('dinkes');
    const task = async (unit: string): Promise<number> => {
      const plan = { campaign: 1, agency: 3, title: 'Himbauan', unit, target: 38, due: '2026-12-15' };
      return done(await dinkes.post(`${REGION}/tasks`, plan))['task'] ?? 0;
    };
    const [employers, workers] = [await task('employers'), await task('workers')];
    const early = await open(await employer('UD Lebih Dulu'));
    await receipt('disnaker', early, await step('disnaker', early, 'HIMBAUAN', SIGNED), '2026-11-02');
    const id = await open(await employer('UD Berikutnya'));
    const link = (of: number, cases: readonly number[]) => dinkes.put(`${REGION}/tasks/${of}/cases`, { cases });
    const before = await head();
    done(await link(employers, [id, early]), 200);
    expect(await head()).toBe(before + 2); // the link, and what had come before it
    done(await link(workers, [id]), 200);
    const progress = async (of: number) => (await (await api.as('disnaker')).board()).tasks.get(of);
    expect(await progress(employers)).toMatchObject({ reported: 1, status: 'IN_PROGRESS' });
    const entry = await step('disnaker', id, 'HIMBAUAN', SIGNED);
    expect(await progress(employers)).toMatchObject({ reported: 1 });
    await receipt('disnaker', id, entry, '2026-11-02');
    await receipt('disnaker', id, await step('disnaker', id, 'HIMBAUAN', SIGNED), '2026-11-02');
    expect(await progress(employers)).toMatchObject({ reported: 2, registered: 0, lastReportDelta: 1 });
    const said = { on: '2026-11-02', proof: 'REGISTRATION', ended: [], number: 'B/1' };
    for (const [won, left] of [
      [10, 18],
      [5, 13],
    ]) {
      const document = await file(await api.as('bpjs'), 'bukti');
      const body = { ...said, workers: won, workersMissing: left, document };
      done(await (await api.as('bpjs')).post(`${REGION}/cases/${id}/verification`, body));
    }
    expect(await progress(workers)).toMatchObject({ reported: 15, registered: 0, active: 0 });
    const told = (
      await api.database.owning<{ entry: string }>(
        `SELECT entry FROM journal WHERE region = '35.05' AND type = 'ProgressReported' ORDER BY seq`,
      )
    ).map((row) => (JSON.parse(row.entry) as { data: object }).data);
    expect(told).toMatchObject([
      { task: employers, delta: 1, from: 'CASES' },
      { task: employers, delta: 1, from: 'CASES' },
      { task: workers, delta: 10, from: 'CASES' },
      { task: workers, delta: 5, from: 'CASES' },
    ]);
    expect((await (await api.as('bpjs')).get(`${REGION}/tasks/${employers}/cases`)).body).toEqual({
      cases: [
        { case: early, appealed: true, workers: 0 },
        { case: id, appealed: true, workers: 0 },
      ],
    });
    expect((await link(employers, [])).body).toMatchObject({ code: 'TASK_CASE_COUNTED', params: { case: early } });
    expect((await (await api.as('disnaker')).put(`${REGION}/tasks/${employers}/cases`, { cases: [] })).status).toBe(
      403,
    );
    // A task that takes no report now is passed by; what it has not taken is still there when it goes on.
    done(await dinkes.post(`${REGION}/tasks/${employers}/deeds`, { deed: 'cancel', reason: 'x' }), 200);
    const late = await open(await employer('UD Terlambat'));
    const again = await task('employers');
    done(await link(again, [late]), 200);
    await api.database.owning(`UPDATE campaign SET open = false WHERE region = '35.05' AND id = 1`);
    await receipt('disnaker', late, await step('disnaker', late, 'HIMBAUAN', SIGNED), '2026-11-02');
    expect(await progress(again)).toMatchObject({ reported: 0 });
    await api.database.owning(`UPDATE campaign SET open = true WHERE region = '35.05' AND id = 1`);
    await receipt('disnaker', late, await step('disnaker', late, 'HIMBAUAN', SIGNED), '2026-11-02');
    expect(await progress(again)).toMatchObject({ reported: 1 });
    const numbers = await api.database.owning(
      `SELECT count(*)::int AS entries, max(seq)::int AS last FROM journal WHERE region = '35.05'`,
    );
    expect(numbers[0]?.['entries']).toBe(numbers[0]?.['last']);
  }, 60_000);

  it('is seen in the list by who deals with employers, as it stands after each change', async () => {
    const id = await open(await employer('UD Daftar'));
    const list = async (seat: Seat, query = '') => {
      const answer = await (await api.as(seat)).get(`${REGION}/cases${query}`);
      return answer.status === 200 ? unpackCases(answer.body as CaseList) : answer.status;
    };
    expect(await list('bupati', `?ids=${id}`)).toMatchObject([
      { id, name: 'UD Daftar', status: 'OPEN', tracks: { LOCAL: 'IDENTIFIED' }, awaitsReceipt: [], version: 1 },
    ]);
    await step('disnaker', id, 'HIMBAUAN', SIGNED);
    expect(await list('bpjs', `?ids=${id}`)).toMatchObject([{ awaitsReceipt: ['HIMBAUAN'], version: 2 }]);
    const all = await list('dinkes');
    expect(Array.isArray(all) && all.length > 5).toBe(true);
    expect(await list('dinkes', '?ids=x')).toBe(422);
    for (const seat of ['disdik', 'jaksa', 'loket', 'provinsi', 'admin'] as const) expect(await list(seat)).toBe(403);
  });

  it('is summed up for the Asisten, on the screen, as a table and on paper', async () => {
    const asisten = await api.as('asisten');
    const summary = (await asisten.get(`${REGION}/compliance`)).body as ComplianceSummary;
    expect(summary).toMatchObject({ patuh: 1, tutup: 1, workersWon: 43 });
    expect(summary.funnel.find((one) => one.step === 'SETTLEMENT')).toEqual({
      ...{ step: 'SETTLEMENT', reached: 1, standing: 0 },
    });
    expect(summary.wonByStep).toEqual([
      { step: 'HIMBAUAN', workers: 15, cases: 1 },
      { step: 'SETTLEMENT', workers: 28, cases: 1 },
    ]);
    expect(summary.oldest.length).toBeGreaterThan(3);
    expect(summary.next[0]).toMatchObject({ step: 'HIMBAUAN', ends: '2026-11-16' });
    const [table, paper] = [
      await asisten.download(`${REGION}/compliance.xlsx`),
      await asisten.download(`${REGION}/compliance.pdf`),
    ];
    expect((table.body as Buffer).subarray(0, 2).toString()).toBe('PK');
    expect((paper.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((await (await api.as('jaksa')).get(`${REGION}/compliance`)).status).toBe(403);
  }, 60_000);

  it('has its letters, one by one and in a zip, by the agency’s own template where it has one', async () => {
    const [one, two] = [await open(await employer('UD <Surat> {nama}')), await open(await employer('UD Kedua'))];
    const disnaker = await api.as('disnaker');
    for (const kind of ['HIMBAUAN', 'VISIT', 'CHRONOLOGY']) {
      for (const [format, magic] of [
        ['docx', 'PK'],
        ['pdf', '%P'],
      ]) {
        const letter = await disnaker.download(`${REGION}/cases/${one}/letters/${kind}?format=${format}`);
        expect([kind, format, letter.status, (letter.body as Buffer).subarray(0, 2).toString()]).toEqual([
          ...[kind, format, 200, magic],
        ]);
        expect(letter.headers['content-disposition']).toContain('attachment');
      }
    }
    const entry = await step('disnaker', one, 'HIMBAUAN', SIGNED);
    await receipt('disnaker', one, entry, '2026-11-02');
    const proof = (await detail(one)).case.steps.find((it) => it.entry === entry)?.receiptProof ?? '';
    const chronology = text(await disnaker.download(`${REGION}/cases/${one}/letters/CHRONOLOGY?format=docx`));
    expect(chronology).toContain(`bukti terima ${proof.slice(0, 8)}`);
    expect(chronology).toMatch(/14 hari kalender sejak 2 November 2026.*kebijakan setempat/s);
    expect(chronology).not.toContain('docs/');
    const zip = await disnaker.download(`${REGION}/letters/HIMBAUAN?cases=${one},${two}`);
    expect((zip.body as Buffer).toString('latin1')).toContain(`himbauan-KP-${two}.docx`);
    const joint = await disnaker.download(`${REGION}/cases/${one}/letters/HIMBAUAN?with=4`);
    expect(text(joint)).toMatch(/DINAS TENAGA KERJA.*BPJS KESEHATAN.*UD &lt;Surat&gt; {nama}/s);
    expect((await disnaker.get(`${REGION}/cases/${one}/letters/HIMBAUAN?with=77`)).body).toMatchObject({
      code: 'AGENCY_UNKNOWN',
    });
    expect((await disnaker.get(`${REGION}/letters/HIMBAUAN?cases=${one},9999`)).status).toBe(404);
    expect((await disnaker.get(`${REGION}/cases/${one}/letters/TEGURAN_I`)).status).toBe(404);
    const shipped = await disnaker.download(`${REGION}/templates/HIMBAUAN`);
    const keep = (browser: Browser, bytes: Buffer) =>
      browser.send('PUT', `${REGION}/templates/HIMBAUAN`, bytes, {
        ...{ 'Content-Type': 'application/octet-stream', 'X-File-Name': 'surat.docx' },
      });
    expect((await keep(await api.as('kacab'), shipped.body as Buffer)).body).toMatchObject({
      templates: expect.arrayContaining<unknown>([
        { kind: 'HIMBAUAN', own: expect.objectContaining({ name: 'surat.docx' }) as object },
        { kind: 'VISIT', own: null },
      ]) as unknown,
    });
    expect((await keep(await api.as('kacab'), Buffer.from('kosong'))).body).toMatchObject({
      code: 'TEMPLATE_UNREADABLE',
    });
    expect((await keep(disnaker, shipped.body as Buffer)).status).toBe(403);
    expect((await (await api.as('kacab')).download(`${REGION}/templates/HIMBAUAN/test`)).status).toBe(200);
    expect((await (await api.as('kacab')).download(`${REGION}/cases/${one}/letters/HIMBAUAN`)).status).toBe(200);
  }, 60_000);

  it('reaches the prosecutor as a sealed dossier, and BPJS sees when he has read it', async () => {
    await goTo('2026-11-02');
    const id = await open(await employer('UD Diserahkan'));
    await receipt('disnaker', id, await step('disnaker', id, 'HIMBAUAN', SIGNED), '2026-11-02');
    await step('pengawas', id, 'INSPECTION', {
      ...{ ...SIGNED, workers: 3, document: await file(await api.as('pengawas'), 'bap') },
    });
    const bpjs = await api.as('bpjs');
    const readiness = (await bpjs.get(`${REGION}/handovers/readiness?cases=${id}`)).body as object;
    expect(readiness).toMatchObject({ cases: [{ case: id, missing: [] }] });
    const handover = done(await bpjs.post(`${REGION}/handovers`, { cases: [id] }))['handover'];
    const skk = { number: 'SKK/2', signatory: 'Kepala Cabang', on: '2026-11-02' };
    done(await (await api.as('kacab')).post(`${REGION}/handovers/${handover}/confirmation`, skk), 200);
    const view = async () => (await bpjs.get(`${REGION}/handovers/${handover}`)).body as HandoverView;
    const cover = await bpjs.download(`${REGION}/handovers/${handover}/letter`);
    expect(text(cover)).toMatch(/UD Diserahkan/);
    expect((await bpjs.download(`${REGION}/handovers/${handover}/letter?format=pdf`)).status).toBe(200);
    await settle(async () => (await view()).state === 'SEALED');
    const jaksa = await api.as('jaksa');
    const found = (await jaksa.get(`${REGION}/dossiers/${id}`)).body as DossierDetail;
    expect(found).toMatchObject({ handover: { number: 'SKK/2' }, employer: { name: 'UD Diserahkan' } });
    expect(found.sealed?.manifest).toBe((await view()).cases[0]?.manifest);
    expect(found.sealed?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect((await view()).fingerprint).toBe(found.sealed?.fingerprint);
    const publicKey = await api.stranger.download('/api/dossier-key');
    expect([publicKey.status, fingerprintOf(String(publicKey.body))]).toEqual([200, found.sealed?.fingerprint]);
    const [zip, pdf, original] = [
      await jaksa.download(`${REGION}/dossiers/${id}/zip`),
      await jaksa.download(`${REGION}/dossiers/${id}/pdf`),
      await jaksa.download(`${REGION}/dossiers/${id}/originals/${found.files[0]?.hash}`),
    ];
    expect((zip.body as Buffer).length).toBe(found.sealed?.bytes);
    expect((pdf.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
    expect((original.body as Buffer).toString()).toContain('Contoh tanda terima');
    expect((await jaksa.get(`${REGION}/dossiers/${id}/originals/${'0'.repeat(64)}`)).status).toBe(404);
    expect((await jaksa.get(`${REGION}/evidence/${found.files[0]?.hash}`)).status).toBe(404);
    expect((await detail(id)).readings.map(({ what }) => what)).toEqual([
      ...['DOWNLOADED', 'DOWNLOADED', 'DOWNLOADED', 'OPENED'],
    ]);
    expect((await view()).cases[0]?.readAt).not.toBeNull();
  }, 60_000);

  it('tells the prosecutor the days off by which his clocks count, and no name around the table', async () => {
    const jaksa = await api.as('jaksa');
    await api.database.owning(
      `INSERT INTO holiday (year, day, kind) VALUES (2026, '2026-12-25', 'NATIONAL') ON CONFLICT DO NOTHING`,
    );
    const answer = await jaksa.get(`${REGION}/decrees`);
    expect([answer.status, answer.body]).toEqual([
      200,
      [{ year: 2026, basis: 'SKB 3 Menteri 1497/2025', national: ['2026-12-25'], collectiveLeave: [] }],
    ]);
    const directory = (await (await api.as('bpjs')).get(`${REGION}/directory`)).body as Directory;
    expect(directory.decrees).toEqual(answer.body);
    for (const closed of ['directory', 'areas', 'ladder', 'board'])
      expect([closed, (await jaksa.get(`${REGION}/${closed}`)).status]).toEqual([closed, 403]);
    expect((await (await api.as('loket')).get(`${REGION}/decrees`)).status).toBe(403);
    expect((await jaksa.get('/api/regions/35.72/decrees')).status).toBe(404);
  });
});
