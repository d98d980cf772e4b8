import type { Readable } from 'node:stream';
import { IMPORT_MEGABYTES } from '@papan/contracts';
import { type Refusal, refuse } from '@papan/domain';

const LIMIT = IMPORT_MEGABYTES * 1024 * 1024;

/** The bytes of a body, in memory and no more of them than a list may have; IMPORT_TOO_LARGE, IMPORT_FILE_MISSING. */
export async function receiveBytes(body: Readable, announced: number): Promise<Buffer | Refusal> {
  const tooLarge = refuse('IMPORT_TOO_LARGE', { limit: IMPORT_MEGABYTES });
  if (announced > LIMIT) {
    letRunOut(body);
    return tooLarge;
  }
  const parts: Buffer[] = [];
  let size = 0;
  // Left early, the stream is ended by the loop itself; so it is read on by hand.
  for await (const part of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > LIMIT) {
      letRunOut(body);
      return tooLarge;
    }
    parts.push(part);
  }
  return size === 0 ? refuse('IMPORT_FILE_MISSING', {}) : Buffer.concat(parts);
}

/** Whoever is still sending hears the answer only when he has sent it all; but not for ever. */
function letRunOut(body: Readable): void {
  let left = 4 * LIMIT;
  body.on('error', () => undefined);
  body.on('data', (part: Buffer) => {
    left -= part.length;
    if (left < 0) body.destroy();
  });
  body.resume();
}
