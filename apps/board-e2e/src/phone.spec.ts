import { Api, planTask } from './support/api';
import { paper } from './support/papers';
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

test('a photo is put to the task from its card, and the card fetches the picker only then', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { id, label } = await planTask(lead, 'DISDIK', { title: `Foto ${Date.now()}`, target: 100 });
  const { page } = await screenOf(browser, 'disdik', PHONE);
  await page.goto('/tugas-saya');
  const one = card(page, label);
  await expect(one.getByLabel('Ambil foto')).toHaveCount(0);
  await one.getByRole('button', { name: 'Foto bukti' }).tap();
  await expect(one.getByText('Ambil foto')).toBeVisible();
  await one.getByLabel('Ambil foto').setInputFiles(paper('kunjungan.pdf'));
  await expect(one.getByRole('listitem').getByText('Tersimpan: kunjungan.pdf')).toBeVisible();
  await one.getByRole('button', { name: 'Tambahkan sebagai bukti' }).tap();
  await expect(one.getByText('1 berkas ditambahkan sebagai bukti')).toBeVisible();
  await expect(one.getByText('Ambil foto')).toHaveCount(0);
  const files = (await (await new Api(lead).get(`/tasks/${id}/evidence`)).json()) as readonly { name: string }[];
  expect(files.map(({ name }) => name)).toEqual(['kunjungan.pdf']);
});

test('the list of cases shows more than two of them on a phone, and its filters when they are asked for', async ({
  browser,
}) => {
  const { page } = await screenOf(browser, 'bpjs', PHONE);
  await page.goto('/kepatuhan');
  await expect(page.locator('[data-case]').first()).toBeVisible();
  const bar = await page.getByRole('navigation', { name: 'Navigasi utama' }).boundingBox();
  const whole = await page
    .locator('[data-case]')
    .evaluateAll(
      (rows, floor) => rows.filter((row) => row.getBoundingClientRect().bottom <= floor).length,
      bar?.y ?? 0,
    );
  expect(whole).toBeGreaterThanOrEqual(2);
  const search = page.getByLabel('Cari nama, NIB, atau nomor kasus');
  await expect(search).toBeHidden();
  await page.getByRole('button', { name: 'Cari dan saring' }).tap();
  await search.fill('Apotek');
  await page.getByRole('button', { name: 'Saringan aktif' }).tap();
  await expect(search).toBeHidden();
  await expect(page.locator('[data-case]').first()).toContainText('Apotek');
});
