// `npm test`: everything that must hold, from a fresh clone, without any cache from elsewhere.
// The last line is `N passed, N failed`: the tests of jest and Playwright, and each other step as one.
// For a part of it: `npm test -- --only lint,unit`.
import { mkdirSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { houseEnvironment, install, ROOT, run } from '../start/prepare.mjs';
import { findOrInstallChromium, HOW_TO_GET_CHROMIUM } from './chromium.mjs';
import { ONE_FAILED, sum, tallyOfFaults, tallyOfJest, tallyOfPlaywright, tallyOfStep } from './tally.mjs';

const REPORTS = join(ROOT, 'dist', 'reports');
const ENVIRONMENT = { NX_SKIP_NX_CACHE: 'true', CI: 'true', FORCE_COLOR: '0' };

/** @type {ReadonlyMap<string, () => Promise<import('./tally.mjs').Tally>>} */
const STEPS = new Map(
  Object.entries({
    format: () => step('prettier', '--check', '--log-level', 'warn', '.'),
    lint: () => step('nx', 'run-many', '-t', 'lint', '--skip-nx-cache'),
    types: () => step('nx', 'run-many', '-t', 'types', '--skip-nx-cache'),
    circles: () => step('node', 'tools/check/circles.mjs'),
    unit: () => jest('unit', 'node', 'board'),
    pg: () => jest('pg', 'pg'),
    build: () => step('nx', 'run-many', '-t', 'build', '--skip-nx-cache'),
    budget: () => step('node', 'tools/check/script-budget.mjs'),
    browser,
    faults,
    bench: () => step('node', 'tools/bench/run.mjs', '--quick'),
  }),
);

await install();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const tallies = [];
for (const [name, runStep] of chosenSteps()) {
  console.log(`\n── ${name}`);
  const began = performance.now();
  const tally = await runStep();
  tallies.push(tally);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`── ${name}: ${tally.passed} passed, ${tally.failed} failed, ${seconds} s`);
}
const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

/** The names after `--only`, else all. */
function chosenSteps() {
  const at = process.argv.indexOf('--only');
  if (at < 0) return [...STEPS];
  const names = (process.argv[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !STEPS.has(name));
  if (unknown.length > 0) {
    console.error(`No such step: ${unknown.join(', ')}. There are: ${[...STEPS.keys()].join(', ')}`);
    process.exit(2);
  }
  return [...STEPS].filter(([name]) => names.includes(name));
}

/** @param {string} program @param {string[]} args */
async function inHouse(program, args, extra = {}) {
  const { code } = await run(program, args, { env: houseEnvironment({ ...ENVIRONMENT, ...extra }) });
  return code;
}

/** @param {string} program @param {string[]} args */
async function step(program, ...args) {
  return tallyOfStep(await inHouse(program, args));
}

/**
 * Two files at a time at least: on two cores jest would take one, and a test with a database mostly waits for the disk.
 * @param {string} name @param {string[]} projects
 */
async function jest(name, ...projects) {
  const report = join(REPORTS, `${name}.json`);
  const workers = `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
  const code = await inHouse('jest', [workers, '--selectProjects', ...projects, '--json', `--outputFile=${report}`]);
  return tallyOfJest(report, code);
}

async function browser() {
  const chromium = await findOrInstallChromium();
  if (!chromium) {
    console.error(HOW_TO_GET_CHROMIUM);
    return ONE_FAILED;
  }
  const report = join(REPORTS, 'browser.json');
  const code = await inHouse('playwright', ['test', '-c', 'apps/board-e2e/playwright.config.ts'], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  });
  return tallyOfPlaywright(report, code);
}

/** Every promise under faults once, and every sabotaged twin; `npm run chaos` is the long one. */
async function faults() {
  const report = join(REPORTS, 'faults.json');
  const code = await inHouse('node', ['tools/chaos/run.mjs', '--quick', '--report', report]);
  return tallyOfFaults(report, code);
}
