import { createHash, randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { EVIDENCE_LIMIT, EVIDENCE_LIMIT_MB, refuse } from '@papan/domain';
import { Refused } from '../http/refused';

const HASH = /^[0-9a-f]{64}$/;
const ARRIVING = 'arriving';
const PREVIEW = '.webp';

/** A file that has arrived and is not yet kept: where it lies, SHA-256 in hex, size in bytes. */
export interface Arrived {
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
}

/**
 * The store of files, named by the SHA-256 of their bytes: `ab/ab12…`, and `ab/ab12….webp` for the small picture of a photo.
 * Whatever is under its name is whole: it is written elsewhere, synced, and then moved. Only we can read it.
 */
@Injectable()
export class Files {
  /** `folder`: absolute; made at the first write. */
  constructor(readonly folder: string) {}

  /** Where the bytes of this hash lie, if they are kept. Throws TypeError on what is no hash: no other path is ever made. */
  path(hash: string): string {
    if (!HASH.test(hash)) throw new TypeError('not a SHA-256 in hex');
    return join(this.folder, hash.slice(0, 2), hash);
  }

  previewPath(hash: string): string {
    return this.path(hash) + PREVIEW;
  }

  /** The bytes as a stream. Rejects with ENOENT where they are not kept. */
  async open(hash: string): Promise<Readable> {
    return (await open(this.path(hash), 'r')).createReadStream();
  }

  async openPreview(hash: string): Promise<Readable> {
    return (await open(this.previewPath(hash), 'r')).createReadStream();
  }

  bytes(hash: string): Promise<Buffer> {
    return readFile(this.path(hash));
  }

  has(hash: string): Promise<boolean> {
    return exists(this.path(hash));
  }

  /** Keeps these bytes; answers their hash. */
  async keep(bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await this.put(bytes, this.path(hash));
    return hash;
  }

  async keepPreview(hash: string, picture: Uint8Array): Promise<void> {
    await this.put(picture, this.previewPath(hash));
  }

  /**
   * Takes in a stream, counting and hashing as it comes. Throws Refused EVIDENCE_TOO_LARGE as soon as there is one byte too
   * many, EVIDENCE_EMPTY where there is none; nothing is left behind then. The source is not closed: its sender is answered.
   */
  async arrive(source: Readable, limit: number = EVIDENCE_LIMIT): Promise<Arrived> {
    return this.write(async (file) => {
      const hash = createHash('sha256');
      let bytes = 0;
      for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (bytes > limit) throw new Refused(refuse('EVIDENCE_TOO_LARGE', { limit: EVIDENCE_LIMIT_MB }));
        hash.update(chunk);
        await file.write(chunk);
      }
      if (bytes === 0) throw new Refused(refuse('EVIDENCE_EMPTY'));
      return { hash: hash.digest('hex'), bytes };
    });
  }

  /** Moves what has arrived under its name. The same bytes under the same name are simply there once more. */
  async adopt({ path, hash }: Arrived): Promise<void> {
    await this.move(path, this.path(hash));
  }

  /** Forgets what has arrived; also what has been adopted since, of which nothing is left there. */
  async dismiss({ path }: Arrived): Promise<void> {
    await rm(path, { force: true });
  }

  /** Removes a kept file and its small picture. */
  async remove(hash: string): Promise<void> {
    await rm(this.path(hash), { force: true });
    await rm(this.previewPath(hash), { force: true });
  }

  /** Removes what began to arrive before `before` (milliseconds) and never did. */
  async forgetArriving(before: number): Promise<void> {
    const folder = join(this.folder, ARRIVING);
    for (const name of await namesIn(folder)) {
      const path = join(folder, name);
      if ((await writtenAt(path)) < before) await rm(path, { force: true });
    }
  }

  private async put(bytes: Uint8Array, place: string): Promise<void> {
    const { path } = await this.write(async (file) => {
      await file.writeFile(bytes);
      return {};
    });
    await this.move(path, place);
  }

  /** A new file in the anteroom, synced; gone again where `fill` throws. */
  private async write<T>(fill: (file: FileHandle) => Promise<T>): Promise<T & { readonly path: string }> {
    const path = join(this.folder, ARRIVING, randomUUID());
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'wx', 0o600);
    try {
      const filled = await fill(file);
      await file.sync();
      return { ...filled, path };
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  private async move(from: string, to: string): Promise<void> {
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await rename(from, to);
    await syncFolder(dirname(to));
  }
}

/** A moved file is safe only once its folder is written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** When the file was last written, in milliseconds; never, where it is gone. */
async function writtenAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => Infinity,
  );
}
