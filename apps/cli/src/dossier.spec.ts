import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DossierKey, EXAMPLES, TypstPdf, sealDossier } from '@papan/server-papers';
import { runPapan } from './run';

/** No database anywhere, and no network: a dossier is verified by itself. */
const ALONE = { DATA_DIR: '/nonexistent/papan' };
const papan = (...args: string[]) => runPapan(args, ALONE, process.cwd());

const pdf = new TypstPdf();
const key = DossierKey.generate();
const letter = Buffer.from('%PDF-1.7 surat himbauan yang asli');
let folder: string;
let whole: string;
let altered: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'papan-'));
  [whole, altered] = [join(folder, 'KP-118.zip'), join(folder, 'diubah.zip')];
  const { handover, chronology } = EXAMPLES.DOSSIER.data;
  const sha256 = createHash('sha256').update(letter).digest('hex');
  const file = { name: '01-himbauan.pdf', what: 'Surat Himbauan', number: '560/031', date: '2026-01-19', sha256 };
  const input = {
    ...{ region: '35.05', handover: 3, case: 118, madeAt: '2026-11-02T01:00:00.000Z', anchor: null },
    ...{ setting: { size: 'F4', demo: true } as const, cover: handover, chronology },
    files: [{ ...file, bytes: letter }],
  };
  await sealDossier(input, { pdf, key }, whole);
  const bytes = await readFile(whole);
  bytes.writeUInt8(bytes.readUInt8(bytes.indexOf(letter) + 20) ^ 1, bytes.indexOf(letter) + 20);
  await writeFile(altered, bytes);
  await writeFile(join(folder, 'kunci.pem'), key.publicKeyPem);
});
afterAll(async () => {
  await pdf.close();
  await rm(folder, { recursive: true });
});

describe('papan case verify-dossier', () => {
  it('says that a dossier is whole, whose it is, and which key to compare', async () => {
    const { code, out, err } = await papan('case', 'verify-dossier', whole);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`UTUH: semua berkas sama dengan saat disegel.
Daerah 35.05, penyerahan 3, kasus 118, disegel Senin, 2 November 2026, 08.00 WIB, 5 berkas.
Sidik kunci: ${key.fingerprint.replace(/(.{4})(?=.)/g, '$1 ')}
Bandingkan sidik kunci dengan yang diumumkan penyegel melalui jalur lain, atau sebut dengan --key.
`);
  });

  it('names the file in which one byte was changed, and fails', async () => {
    const { code, out } = await papan('case', 'verify-dossier', altered);
    expect(code).toBe(1);
    expect(out).toContain('TIDAK UTUH:\n  asli/01-himbauan.pdf: isinya berubah\n');
    expect((await papan('case', 'verify-dossier', altered, '--lang', 'en')).out).toContain(
      'NOT WHOLE:\n  asli/01-himbauan.pdf: its content was altered\n',
    );
  });

  it('answers machines in JSON', async () => {
    const { code, out } = await papan('case', 'verify-dossier', altered, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      problems: [{ file: 'asli/01-himbauan.pdf', problem: 'ALTERED' }],
      fingerprint: key.fingerprint,
      manifest: { region: '35.05', handover: 3, case: 118 },
    });
  });

  it.each([
    ['its fingerprint', () => key.fingerprint],
    ['its fingerprint as people write it', () => key.fingerprint.toUpperCase().replace(/(..)(?=.)/g, '$1:')],
    ['its file', () => join(folder, 'kunci.pem')],
    ['itself', () => key.publicKeyPem],
  ])('takes the key by %s', async (_, given) => {
    expect(await papan('case', 'verify-dossier', whole, `--key=${given()}`)).toMatchObject({ code: 0 });
  });

  it('refuses a dossier that another key has sealed', async () => {
    const { code, out } = await papan('case', 'verify-dossier', whole, '--key', DossierKey.generate().fingerprint);
    expect(code).toBe(1);
    expect(out).toContain('kunci-publik.pem: ditandatangani dengan kunci lain');
  });

  it('says what is no dossier, what is not there, and what is no key', async () => {
    expect(await papan('case', 'verify-dossier', join(folder, 'kunci.pem'))).toMatchObject({
      code: 1,
      out: expect.stringContaining('kunci.pem: tidak dapat dibaca') as string,
    });
    const absent = await papan('case', 'verify-dossier', join(folder, 'tidak-ada.zip'), '--json');
    expect({ ...absent, err: JSON.parse(absent.err) as unknown }).toMatchObject({
      code: 1,
      err: { code: 'FILE_UNREADABLE' },
    });
    expect(await papan('case', 'verify-dossier', whole, '--key', 'abc')).toMatchObject({ code: 2 });
    expect(await papan('case', 'verify-dossier')).toMatchObject({ code: 2 });
  });
});
