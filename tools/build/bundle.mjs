// Bundles one TypeScript program for Node: `node tools/build/bundle.mjs <entry.ts> <outfile.js>`.
// Our own sources (also through the @papan aliases) and the compiler's tiny runtime go in; every other package stays
// outside and is loaded from node_modules. Decorator metadata comes from tsconfig.base.json. Types are not checked here.
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = resolve(import.meta.dirname, '../..');
const OURS = /^(?:\.{0,2}\/|@papan\/|@oxc-project\/runtime)/;

/**
 * Writes `outfile` (an ES module with a source map) for the program that starts at `entry`.
 * Both paths are relative to the repository. Throws when a module of ours cannot be resolved or parsed.
 *
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundle(entry, outfile) {
  const program = await rolldown({
    cwd: root,
    input: resolve(root, entry),
    platform: 'node',
    tsconfig: resolve(root, 'tsconfig.base.json'),
    external: (id, _importer, isResolved) => !isResolved && !OURS.test(id),
    transform: { target: 'node24' },
  });
  try {
    await program.write({
      file: resolve(root, outfile),
      format: 'esm',
      sourcemap: true,
      keepNames: true,
      codeSplitting: false,
    });
  } finally {
    await program.close();
  }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [entry, outfile] = process.argv.slice(2);
  if (entry === undefined || outfile === undefined) {
    console.error('usage: node tools/build/bundle.mjs <entry.ts> <outfile.js>');
    process.exit(2);
  }
  await bundle(entry, outfile);
}
