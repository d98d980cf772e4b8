import { createHash, randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import type { EvidenceStored, EvidenceView, Problem } from '@papan/contracts';
import { EMPLOYERS_AUDIENCE, EVIDENCE_LIMIT, isRefusal } from '@papan/domain';
import { Files, sweepEvidence, useEvidence } from '@papan/server-platform';
import {
  type Seat,
  actorOf,
  officeOf,
  pdfOf,
  photoOf,
  photoWithPlace,
  pngHead,
  zipOf,
} from '@papan/server-platform/testing';
import pg from 'pg';
import sharp from 'sharp';
import { type Browser, type TestApi, testApi } from './testing/table-api';

const REGION = '/api/regions/35.05';
const A_TASK = { campaign: 1, agency: 2, title: 'Tugas', unit: 'people', target: 5, due: '2026-12-15' };
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Every file below a folder, by its path there. */
function filesIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(folder.length + 1));
}

describe('evidence', () => {
  let house: string;
  let store: string;
  let api: TestApi;
  let disdik: Browser;
  let dinkes: Browser;

  const task = async (over: object = {}): Promise<number> => {
    const answer = await dinkes.post(`${REGION}/tasks`, { ...A_TASK, ...over });
    return (answer.body as { task: number }).task;
  };
  const uploaded = async (browser: Browser, bytes: Buffer, name: string): Promise<EvidenceStored> => {
    const answer = await browser.upload(bytes, name);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body as EvidenceStored;
  };
  const attach = (browser: Browser, id: number, hash: string, said: object = {}, headers = {}) =>
    browser.post(`${REGION}/tasks/${id}/evidence`, { hash, ...said }, headers);
  const read = (browser: Browser, hash: string) => browser.download(`${REGION}/evidence/${hash}`);
  const fresh = (): Buffer => pdfOf({ words: crypto.randomUUID() });

  beforeAll(async () => {
    house = mkdtempSync(join(tmpdir(), 'papan-evidence-'));
    store = join(house, 'files');
    api = await testApi({ filesDir: store });
    disdik = await api.as('disdik');
    dinkes = await api.as('dinkes');
  }, 60_000);
  afterAll(async () => {
    await api.close();
    rmSync(house, { recursive: true, force: true });
  });

  describe('on its way in', () => {
    it('is stored under the hash of its bytes, readable by the server alone', async () => {
      const bytes = fresh();
      const stored = await uploaded(disdik, bytes, 'Surat Tugas.pdf');
      const hash = hashOf(bytes);
      expect(stored).toEqual({
        ...{ hash, originalHash: hash, kind: 'pdf', bytes: bytes.length, name: 'Surat Tugas.pdf', seenBefore: false },
      });
      const path = join(store, hash.slice(0, 2), hash);
      expect(readFileSync(path).equals(bytes)).toBe(true);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(store).mode & 0o777).toBe(0o700);
    });

    it('of a photo loses the place and the device, and stands upright', async () => {
      const sent = await photoWithPlace();
      expect(sent.includes('PONSEL-RAHASIA')).toBe(true);
      const stored = await uploaded(disdik, sent, 'kunjungan.jpg');
      expect(stored).toMatchObject({ kind: 'jpg', originalHash: hashOf(sent), name: 'kunjungan.jpg' });
      expect(stored.hash).not.toBe(stored.originalHash);
      const kept = readFileSync(join(store, stored.hash.slice(0, 2), stored.hash));
      expect(hashOf(kept)).toBe(stored.hash);
      const { exif, orientation, width, height } = await sharp(kept).metadata();
      expect({ exif, orientation, width, height }).toEqual({
        ...{ exif: undefined, orientation: undefined, width: 40, height: 60 },
      });
      expect(kept.includes('PONSEL-RAHASIA')).toBe(false);
    });

    it('of a large photo is 2,560 pixels long, and 480 in the list', async () => {
      const { hash } = await uploaded(disdik, await photoOf('jpeg', 4_000, 3_000), 'besar.jpg');
      const path = join(store, hash.slice(0, 2), hash);
      expect(await sharp(path).metadata()).toMatchObject({ width: 2_560, height: 1_920 });
      expect(await sharp(`${path}.webp`).metadata()).toMatchObject({ width: 480, height: 360, format: 'webp' });
    });

    it('the second time is one file and two records', async () => {
      const bytes = fresh();
      await uploaded(disdik, bytes, 'a.pdf');
      const before = filesIn(store).length;
      expect(await uploaded(disdik, bytes, 'b.pdf')).toMatchObject({ name: 'b.pdf', seenBefore: true });
      expect(filesIn(store)).toHaveLength(before);
      const rows = await api.database.owning('SELECT name FROM evidence WHERE hash = $1 ORDER BY number', [
        hashOf(bytes),
      ]);
      expect(rows).toEqual([{ name: 'a.pdf' }, { name: 'b.pdf' }]);
    });

    it('twice at the same moment is one file and two records', async () => {
      const photo = await photoOf('jpeg', 300, 200, 17);
      const answers = await Promise.all([disdik.upload(photo, 'x.jpg'), dinkes.upload(photo, 'y.jpg')]);
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      const [one, two] = answers.map(({ body }) => (body as EvidenceStored).hash);
      expect(one).toBe(two);
      expect(filesIn(store).filter((path) => path.includes(one ?? ''))).toHaveLength(2); // the photo and its small picture
      expect(await api.database.owning('SELECT FROM evidence WHERE hash = $1', [one])).toHaveLength(2);
    });

    it('says nothing about what another agency has sent', async () => {
      const bytes = fresh();
      await uploaded(dinkes, bytes, 'rahasia.pdf');
      expect((await uploaded(disdik, bytes, 'x.pdf')).seenBefore).toBe(false);
    });

    it('keeps a name of any script, without folders and turning characters', async () => {
      for (const [sent, kept] of [
        ['../../../etc/cron.d/../papan.pdf', 'papan.pdf'],
        ['C:\\Users\\x\\surat.pdf', 'surat.pdf'],
        ['surat\u202Efdp.pdf', 'suratfdp.pdf'],
        ['nol\u0000byte.pdf', 'nolbyte.pdf'],
        ['ملف مهم.pdf', 'ملف مهم.pdf'],
        [`${'panjang'.repeat(60)}.pdf`, `${'panjang'.repeat(60).slice(0, 116)}.pdf`],
        ['a"; filename="evil.html.pdf', 'a; filename=evil.html.pdf'],
        ['baris\r\nX-Jahat: 1.pdf', 'barisX-Jahat 1.pdf'],
      ] as const) {
        const stored = await uploaded(disdik, fresh(), sent);
        expect(stored.name).toBe(kept);
        const answer = await read(disdik, stored.hash);
        expect(answer.headers['x-jahat']).toBeUndefined();
        const disposition = String(answer.headers['content-disposition']);
        expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[\w.~%$&+^`|-]+$/);
        expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toBe(kept);
      }
      expect(filesIn(house).every((path) => path.startsWith('files/'))).toBe(true);
    });
  });

  describe('that is refused', () => {
    it('leaves nothing behind, whatever it is, and the server lives', async () => {
      const before = [filesIn(house).length, await countOfRows()];
      const jpeg = await photoOf('jpeg', 400, 300);
      const png = await photoOf('png', 400, 300);
      const cases: readonly (readonly [string, Buffer, string])[] = [
        ['kosong.pdf', Buffer.alloc(0), 'EVIDENCE_EMPTY'],
        ['besar.txt', Buffer.alloc(EVIDENCE_LIMIT + 1, 97), 'EVIDENCE_TOO_LARGE'],
        ['terpotong.jpg', jpeg.subarray(0, jpeg.length / 2), 'EVIDENCE_DAMAGED'],
        ['terpotong.png', png.subarray(0, png.length / 2), 'EVIDENCE_DAMAGED'],
        ['kepala.jpg', jpeg.subarray(0, 20), 'EVIDENCE_DAMAGED'],
        ['bom.png', pngHead(50_000, 50_000), 'EVIDENCE_PIXELS'],
        ['aneh.png', pngHead(0, 0), 'EVIDENCE_DAMAGED'],
        ['hampa.png', pngHead(100, 100), 'EVIDENCE_DAMAGED'],
        [
          'bom.xlsx',
          officeOf('xlsx', [{ name: 'xl/a.xml', text: Buffer.alloc(60_000_000) }]),
          'EVIDENCE_UNPACKS_TOO_LARGE',
        ],
        ['makro.docx', officeOf('docm'), 'EVIDENCE_ACTIVE'],
        ['keluar.docx', officeOf('docx', [{ name: '../../../../tmp/jahat', text: 'x' }]), 'EVIDENCE_DAMAGED'],
        ['arsip.zip', zipOf([{ name: 'a', text: 'a' }]), 'EVIDENCE_TYPE'],
        ['naskah.pdf', pdfOf({ catalog: '/OpenAction << /JS (x) >>' }), 'EVIDENCE_ACTIVE'],
        ['foto.jpg', Buffer.from('<html><script>alert(1)</script>'), 'EVIDENCE_MISNAMED'],
        ['gambar.svg', Buffer.from('<svg onload="alert(1)"/>'), 'EVIDENCE_TYPE'],
        ['program.exe', Buffer.concat([Buffer.from('MZ\x90\x00', 'latin1'), Buffer.alloc(200)]), 'EVIDENCE_TYPE'],
      ];
      for (const [name, bytes, code] of cases) {
        const answer = await disdik.upload(bytes, name);
        const { code: said, detail, mend } = answer.body as Problem;
        expect([name, answer.status, said]).toEqual([name, 422, code]);
        expect(`${detail} ${mend}`).not.toMatch(/\{\w+\}/);
      }
      expect([filesIn(house).length, await countOfRows()]).toEqual(before);
      expect((await disdik.get(`${REGION}/directory`)).status).toBe(200);
    }, 60_000);

    it('is not one byte below the limit', async () => {
      const most = Buffer.alloc(EVIDENCE_LIMIT, 97);
      most.set(
        randomBytes(8)
          .toString('hex')
          .split('')
          .map((it) => it.charCodeAt(0)),
      );
      expect(await uploaded(disdik, most, 'penuh.txt')).toMatchObject({ bytes: EVIDENCE_LIMIT });
    }, 30_000);

    it('as a stream without an announced length is refused at the byte too much', async () => {
      const before = filesIn(house).length;
      const answer = await pour(Buffer.alloc(1024 * 1024, 97), 24);
      expect(answer).toContain('422');
      expect(answer).toContain('EVIDENCE_TOO_LARGE');
      expect(filesIn(house)).toHaveLength(before);
    }, 30_000);

    it('breaks off in the middle: no file, no record', async () => {
      const before = [filesIn(house).length, await countOfRows()];
      await breakOff();
      await disdik.get(`${REGION}/directory`);
      expect([filesIn(house).length, await countOfRows()]).toEqual(before);
    });

    it('has no record where the database breaks off, and is taken the next time', async () => {
      const bytes = fresh();
      const owner = new pg.Client({ connectionString: api.database.owner });
      await owner.connect();
      await owner.query('BEGIN; LOCK TABLE evidence IN ACCESS EXCLUSIVE MODE');
      const upload = disdik.upload(bytes, 'a.pdf').then((it) => it);
      const waiting = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await owner.query(waiting)).rowCount === 0) await new Promise((go) => setTimeout(go, 10));
      await owner.end();
      const answer = await upload;
      expect([answer.status, (answer.body as Problem).code]).toEqual([503, 'DATABASE_DOWN']);
      expect(await api.database.owning('SELECT FROM evidence WHERE hash = $1', [hashOf(bytes)])).toEqual([]);
      expect(await uploaded(disdik, bytes, 'a.pdf')).toMatchObject({ seenBefore: false });
    });

    it('is said to be not stored where the disk fails, and is not recorded', async () => {
      const before = await countOfRows();
      renameSync(store, `${store}.away`);
      writeFileSync(store, 'a file where the folder was');
      const answer = await disdik.upload(fresh(), 'a.pdf');
      rmSync(store);
      renameSync(`${store}.away`, store);
      expect([answer.status, (answer.body as Problem).code]).toEqual([503, 'EVIDENCE_STORE_DOWN']);
      expect(await countOfRows()).toBe(before);
    });

    it('comes in another envelope than a file does', async () => {
      const answer = await disdik.upload(Buffer.from('{}'), 'a.pdf', { 'Content-Type': 'application/json' });
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'BODY_INVALID']);
    });

    it('comes from a foreign page, or without the word of the cookie', async () => {
      for (const [header, value] of [
        ['Origin', 'https://jahat.example'],
        ['X-XSRF-TOKEN', 'salah'],
      ] as const) {
        const answer = await disdik.upload(fresh(), 'a.pdf', { [header]: value });
        expect([answer.status, (answer.body as Problem).code]).toEqual([403, 'ORIGIN_REFUSED']);
      }
    });

    it('comes from who may not add evidence', async () => {
      for (const seat of ['bupati', 'auditor', 'loket', 'provinsi', 'admin'] as const) {
        expect((await (await api.as(seat)).upload(fresh(), 'a.pdf')).status).toBe(403);
      }
      expect((await api.stranger.upload(fresh(), 'a.pdf')).status).toBe(401);
      expect((await disdik.upload(fresh(), 'a.pdf', {}, '35.72')).status).toBe(404);
    });

    it('is one more than a session has under way', async () => {
      const photo = await photoOf('jpeg', 3_000, 2_000);
      const answers = await Promise.all(Array.from({ length: 12 }, () => dinkes.upload(photo, 'a.jpg')));
      const statuses = new Set(answers.map(({ status }) => status));
      expect([...statuses].sort()).toEqual([201, 429]);
    }, 30_000);
  });

  describe('put to a task', () => {
    it('is told in its history, with what was said about the letter', async () => {
      const id = await task();
      const { hash, bytes } = await uploaded(disdik, fresh(), 'Surat.pdf');
      const said = {
        letterNumber: '440/12',
        letterDate: '2026-10-30',
        receivedOn: '2026-11-01',
        note: 'asli di arsip',
      };
      expect((await attach(disdik, id, hash, said)).status).toBe(201);
      const list = (await dinkes.get(`${REGION}/tasks/${id}/evidence`)).body as EvidenceView[];
      expect(list).toEqual([
        {
          ...{ hash, originalHash: hash, kind: 'pdf', bytes, name: 'Surat.pdf', entry: null, ...said },
          at: expect.stringMatching(/^2026-11-02T/) as string,
          by: { person: actorOf('disdik').person, agency: 2 },
        },
      ]);
      const [last] = await api.database.owning<{ entry: string; body: string }>(
        `SELECT j.entry, p.body FROM journal j LEFT JOIN journal_private p USING (region, seq)
          WHERE region = '35.05' ORDER BY seq DESC LIMIT 1`,
      );
      expect(JSON.parse(last?.entry ?? '{}')).toMatchObject({
        type: 'EvidenceAttached',
        data: { task: id, hash, kind: 'pdf', bytes, letterDate: '2026-10-30', receivedOn: '2026-11-01' },
      });
      expect(last?.entry).not.toMatch(/Surat|440\/12|arsip/);
      expect(JSON.parse(last?.body ?? '{}')).toEqual({
        name: 'Surat.pdf',
        letterNumber: '440/12',
        note: 'asli di arsip',
      });
    });

    it('is attached once, however often the command is sent', async () => {
      const id = await task();
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      const key = { 'Idempotency-Key': crypto.randomUUID() };
      const answers = [await attach(disdik, id, hash, {}, key), await attach(disdik, id, hash, {}, key)];
      expect(answers.map(({ status }) => status)).toEqual([201, 201]);
      expect((await dinkes.get(`${REGION}/tasks/${id}/evidence`)).body).toHaveLength(1);
    });

    it('belongs to work that is going on, of one’s own agency', async () => {
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      const done = await task();
      await dinkes.post(`${REGION}/tasks/${done}/deeds`, { deed: 'cancel', reason: 'x' });
      expect((await attach(disdik, done, hash)).body).toMatchObject({ code: 'TASK_CLOSED' });
      const theirs = await task({ agency: 3 });
      expect((await attach(disdik, theirs, hash)).body).toMatchObject({ code: 'OTHER_AGENCY' });
      const own = await task();
      expect((await attach(disdik, own, hash, { letterDate: '2026-11-03' })).body).toMatchObject({
        ...{ code: 'LETTER_DATE_IN_FUTURE', params: { field: 'letterDate' } },
      });
      expect((await attach(disdik, own, hash, { receivedOn: '2026-02-30' })).body).toMatchObject({
        code: 'DATE_INVALID',
      });
      await api.database.owning(`UPDATE campaign SET open = false WHERE region = '35.05' AND id = 1`);
      expect((await attach(disdik, own, hash)).body).toMatchObject({ code: 'CAMPAIGN_CLOSED' });
      await api.database.owning(`UPDATE campaign SET open = true WHERE region = '35.05' AND id = 1`);
      expect(await api.database.owning('SELECT FROM evidence_use WHERE hash = $1', [hash])).toEqual([]);
    });

    it('is a file that one knows of: nobody names what another agency has sent', async () => {
      const { hash } = await uploaded(await api.as('disnaker'), fresh(), 'a.pdf');
      const id = await task();
      const answer = await attach(disdik, id, hash);
      expect([answer.status, (answer.body as Problem).code]).toEqual([422, 'EVIDENCE_UNKNOWN']);
      expect((await attach(disdik, id, 'f'.repeat(64))).body).toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
    });

    it('may come from the phone, where the photo is', async () => {
      const phone = await api.as('disdik', 'phone');
      const { hash } = await uploaded(phone, await photoOf('jpeg', 50, 50, 7), 'kunjungan.jpg');
      expect((await attach(phone, await task(), hash)).status).toBe(201);
    });

    it('may be BPJS’s, who shows by it what was verified', async () => {
      const bpjs = await api.as('bpjs');
      const { hash } = await uploaded(bpjs, Buffer.from('nama;nik\n'), 'verifikasi.csv');
      expect((await attach(bpjs, await task(), hash)).status).toBe(201);
    });
  });

  describe('handed out', () => {
    it('is saved, never run, shown or guessed at', async () => {
      const { hash, bytes } = await uploaded(disdik, fresh(), 'Surat No. 1.pdf');
      const answer = await read(disdik, hash);
      expect(hashOf(answer.body as Buffer)).toBe(hash);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-length': String(bytes),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="Surat No. 1.pdf"; filename*=UTF-8''Surat%20No.%201.pdf`,
      });
    });

    it('has a small picture where it is a photo, and none where it is not', async () => {
      const photo = await uploaded(disdik, await photoOf('png', 900, 600), 'a.png');
      const preview = await disdik.download(`${REGION}/evidence/${photo.hash}/preview`);
      expect(preview.headers['content-type']).toBe('image/webp');
      expect(await sharp(preview.body as Buffer).metadata()).toMatchObject({ width: 480 });
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      expect((await disdik.get(`${REGION}/evidence/${hash}/preview`)).status).toBe(404);
    });

    it('is known to the uploader’s agency alone until it is used', async () => {
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      const statuses = async () => {
        const seats: readonly Seat[] = ['disdik', 'kadisdik', 'disnaker', 'dinkes', 'bupati', 'jaksa', 'loket'];
        return Promise.all(seats.map(async (seat) => (await read(await api.as(seat), hash)).status));
      };
      expect(await statuses()).toEqual([200, 200, 404, 404, 404, 404, 403]);
      await attach(disdik, await task(), hash);
      expect(await statuses()).toEqual([200, 200, 200, 200, 200, 404, 403]);
    });

    it('of a restricted task exists for its agency and the lead, by its list and by its hash', async () => {
      const id = await task({ visibility: 'agency' });
      const { hash } = await uploaded(disdik, fresh(), 'KENARI.pdf');
      await attach(disdik, id, hash);
      for (const [seat, status] of [
        ['disdik', 200],
        ['dinkes', 200],
        ['disnaker', 404],
        ['bpjs', 404],
        ['kota', 404],
      ] as const) {
        const browser = await api.as(seat);
        const [list, file] = [await browser.get(`${REGION}/tasks/${id}/evidence`), await read(browser, hash)];
        expect([seat, list.status, file.status]).toEqual([seat, status, status]);
        if (status === 404) expect(list.text).not.toContain('KENARI');
      }
    });

    it('keeps the name that another agency gave it to itself', async () => {
      const bytes = fresh();
      const { hash } = await uploaded(dinkes, bytes, 'Rahasia Dinkes.pdf');
      await uploaded(disdik, bytes, 'Biasa.pdf');
      await attach(disdik, await task(), hash);
      const answer = await read(await api.as('disnaker'), hash);
      expect(answer.headers['content-disposition']).toContain('Biasa.pdf');
    });

    it('of a case is for those who read cases', async () => {
      const { hash } = await uploaded(await api.as('disnaker'), fresh(), 'himbauan.pdf');
      const used = await api.door.as(actorOf('disnaker'), (tx) =>
        useEvidence(tx, { region: '35.05', hash, subject: 'case', id: 7, audience: EMPLOYERS_AUDIENCE }),
      );
      expect(isRefusal(used)).toBe(false);
      for (const [seat, status] of [
        ...([
          ['disnaker', 200],
          ['bpjs', 200],
          ['dinkes', 200],
          ['asisten', 200],
          ['dpmptsp', 200],
        ] as const),
        ...([
          ['disdik', 404],
          ['jaksa', 404],
          ['loket', 403],
          ['kota', 404],
        ] as const),
      ] as const) {
        expect([seat, (await read(await api.as(seat), hash)).status]).toEqual([seat, status]);
      }
    });

    it('is said to be away where the disk has lost it', async () => {
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      rmSync(join(store, hash.slice(0, 2), hash));
      const answer = await disdik.get(`${REGION}/evidence/${hash}`);
      expect([answer.status, (answer.body as Problem).code]).toEqual([503, 'EVIDENCE_STORE_DOWN']);
    });
  });

  describe('that nobody uses', () => {
    it('is removed after seven days; what is used stays, and what comes again comes again', async () => {
      const files = new Files(store);
      const [bytes, kept] = [fresh(), fresh()];
      const unused = await uploaded(disdik, bytes, 'a.pdf');
      const used = await uploaded(disdik, kept, 'b.pdf');
      await attach(disdik, await task(), used.hash);
      const days = (count: number) => api.database.owning(`UPDATE evidence SET at = at - interval '${count} days'`);
      await days(6);
      await sweepEvidence(api.door, files);
      expect(await files.has(unused.hash)).toBe(true);
      await days(1);
      await sweepEvidence(api.door, files);
      expect([await files.has(unused.hash), await files.has(used.hash)]).toEqual([false, true]);
      expect((await read(disdik, unused.hash)).status).toBe(404);
      expect((await attach(disdik, await task(), unused.hash)).body).toMatchObject({ code: 'EVIDENCE_UNKNOWN' });
      expect(await uploaded(disdik, bytes, 'a.pdf')).toMatchObject({ hash: unused.hash, seenBefore: false });
      expect(await files.has(unused.hash)).toBe(true);
    });

    it('is passed by while it is just being used', async () => {
      const files = new Files(store);
      const { hash } = await uploaded(disdik, fresh(), 'a.pdf');
      await api.database.owning(`UPDATE evidence SET at = at - interval '8 days' WHERE hash = $1`, [hash]);
      await api.door.as(actorOf('disdik'), async (tx) => {
        await useEvidence(tx, { region: '35.05', hash, subject: 'task', id: 1, audience: null });
        await sweepEvidence(api.door, files);
      });
      expect(await files.has(hash)).toBe(true);
    });
  });

  async function countOfRows(): Promise<number> {
    return (await api.database.owning('SELECT FROM evidence')).length;
  }

  /** What a sender says that has no browser around it. */
  function head(more: string): string {
    const { cookie, token } = disdik.secrets();
    return `POST ${REGION}/evidence HTTP/1.1\r\nHost: localhost\r\nCookie: ${cookie}\r\nX-XSRF-TOKEN: ${token}\r\nContent-Type: application/octet-stream\r\nX-File-Name: a.txt\r\n${more}\r\n\r\n`;
  }

  /** Sends so many parts of a stream that never says how long it is; the answer as text. */
  async function pour(part: Buffer, parts: number): Promise<string> {
    const line = connect((api.server.address() as AddressInfo).port, '127.0.0.1');
    line.write(head('Transfer-Encoding: chunked'));
    for (let nth = 0; nth < parts; nth++) {
      line.write(`${part.length.toString(16)}\r\n`);
      line.write(part);
      line.write('\r\n');
    }
    line.write('0\r\n\r\n');
    return new Promise((resolve) => {
      let answer = '';
      line.on('data', (some: Buffer) => {
        answer += some.toString();
        if (answer.includes('}')) line.end();
      });
      line.on('close', () => resolve(answer));
    });
  }

  async function breakOff(): Promise<void> {
    const line = connect((api.server.address() as AddressInfo).port, '127.0.0.1');
    line.write(head('Content-Length: 100000'));
    line.write(Buffer.alloc(50_000, 97));
    const arriving = join(store, 'arriving');
    while (filesIn(arriving).length === 0) await new Promise((go) => setTimeout(go, 5));
    line.destroy();
    while (filesIn(arriving).length > 0) await new Promise((go) => setTimeout(go, 5));
  }
});
