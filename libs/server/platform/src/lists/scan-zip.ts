import { type Refusal, refuse } from '@papan/domain';
import { readZipDirectory, unpack } from '../files/zip';

/** A list of fifty thousand lines unpacks to a fraction of this. */
const UNPACKED_LIMIT_MB = 150;
const UNPACKED_LIMIT = UNPACKED_LIMIT_MB * 1024 * 1024;
const PARTS_AT_MOST = 2_000;
const WORKBOOK = /^xl\/workbook\.(?:xml|bin)$/i;

/**
 * Looks at an XLSX file before anything reads it: undefined where it is a workbook that unpacks to what it says and no
 * more. Every part is unpacked once and counted; nothing of it is kept.
 */
export async function scanZip(bytes: Buffer): Promise<Refusal | undefined> {
  const parts = readZipDirectory(bytes);
  if (!parts) return refuse('IMPORT_UNREADABLE', { lines: '1' });
  const whole = parts.reduce((sum, { size }) => sum + size, 0);
  if (parts.length > PARTS_AT_MOST || whole > UNPACKED_LIMIT) return swells();
  if (!parts.some(({ name }) => WORKBOOK.test(name))) return refuse('IMPORT_NOT_A_TABLE', {});
  if (parts.some(({ encrypted }) => encrypted)) return refuse('IMPORT_UNREADABLE', { lines: '1' });
  for (const part of parts) {
    const found = await unpack(bytes, part, 0);
    if (found === 'long') return swells();
    if (found === 'short') return refuse('IMPORT_UNREADABLE', { lines: '1' });
  }
  return undefined;
}

function swells(): Refusal {
  return refuse('IMPORT_SWELLS', { limit: UNPACKED_LIMIT_MB });
}
