import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Refusal, isRefusal, refuse } from '@papan/domain';
import { PdfPort } from '../pdf/pdf-port';
import { TypstPdf } from '../pdf/typst-pdf';
import { squeezed, textOfPdf } from '../testing/pdf-text';
import { placesIn, sampleFile, sampleInput } from '../testing/sample-dossier';
import { DossierKey, fingerprintOf } from './dossier-key';
import { DossierFault, type DossierInput, type SealedDossier, sealDossier } from './seal-dossier';

const pdf = new TypstPdf();
const key = DossierKey.generate();
let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'dossier-'))));
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => pdf.close());

async function seal(input: DossierInput, name = 'KP-118.zip'): Promise<SealedDossier> {
  const sealed = await sealDossier(input, { pdf, key }, join(folder, name));
  if (isRefusal(sealed)) throw new Error(sealed.code);
  return sealed;
}

class NoPdf extends PdfPort {
  render(): Promise<Refusal> {
    return Promise.resolve(refuse('PAPERS_UNAVAILABLE'));
  }
}

describe('sealing a dossier', () => {
  it('puts cover, index, chronology and originals under one signed manifest', async () => {
    const sealed = await seal(sampleInput());
    const zip = await readFile(join(folder, 'KP-118.zip'));
    const parts = new Map(placesIn(zip).map(({ name, start, end }) => [name, zip.subarray(start, end)]));
    expect([...parts.keys()]).toEqual([
      ...['manifest.json', 'manifest.sig', 'berkas.pdf', 'asli/01-himbauan.pdf', 'asli/02-bukti-terima.jpg'],
      ...['kunci-publik.pem', 'periksa.html', 'periksa.mjs'],
    ]);
    const manifest = parts.get('manifest.json') ?? Buffer.alloc(0);
    expect(sealed).toMatchObject({ files: 6, bytes: zip.length, fingerprint: key.fingerprint });
    expect(sealed.manifest).toBe(createHash('sha256').update(manifest).digest('hex'));
    expect(JSON.parse(manifest.toString())).toMatchObject({
      region: '35.05',
      handover: 3,
      case: 118,
      madeAt: '2026-11-02T01:00:00.000Z',
      key: key.fingerprint,
      anchor: { epoch: 1, seq: 4711 },
    });
  });

  it('indexes in the book what lies in the dossier, with the hashes of the manifest', async () => {
    await seal(sampleInput());
    const zip = await readFile(join(folder, 'KP-118.zip'));
    const book = placesIn(zip).find(({ name }) => name === 'berkas.pdf');
    const text = squeezed(textOfPdf(zip.subarray(book?.start, book?.end)).pages.join(''));
    for (const { name, sha256 } of sampleInput().files) expect(text).toMatch(new RegExp(`asli/${name}.*${sha256}`));
    expect(text).toContain('KRONOLOGIPENANGANANKEPATUHANBADANUSAHA');
  });

  it('gives the same manifest for the same input, from memory or from disk', async () => {
    const first = await seal(sampleInput(), 'a.zip');
    const files = await Promise.all(
      sampleInput().files.map(async ({ bytes = Buffer.alloc(0), ...file }) => {
        const path = join(folder, file.name);
        await writeFile(path, bytes);
        return { ...file, path };
      }),
    );
    const second = await seal(sampleInput({ files }), 'b.zip');
    expect(second.manifest).toBe(first.manifest);
    await seal(sampleInput({ files }), 'c.zip');
    expect((await readFile(join(folder, 'c.zip'))).equals(await readFile(join(folder, 'b.zip')))).toBe(true);
    expect((await seal(sampleInput({ handover: 4 }), 'd.zip')).manifest).not.toBe(first.manifest);
  });

  it.each([
    ['is not what its hash says', [{ ...sampleFile('01-himbauan.pdf'), bytes: Buffer.from('lain') }]],
    ['is gone', [{ ...sampleFile('01-himbauan.pdf'), bytes: undefined, path: '/nonexistent/file' }]],
    ['would land elsewhere', [sampleFile('../keluar.pdf')]],
    ['hides', [sampleFile('.htaccess')]],
  ])('leaves nothing behind when an original %s', async (_, files) => {
    await expect(seal(sampleInput({ files }))).rejects.toThrow(DossierFault);
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves an earlier dossier as it was when the new one fails', async () => {
    await seal(sampleInput());
    const before = await readFile(join(folder, 'KP-118.zip'));
    const files = [{ ...sampleFile('01-himbauan.pdf'), bytes: Buffer.from('lain') }];
    await expect(seal(sampleInput({ files }))).rejects.toThrow();
    expect((await readFile(join(folder, 'KP-118.zip'))).equals(before)).toBe(true);
  });

  it('is refused where no PDF can be made', async () => {
    expect(await sealDossier(sampleInput(), { pdf: new NoPdf(), key }, join(folder, 'a.zip'))).toMatchObject({
      code: 'PAPERS_UNAVAILABLE',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('clears away what a crash left half written, but not what another is writing now', async () => {
    for (const name of ['.KP-118.zip.old.half', '.KP-118.zip.new.half', '.KP-119.zip.old.half']) {
      await writeFile(join(folder, name), 'x');
      if (name.includes('old')) await utimes(join(folder, name), 1, 1);
    }
    await seal(sampleInput());
    expect((await readdir(folder)).sort()).toEqual(['.KP-118.zip.new.half', '.KP-119.zip.old.half', 'KP-118.zip']);
  });

  it('keeps memory bounded with originals of 20 MB', async () => {
    const megabytes = 1024 * 1024;
    const files = await Promise.all(
      [1, 2, 3, 4, 5, 6].map(async (nth) => {
        const content = Buffer.alloc(20 * megabytes, nth);
        const path = join(folder, `${nth}.pdf`);
        await writeFile(path, content);
        return {
          ...sampleFile(`0${nth}-pindai.pdf`),
          bytes: undefined,
          path,
          sha256: createHash('sha256').update(content).digest('hex'),
        };
      }),
    );
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers)), 5);
    const sealed = await seal(sampleInput({ files }));
    clearInterval(watch);
    expect(sealed.bytes).toBeGreaterThan(120 * megabytes);
    expect(most - before).toBeLessThan(80 * megabytes);
  }, 120_000);
});

describe('the key that seals dossiers', () => {
  it('is made once, for all who come at the same time, and only the owner may read it', async () => {
    const secrets = join(folder, 'secrets');
    const keys = await Promise.all([1, 2, 3, 4, 5].map(() => DossierKey.load(secrets)));
    expect(new Set(keys.map((it) => it.fingerprint)).size).toBe(1);
    expect((await DossierKey.load(secrets)).fingerprint).toBe(keys[0]?.fingerprint);
    expect(await readdir(secrets)).toEqual(['dossier-ed25519.pem']);
    expect((await stat(join(secrets, 'dossier-ed25519.pem'))).mode & 0o777).toBe(0o600);
  });

  it('has the fingerprint that openssl and sha256sum give', () => {
    const { publicKeyPem, fingerprint } = key;
    const der = execFileSync('openssl', ['pkey', '-pubin', '-outform', 'DER'], { input: publicKeyPem });
    expect(createHash('sha256').update(der).digest('hex')).toBe(fingerprint);
    expect(fingerprintOf(publicKeyPem)).toBe(fingerprint);
  });
});
