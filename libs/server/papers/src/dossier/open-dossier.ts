import { createReadStream } from 'node:fs';
import { type FileHandle, open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, pipeline } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import {
  LOCAL_SIZE,
  TAIL_SIZE,
  type ZipEntry,
  ZipFault,
  contentOffset,
  findDirectory,
  readDirectory,
} from '../zip/directory';

/** One file of a dossier; its content is read as a stream, however large it is. */
export interface OpenFile {
  readonly name: string;
  readonly size: number;
  readonly read: () => Promise<AsyncIterable<Buffer>>;
}

export interface OpenDossier {
  readonly files: readonly OpenFile[];
  readonly close: () => Promise<void>;
}

const LARGEST_DIRECTORY = 16 * 1024 * 1024;

/** A dossier as a zip file or as the folder it was unpacked to. Throws ZipFault where it is neither. */
export async function openDossier(path: string): Promise<OpenDossier> {
  const found = await stat(path);
  const opened = found.isDirectory()
    ? { files: await filesIn(path, ''), close: () => Promise.resolve() }
    : await openZip(path, found.size);
  return { ...opened, files: withoutWrapper(opened.files) };
}

/** Where everything lies in one folder, that folder is left out of the names. */
function withoutWrapper(files: readonly OpenFile[]): readonly OpenFile[] {
  const [first] = files;
  const folder = /^[^/]+\//.exec(first?.name ?? '')?.[0];
  if (folder === undefined || files.some(({ name }) => !name.startsWith(folder))) return files;
  return files.map((file) => ({ ...file, name: file.name.slice(folder.length) }));
}

async function filesIn(folder: string, prefix: string): Promise<readonly OpenFile[]> {
  const files: OpenFile[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [path, name] = [join(folder, entry.name), prefix + entry.name];
    if (entry.isDirectory()) files.push(...(await filesIn(path, `${name}/`)));
    else if (entry.isFile())
      files.push({ name, size: (await stat(path)).size, read: () => Promise.resolve(createReadStream(path)) });
    else files.push({ name, size: 0, read: () => Promise.reject(new ZipFault(`${name}: no file`)) });
  }
  return files;
}

async function openZip(path: string, size: number): Promise<OpenDossier> {
  const file = await open(path, 'r');
  try {
    const tail = await slice(file, Math.max(0, size - TAIL_SIZE), Math.min(size, TAIL_SIZE));
    const place = findDirectory(tail, size);
    if (place.size > LARGEST_DIRECTORY) throw new ZipFault('the directory is too large');
    const entries = readDirectory(await slice(file, place.offset, place.size), place.count);
    const files = entries.map((entry) => ({
      name: entry.name,
      size: entry.size,
      read: () => readEntry(path, file, entry),
    }));
    return { files, close: () => file.close() };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function readEntry(path: string, file: FileHandle, entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
  const header = await slice(file, entry.offset, LOCAL_SIZE + Buffer.byteLength(entry.name));
  const start = contentOffset(header, entry);
  // Programs that unpack by the headers must find the same name as those that go by the directory.
  if (header.toString('utf8', LOCAL_SIZE) !== entry.name)
    throw new ZipFault(`${entry.name}: another name in its header`);
  if (entry.method === 0 && entry.packed !== entry.size) throw new ZipFault(`${entry.name}: its size is not so`);
  if (entry.method !== 0 && entry.method !== 8) throw new ZipFault(`${entry.name}: packed in an unknown way`);
  if (entry.packed === 0) return Readable.from([]);
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 });
  // The reader of the content is told of a fault by the content itself; both ends are closed however the reading ends.
  return entry.method === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined);
}

async function slice(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
