import { Readable } from 'node:stream';
import { IMPORT_MEGABYTES } from '@papan/contracts';
import { receiveBytes } from './receive-bytes';

const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

function* megabytes(count: number): Generator<Buffer> {
  for (let at = 0; at < count; at++) yield MEGABYTE;
}

describe('the bytes of a list', () => {
  it('are kept up to what a list may have', async () => {
    const bytes = await receiveBytes(Readable.from(megabytes(IMPORT_MEGABYTES)), 0);
    expect((bytes as Buffer).length).toBe(IMPORT_MEGABYTES * 1024 * 1024);
  });

  it('are refused where there are more, also when nobody said so before', async () => {
    const body = Readable.from(megabytes(IMPORT_MEGABYTES + 2));
    expect(await receiveBytes(body, 0)).toMatchObject({ code: 'IMPORT_TOO_LARGE', params: { limit: 20 } });
    expect(await receiveBytes(Readable.from(megabytes(1)), 99_000_000)).toMatchObject({ code: 'IMPORT_TOO_LARGE' });
  });

  it('are missed where there are none', async () => {
    expect(await receiveBytes(Readable.from([]), 0)).toMatchObject({ code: 'IMPORT_FILE_MISSING' });
  });
});
