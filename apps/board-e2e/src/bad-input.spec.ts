import { Api, type Directory, planTask } from './support/api';
import { card, drawer, openBoard } from './support/board';
import { screenOf } from './support/people';
import { expect, test } from './support/test';

test('a title made of a formula and a script is text and nothing else', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  const spoken: string[] = [];
  page.on('dialog', (dialog) => {
    spoken.push(dialog.message());
    void dialog.dismiss();
  });
  const title = '=HYPERLINK("x")<img src=x onerror=alert(1)>';
  const { id, label } = await planTask(page, 'DISDIK', { title, target: 10 });
  await openBoard(page, `/papan?cari=HYPERLINK&tugas=${id}`);
  await expect(card(page, id).getByText(title, { exact: true })).toBeVisible();
  await expect(drawer(page, label).getByRole('heading', { name: title, exact: true })).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(spoken).toEqual([]);
});

test('the form for a new task refuses a partner, an empty target and a due date before the start, beside the field', async ({
  browser,
}) => {
  const { page } = await screenOf(browser, 'lead');
  await page.goto('/papan?baru=1');
  const form = page.getByRole('dialog', { name: 'Tugas baru' });
  const agency = form.getByLabel('Instansi');
  await expect(agency.locator('option', { hasText: 'BPJS Kesehatan' })).toBeDisabled();
  await expect(agency.locator('option', { hasText: 'Kejaksaan' })).toBeDisabled();

  await agency.selectOption({ label: 'Dinas Pendidikan' });
  await form.getByLabel('Judul').fill('Tugas yang keliru');
  await form.getByLabel('Tenggat').fill('2026-12-01');
  const send = form.getByRole('button', { name: 'Tugaskan', exact: true });
  await send.click();
  await expect(form.getByLabel('Target')).toHaveAttribute('aria-invalid', 'true');
  await expect(form.getByLabel('Target')).toHaveAccessibleDescription(/\w+.*\./);

  for (const wrong of ['0', '-5', '1,5', 'seratus', '99999999999999']) {
    await form.getByLabel('Target').fill(wrong);
    await send.click();
    await expect(form.getByLabel('Target'), wrong).toHaveAttribute('aria-invalid', 'true');
  }
  await form.getByLabel('Target').fill('100');
  await form.getByLabel('Mulai').fill('2026-12-10');
  await send.click();
  await expect(form.locator('[aria-invalid=true]')).toHaveCount(1);
  await expect(form.locator('.error').first()).toHaveText(/\w+.*\./);
  await expect(form).toBeVisible();

  // Whoever goes around the form hears the same from the server.
  const { agencies, campaigns } = (await (await new Api(page).get('/directory')).json()) as Directory;
  const answer = await new Api(page).post('/tasks', {
    campaign: campaigns.find(({ open }) => open)?.id,
    agency: agencies.find(({ code }) => code === 'BPJS-KES')?.id,
    title: 'Mitra tidak diperintah',
    unit: 'people',
    target: 10,
    due: '2026-12-01',
  });
  expect(answer.status()).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).toMatch(/mitra/i);
});
