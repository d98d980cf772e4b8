import AxeBuilder from '@axe-core/playwright';
import type { Browser } from '@playwright/test';
import { Api, endSessionsOf, planTask } from './support/api';
import { dragByMouse, drawer, refusalOn, twoFrames } from './support/board';
import { PEOPLE, type Person, freshScreenOf, screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

interface Place {
  readonly path: string;
  readonly as: Person;
  /** What is done on the page before it is looked at. */
  readonly then?: (page: Page) => Promise<void>;
}

const PAGES: readonly Place[] = [
  { path: '/', as: 'assistant' },
  { path: '/papan', as: 'lead' },
  { path: '/papan?cari=tidak+ada+yang+begini', as: 'lead' },
  { path: '/papan?baru=1', as: 'lead', then: (page) => page.getByRole('dialog', { name: 'Tugas baru' }).waitFor() },
  { path: '/tugas-saya', as: 'disdik' },
  { path: '/tugas-saya', as: 'disdik', then: (page) => page.getByRole('button', { name: 'Capaian' }).click() },
  { path: '/angka', as: 'assistant' },
  { path: '/angka', as: 'lead', then: (page) => openForm(page, 'Catat pernyataan') },
  { path: '/cakupan', as: 'assistant' },
  { path: '/cakupan?lihat=wilayah', as: 'assistant' },
  { path: '/cakupan?lihat=perubahan', as: 'assistant' },
  { path: '/cakupan?lihat=andai', as: 'lead' },
  { path: '/cakupan/berkas', as: 'bpjs' },
  { path: '/cakupan/peta', as: 'admin' },
  { path: '/provinsi', as: 'province' },
  { path: '/sesi', as: 'assistant', then: openAccountMenu },
  { path: '/orang', as: 'admin' },
  { path: '/pemberitahuan', as: 'lead', then: openBell },
  { path: '/surat-demo', as: 'admin' },
  { path: '/orang', as: 'disdik' },
  { path: '/tidak-ada', as: 'disdik' },
];

const PAGES_OF_COMPLIANCE: readonly Place[] = [
  { path: '/kepatuhan', as: 'disnaker' },
  { path: '/kepatuhan?tampilan=siap-skk', as: 'inspector', then: chooseTwo },
  { path: '/kepatuhan?pelanggaran=arrears&langkah=small_claim', as: 'disnaker' },
  { path: '/kepatuhan/kasus/100', as: 'inspector' },
  { path: '/kepatuhan/kasus/100', as: 'disnaker', then: (page) => openForm(page, 'Catat Himbauan') },
  { path: '/kepatuhan/kasus/1', as: 'bpjs', then: (page) => openForm(page, 'Catat verifikasi BPJS') },
  { path: '/kepatuhan/kasus/240', as: 'bpjs' },
  { path: '/kepatuhan/kasus/99999', as: 'bpjs' },
  { path: '/kepatuhan/penyerahan', as: 'bpjs' },
  { path: '/kepatuhan/penyerahan/1', as: 'bpjs' },
  { path: '/kepatuhan/kalender', as: 'lead' },
  { path: '/kepatuhan/aturan', as: 'lead' },
  { path: '/kepatuhan/badan-usaha', as: 'disnaker' },
  { path: '/kepatuhan/badan-usaha/baru', as: 'disnaker' },
  { path: '/kepatuhan/badan-usaha/100', as: 'disnaker' },
  { path: '/kepatuhan/badan-usaha/ganda', as: 'disnaker' },
  { path: '/kepatuhan/impor', as: 'disnaker' },
  { path: '/berkas', as: 'prosecutor' },
  { path: '/berkas/1', as: 'prosecutor', then: (page) => openForm(page, 'Catat Panggilan') },
  { path: '/loket', as: 'counter', then: askTheCounter },
];

async function openBell(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Pemberitahuan/ }).click();
  await expect(page.getByRole('dialog', { name: 'Pemberitahuan' })).toBeVisible();
}

async function chooseTwo(page: Page): Promise<void> {
  for (const nth of [0, 1]) await page.locator('[data-case]').nth(nth).getByRole('checkbox').check();
  await expect(page.getByRole('region', { name: '2 dipilih' })).toBeVisible();
}

async function openForm(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.locator('main form').first()).toBeVisible();
}

async function askTheCounter(page: Page): Promise<void> {
  await page.getByLabel('Nomor Induk Berusaha (NIB)').fill('9900000000000');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-answer]')).toContainText('TIDAK TERBLOKIR');
}

async function openAccountMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Akun / }).click();
  await expect(page.getByRole('dialog', { name: 'Lainnya' })).toBeVisible();
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Until figures, cards and forms are drawn; a live socket keeps the network from ever being idle. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('pp-skeleton')).toHaveCount(0);
}

const LOOKS = [
  { colorScheme: 'dark', viewport: { width: 360, height: 640 } },
  { colorScheme: 'light', viewport: { width: 1366, height: 768 } },
] as const;

/** On a phone in the dark and at a desk in the light: axe has nothing to say, and nothing sticks out of the page sideways. */
async function expectSound(page: Page, where: string): Promise<void> {
  for (const { colorScheme, viewport } of LOOKS) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await twoFrames(page);
    const look = `${where} (${colorScheme}, ${viewport.width} px)`;
    expect.soft(await violations(page), look).toEqual([]);
    expect.soft(await tooWide(page), look).toBeLessThanOrEqual(0);
  }
}

/** By how many pixels the page is wider than its window. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test('axe finds nothing on any page', async ({ browser }) => {
  test.setTimeout(900_000);
  const anonymous = await (await browser.newContext()).newPage();
  await anonymous.goto('/masuk');
  await expect(anonymous.getByRole('heading', { level: 1 })).toBeVisible();
  await expectSound(anonymous, '/masuk');
  await lookAt(browser, PAGES);
});

test('axe finds nothing on any page of compliance', async ({ browser }) => {
  test.setTimeout(900_000);
  await lookAt(browser, PAGES_OF_COMPLIANCE);
});

async function lookAt(browser: Browser, places: readonly Place[]): Promise<void> {
  const screens = new Map<Person, Page>();
  for (const { path, as, then } of places) {
    const page = screens.get(as) ?? (await screenOf(browser, as)).page;
    screens.set(as, page);
    await page.goto(path);
    await settled(page);
    await then?.(page);
    await expectSound(page, `${path} as ${as}`);
  }
}

test('axe finds nothing in the forms and answers of a task', async ({ browser }) => {
  test.setTimeout(900_000);
  const { page: lead } = await screenOf(browser, 'lead');
  const { id, label } = await planTask(lead, 'DISDIK', { title: 'Dibacakan alat baca layar', target: 200 });
  for (const [as, section] of [
    ['disdik', 'lapor'],
    ['disdik', 'kendala'],
    ['bpjs', 'verifikasi'],
    ['lead', 'alihkan'],
  ] as const) {
    const page = as === 'lead' ? lead : (await screenOf(browser, as)).page;
    await page.goto(`/papan?tugas=${id}&bagian=${section}`);
    await settled(page);
    await drawer(page, label).locator('form button[type=submit]').first().click();
    await expectSound(page, `${section} as ${as}, sent empty`);
  }

  // Somebody else changes the same field: both values stand beside each other.
  await lead.goto(`/papan?tugas=${id}`);
  await settled(lead);
  await drawer(lead, label).getByRole('button', { name: 'Ubah Target' }).click();
  await drawer(lead, label)
    .getByLabel(/^Target/)
    .fill('333');
  const other = await new Api(lead).edit(id, { target: 320 });
  expect(other.status(), await other.text()).toBeLessThan(300);
  await drawer(lead, label).getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(drawer(lead, label).getByRole('button', { name: 'Pakai isian saya' })).toBeVisible();
  await expectSound(lead, 'conflict');

  // The menu of a card, and the refusal beside it.
  const { page: disdik } = await screenOf(browser, 'disdik');
  await disdik.goto(`/papan?cari=${label}&status=assigned`);
  await settled(disdik);
  const title = disdik.getByRole('listitem').filter({ hasText: label }).locator('a.title');
  await title.press('m');
  await expect(disdik.locator('[role=menuitem]:focus')).toBeVisible();
  await expectSound(disdik, 'move menu');
  await disdik.keyboard.press('Escape');
  await dragByMouse(disdik, id, 'DONE');
  await expect(refusalOn(disdik)).toContainText(/BPJS/);
  await expectSound(disdik, 'refusal beside the card');
});

test('axe finds nothing where the session has ended', async ({ browser }) => {
  const { page: admin } = await screenOf(browser, 'admin');
  const { page } = await freshScreenOf(browser, 'head');
  await page.goto('/papan');
  await settled(page);
  await expect(page.getByText('Tersambung').first()).toBeVisible();
  await endSessionsOf(admin, PEOPLE.head);
  await expect(page.getByRole('dialog', { name: 'Sesi berakhir, masuk lagi' })).toBeVisible();
  await expectSound(page, 'session ended');
});

const COMPLIANCE = [
  ...['/kepatuhan', '/kepatuhan/kasus/1', '/kepatuhan/penyerahan/1', '/kepatuhan/kalender'],
  ...['/kepatuhan/badan-usaha', '/kepatuhan/badan-usaha/1', '/kepatuhan/impor', '/berkas/1'],
];

test('at 400 % zoom of a 1280 px window everything stands in one column', async ({ browser }) => {
  // 1280 px at 400 % is a window of 320 CSS px.
  const { page } = await screenOf(browser, 'lead', { viewport: { width: 320, height: 256 } });
  for (const path of [
    ...['/', '/papan', '/angka', '/cakupan', '/cakupan/berkas', '/provinsi', '/sesi', '/papan?tugas=1'],
    ...COMPLIANCE,
  ]) {
    await page.goto(path);
    await settled(page);
    expect.soft(await tooWide(page), path).toBeLessThanOrEqual(0);
  }
  await page.goto('/papan');
  await expect(page.locator('ul[data-column]')).toHaveCount(1);
});
