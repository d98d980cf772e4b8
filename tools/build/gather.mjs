// Gathers the many small scripts of a built board: `node tools/build/gather.mjs <folder>`.
// The builder writes one script for each set of pages that share a source, a hundred in all, and has no setting for it.
// What the first page needs anyway becomes one script, and small parts that most pages share become another: a third of
// the requests, and fewer bytes, because a longer script packs better. May be run twice on the same folder.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { rolldown } from 'rolldown';

/** A part is small up to this many bytes, and shared from this many pages on: all of them together are some 3.6 kB packed. */
const SMALL = 2000;
const SHARED = 8;

const [given] = process.argv.slice(2);
if (given === undefined) {
  console.error('usage: node tools/build/gather.mjs <folder>');
  process.exit(2);
}

const folder = resolve(given);
const page = join(folder, 'index.html');
const html = readFileSync(page, 'utf8');
const entry = /<script src="([^"]+\.js)" type="module">/.exec(html)?.[1];
if (entry === undefined) throw new Error(`${page} names no script`);
const first = new Set([
  entry,
  ...[...html.matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, name]) => name),
]);

/** @type {Set<string>} */
const gathered = new Set();
const noted = { name: 'note-what-is-gathered', load: (/** @type {string} */ id) => void gathered.add(id) };
const bundle = await rolldown({ input: join(folder, entry), cwd: folder, plugins: [noted] });
const { output } = await bundle.generate({
  minify: { mangle: false, compress: false },
  entryFileNames: '[name].js',
  chunkFileNames: 'chunk-[hash].js',
  codeSplitting: {
    groups: [
      { name: 'first', test: (id) => first.has(basename(id)), priority: 2 },
      { name: 'parts', maxModuleSize: SMALL, minShareCount: SHARED, priority: 1 },
    ],
  },
});
await bundle.close();

const scripts = output.filter((one) => one.type === 'chunk');
const written = scripts.find((one) => one.isEntry);
if (!written) throw new Error(`${entry} came out of the gathering without itself`);
for (const file of gathered) rmSync(file, { force: true });
for (const { fileName, code } of scripts) writeFileSync(join(folder, fileName), code);
const preload = written.imports.map((name) => `<link rel="modulepreload" href="${name}">`).join('');
writeFileSync(
  page,
  html
    .replaceAll(/<link rel="modulepreload" href="[^"]+">/g, '')
    .replace(`<script src="${entry}"`, `${preload}<script src="${written.fileName}"`),
);
