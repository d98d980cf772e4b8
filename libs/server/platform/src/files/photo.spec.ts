import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PhotoKind, isRefusal } from '@papan/domain';
import sharp from 'sharp';
import { photoOf, photoWithPlace, pngHead } from '../testing';
import { drawAnew } from './photo';

describe('a photo drawn anew', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'papan-photo-'))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const drawn = async (bytes: Buffer, kind: PhotoKind) => {
    const path = join(folder, crypto.randomUUID());
    writeFileSync(path, bytes);
    return drawAnew(path, kind);
  };
  const photo = async (bytes: Buffer, kind: PhotoKind) => {
    const answer = await drawn(bytes, kind);
    if (isRefusal(answer)) throw new Error(answer.code);
    return answer;
  };
  const code = async (bytes: Buffer, kind: PhotoKind): Promise<string> => {
    const answer = await drawn(bytes, kind);
    return isRefusal(answer) ? answer.code : 'drawn';
  };
  const withWords = (kind: 'jpeg' | 'png' | 'webp'): Promise<Buffer> =>
    sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
      .withExif({ IFD0: { ImageDescription: 'LOKASI-RAHASIA' }, IFD3: { GPSLatitude: '8/1 5/1 43/1' } })
      .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>LOKASI-RAHASIA</a></x:xmpmeta>')
      .toFormat(kind)
      .toBuffer();

  it.each(['jpg', 'png', 'webp'] as const)('keeps nothing of what the camera wrote: %s', async (kind) => {
    const sent = await withWords(kind === 'jpg' ? 'jpeg' : kind);
    expect(sent.includes('LOKASI-RAHASIA')).toBe(true);
    const { bytes, preview } = await photo(sent, kind);
    for (const made of [bytes, preview]) {
      expect(made.includes('LOKASI-RAHASIA')).toBe(false);
      const { exif, xmp, iptc, icc, comments } = await sharp(made).metadata();
      expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined]);
    }
  });

  it('stands upright', async () => {
    expect(await sharp((await photo(await photoWithPlace(), 'jpg')).bytes).metadata()).toMatchObject({
      ...{ width: 40, height: 60 },
    });
  });

  it('keeps nothing of what hides behind or inside the picture', async () => {
    const picture = await photoOf('jpeg', 50, 50);
    const comment = Buffer.from('*/alert(document.cookie)/*');
    const length = Buffer.alloc(2);
    length.writeUInt16BE(comment.length + 2);
    const inside = Buffer.concat([
      picture.subarray(0, 2),
      Buffer.from([0xff, 0xfe]),
      length,
      comment,
      picture.subarray(2),
    ]);
    for (const bytes of [inside, Buffer.concat([picture, Buffer.from('<script>alert(1)</script>PK\x03\x04')])]) {
      const made = await photo(bytes, 'jpg');
      expect(made.bytes.includes('alert')).toBe(false);
      expect(made.bytes.includes('PK\x03\x04')).toBe(false);
    }
  });

  it('is the same for the same bytes', async () => {
    const sent = await photoOf('jpeg', 700, 500);
    expect((await photo(sent, 'jpg')).bytes.equals((await photo(sent, 'jpg')).bytes)).toBe(true);
  });

  it('is never larger than it was sent', async () => {
    const { bytes, preview } = await photo(await photoOf('png', 100, 80), 'png');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 100, height: 80, format: 'png' });
    expect(await sharp(preview).metadata()).toMatchObject({ width: 100, height: 80, format: 'webp' });
  });

  it('is refused where the head promises too many pixels, before a single one is drawn', async () => {
    expect(await code(pngHead(8_001, 8_000), 'png')).toBe('EVIDENCE_PIXELS');
    expect(await code(pngHead(2_000_000_000, 1), 'png')).toBe('EVIDENCE_DAMAGED');
    expect(await code(pngHead(50_000, 50_000), 'png')).toBe('EVIDENCE_PIXELS');
  });

  it('is refused where it breaks off, also near the end', async () => {
    for (const [format, kind] of [
      ['jpeg', 'jpg'],
      ['png', 'png'],
      ['webp', 'webp'],
    ] as const) {
      const noise = await sharp(Buffer.from(Array.from({ length: 90_000 }, (_, at) => (at * 7919) % 251)), {
        raw: { width: 200, height: 150, channels: 3 },
      })
        .toFormat(format)
        .toBuffer();
      for (const share of [0.1, 0.5, 0.9]) {
        expect([kind, share, await code(noise.subarray(0, noise.length * share), kind)]).toEqual([
          ...[kind, share, 'EVIDENCE_DAMAGED'],
        ]);
      }
    }
  });

  it('is refused where it is another kind of picture than it was taken for', async () => {
    expect(await code(await photoOf('png'), 'jpg')).toBe('EVIDENCE_DAMAGED');
    expect(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'png')).toBe(
      'EVIDENCE_DAMAGED',
    );
  });
});
