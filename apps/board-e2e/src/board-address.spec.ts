import { Api, planTask } from './support/api';
import { card, openBoard } from './support/board';
import { screenOf } from './support/people';
import { expect, test } from './support/test';

test('filters live in the address and survive a reload', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  const stamp = `Saring ${Date.now()}`;
  const { id } = await planTask(page, 'DISDIK', { title: `${stamp} guru`, target: 10 });
  const other = await planTask(page, 'DISNAKER', { title: `${stamp} buruh`, target: 10 });
  await openBoard(page, '/papan');
  await page.getByLabel('Cari tugas').fill(stamp);
  await expect(card(page, other.id)).toBeVisible();
  await page.getByLabel('Instansi', { exact: true }).selectOption({ label: 'Disdik' });
  await page.getByLabel('Lajur', { exact: true }).selectOption({ label: 'Lajur: segmen' });
  await expect(card(page, id)).toBeVisible();
  await expect(card(page, other.id)).toHaveCount(0);
  const address = page.url();
  expect(address).toMatch(/cari=.*lajur=segmen|lajur=segmen.*cari=/);

  await page.reload();
  await expect(card(page, id)).toBeVisible();
  await expect(page.locator('li[data-task]')).toHaveCount(1);
  await expect(page.getByLabel('Cari tugas')).toHaveValue(stamp);
  await expect(page.getByLabel('Lajur', { exact: true })).toHaveValue('segment');
  expect(page.url()).toBe(address);
});

test('who wants no motion gets none', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const title = `Tenang ${Date.now()}`;
  const { id } = await planTask(lead, 'DISNAKER', { title, target: 10 });
  const { page } = await screenOf(browser, 'assistant', { reducedMotion: 'reduce' });
  await openBoard(page, `/papan?cari=${encodeURIComponent(title)}`);
  await new Api((await screenOf(browser, 'disnaker')).page).must(`/tasks/${id}/deeds`, { deed: 'accept' });
  await expect(card(page, id)).toHaveClass(/flash/);
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(
        ({ effect }) => effect instanceof KeyframeEffect && effect.getKeyframes().some((frame) => 'transform' in frame),
      )
      .map(({ id: name }) => name),
  );
  expect(moving).toEqual([]);
});
