import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DossierFile, DossierInput } from '../dossier/seal-dossier';
import { EXAMPLES } from '../examples';
import { LOCAL_SIZE, TAIL_SIZE, contentOffset, findDirectory, readDirectory } from '../zip/directory';

/** An original with invented content that is always the same. */
export function sampleFile(name: string, bytes = 2_000): DossierFile {
  const content = createHash('shake256', { outputLength: bytes }).update(name).digest();
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { name, what: 'Surat Himbauan ke-1', number: '560/031', date: '2026-01-19', sha256, bytes: content };
}

export function sampleInput(change: Partial<DossierInput> = {}): DossierInput {
  const { handover, chronology } = EXAMPLES.DOSSIER.data;
  return {
    region: '35.05',
    handover: 3,
    case: 118,
    madeAt: '2026-11-02T01:00:00.000Z',
    setting: { size: 'F4', demo: true },
    cover: handover,
    chronology,
    files: [sampleFile('01-himbauan.pdf'), sampleFile('02-bukti-terima.jpg', 5_000)],
    anchor: { epoch: 1, seq: 4711, hash: 'a'.repeat(64) },
    ...change,
  };
}

export interface PlacedPart {
  readonly name: string;
  /** Where its content lies in the zip file. */
  readonly start: number;
  readonly end: number;
}

export function placesIn(zip: Buffer): readonly PlacedPart[] {
  const { offset, size, count } = findDirectory(zip.subarray(Math.max(0, zip.length - TAIL_SIZE)), zip.length);
  return readDirectory(zip.subarray(offset, offset + size), count).map((entry) => {
    const start = contentOffset(zip.subarray(entry.offset, entry.offset + LOCAL_SIZE), entry);
    return { name: entry.name, start, end: start + entry.packed };
  });
}

/** Unpacks a stored zip file into a folder. */
export async function spread(zip: Buffer, folder: string): Promise<void> {
  for (const { name, start, end } of placesIn(zip)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), zip.subarray(start, end));
  }
}
