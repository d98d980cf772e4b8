import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, say } from '../start/prepare.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium for the browser tests: CHROMIUM_PATH, else the system's, else installed with apt-get where we are
 * root; undefined where none of this works.
 */
export async function findOrInstallChromium() {
  const present = process.env.CHROMIUM_PATH || findChromium();
  if (present || process.getuid?.() !== 0 || findProgram('apt-get') === undefined) return present;
  say('Memasang Chromium …', 'Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  const { code, output } = await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium'], {
    env,
    quiet: true,
  });
  if (code !== 0) console.error(output.split('\n').slice(-10).join('\n'));
  return findChromium();
}

const findChromium = () => NAMES.map(findProgram).find((path) => path !== undefined);

/** @param {string} name @returns {string | undefined} */
function findProgram(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const HOW_TO_GET_CHROMIUM = `No Chromium found for the browser tests. Install one (Debian: apt-get install chromium) or name one: CHROMIUM_PATH=/path/to/chromium npm test`;
