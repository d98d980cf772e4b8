import { Api, planTask } from './support/api';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true, isMobile: true };

const card = (page: Page, label: string) => page.getByRole('group', { name: label, exact: true });

async function reportsOf(page: Page, task: number): Promise<readonly number[]> {
  const detail = (await (await new Api(page).get(`/tasks/${task}`)).json()) as {
    history: { event: { type: string; data: { delta: number } } }[];
  };
  return detail.history.filter(({ event }) => event.type === 'ProgressReported').map(({ event }) => event.data.delta);
}

test('a report takes three taps', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { id, label } = await planTask(lead, 'DISDIK', { title: `Tiga ketukan ${Date.now()}`, target: 100 });
  const { page } = await screenOf(browser, 'disdik', PHONE);
  await page.goto('/tugas-saya');
  await card(page, label).getByRole('button', { name: '+10', exact: true }).tap();
  await card(page, label).getByRole('button', { name: '+1', exact: true }).tap();
  await card(page, label)
    .getByRole('button', { name: /^Kirim laporan/ })
    .tap();
  await expect(card(page, label).getByText(/\+11 .*Terkirim/)).toBeVisible();
  await expect(card(page, label)).toContainText('11 / 100 jiwa');
  expect(await reportsOf(lead, id)).toEqual([11]);
});

test('reports made without a signal wait on the phone and reach the server once each, though the first answer is lost', async ({
  browser,
}) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { id, label } = await planTask(lead, 'DISDIK', { title: `Luring ${Date.now()}`, target: 100 });
  const { page, context } = await screenOf(browser, 'disdik', PHONE);
  await page.goto('/tugas-saya');
  await expect(card(page, label)).toBeVisible();
  await context.setOffline(true);
  for (const times of [1, 2, 3]) {
    for (let tap = 0; tap < times; tap++)
      await card(page, label).getByRole('button', { name: '+1', exact: true }).tap();
    await card(page, label)
      .getByRole('button', { name: /^Kirim laporan/ })
      .tap();
  }
  await expect(card(page, label).getByText('Menunggu kirim')).toHaveCount(3);

  // The first answer gets lost on its way back: the server has the report, the phone does not know.
  let lost = 0;
  await page.route(`**/tasks/${id}/reports`, async (route) => {
    if (lost > 0) return route.fallback();
    lost++;
    await route.fetch();
    return route.abort('connectionreset');
  });
  await context.setOffline(false);
  await expect(card(page, label).getByText(/\+3 .*Terkirim/)).toBeVisible({ timeout: 20_000 });
  await expect(card(page, label).getByText('Menunggu kirim')).toHaveCount(0);
  expect(lost).toBe(1);
  expect(await reportsOf(lead, id)).toEqual([1, 2, 3]);
  await expect(card(page, label)).toContainText('6 / 100 jiwa');
});
