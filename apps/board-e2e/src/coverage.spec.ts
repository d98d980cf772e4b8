import { readFile } from 'node:fs/promises';
import { Api } from './support/api';
import { geoJsonOf, monthOf, newestCut } from './support/figures';
import { screenAt, screenOf } from './support/people';
import { Product } from './support/product';
import { type Page, expect, test } from './support/test';

// Loading a month moves the headline of everybody: these journeys have a product of their own.
const product = new Product(Number(process.env['E2E_PORT'] ?? '4310') + 11, 'dist/e2e-coverage');
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await product.start();
});
test.afterAll(() => product.stop());

async function readFigures(page: Page, name: string, rows: readonly string[]): Promise<void> {
  await page.goto('/cakupan/berkas');
  const buffer = Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf8');
  await page.getByLabel('Berkas', { exact: true }).setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page.getByRole('button', { name: 'Baca berkas' }).click();
}

async function tellAndCheck(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Tetapkan kolom dan keterangan' })).toBeVisible();
  await page.getByLabel('Angka per tanggal').fill('2026-11-01');
  await page.getByLabel('Sumber', { exact: true }).fill('Data contoh BPJS, November 2026');
  await page.getByRole('button', { name: 'Periksa berkas' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa sebelum dimuat' })).toBeVisible();
}

test('a damaged file changes nothing and names its lines', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page } = await screenAt(browser, product.address, 'bpjs');
  const api = new Api(page);
  const before = await newestCut(api);
  const rows = [...(await monthOf(api, before.asOf))];
  const damaged = rows.with(4, rows[4]?.replace(/;\d+;/, ';seratus;') ?? '').with(8, `3505010;PPU_BU;10;9`);
  await readFigures(page, 'rusak.csv', damaged);
  await tellAndCheck(page);
  const stops = page.getByRole('region', { name: 'Tidak dapat dimuat' });
  await expect(stops).toContainText('baris 5');
  await expect(stops).toContainText('baris 9');
  const load = page.getByRole('button', { name: 'Muat angka' });
  await expect(load).toHaveAttribute('aria-disabled', 'true');
  await load.press('Enter');
  await expect(page.getByRole('alert')).toContainText('tidak dapat dimuat');
  expect(await newestCut(api)).toEqual(before);

  // Lines with more columns than the heading: refused as a whole, before anything is kept.
  await readFigures(page, 'bergeser.csv', [rows[0] ?? '', `${rows[1] ?? ''};lebih`, rows[2] ?? '']);
  await expect(page.getByRole('alert')).toContainText(/baris 2/);
  expect(await newestCut(api)).toEqual(before);
});

test('BPJS loads a month, and the gauge of a second screen moves without a reload', async ({ browser }) => {
  test.setTimeout(120_000);
  const { page } = await screenAt(browser, product.address, 'bpjs');
  const { page: second } = await screenAt(browser, product.address, 'assistant');
  const api = new Api(page);
  const before = await newestCut(api);
  await second.goto('/cakupan');
  const gauge = second.locator('pp-gauge-panel').first();
  await expect(gauge).toContainText('per 1 Okt 2026');
  await expect(second.getByText('Tersambung').first()).toBeVisible();
  await second.evaluate(() => Object.assign(window, { unbroken: true }));

  await readFigures(page, 'november.csv', await monthOf(api, before.asOf, 1));
  await tellAndCheck(page);
  const read = page.getByLabel('Saya sudah membaca peringatan ini');
  if (await read.isVisible()) await read.check();
  await page.getByRole('button', { name: 'Muat angka' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Angka sudah dimuat' })).toBeVisible();

  const after = await newestCut(api);
  expect(after.asOf).toBe('2026-11-01');
  expect(after.registered).toBeGreaterThan(before.registered);
  await expect(gauge).toContainText('per 1 Nov 2026');
  await expect(gauge).toContainText(after.registered.toLocaleString('id-ID'));
  expect(await second.evaluate(() => (window as { unbroken?: boolean }).unbroken)).toBe(true);

  // Who, when and which file stand in the list.
  await page.goto('/cakupan/berkas');
  await expect(page.getByRole('row').filter({ hasText: 'november.csv' })).toContainText('1 Nov 2026');
});

test('an administrator puts up a map layer and takes it down', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page } = await screenAt(browser, product.address, 'admin');
  const areas = (await (await new Api(page).get('/areas')).json()) as Parameters<typeof geoJsonOf>[0];
  const shapes = geoJsonOf(areas);
  await page.goto('/cakupan/peta');
  await page.getByLabel('Berkas', { exact: true }).setInputFiles({
    ...{ name: 'kecamatan.geojson', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify(shapes)),
  });
  await page.getByLabel('Sumber bentuk wilayah').fill('Kotak buatan untuk uji');
  await page.getByRole('button', { name: 'Periksa dan pasang' }).click();
  await expect(page.getByText(/^Lapisan \d+ dipasang: 22 wilayah/)).toBeVisible();
  await expect(page.locator('pp-layer-drawing path')).toHaveCount(22);
  await expect(page.getByText('Indikatif, bukan batas resmi. Sumber: Kotak buatan untuk uji')).toBeVisible();
  await page.getByRole('button', { name: 'Turunkan lapisan' }).click();
  await expect(page.getByText('Belum ada lapisan')).toBeVisible();
});

test('Tanjungbalai: 1.028–1.043 people to 98 %, margin 147–159, and never "UHC tercapai"', async ({ browser }) => {
  const { page } = await screenOf(browser, 'assistant');
  await page.goto('/angka');
  const claim = page.locator('[data-claim="tanjungbalai-2025"]');
  await expect(claim).toContainText('Bertentangan');
  await expect(claim).toContainText('1.028–1.043');
  await expect(claim).toContainText('147–159');
  await expect(claim).not.toContainText(/UHC tercapai/i);
  await expect(page.locator('[data-claim="bojonegoro-2025"]')).toContainText('Tidak dapat diperiksa');
});

test('the page of coverage is whole where no chart can be fetched', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page } = await screenOf(browser, 'assistant');
  await page.goto('/cakupan');
  await expect(page.locator('pp-burn-up-chart')).toBeVisible();
  const charts = await page.evaluate(async () => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name);
    const scripts = [...new Set(names.filter((name) => new URL(name).pathname.endsWith('.js')))];
    const texts = await Promise.all(scripts.map(async (name) => ({ name, text: await (await fetch(name)).text() })));
    return texts
      .filter(({ text }) => /selectors:\[\[["'`]pp-(?:burn-up|stack|waterfall)-chart/.test(text))
      .map(({ name }) => name);
  });
  expect(charts.length).toBeGreaterThan(0);
  const blocked = new Set(charts);
  await page.context().route(
    (url) => blocked.has(url.href),
    (route) => route.abort(),
  );
  await page.reload();
  await expect(page.locator('pp-gauge-panel')).toHaveCount(2);
  await expect(page.locator('pp-gauge-panel').first()).toContainText(/dari 1\.252\.242 penduduk/);
  await expect(page.locator('pp-burn-up-chart, pp-stack-chart')).toHaveCount(0);
  // The same figures stand in tables.
  await expect(page.locator('main table').first()).toBeAttached();
  await page.goto('/cakupan?lihat=wilayah');
  await expect(page.getByRole('row').filter({ hasText: 'Kanigoro' }).first()).toBeVisible();
});

test('the map of the districts is walked by keyboard, and each class has a label of its own', async ({ browser }) => {
  const { page } = await screenOf(browser, 'assistant');
  await page.goto('/cakupan?lihat=wilayah');
  const areas = page.locator('pp-tile-map [data-area]');
  await expect(areas).toHaveCount(22);
  expect(await areas.evaluateAll((all) => all.filter((it) => (it as HTMLElement).tabIndex === 0).length)).toBe(1);
  await page.locator('pp-tile-map [data-area="35.05.10"]').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-area="35.05.11"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/kecamatan=35\.05\.11/);

  // The province: 38 tiles; the class of each is also a number, and the number stands in the legend.
  await page.goto('/provinsi');
  await expect(page.locator('[data-tile]')).toHaveCount(38);
  await page.locator('[data-tile="35.05"]').focus();
  await page.keyboard.press('ArrowUp');
  await expect(page.locator('[data-tile="35.72"]')).toBeFocused();
  const looks = await page.locator('.swatch').evaluateAll((all) =>
    all.map((it) => {
      const { backgroundImage, borderStyle } = getComputedStyle(it);
      return `${backgroundImage} ${borderStyle}`;
    }),
  );
  expect(new Set(looks).size).toBe(looks.length);
  const signs = await page.locator('.swatch b').allTextContents();
  const onTiles = await page.locator('[data-tile] .number').allTextContents();
  expect(onTiles.every((sign) => signs.includes(sign))).toBe(true);
});

test('on a phone of 360 px no page of coverage is wider than the window', async ({ browser }) => {
  test.setTimeout(90_000);
  const { page } = await screenOf(browser, 'lead', { viewport: { width: 360, height: 640 } });
  for (const path of ['/cakupan', '/cakupan?lihat=wilayah', '/cakupan/berkas', '/provinsi', '/angka']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.locator('pp-skeleton')).toHaveCount(0);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(over, path).toBeLessThanOrEqual(0);
  }
});

test('the public page stands without script, and its table comes as CSV', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/publik/35.05');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Kabupaten Blitar');
  await expect(page.getByText(/1 Okt/).first()).toBeVisible();
  await expect(page.locator('svg').first()).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /CSV/ }).first().click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain('971740');
  await context.close();
});
