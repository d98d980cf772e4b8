import { expect, test } from '@playwright/test';
import { screenOf } from './support/people';
import { Traffic } from './support/traffic';

/** Brotli bytes of script until the first useful act. */
const BUDGET = 150_000;
/** What the phone page aims at. */
const PHONE_AIM = 110_000;
const REQUESTS = 25;

test('the board asks for little script until the first card is drawn', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  const traffic = new Traffic(page);
  await page.goto('/papan');
  await page.locator('li[data-task]').first().waitFor();
  const requests = traffic.requests.length;
  const bytes = await traffic.scriptBytes();
  console.log(`board until the first card: ${bytes} bytes of script, ${requests} requests`);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
  expect(requests).toBeLessThanOrEqual(REQUESTS);
  expect(traffic.of('font').length).toBeLessThanOrEqual(1);
});

test('the phone page asks for little script until a report is sent, and for no font', async ({ browser }) => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
  const { page } = await screenOf(browser, 'disdik', phone);
  const traffic = new Traffic(page);
  await page.goto('/tugas-saya');
  const task = page.getByRole('group', { name: /^DSK-\d+$/ }).first();
  await task.waitFor();
  expect(traffic.requests.length, 'requests to the first useful paint').toBeLessThanOrEqual(REQUESTS);
  await task.getByRole('button', { name: '+1', exact: true }).tap();
  await task.getByRole('button', { name: /^Kirim laporan/ }).tap();
  await expect(task.getByText(/Terkirim/).first()).toBeVisible();
  const bytes = await traffic.scriptBytes();
  console.log(`phone until a report is sent: ${bytes} bytes of script, aim ${PHONE_AIM}`);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
  expect(traffic.of('font')).toEqual([]);
});
