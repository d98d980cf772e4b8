import AxeBuilder from '@axe-core/playwright';
import { type Page, expect, test } from '@playwright/test';
import { type Person, screenOf } from './support/people';

const PAGES: readonly { readonly path: string; readonly as: Person }[] = [
  { path: '/', as: 'assistant' },
  { path: '/papan', as: 'lead' },
  { path: '/papan?tugas=1', as: 'lead' },
  { path: '/tugas-saya', as: 'disdik' },
  { path: '/angka', as: 'assistant' },
  { path: '/sesi', as: 'assistant' },
  { path: '/orang', as: 'admin' },
  { path: '/orang', as: 'disdik' },
  { path: '/tidak-ada', as: 'disdik' },
];

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 360, height: 640 },
  ]) {
    test(`axe finds nothing on any page (${colorScheme}, ${viewport.width} px)`, async ({ browser }) => {
      test.setTimeout(240_000);
      const anonymous = await (await browser.newContext({ colorScheme, viewport })).newPage();
      await anonymous.goto('/masuk');
      await expect(anonymous.getByRole('heading', { level: 1 })).toBeVisible();
      expect(await violations(anonymous), '/masuk').toEqual([]);
      const screens = new Map<Person, Page>();
      for (const { path, as } of PAGES) {
        const page = screens.get(as) ?? (await screenOf(browser, as, { colorScheme, viewport })).page;
        screens.set(as, page);
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        // Until figures, cards and the drawer are drawn; a live socket keeps the network from ever being idle.
        await expect(page.locator('pp-skeleton')).toHaveCount(0);
        expect(await violations(page), `${path} as ${as}`).toEqual([]);
        // Nothing sticks out of the page sideways.
        expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), path).toBe(true);
      }
    });
  }
}
