import { resolve } from 'node:path';
import { defineConfig } from '@playwright/test';

// The built product with its demo, on an embedded database of its own, seen by the machine's Chromium.
// `npm test -- --only build,browser` finds the browser, builds and runs; CHROMIUM_PATH names one by hand.
const house = resolve(import.meta.dirname, '../..');
const port = Number(process.env['E2E_PORT'] ?? '4310');
const address = `http://localhost:${port}`;

export default defineConfig({
  testDir: 'src',
  outputDir: '../../dist/test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '../../dist/reports/browser.json' }],
  ],
  use: {
    baseURL: address,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1366, height: 768 },
    // A trace costs a third of the time: E2E_TRACE=1 where a failure has to be looked into.
    trace: process.env['E2E_TRACE'] ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // `exec`: the signal that ends the run must reach the product itself.
    command: 'rm -rf dist/e2e-data && exec node --enable-source-maps dist/apps/api/main.js',
    cwd: house,
    url: `${address}/readyz`,
    env: { PORT: String(port), HOST: 'localhost', DATA_DIR: 'dist/e2e-data' },
    timeout: 120_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGINT', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
