/** A photo above this size is drawn smaller before it is sent: phones make 5 MB where 300 kB show the letter as well. */
const SMALL_ENOUGH = 300 * 1024;
/** Longer side in pixels and quality, tried in this order until the photo is small enough. */
const TRIES: readonly (readonly [side: number, quality: number])[] = [
  [2_048, 0.8],
  [1_800, 0.7],
  [1_600, 0.6],
];
/** What cameras write. PNG is left as it is: it is a screenshot or a scan, and its letters would suffer. */
const DRAWN: readonly string[] = ['image/jpeg', 'image/webp'];

/**
 * The photo, upright and at most 300 kB where that can be reached; the file itself where it is no photo, small enough, or
 * cannot be drawn here. The server draws it anew in any case.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!DRAWN.includes(file.type) || file.size <= SMALL_ENOUGH) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    let smallest: Blob = file;
    for (const [side, quality] of TRIES) {
      const drawn = await draw(picture, side, file.type, quality);
      if (drawn.type === file.type && drawn.size < smallest.size) smallest = drawn;
      if (smallest.size <= SMALL_ENOUGH) break;
    }
    picture.close();
    return smallest === file ? file : new File([smallest], file.name, { type: file.type });
  } catch {
    return file;
  }
}

async function draw(picture: ImageBitmap, side: number, type: string, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type, quality });
}
