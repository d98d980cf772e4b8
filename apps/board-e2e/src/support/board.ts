import { type Locator, type Page, expect } from '@playwright/test';

/** The card of a task on a board. */
export const card = (page: Page, id: number): Locator => page.locator(`li[data-task="${id}"]`);
/** The card, where it stands in that column. */
export const cardIn = (page: Page, column: string, id: number): Locator =>
  page.locator(`ul[data-column="${column}"] li[data-task="${id}"]`);
export const drawer = (page: Page, label: string): Locator =>
  page.getByRole('complementary', { name: `Rincian ${label}` });

/** Opens the board and waits until its cards are drawn and its line is open. */
export async function openBoard(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator('li[data-task]').first()).toBeVisible();
  await expect(page.getByText('Tersambung').first()).toBeVisible();
}

/** The middle of an element on the screen. */
export async function middleOf(element: Locator): Promise<{ x: number; y: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
