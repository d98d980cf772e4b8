// Writes `name.br` beside every text of a built board: `node tools/build/compress.mjs <folder>`.
// Once at build time, as small as brotli can; the server then only hands it out.
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TEXTS = new Set(['.js', '.css', '.svg', '.json', '.webmanifest', '.txt']);

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: node tools/build/compress.mjs <folder>');
  process.exit(2);
}
for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const path = join(file.parentPath, file.name);
  if (file.isFile() && extname(path) === '.br') rmSync(path);
  if (!file.isFile() || !TEXTS.has(extname(path))) continue;
  const bytes = readFileSync(path);
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${path}.br`, packed);
}
