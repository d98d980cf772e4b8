import { createHash, generateKeyPairSync, randomBytes, sign, verify } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { ownFile } from '../house';
import { TypstPdf } from '../pdf/typst-pdf';
import { placesIn, sampleInput, spread } from '../testing/sample-dossier';
import { ed25519Verify, hex, judge, readZip, sha256, sha512, WORDS } from '../../verifier/core.mjs';
import { DossierKey } from './dossier-key';
import { readManifest, writeManifest } from './manifest';
import { sealDossier } from './seal-dossier';
import { verifierPage, verifierScript } from './verifier';
import { DOSSIER_PROBLEMS, verifyDossier } from './verify-dossier';

type Problems = readonly { readonly file: string; readonly problem: string }[];

const pdf = new TypstPdf();
const key = DossierKey.generate();
let folder: string;
let sealed: Buffer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-'));
  await sealDossier(sampleInput(), { pdf, key }, join(folder, 'sealed.zip'));
  sealed = await readFile(join(folder, 'sealed.zip'));
  await writeFile(join(folder, 'periksa.mjs'), verifierScript());
});
afterAll(async () => {
  await pdf.close();
  await rm(folder, { recursive: true });
});

let nth = 0;
/** What each verifier says of these bytes, the program's own and that of the page and the script. */
async function verdicts(zip: Buffer, expected?: string): Promise<readonly [Problems, Problems]> {
  nth += 1;
  const path = join(folder, `changed-${nth}.zip`);
  await writeFile(path, zip);
  const own = await verifyDossier(path, expected);
  await unlink(path);
  return [own.problems, await coreSays(zip, expected)];
}

async function coreSays(zip: Buffer, expected?: string): Promise<Problems> {
  const read = (offset: number, length: number): Promise<Uint8Array> =>
    Promise.resolve(new Uint8Array(zip.subarray(offset, offset + length)));
  try {
    return (await judge(await readZip({ size: zip.length, read }), expected)).problems;
  } catch {
    return [{ file: 'zip', problem: 'UNREADABLE' }];
  }
}

/** The dossier unpacked into a folder of its own, then changed. */
async function unpacked(change: (folder: string) => Promise<void>): Promise<string> {
  nth += 1;
  const path = join(folder, `unpacked-${nth}`);
  await spread(sealed, path);
  await change(path);
  return path;
}

function script(path: string, expected = ''): { readonly status: number | null; readonly out: string } {
  const { status, stdout } = spawnSync(process.execPath, [join(folder, 'periksa.mjs'), path, expected], {
    encoding: 'utf8',
  });
  return { status, out: stdout };
}

describe('a sealed dossier', () => {
  it('holds, for both verifiers, with the key that was made known', async () => {
    expect(await verdicts(sealed, key.fingerprint)).toEqual([[], []]);
    expect(await verdicts(sealed, key.fingerprint.toUpperCase().replace(/(.{4})/g, '$1 '))).toEqual([[], []]);
  });

  it('holds as a folder, and as a folder in a folder', async () => {
    const path = await unpacked(() => Promise.resolve());
    expect((await verifyDossier(path)).problems).toEqual([]);
    await mkdir(join(folder, 'outer'));
    await rename(path, join(folder, 'outer', 'KP-118'));
    expect((await verifyDossier(join(folder, 'outer'))).problems).toEqual([]);
  });

  it('names the file in which one byte was changed, whichever it is', async () => {
    const places = placesIn(sealed);
    const flips = fc.record({ part: fc.nat(places.length - 1), at: fc.nat(), bit: fc.nat(7) });
    await fc.assert(
      fc.asyncProperty(flips, async ({ part, at, bit }) => {
        const { name, start, end } = places[part] ?? { name: '', start: 0, end: 1 };
        const changed = flipped(start + (at % (end - start)), bit);
        for (const problems of await verdicts(changed)) {
          const named = problems.map(({ file }) => file);
          expect(named).toEqual(expect.arrayContaining([expect.stringMatching(nameOrSeal(name))]));
        }
      }),
      { numRuns: 150 },
    );
  });

  /** Of manifest and signature nobody can tell which of the two was changed. */
  const nameOrSeal = (name: string): RegExp => (name === 'manifest.sig' ? /^manifest\./ : new RegExp(`^${name}$`));

  it('is judged alike by both wherever the zip itself is damaged, and never whole while a file differs', async () => {
    const inside = placesIn(sealed);
    const around = [...sealed.keys()].filter((at) => inside.every(({ start, end }) => at < start || at >= end));
    expect(around.length).toBeGreaterThan(500);
    for (const at of around) {
      const changed = flipped(at, at % 8);
      const [own, core] = await verdicts(changed);
      expect({ at, whole: own.length === 0 }).toEqual({ at, whole: core.length === 0 });
      if (own.length === 0) expect(contentsOf(changed)).toEqual(contentsOf(sealed));
    }
  }, 120_000);

  it('is let go of after the verdict, however it is damaged', async () => {
    const open = async (): Promise<number> => (await readdir('/dev/fd')).length;
    const before = await open();
    const [method, content] = [sealed.lastIndexOf('PK\u0001\u0002') + 10, placesIn(sealed)[0]?.start ?? 0];
    for (let bit = 0; bit < 8; bit += 1) {
      await verdicts(flipped(method, bit));
      await verdicts(flipped(content, bit));
    }
    // A file is closed a moment after it was let go of; one that is held stays open until the test's time is up.
    while ((await open()) > before) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await open()).toBeLessThanOrEqual(before);
  });

  it.each<readonly [string, (path: string) => Promise<unknown>, Problems]>([
    [
      'a file is missing',
      (path) => unlink(join(path, 'asli/01-himbauan.pdf')),
      [{ file: 'asli/01-himbauan.pdf', problem: 'MISSING' }],
    ],
    [
      'a file was added',
      (path) => writeFile(join(path, 'asli/03-baru.pdf'), 'x'),
      [{ file: 'asli/03-baru.pdf', problem: 'EXTRA' }],
    ],
    [
      'a file was renamed',
      (path) => rename(join(path, 'berkas.pdf'), join(path, 'berkas-1.pdf')),
      [
        { file: 'berkas.pdf', problem: 'MISSING' },
        { file: 'berkas-1.pdf', problem: 'EXTRA' },
      ],
    ],
    [
      'a file was emptied',
      (path) => writeFile(join(path, 'berkas.pdf'), ''),
      [{ file: 'berkas.pdf', problem: 'ALTERED' }],
    ],
    [
      'the manifest is missing',
      (path) => unlink(join(path, 'manifest.json')),
      [{ file: 'manifest.json', problem: 'MISSING' }],
    ],
    [
      'the manifest is no manifest',
      (path) => writeFile(join(path, 'manifest.json'), '{}'),
      [
        { file: 'manifest.json', problem: 'UNREADABLE' },
        { file: 'manifest.json', problem: 'SIGNATURE' },
      ],
    ],
    [
      'the signature is missing',
      (path) => unlink(join(path, 'manifest.sig')),
      [{ file: 'manifest.sig', problem: 'MISSING' }],
    ],
    [
      'the signature is none',
      (path) => writeFile(join(path, 'manifest.sig'), 'paraf'),
      [{ file: 'manifest.sig', problem: 'UNREADABLE' }],
    ],
    [
      'the key is missing',
      (path) => unlink(join(path, 'kunci-publik.pem')),
      [{ file: 'kunci-publik.pem', problem: 'MISSING' }],
    ],
  ])('says what is wrong when %s', async (_, change, expected) => {
    const path = await unpacked(async (it) => {
      await change(it);
    });
    const { ok, problems } = await verifyDossier(path);
    expect({ ok, problems: sorted(problems) }).toEqual({ ok: false, problems: sorted(expected) });
    await writeFile(
      join(folder, 'periksa.mjs'),
      await readFile(join(await unpacked(() => Promise.resolve()), 'periksa.mjs')),
    );
    const said = script(path);
    expect(said.status).toBe(1);
    for (const { file, problem } of expected) expect(said.out).toContain(`${file}: ${WORDS[problem]}`);
  });

  it('is found out when the manifest was edited to fit', async () => {
    const places = new Map(placesIn(sealed).map((it) => [it.name, it]));
    const place = places.get('manifest.json');
    const manifest = readManifest(sealed.subarray(place?.start, place?.end));
    if (!manifest) throw new Error('no manifest');
    const path = await unpacked(async (it) => {
      const content = Buffer.from('dokumen lain');
      await writeFile(join(it, 'asli/01-himbauan.pdf'), content);
      const files = manifest.files.map((file) =>
        file.name === 'asli/01-himbauan.pdf'
          ? { ...file, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
          : file,
      );
      await writeFile(join(it, 'manifest.json'), writeManifest({ ...manifest, files }));
    });
    expect((await verifyDossier(path)).problems).toEqual([{ file: 'manifest.json', problem: 'SIGNATURE' }]);
  });

  it('is found out by the fingerprint when somebody else sealed it anew', async () => {
    const other = DossierKey.generate();
    await sealDossier(sampleInput(), { pdf, key: other }, join(folder, 'forged.zip'));
    const forged = await readFile(join(folder, 'forged.zip'));
    expect(await verdicts(forged)).toEqual([[], []]);
    const foreign = [{ file: 'kunci-publik.pem', problem: 'FOREIGN_KEY' }];
    expect(await verdicts(forged, key.fingerprint)).toEqual([foreign, foreign]);
    expect((await verifyDossier(join(folder, 'forged.zip'), key.publicKeyPem)).problems).toEqual(foreign);
  });

  it('is found out when only the key was replaced', async () => {
    const path = await unpacked((it) => writeFile(join(it, 'kunci-publik.pem'), DossierKey.generate().publicKeyPem));
    expect(sorted((await verifyDossier(path)).problems)).toEqual(
      sorted([
        { file: 'kunci-publik.pem', problem: 'ALTERED' },
        { file: 'kunci-publik.pem', problem: 'FOREIGN_KEY' },
        { file: 'manifest.json', problem: 'SIGNATURE' },
      ]),
    );
  });

  it.each([
    ['no zip file', Buffer.from('bukan zip')],
    ['an empty file', Buffer.alloc(0)],
  ])('is not %s', async (_, bytes) => {
    const [own, core] = await verdicts(bytes);
    expect([own[0]?.problem, core[0]?.problem]).toEqual(['UNREADABLE', 'UNREADABLE']);
  });

  function flipped(at: number, bit: number): Buffer {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ (1 << bit), at);
    return changed;
  }
  const contentsOf = (zip: Buffer): readonly (readonly [string, string])[] =>
    placesIn(zip).map(({ name, start, end }) => [name, zip.subarray(start, end).toString('hex')]);
});

describe('the page that travels with a dossier', () => {
  it('is one file that may run nothing but its own script, and reach nothing', () => {
    const page = verifierPage().toString();
    const content = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(page)?.[1] ?? '';
    const body = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
    const hash = createHash('sha256').update(body).digest('base64');
    expect(content).toContain(`default-src 'none'; script-src 'sha256-${hash}'`);
    expect(page).not.toMatch(/https?:|src=|@import|fetch\(|XMLHttpRequest/);
  });

  it('says of a dropped file whether it is whole, and names what was changed, without WebCrypto', async () => {
    const place = placesIn(sealed).find(({ name }) => name.startsWith('asli/'));
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(place?.start ?? 0) ^ 1, place?.start ?? 0);
    const [whole, altered, foreign, none] = await pageSays([
      [sealed, ''],
      [changed, ''],
      [sealed, DossierKey.generate().fingerprint],
      [Buffer.from('bukan zip'), ''],
    ]);
    expect(whole).toContain('UTUH: semua berkas sama dengan saat disegel.');
    expect(whole).toContain(key.fingerprint.slice(0, 4));
    expect(altered).toContain('TIDAK UTUHasli/01-himbauan.pdf: isinya berubah');
    expect(foreign).toContain(WORDS['FOREIGN_KEY']);
    expect(none).toContain('TIDAK DAPAT DIBACA');
  }, 120_000);

  async function pageSays(cases: readonly (readonly [Buffer, string])[]): Promise<readonly string[]> {
    const page = join(folder, 'page.html');
    await writeFile(page, verifierPage());
    const dropped = cases.map(([zip, expected], at) => ({ path: join(folder, `dropped-${at}.zip`), zip, expected }));
    for (const { path, zip } of dropped) await writeFile(path, zip);
    const args = [ownFile('src', 'testing', 'page-says.mjs'), page, ...dropped.flatMap((it) => [it.path, it.expected])];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    return JSON.parse(stdout || JSON.stringify([stderr])) as readonly string[];
  }
});

describe('the arithmetic of the page', () => {
  const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

  // RFC 8032, 7.1: TEST 1, TEST 2, TEST 3.
  it.each([
    [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '',
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    ],
    [
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      '72',
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    ],
    [
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
      'af82',
      '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
    ],
  ])('verifies the vectors of RFC 8032', (publicKey, message, signature) => {
    expect(ed25519Verify(bytes(signature), bytes(message), bytes(publicKey))).toBe(true);
    expect(ed25519Verify(bytes(signature), bytes(`${message}00`), bytes(publicKey))).toBe(false);
  });

  it('agrees with Node on signatures, whole and changed', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(12);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.nat(63), fc.nat(255), (message, at, mask) => {
        const signature = sign(null, message, privateKey);
        signature.writeUInt8(signature.readUInt8(at) ^ mask, at);
        expect(ed25519Verify(signature, message, raw)).toBe(verify(null, message, publicKey, signature));
      }),
      { numRuns: 40 },
    );
  });

  it('refuses signatures that are not reduced, and bytes that are no point', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(12);
    const message = randomBytes(20);
    const signature = sign(null, message, privateKey);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    const doubled = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
    expect(ed25519Verify(Buffer.concat([signature.subarray(0, 32), doubled]), message, raw)).toBe(false);
    expect(ed25519Verify(signature, message, Buffer.alloc(32, 0xff))).toBe(false);
    expect(ed25519Verify(signature.subarray(1), message, raw)).toBe(false);
  });

  it('hashes as Node does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        expect(hex(sha256(message))).toBe(createHash('sha256').update(message).digest('hex'));
        expect(hex(sha512(message))).toBe(createHash('sha512').update(message).digest('hex'));
      }),
      { numRuns: 60 },
    );
  });

  it('has a word for every problem', () => {
    expect(Object.keys(WORDS).sort()).toEqual([...DOSSIER_PROBLEMS].sort());
  });
});

function sorted(problems: Problems): Problems {
  return [...problems].sort((a, b) => (`${a.file} ${a.problem}` < `${b.file} ${b.problem}` ? -1 : 1));
}
