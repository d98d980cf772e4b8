import { type Locator, type Page, expect } from '@playwright/test';

/** The card of a task on a board. */
export const card = (page: Page, id: number): Locator => page.locator(`li[data-task="${id}"]`);
/** The card, where it stands in that column. */
export const cardIn = (page: Page, column: string, id: number): Locator =>
  page.locator(`ul[data-column="${column}"] li[data-task="${id}"]`);
export const drawer = (page: Page, label: string): Locator =>
  page.getByRole('complementary', { name: `Rincian ${label}` });

/** What the page refuses, beside what was tried. */
export const refusalOn = (page: Page): Locator => page.getByRole('alert').or(page.locator('pp-problem-box')).first();

/** Opens the board and waits until its cards are drawn and its line is open. */
export async function openBoard(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('li[data-task]').first()).toBeVisible();
  await expect(page.getByText('Tersambung').first()).toBeVisible();
}

/** Waits until what has happened on a page is drawn: the frame that draws it, and the one after. */
export const twoFrames = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));

/** The middle of an element on the screen. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Where a column is entered with a card: beneath its head. */
export async function placeIn(page: Page, column: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`ul[data-column="${column}"]`).boundingBox();
  const sheet = await page.locator('.scroller').boundingBox();
  if (!box || !sheet) throw new Error(`no column ${column}`);
  return { x: box.x + box.width / 2, y: sheet.y + sheet.height / 2 };
}

/** Takes a card up with the mouse and drops it on a column. */
export async function dragByMouse(page: Page, id: number, column: string): Promise<void> {
  const [from, to] = [await middleOf(card(page, id)), await placeIn(page, column)];
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 12, from.y + 4);
  await page.mouse.move(to.x, to.y, { steps: 6 });
  await page.mouse.up();
}
