import { Api, planTask } from './support/api';
import { screenOf } from './support/people';
import { expect, test } from './support/test';

const KOTA = '35.72';

test('BPJS changes to Kota Blitar and sees the tasks of Kota Blitar only', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { page: kota } = await screenOf(browser, 'kota');
  const stamp = Date.now();
  const here = await planTask(lead, 'DISDIK', { title: `Wilayah ${stamp} kabupaten`, target: 10 });
  const there = await planTask(kota, 'DISDIK', { title: `Wilayah ${stamp} kota`, target: 10 }, KOTA);

  const { page: bpjs } = await screenOf(browser, 'bpjs');
  await bpjs.goto(`/papan?cari=${stamp}`);
  await expect(bpjs.getByText(`Wilayah ${stamp} kabupaten`)).toBeVisible();
  await expect(bpjs.getByText(`Wilayah ${stamp} kota`)).toHaveCount(0);

  await bpjs.getByRole('button', { name: /^Akun / }).click();
  await bpjs.getByRole('group', { name: 'Ganti wilayah atau jabatan' }).getByText('Kota Blitar').click();
  await expect(bpjs.getByRole('heading', { level: 1 })).toContainText('Kota Blitar');
  await bpjs.goto(`/papan?cari=${stamp}`);
  await expect(bpjs.getByText(`Wilayah ${stamp} kota`)).toBeVisible();
  await expect(bpjs.getByText(`Wilayah ${stamp} kabupaten`)).toHaveCount(0);

  // The lead of the city has no post in the regency.
  expect((await new Api(kota).get(`/tasks/${here.id}`)).status()).toBeGreaterThanOrEqual(403);
  expect((await new Api(kota, KOTA).get(`/tasks/${there.id}`)).status()).toBe(200);
});

test('the prosecutor sees no board', async ({ browser }) => {
  const { page } = await screenOf(browser, 'prosecutor');
  await page.goto('/papan');
  await expect(page.getByRole('heading', { name: 'Halaman ini bukan untuk peran Anda' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Papan', exact: true })).toHaveCount(0);
  await expect(page.locator('li[data-task]')).toHaveCount(0);
  expect((await new Api(page).get('/board')).status()).toBe(403);
});
