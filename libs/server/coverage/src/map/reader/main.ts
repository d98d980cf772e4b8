import { writeSync } from 'node:fs';
import { checkLayer, isRefusal } from '@papan/domain';
import { drawLayer } from './draw-layer';
import { readLayer } from './read-layer';

/**
 * The program that looks into an uploaded map layer: bytes come in, one line of JSON goes out, the drawing or why the layer
 * is refused. Told the code of the region, it knows nothing else of the house and may be ended at any moment.
 */
async function main(region: string): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  const features = readLayer(Buffer.concat(parts));
  const layer = isRefusal(features) ? features : checkLayer(features, region);
  say(isRefusal(layer) ? { refusal: layer } : { drawing: drawLayer(layer) });
}

/** Written before anything else is done: nothing waits in memory. */
function say(value: unknown): void {
  let rest = Buffer.from(`${JSON.stringify(value)}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(1, rest));
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EAGAIN') throw error;
    }
  }
}

await main(process.argv[2] ?? '');
