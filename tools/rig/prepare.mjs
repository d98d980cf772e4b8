// Puts in place what a measurement or a fault run needs (packages, bundles of the product and of the tool) and starts the
// tool under the repository's own Node.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');

/**
 * Bundles `programs` (pairs of entry and outfile) and the server, then runs the first of them with the arguments given on
 * the command line. Ends with its exit code.
 *
 * @param {readonly (readonly [entry: string, outfile: string])[]} programs
 */
export function prepareAndRun(programs) {
  process.chdir(root);
  if (!existsSync(join(bin, 'nx'))) mustSucceed('npm', ['ci']);
  const own = join(bin, 'node');
  const node = existsSync(own) ? own : process.execPath;
  for (const [entry, outfile] of [['apps/api/src/main.ts', 'dist/apps/api/main.js'], ...programs]) {
    mustSucceed(node, ['tools/build/bundle.mjs', entry, outfile]);
  }
  const main = programs[0]?.[1] ?? '';
  const tool = spawn(node, ['--enable-source-maps', main, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  });
  // Ctrl+C reaches the tool by the terminal; it ends what it has started, and only then do we end.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void tool.kill(signal));
  tool.once('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 130)));
}

/** @param {string} program @param {readonly string[]} args */
function mustSucceed(program, args) {
  const { status } = spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    console.error(`failed: ${program} ${args.join(' ')}`);
    process.exit(1);
  }
}
