import './old-node.mjs';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

// Runs under the Node that the machine has, before any package is installed: only Node's own modules here.

export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..');
const BIN = join(ROOT, 'node_modules', '.bin');
const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
/** The Node that the product runs on, wherever a package for this machine exists. */
const PRODUCT_NODE = 24;

/**
 * Says a sentence in both languages and ends: something is in the way that a person has to mend.
 *
 * @param {string} id
 * @param {string} en
 * @returns {never}
 */
export function refuse(id, en) {
  console.error(`\n${id}\n${en}\n`);
  process.exit(1);
}

/**
 * A progress line, kept off standard output so that a command's own output stays clean.
 *
 * @param {string} id
 * @param {string} en
 */
export const say = (id, en) => console.error(`${id} / ${en}`);

/**
 * Runs a program to its end. Resolves to its exit code (1 when a signal ended it) and what it wrote if it was `quiet`.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(program, args, { env = process.env, quiet = false } = {}) {
  return new Promise((done) => {
    const outlet = quiet ? 'pipe' : 'inherit';
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', outlet, outlet] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    child.once('error', (error) => done({ code: 1, output: error.message }));
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}

/** The environment in which the house's own programs (and its Node) come first, and in which nothing leaves the machine. */
export function houseEnvironment(extra = {}) {
  return {
    ...process.env,
    PATH: [BIN, ...pathWithoutHouse()].join(delimiter),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_DEFAULT_OUTPUT_STYLE: 'static',
    NG_CLI_ANALYTICS: 'false',
    ...extra,
  };
}

const pathWithoutHouse = () => (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== BIN);

/** Installs the packages of the lockfile unless exactly they are there. */
export async function install() {
  if (isInstalled()) return;
  say('Memasang paket (beberapa menit) …', 'Installing packages (a few minutes) …');
  const { code } = await run('npm', ['ci', '--no-audit', '--no-fund'], {
    // Not by the Node that the installation is about to replace.
    env: { ...process.env, PATH: pathWithoutHouse().join(delimiter) },
  });
  if (code !== 0) refuse('Pemasangan paket gagal (npm ci).', 'Installing the packages failed (npm ci).');
}

/** npm notes what it installed when it is done; a broken installation has no note. */
function isInstalled() {
  const installed = packagesIn(join(ROOT, 'node_modules', '.package-lock.json'));
  const wanted = packagesIn(join(ROOT, 'package-lock.json'));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const present = installed[path];
    return present === undefined ? entry.optional === true : present.version === entry.version;
  });
}

/** @param {string} lockfile @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : {};
}

/** The Node that runs the product: the installed one, else ours if it is new enough. */
export function productNode() {
  const installed = join(BIN, 'node');
  if (existsSync(installed)) return installed;
  if (Number(process.versions.node.split('.')[0]) < PRODUCT_NODE) {
    refuse(
      `Untuk ${process.platform}-${process.arch} tidak ada paket Node.js: pasang Node.js ${PRODUCT_NODE} sendiri.`,
      `There is no Node.js package for ${process.platform}-${process.arch}: install Node.js ${PRODUCT_NODE} yourself.`,
    );
  }
  return process.execPath;
}

/**
 * Builds the given apps into dist/apps unless they were built from exactly these sources.
 *
 * @param {string[]} apps
 */
export async function build(...apps) {
  const sources = fingerprint();
  /** @param {string} app */
  const stamp = (app) => join(ROOT, 'dist', `${app}.built`);
  const stale = apps.filter((app) => !existsSync(stamp(app)) || readFileSync(stamp(app), 'utf8') !== sources);
  if (stale.length === 0) return;
  say('Membangun …', 'Building …');
  const { code, output } = await run('nx', ['run-many', '-t', 'build', '-p', ...stale], {
    env: houseEnvironment(),
    quiet: true,
  });
  if (code !== 0) {
    console.error(output);
    refuse('Pembangunan gagal.', 'The build failed.');
  }
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  for (const app of stale) writeFileSync(stamp(app), sources);
}

/** One hash over everything that goes into a build. */
function fingerprint() {
  const hash = createHash('sha256');
  const settings = ['package-lock.json', 'nx.json', 'tsconfig.base.json', 'tsconfig.board.json'];
  for (const path of [...settings, ...['apps', 'libs', 'tools'].flatMap(filesBelow)]) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} folder @returns {string[]} */
function filesBelow(folder) {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory())
        return entry.name === 'node_modules' || entry.name === 'board-e2e' ? [] : filesBelow(path);
      return entry.isFile() && !entry.name.endsWith('.spec.ts') ? [path] : [];
    });
}

/**
 * Becomes the program: same terminal, signals and exit code. Where Node can, it replaces this process; else the program
 * runs in a group of its own and gets each signal once, from here.
 *
 * @param {string} program
 * @param {readonly string[]} args
 */
export function become(program, args) {
  const env = {
    // Keeps what was compiled at the last start: the next one is a fifth shorter.
    NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'node'),
    ...process.env,
    PATH: [BIN, ...pathWithoutHouse()].join(delimiter),
  };
  if (process.execve !== undefined) {
    process.chdir(ROOT);
    process.execve(program, [program, ...args], env);
  }
  const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit', detached: true });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  child.once('error', (error) => refuse(error.message, error.message));
  child.once('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)));
}
