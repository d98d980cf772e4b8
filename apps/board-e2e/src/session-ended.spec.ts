import { endSessionsOf, planTask } from './support/api';
import { drawer } from './support/board';
import { PEOPLE, freshScreenOf, screenOf } from './support/people';
import { expect, test } from './support/test';

test('a session that the administrator ends is taken up again on the same page, and what was typed is still there', async ({
  browser,
}) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { page: admin } = await screenOf(browser, 'admin');
  const { id, label } = await planTask(lead, 'DISDIK', { title: `Sesi ${Date.now()}`, target: 500 });
  const { page: head, password } = await freshScreenOf(browser, 'head');
  await head.goto(`/papan?tugas=${id}&bagian=lapor`);
  await expect(head.getByText('Tersambung').first()).toBeVisible();
  const delta = drawer(head, label).getByLabel('Tambahan (jiwa)');
  await delta.fill('321');

  await endSessionsOf(admin, PEOPLE.head);
  const dialog = head.getByRole('dialog', { name: 'Sesi berakhir, masuk lagi' });
  await expect(dialog).toBeVisible({ timeout: 5_000 });
  await dialog.getByLabel('Kata sandi').fill(password);
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(head).toHaveURL(new RegExp(`tugas=${id}`));
  await expect(delta).toHaveValue('321');
  await drawer(head, label).getByRole('button', { name: 'Kirim laporan' }).click();
  await expect(drawer(head, label).getByText('melaporkan +321', { exact: false }).first()).toBeVisible();
});
