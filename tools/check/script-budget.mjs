// The script that the built page asks for before it runs anything, in brotli bytes. What a page loads later, up to its
// first useful act, is measured in the browser (apps/board-e2e).
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const LIMIT = 150_000;
const folder = resolve(import.meta.dirname, '../../dist/apps/board/browser');

const page = readFileSync(join(folder, 'index.html'), 'utf8');
const scripts = [...page.matchAll(/<(?:script[^>]+src|link[^>]+rel="modulepreload"[^>]+href)="([^"]+\.js)"/g)].map(
  ([, name = '']) => name,
);
const bytes = scripts.reduce((sum, name) => sum + brotliCompressSync(readFileSync(join(folder, name))).length, 0);

console.log(`${scripts.length} scripts, ${bytes} bytes of at most ${LIMIT} (brotli)`);
if (scripts.length === 0 || bytes > LIMIT) process.exit(1);
