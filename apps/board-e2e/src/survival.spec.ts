import { Api, planTask } from './support/api';
import { PEOPLE } from './support/people';
import { Product } from './support/product';
import { expect, test } from './support/test';

const product = new Product(Number(process.env['E2E_PORT'] ?? '4310') + 7, 'dist/e2e-survival');

test.beforeAll(async () => {
  test.setTimeout(120_000);
  await product.start();
});
test.afterAll(() => product.stop());

test('the server is killed under an open board: the badge says so, and after a restart the board catches up without a reload', async ({
  browser,
}) => {
  test.setTimeout(150_000);
  const context = await browser.newContext({ baseURL: product.address });
  const page = await context.newPage();
  const welcome = (await (await page.request.get('/api/welcome')).json()) as {
    accounts: { login: string; password: string }[];
  };
  const account = welcome.accounts.find((it) => it.login === PEOPLE.lead);
  await page.goto('/masuk');
  await page.getByLabel('Nama pengguna').fill(account?.login ?? '');
  await page.getByLabel('Kata sandi', { exact: true }).fill(account?.password ?? '');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).not.toHaveURL(/masuk/);

  const title = `Tahan banting ${Date.now()}`;
  const { id, label } = await planTask(page, 'DINKES', { title, target: 100 });
  await page.goto(`/papan?cari=${encodeURIComponent(title)}`);
  await expect(page.getByText('Tersambung').first()).toBeVisible();
  const card = page.getByRole('listitem').filter({ hasText: label });
  await expect(card).toContainText('0 / 100');
  await page.evaluate(() => Object.assign(window, { unbroken: true }));

  await product.kill();
  await expect(page.getByText('Menyambung ulang').first()).toBeVisible();
  await expect(page.getByText(/Data per \d\d\.\d\d\.\d\d WIB/).first()).toBeVisible();
  await expect(card).toContainText('0 / 100');

  await product.start();
  // Somebody else reports while this board is still finding its way back.
  const answer = await new Api(page).post(`/tasks/${id}/reports`, { entry: crypto.randomUUID(), delta: 42 });
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  await expect(card).toContainText('42 / 100', { timeout: 20_000 });
  await expect(page.getByText('Tersambung').first()).toBeVisible();
  expect(await page.evaluate(() => (window as { unbroken?: boolean }).unbroken)).toBe(true);
});
