import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sum, tallyOfFaults, tallyOfJest, tallyOfPlaywright } from './tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'papan-tally-'));
const file = join(folder, 'report.json');
afterAll(() => rmSync(folder, { recursive: true }));

const jestSays = (numbers: object): void =>
  writeFileSync(
    file,
    JSON.stringify({
      ...{ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, numRuntimeErrorTestSuites: 0 },
      ...numbers,
    }),
  );

test('tests passed and failed are counted', () => {
  jestSays({ numPassedTests: 40, numFailedTests: 2 });
  expect(tallyOfJest(file, 1)).toEqual({ passed: 40, failed: 2 });
});

test.each([
  ['no test ran', {}, 0],
  ['a suite could not run', { numPassedTests: 40, numRuntimeErrorTestSuites: 1 }, 1],
  ['a test was skipped', { numPassedTests: 40, numPendingTests: 1 }, 0],
  ['the run ended badly though each test passed', { numPassedTests: 40 }, 1],
])('it is a failure when %s', (_, numbers, code) => {
  jestSays(numbers);
  expect(tallyOfJest(file, code).failed).toBe(1);
});

test('it is a failure when there is no report', () => {
  expect(tallyOfJest(join(folder, 'none.json'), 0)).toEqual({ passed: 0, failed: 1 });
});

test('a browser test that passed only at the second try has failed', () => {
  writeFileSync(file, JSON.stringify({ stats: { expected: 7, unexpected: 0, flaky: 1, skipped: 0 }, errors: [] }));
  expect(tallyOfPlaywright(file, 0)).toEqual({ passed: 7, failed: 1 });
});

test('each promise under faults and each twin counts, and a fault run that broke off has failed', () => {
  writeFileSync(file, JSON.stringify({ passed: 8, failed: 1 }));
  expect(tallyOfFaults(file, 1)).toEqual({ passed: 8, failed: 1 });
  expect(tallyOfFaults(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
});

test('the closing line is the sum of all steps', () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
      { passed: 0, failed: 1 },
    ]),
  ).toEqual({ passed: 41, failed: 3 });
});
