import { resolve } from 'node:path';
import { type Person, screenOf } from '../src/support/people';
import { type Page, expect, test } from '../src/support/test';

const FOLDER = resolve(import.meta.dirname, '../../../docs/pictures');
const DESK = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 640 };

interface Screen {
  readonly name: string;
  readonly path: string;
  readonly as: Person;
  readonly before?: (page: Page) => Promise<void>;
}

const SCREENS: readonly Screen[] = [
  { name: 'beranda', path: '/', as: 'assistant', before: forecastTold },
  { name: 'papan', path: '/papan', as: 'lead' },
  { name: 'rincian', path: '/papan', as: 'bpjs', before: openFirstCard },
  { name: 'tugas-saya', path: '/tugas-saya', as: 'disdik' },
  { name: 'cakupan', path: '/cakupan', as: 'lead' },
  { name: 'wilayah', path: '/cakupan?lihat=wilayah', as: 'lead', before: scrollDown },
  { name: 'provinsi', path: '/provinsi', as: 'province' },
  { name: 'angka', path: '/angka', as: 'assistant' },
  { name: 'publik', path: '/publik/35.05', as: 'assistant' },
  { name: 'kasus-daftar', path: '/kepatuhan', as: 'bpjs' },
  { name: 'kasus', path: '/kepatuhan', as: 'bpjs', before: openFirstCase },
  { name: 'penyerahan', path: '/kepatuhan/penyerahan', as: 'bpjs', before: openFirstHandover },
  { name: 'badan-usaha', path: '/kepatuhan/badan-usaha', as: 'disnaker' },
  { name: 'impor', path: '/kepatuhan/impor', as: 'disnaker' },
  { name: 'berkas', path: '/berkas', as: 'prosecutor' },
  { name: 'loket', path: '/loket', as: 'counter' },
  { name: 'pemberitahuan', path: '/pemberitahuan', as: 'lead' },
  { name: 'sesi', path: '/sesi', as: 'assistant' },
  { name: 'orang', path: '/orang', as: 'admin' },
];

async function forecastTold(page: Page): Promise<void> {
  await expect(page.locator('[data-outlook]').first()).toBeVisible();
}

async function scrollDown(page: Page): Promise<void> {
  await page.locator('.leaves').evaluate((tabs) => tabs.scrollIntoView());
}

async function openFirstCard(page: Page): Promise<void> {
  await page.getByRole('listitem').locator('a.title').first().click();
  await expect(page.getByRole('complementary')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Riwayat' })).toBeVisible();
}

async function openFirstCase(page: Page): Promise<void> {
  await page.locator('a[href^="/kepatuhan/kasus/"]').first().click();
  await expect(page).toHaveURL(/kasus/);
  await expect(page.getByRole('heading', { name: 'Riwayat' })).toBeVisible();
}

async function openFirstHandover(page: Page): Promise<void> {
  await page.locator('a[href^="/kepatuhan/penyerahan/"]').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText(/berkas tersegel/)).toBeVisible();
}

const LOOKS = [
  { look: 'terang', colorScheme: 'light', viewport: DESK },
  { look: 'gelap', colorScheme: 'dark', viewport: DESK },
  { look: 'ponsel', colorScheme: 'light', viewport: PHONE },
  { look: 'ponsel-gelap', colorScheme: 'dark', viewport: PHONE },
] as const;

for (const { look, colorScheme, viewport } of LOOKS) {
  test(`the screens, ${look}`, async ({ browser }) => {
    test.setTimeout(480_000);
    const anonymous = await browser.newPage({ colorScheme, viewport });
    await anonymous.goto('/masuk');
    await expect(anonymous.getByRole('heading', { name: 'Akun demo' })).toBeVisible();
    await draw(anonymous, `masuk-${look}`);
    const open = new Map<Person, Page>();
    for (const { name, path, as, before } of SCREENS) {
      const page = open.get(as) ?? (await screenOf(browser, as, { colorScheme, viewport })).page;
      open.set(as, page);
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.locator('pp-skeleton')).toHaveCount(0);
      await before?.(page);
      await draw(page, `${name}-${look}`);
    }
  });
}

async function draw(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: resolve(FOLDER, `${name}.png`), animations: 'disabled' });
}
