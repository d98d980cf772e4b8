import { createHash, randomBytes } from 'node:crypto';
import AxeBuilder from '@axe-core/playwright';
import type { Locator } from '@playwright/test';
import { planTask } from './support/api';
import { drawer } from './support/board';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const LETTER = '%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nstartxref\n9\n%%EOF\n';
const letter = (): Buffer => Buffer.from(`${LETTER}% ${randomBytes(8).toString('hex')}\n%%EOF\n`);

async function evidenceOf(page: Page, { id, label }: { id: number; label: string }): Promise<Locator> {
  await page.goto(`/papan?tugas=${id}&bagian=bukti`);
  const panel = drawer(page, label);
  await expect(panel.getByText('Belum ada berkas bukti.')).toBeVisible();
  return panel;
}

/** The line that says a file is stored; the same is said once more to those who hear the page. */
const storedIn = (panel: Locator, name: string): Locator => panel.getByRole('listitem').getByText(`Tersimpan: ${name}`);

/** A photo as a phone makes it: large and full of detail; drawn by the browser itself. */
async function photo(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2_400, 1_800);
    const pen = canvas.getContext('2d');
    for (let nth = 0; pen && nth < 60_000; nth++) {
      pen.fillStyle = `hsl(${(nth * 47) % 360} 60% ${(nth * 13) % 90}%)`;
      pen.fillRect((nth * 7919) % 2_400, (nth * 104_729) % 1_800, 9, 9);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.98 });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  });
  return Buffer.from(base64, 'base64');
}

test('a letter and a photo are put to a task, seen at once by the verifier, and come back byte for byte', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const lead = (await screenOf(browser, 'lead')).page;
  const task = await planTask(lead, 'DISDIK', { title: `Bukti ${Date.now()}`, target: 40 });
  const disdik = (await screenOf(browser, 'disdik')).page;
  const bpjs = (await screenOf(browser, 'bpjs')).page;
  const seen = await evidenceOf(bpjs, task);
  const panel = await evidenceOf(disdik, task);

  // A refusal stands beside the file, and what was typed stays.
  await panel.getByLabel('Nomor surat').fill('440/12/2026');
  const choose = panel.getByLabel('Pilih berkas', { exact: true });
  await choose.setInputFiles({
    name: 'program.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('MZ\u0090\u0000\u0003'),
  });
  await expect(panel.getByRole('alert')).toContainText(/tidak cocok|rusak|tidak dikenali/);
  await expect(panel.getByLabel('Nomor surat')).toHaveValue('440/12/2026');

  const bytes = letter();
  await choose.setInputFiles({ name: 'Surat tugas.pdf', mimeType: 'application/pdf', buffer: bytes });
  await expect(storedIn(panel, 'Surat tugas.pdf')).toBeVisible();
  await panel.getByLabel('Tanggal surat').fill('2026-10-30');
  await panel.getByLabel('Tanggal diterima').fill('2026-11-01');
  await panel.getByRole('button', { name: 'Tambahkan sebagai bukti' }).click();

  // Both screens list it, with what was said about it; the history tells it.
  for (const screen of [panel, seen]) {
    await expect(screen.getByText('Surat nomor 440/12/2026, tanggal 30 Okt 2026, diterima 1 Nov 2026')).toBeVisible();
  }
  await expect(panel.getByText('menambahkan bukti: Surat tugas.pdf (PDF', { exact: false })).toBeVisible();
  await expect(panel.getByLabel('Nomor surat')).toHaveValue('');

  // It comes back as a file to be saved, with the bytes that were sent.
  const [saved] = await Promise.all([
    bpjs.waitForEvent('download'),
    seen.getByRole('link', { name: /Unduh Surat tugas\.pdf/ }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('Surat tugas.pdf');
  const parts: Buffer[] = [];
  for await (const part of await saved.createReadStream()) parts.push(part as Buffer);
  const hash = (of: Buffer): string => createHash('sha256').update(of).digest('hex');
  expect(hash(Buffer.concat(parts))).toBe(hash(bytes));
  await expect(seen.getByTitle(hash(bytes))).toHaveText(`${hash(bytes).slice(0, 12)}…`);

  // A large photo leaves the browser small, and has a small picture in the list.
  const large = await photo(disdik);
  expect(large.length).toBeGreaterThan(1_000_000);
  const sent = disdik.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/evidence'));
  await choose.setInputFiles({ name: 'kunjungan.jpg', mimeType: 'image/jpeg', buffer: large });
  expect((await (await sent).allHeaders())['content-length']).toMatch(/^\d{5,6}$/);
  await expect(storedIn(panel, 'kunjungan.jpg')).toBeVisible();
  await panel.getByRole('button', { name: 'Tambahkan sebagai bukti' }).click();
  const picture = seen.locator('img[src$="/preview"]');
  await expect(picture).toBeVisible();
  await expect.poll(() => picture.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(480);

  const { violations } = await new AxeBuilder({ page: disdik }).include('pp-task-drawer').analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
});

test('what was uploaded survives a reload before it is added', async ({ browser }) => {
  const lead = (await screenOf(browser, 'lead')).page;
  const task = await planTask(lead, 'DISDIK', { title: `Bukti ${Date.now()}`, target: 40 });
  const disdik = (await screenOf(browser, 'disdik')).page;
  const panel = await evidenceOf(disdik, task);
  await panel
    .getByLabel('Pilih berkas', { exact: true })
    .setInputFiles({ name: 'Surat.pdf', mimeType: 'application/pdf', buffer: letter() });
  await expect(storedIn(panel, 'Surat.pdf')).toBeVisible();
  await panel.getByLabel('Catatan').fill('asli di arsip');
  await disdik.reload();
  await expect(storedIn(panel, 'Surat.pdf')).toBeVisible();
  await expect(panel.getByLabel('Catatan')).toHaveValue('asli di arsip');
  await panel.getByRole('button', { name: 'Tambahkan sebagai bukti' }).click();
  await expect(panel.getByRole('link', { name: /Unduh Surat\.pdf/ })).toBeVisible();
});

test('who only reads sees the files and no form', async ({ browser }) => {
  const lead = (await screenOf(browser, 'lead')).page;
  const task = await planTask(lead, 'DISDIK', { title: `Bukti ${Date.now()}`, target: 40 });
  const assistant = (await screenOf(browser, 'assistant')).page;
  const panel = await evidenceOf(assistant, task);
  await expect(panel.getByRole('button', { name: 'Tambahkan sebagai bukti' })).toHaveCount(0);
});
