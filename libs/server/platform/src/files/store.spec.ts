import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Refused } from '../http/refused';
import { Files } from './store';

const hashOf = (words: string): string => createHash('sha256').update(words).digest('hex');

describe('the store of files', () => {
  let house: string;
  let files: Files;
  beforeEach(() => {
    house = mkdtempSync(join(tmpdir(), 'papan-store-'));
    files = new Files(join(house, 'files'));
  });
  afterEach(() => rmSync(house, { recursive: true, force: true }));

  const arriving = (): readonly string[] => {
    const folder = join(files.folder, 'arriving');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const code = (work: Promise<unknown>): Promise<string> =>
    work.then(
      () => 'fine',
      (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
    );

  it('keeps bytes under their hash, for the server alone', async () => {
    const hash = await files.keep(Buffer.from('surat'));
    expect(hash).toBe(hashOf('surat'));
    expect(files.path(hash)).toBe(join(files.folder, hash.slice(0, 2), hash));
    expect(await text(await files.open(hash))).toBe('surat');
    expect((await files.bytes(hash)).toString()).toBe('surat');
    expect(statSync(files.path(hash)).mode & 0o777).toBe(0o600);
    for (const folder of [files.folder, join(files.folder, hash.slice(0, 2)), join(files.folder, 'arriving')])
      expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('makes a path of nothing but a hash', () => {
    for (const odd of ['', '..', '../../etc/passwd', 'A'.repeat(64), `${'a'.repeat(63)}/`, 'a'.repeat(65), 'a\u0000'])
      expect(() => files.path(odd)).toThrow(TypeError);
  });

  it('hashes and counts what arrives, and moves it under its name', async () => {
    const arrived = await files.arrive(Readable.from([Buffer.from('su'), Buffer.from('rat')]));
    expect(arrived).toMatchObject({ hash: hashOf('surat'), bytes: 5 });
    expect(await files.has(arrived.hash)).toBe(false);
    await files.adopt(arrived);
    expect(await files.has(arrived.hash)).toBe(true);
    await files.dismiss(arrived);
    expect([arriving(), await files.has(arrived.hash)]).toEqual([[], true]);
  });

  it('stops at the byte too much, and where there is none, and where it breaks off; nothing stays', async () => {
    expect(await code(files.arrive(Readable.from([Buffer.alloc(6)]), 6))).toBe('fine');
    for (const name of arriving()) rmSync(join(files.folder, 'arriving', name));
    expect(await code(files.arrive(Readable.from([Buffer.alloc(4), Buffer.alloc(3)]), 6))).toBe('EVIDENCE_TOO_LARGE');
    expect(await code(files.arrive(Readable.from([])))).toBe('EVIDENCE_EMPTY');
    const broken = new Readable({
      read() {
        this.push(Buffer.from('su'));
        this.destroy(new Error('aborted'));
      },
    });
    expect(await code(files.arrive(broken))).toContain('aborted');
    expect(arriving()).toEqual([]);
  });

  it('takes the same bytes from many at once', async () => {
    const hashes = await Promise.all(Array.from({ length: 20 }, () => files.keep(Buffer.from('sama'))));
    expect(new Set(hashes)).toEqual(new Set([hashOf('sama')]));
    expect((await files.bytes(hashOf('sama'))).toString()).toBe('sama');
    expect(arriving()).toEqual([]);
  });

  it('removes a file with its small picture, and does not mind where there is none', async () => {
    const hash = await files.keep(Buffer.from('foto'));
    await files.keepPreview(hash, Buffer.from('kecil'));
    expect(await text(await files.openPreview(hash))).toBe('kecil');
    await files.remove(hash);
    await files.remove(hash);
    expect([existsSync(files.path(hash)), existsSync(files.previewPath(hash))]).toEqual([false, false]);
    await expect(files.open(hash)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('forgets what began to arrive long ago and never did', async () => {
    await files.keep(Buffer.from('x'));
    const [old, young] = ['lama', 'baru'].map((name) => join(files.folder, 'arriving', name));
    if (!old || !young) throw new Error('two names');
    for (const path of [old, young]) writeFileSync(path, 'x');
    utimesSync(old, 1_000, 1_000);
    await files.forgetArriving(2_000_000);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });

  it('has nothing to forget where nothing was ever kept', async () => {
    await files.forgetArriving(Date.now());
    expect(existsSync(files.folder)).toBe(false);
  });
});
