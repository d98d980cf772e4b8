import { planTask } from './support/api';
import { drawer } from './support/board';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const bell = (page: Page) => page.getByRole('button', { name: /^Pemberitahuan/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Pemberitahuan' });

test('a new task rings the bell of those who do it, and the line leads to its card', async ({ browser }) => {
  const { page: lead } = await screenOf(browser, 'lead');
  const { page } = await screenOf(browser, 'disdik');
  await page.goto('/papan');
  await expect(page.getByText('Tersambung').first()).toBeVisible();
  await bell(page).click();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press('Escape');
  const task = await planTask(lead, 'DISDIK', { title: 'Rahasia di judul', target: 12 });
  await expect(page.getByRole('status').filter({ hasText: 'belum dibaca' })).toBeAttached();
  await page.keyboard.press('g');
  await page.keyboard.press('n');
  const line = panel(page).getByRole('link', { name: new RegExp(`${task.label}: ditugaskan, tenggat 15 Des 2026`) });
  await expect(line).toContainText('Belum dibaca');
  await expect(panel(page)).not.toContainText('Rahasia');
  await line.click();
  await expect(drawer(page, task.label)).toBeVisible();
  // Read is read: the panel holds what is unread, the page holds everything.
  await bell(page).click();
  await expect(panel(page).getByRole('link').first()).toBeVisible();
  await expect(line).toHaveCount(0);
  await page.goto('/pemberitahuan');
  const kept = page.getByRole('main').getByRole('link', { name: new RegExp(`${task.label}: ditugaskan`) });
  await expect(kept).toBeVisible();
  await expect(kept).not.toContainText('Belum dibaca');
});

test('who reads no board has a bell as well', async ({ browser }) => {
  const { page } = await screenOf(browser, 'prosecutor');
  await page.goto('/berkas');
  await bell(page).click();
  await panel(page).getByRole('link', { name: 'Semua pemberitahuan dan pengaturan' }).click();
  await expect(page).toHaveURL(/\/pemberitahuan$/);
  await expect(page.getByRole('heading', { name: 'Pemberitahuan', level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Jenjang keterlambatan' })).toHaveCount(0);
});

test('how one is told stays as one has said, and a time that is none is refused beside its field', async ({
  browser,
}) => {
  const { page } = await screenOf(browser, 'disnaker');
  await page.goto('/pemberitahuan');
  await expect(page.getByText('Dikirim ke disnaker@blitar.contoh.')).toBeVisible();
  await page.getByLabel('Surat elektronik').selectOption('AT_ONCE');
  await page.getByLabel('Jam tenang mulai (WIB)').fill('25:00');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('“25:00” bukan jam dalam satu hari.')).toBeVisible();
  await page.getByLabel('Jam tenang mulai (WIB)').fill('21.00');
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByText('Tersimpan.')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Surat elektronik')).toHaveValue('AT_ONCE');
  await expect(page.getByLabel('Jam tenang mulai (WIB)')).toHaveValue('21:00');
});

test('the lead sets after how many working days late each rung is told', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  await page.goto('/pemberitahuan');
  await expect(page.getByText('Ketentuan bawaan')).toBeVisible();
  const delay = page.getByLabel('Hari kerja sampai kepala instansi');
  await delay.fill('0');
  await page.getByRole('button', { name: 'Tetapkan', exact: true }).click();
  await expect(page.getByText('Jeda pemberitahuan tidak sah')).toBeVisible();
  await delay.fill('4');
  await page.getByRole('button', { name: 'Tetapkan', exact: true }).click();
  await expect(page.getByText('Tersimpan.')).toBeVisible();
  await expect(
    page.getByRole('listitem').filter({ hasText: '1 · 4 · 5 · 10 hari kerja, pukul 07:30–16:00' }),
  ).toBeVisible();
});

test('the administrator of the demo sees what it would have mailed', async ({ browser }) => {
  const { page } = await screenOf(browser, 'admin');
  await page.goto('/pemberitahuan');
  await page.getByRole('link', { name: 'Surat yang ditangkap demo' }).click();
  await expect(page.getByRole('heading', { name: 'Surat yang ditangkap demo' })).toBeVisible();
  await expect(page.getByText('Demo tidak mengirim surat ke luar.')).toBeVisible();
});
