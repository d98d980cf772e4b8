import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ readonly passed: number, readonly failed: number }} Tally */

/** @type {Tally} */
export const ONE_FAILED = { passed: 0, failed: 1 };

/** A step that is one test itself. @param {number} code its exit code @returns {Tally} */
export const tallyOfStep = (code) => (code === 0 ? { passed: 1, failed: 0 } : ONE_FAILED);

/** @param {readonly Tally[]} tallies @returns {Tally} */
export function sum(tallies) {
  return tallies.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }), {
    passed: 0,
    failed: 0,
  });
}

/**
 * What jest wrote with --json. A suite that could not run, and a test that was skipped, is a failure; so is a run
 * without any test.
 *
 * @param {string} file
 * @param {number} code jest's exit code
 * @returns {Tally}
 */
export function tallyOfJest(file, code) {
  const report = readReport(file);
  if (report === undefined) return ONE_FAILED;
  const failed =
    report.numFailedTests + report.numRuntimeErrorTestSuites + report.numPendingTests + report.numTodoTests;
  return honest({ passed: report.numPassedTests, failed }, code);
}

/**
 * What Playwright's JSON reporter wrote; flaky and skipped are failures, and so is a run without any test.
 *
 * @param {string} file
 * @param {number} code Playwright's exit code
 * @returns {Tally}
 */
export function tallyOfPlaywright(file, code) {
  const report = readReport(file);
  if (report === undefined) return ONE_FAILED;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + skipped + report.errors.length }, code);
}

/**
 * What the fault run wrote: each promise that was held and each sabotaged twin that was found out.
 *
 * @param {string} file
 * @param {number} code its exit code
 * @returns {Tally}
 */
export function tallyOfFaults(file, code) {
  const report = readReport(file);
  return report === undefined ? ONE_FAILED : honest({ passed: report.passed, failed: report.failed }, code);
}

/** Nothing run is not nothing wrong, and an exit code above zero is heard. @param {Tally} tally @param {number} code */
const honest = (tally, code) =>
  tally.failed === 0 && (code !== 0 || tally.passed === 0) ? { ...tally, failed: 1 } : tally;

/** @param {string} file */
const readReport = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
