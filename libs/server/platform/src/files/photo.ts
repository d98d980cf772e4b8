import { type PhotoKind, type Refusal, refuse } from '@papan/domain';
import type { Sharp, default as Library } from 'sharp';

const LONGER_SIDE = 2_560;
const PREVIEW_SIDE = 480;
const MILLION_PIXELS = 64;
const PIXELS = MILLION_PIXELS * 1_000_000;
const SECONDS = 30;

/** A photo stored anew, and the small picture for lists. */
export interface Photo {
  readonly bytes: Buffer;
  readonly preview: Buffer;
}

const FORMATS: Readonly<Record<PhotoKind, 'jpeg' | 'png' | 'webp'>> = { jpg: 'jpeg', png: 'png', webp: 'webp' };

let loaded: Promise<typeof Library> | undefined;

/** Loaded with the first photo: a server that starts needs no drawing, nor its 20 MB. */
function drawing(): Promise<typeof Library> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // One thread for each picture: the others stay free for requests.
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/**
 * Draws the photo anew: upright, at most 2,560 pixels on the longer side, without place, device and comments, and without
 * whatever else stood in the file. The same bytes give the same photo. Source: docs/domain.md#evidence.
 */
export async function drawAnew(path: string, kind: PhotoKind): Promise<Photo | Refusal> {
  const sharp = await drawing();
  try {
    const { format, width, height } = await sharp(path, { limitInputPixels: false }).metadata();
    if (format !== FORMATS[kind]) return damaged(kind);
    if (width * height > PIXELS) return refuse('EVIDENCE_PIXELS', { limit: MILLION_PIXELS });
    const upright = sharp(path, { limitInputPixels: PIXELS, failOn: 'truncated' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: LONGER_SIDE, height: LONGER_SIDE, fit: 'inside', withoutEnlargement: true });
    const bytes = await encoded(upright, kind);
    return { bytes, preview: await previewOf(bytes) };
  } catch {
    return damaged(kind);
  }
}

/** The small picture of a photo: at most 480 pixels on the longer side, WebP. */
export async function previewOf(photo: Buffer): Promise<Buffer> {
  const sharp = await drawing();
  return sharp(photo)
    .resize({ width: PREVIEW_SIDE, height: PREVIEW_SIDE, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 72 })
    .toBuffer();
}

function encoded(image: Sharp, kind: PhotoKind): Promise<Buffer> {
  if (kind === 'png') return image.png().toBuffer();
  return kind === 'webp' ? image.webp({ quality: 85 }).toBuffer() : image.jpeg({ quality: 85 }).toBuffer();
}

function damaged(kind: PhotoKind): Refusal {
  return refuse('EVIDENCE_DAMAGED', { kind: kind.toUpperCase() });
}
