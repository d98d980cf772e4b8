import { Api, planTask } from './support/api';
import { card, cardIn, dragByMouse, drawer, middleOf, openBoard, placeIn, refusalOn } from './support/board';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

async function raiseBlocker(page: Page, label: string, text: string): Promise<void> {
  const panel = drawer(page, label);
  await panel.getByLabel('Jenis kendala').selectOption({ index: 1 });
  await panel.getByLabel('Siapa yang dapat mengatasi').selectOption({ label: 'Dinas Sosial' });
  await panel.getByLabel('Apa yang menghambat').fill(text);
  await panel.getByRole('button', { name: 'Catat kendala' }).click();
}

test('a card that is dragged to Terkendala asks for the reason, and moves on a second screen without taking its place or focus away', async ({
  browser,
}) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { page: second } = await screenOf(browser, 'assistant', { viewport: { width: 1366, height: 600 } });
  const prefix = `Seret ${Date.now()}`;
  const tasks = [];
  for (const number of [1, 2, 3, 4, 5, 6])
    tasks.push(await planTask(lead, 'DISNAKER', { title: `${prefix} nomor ${number}`, target: 100 }));
  const [, stays, mouse, keys] = tasks;
  if (!stays || !mouse || !keys) throw new Error('six tasks expected');
  const { page: disnaker } = await screenOf(browser, 'disnaker');
  await new Api(disnaker).must(`/tasks/${stays.id}/deeds`, { deed: 'accept' });
  const address = `/papan?cari=${encodeURIComponent(prefix)}`;
  await openBoard(lead, address);
  await openBoard(second, address);

  // The second reader has scrolled a little and stands on a card in another column.
  await card(second, stays.id).locator('a.title').focus();
  await second.locator('.scroller').evaluate((sheet) => sheet.scrollTo(0, 60));
  const before = await standing(second);

  await dragByMouse(lead, mouse.id, 'BLOCKED');
  await raiseBlocker(lead, mouse.label, 'Data by name by address belum ada');
  await expect(cardIn(lead, 'BLOCKED', mouse.id)).toBeVisible();
  await expect(cardIn(second, 'BLOCKED', mouse.id)).toHaveClass(/flash/);
  expect(await standing(second)).toEqual(before);

  // The same by the menu of the card, and by keyboard.
  await openBoard(lead, address);
  await card(lead, keys.id)
    .getByRole('button', { name: /^Tindakan untuk/ })
    .click();
  await expect(lead.getByRole('menuitem', { name: 'Catat kendala' })).toBeVisible();
  await lead.keyboard.press('Escape');
  await card(lead, keys.id).locator('a.title').press('m');
  await expect(lead.locator('[role=menuitem]:focus')).toBeVisible();
  await lead.getByRole('menuitem', { name: 'Ke Terkendala' }).press('Enter');
  await raiseBlocker(lead, keys.label, 'Menunggu surat');
  await expect(cardIn(second, 'BLOCKED', keys.id)).toHaveClass(/flash/);
  expect(await standing(second)).toEqual(before);
});

/** Where a reader stands: how far he has scrolled, and on which card. */
function standing(page: Page): Promise<{ scroll: number; focus: string | undefined }> {
  return page.evaluate(() => ({
    scroll: document.querySelector('.scroller')?.scrollTop ?? -1,
    focus: document.activeElement?.closest<HTMLElement>('li[data-task]')?.dataset['task'],
  }));
}

test('an agency that drops its card on Selesai is refused in words, with a way out, and nothing is written', async ({
  browser,
}) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { page: disdik } = await screenOf(browser, 'disdik');
  const title = `Belum selesai ${Date.now()}`;
  const { id, label } = await planTask(lead, 'DISDIK', { title, target: 50 });
  const api = new Api(disdik);
  await api.must(`/tasks/${id}/deeds`, { deed: 'accept' });
  await openBoard(disdik, `/papan?cari=${encodeURIComponent(title)}`);
  const writes: string[] = [];
  disdik.on('request', (request) => {
    if (request.method() !== 'GET') writes.push(request.url());
  });

  await dragByMouse(disdik, id, 'DONE');
  const refusal = refusalOn(disdik);
  await expect(refusal).toContainText(/BPJS/);
  await expect(cardIn(disdik, 'RUNNING', id)).toBeVisible();
  await refusal.getByRole('button').first().click();
  await expect(drawer(disdik, label)).toBeVisible();
  expect(writes).toEqual([]);
});

test('a card is taken up by a finger that rests on it, and dropped where the finger leaves', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const title = `Jari ${Date.now()}`;
  const { id, label } = await planTask(lead, 'DISNAKER', { title, target: 50 });
  const tablet = { viewport: { width: 1366, height: 768 }, hasTouch: true };
  const { page, context } = await screenOf(browser, 'lead', tablet);
  await openBoard(page, `/papan?cari=${encodeURIComponent(title)}`);
  const [from, to] = [await middleOf(card(page, id)), await placeIn(page, 'BLOCKED')];
  const finger = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });

  await touch('touchStart', from);
  await expect(page.locator('body > [inert]')).toBeVisible();
  await touch('touchMove', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
  await touch('touchMove', to);
  await touch('touchEnd');
  await expect(drawer(page, label).getByLabel('Jenis kendala')).toBeVisible();
});
