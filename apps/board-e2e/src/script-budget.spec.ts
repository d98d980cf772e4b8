import { screenOf } from './support/people';
import { expect, test } from './support/test';
import { noteFirst, trafficOf } from './support/traffic';

/** Brotli bytes of script until the first useful act. */
const BUDGET = 150_000;
/** What the phone page aims at. */
const PHONE_AIM = 110_000;
const REQUESTS = 25;

test('the board asks for little script until the first card is drawn', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  await noteFirst(page, 'li[data-task]');
  await page.goto('/papan');
  await expect(page.getByText('Tersambung').first()).toBeVisible();
  const { scriptBytes, requests, fonts } = await trafficOf(page);
  console.log(`board until the first card: ${scriptBytes} bytes of script, ${requests} requests`);
  expect(scriptBytes).toBeLessThanOrEqual(BUDGET);
  expect(requests).toBeLessThanOrEqual(REQUESTS);
  expect(fonts).toBeLessThanOrEqual(1);
});

test('the phone page asks for little script until a report is sent, and for no font', async ({ browser }) => {
  const phone = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };
  const { page } = await screenOf(browser, 'disdik', phone);
  await page.goto('/tugas-saya');
  const task = page.getByRole('group', { name: /^DSK-\d+$/ }).first();
  await task.waitFor();
  expect((await trafficOf(page)).requests, 'requests to the first useful paint').toBeLessThanOrEqual(REQUESTS);
  await task.getByRole('button', { name: '+1', exact: true }).tap();
  await task.getByRole('button', { name: /^Kirim laporan/ }).tap();
  await expect(task.getByText(/Terkirim/).first()).toBeVisible();
  const { scriptBytes, fonts } = await trafficOf(page);
  console.log(`phone until a report is sent: ${scriptBytes} bytes of script, aim ${PHONE_AIM}`);
  expect(scriptBytes).toBeLessThanOrEqual(BUDGET);
  expect(fonts).toBe(0);
});
