import { planTask } from './support/api';
import { screenOf } from './support/people';
import { expect, test } from './support/test';

test('a task that is assigned rings at its agency, once, and its mail is caught in the demo', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page: disdik } = await screenOf(browser, 'disdik');
  await disdik.goto('/pemberitahuan');
  await disdik.getByLabel('Surat elektronik').selectOption({ label: 'Segera' });
  await disdik.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(disdik.getByText('Tersimpan.')).toBeVisible();
  const clear = disdik.getByRole('button', { name: 'Tandai semua dibaca' });
  if (await clear.isVisible()) await clear.click();
  await expect(clear).toBeHidden();

  await disdik.goto('/papan');
  const bell = disdik.getByRole('button', { name: /pemberitahuan belum dibaca/ });
  await expect(bell).toHaveCount(0);
  const { page: lead } = await screenOf(browser, 'lead');
  const title = `Lonceng berbunyi ${Date.now()}`;
  const { label } = await planTask(lead, 'DISDIK', { title, target: 12 });
  await expect(disdik.getByRole('button', { name: '1 pemberitahuan belum dibaca' })).toBeVisible({ timeout: 20_000 });
  await disdik.getByRole('button', { name: '1 pemberitahuan belum dibaca' }).click();
  await expect(disdik.getByText(label).first()).toBeVisible();

  // The mail names the task by its number, and neither its title nor anybody.
  const { page: admin } = await screenOf(browser, 'admin');
  await expect(async () => {
    await admin.goto('/surat-demo');
    await expect(admin.getByRole('article').filter({ hasText: label }).first()).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await expect(admin.locator('main')).not.toContainText(title);
});
