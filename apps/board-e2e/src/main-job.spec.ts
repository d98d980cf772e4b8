import { Api, planTask } from './support/api';
import { drawer } from './support/board';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const card = (page: Page, label: string) => page.getByRole('listitem').filter({ hasText: label });

async function openSection(page: Page, label: string, name: string): Promise<void> {
  const button = drawer(page, label).getByRole('button', { name, exact: false }).first();
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
}

async function report(page: Page, label: string, delta: string): Promise<void> {
  await openSection(page, label, 'Lapor kemajuan');
  const panel = drawer(page, label);
  await panel.getByLabel('Tambahan (jiwa)').fill(delta);
  await panel.getByRole('button', { name: 'Kirim laporan' }).click();
}

/** People still missing to the registered line, as the strip above every board says it: "228.498 jiwa lagi". */
async function missing(page: Page): Promise<number> {
  const text = await page
    .getByText(/^[\d.]+ jiwa lagi$/)
    .first()
    .textContent();
  return Number((text ?? '').replace(/\D/g, ''));
}

test('a task goes from the lead to the agency, its reports to every screen, and only what BPJS verifies moves the headline', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const lead = (await screenOf(browser, 'lead')).page;
  const disdik = (await screenOf(browser, 'disdik')).page;
  const assistant = (await screenOf(browser, 'assistant')).page;
  const bpjs = (await screenOf(browser, 'bpjs')).page;
  const title = `Daftarkan 1.200 guru bukan PNS ${Date.now()}`;

  // The agency's board is open before the task exists.
  await disdik.goto(`/papan?cari=${encodeURIComponent(title)}`);
  await expect(disdik.getByRole('heading', { level: 1 })).toBeVisible();

  // The lead plans it by the form.
  await lead.goto('/papan');
  await lead.getByRole('button', { name: 'Tugas baru' }).click();
  const form = lead.getByRole('dialog', { name: 'Tugas baru' });
  await form.getByLabel('Instansi').selectOption({ label: 'Dinas Pendidikan' });
  await form.getByLabel('Judul').fill(title);
  await form.getByLabel('Target').fill('1.200');
  await form.getByLabel('Tenggat').fill('2026-12-15');
  await expect(form.getByText('Selasa, 15 Desember 2026')).toBeVisible();
  await form.getByRole('button', { name: 'Tugaskan', exact: true }).click();
  await expect(form).toBeHidden();

  // The agency's second browser sees it without a reload.
  const seen = disdik.getByRole('listitem').filter({ hasText: title });
  await expect(seen).toBeVisible();
  const label = /[A-Z]{3}-\d+/.exec((await seen.textContent()) ?? '')?.[0] ?? '';
  const id = label.split('-')[1] ?? '';

  // +300, +250, and a correction of −20 that names an entry.
  await disdik.goto(`/papan?tugas=${id}`);
  await report(disdik, label, '300');
  await expect(drawer(disdik, label).getByText('melaporkan +300', { exact: false }).first()).toBeVisible();
  await report(disdik, label, '250');
  await expect(drawer(disdik, label).getByText('melaporkan +250', { exact: false }).first()).toBeVisible();
  await openSection(disdik, label, 'Koreksi laporan');
  const panel = drawer(disdik, label);
  await panel.getByLabel('Koreksi (jiwa)').fill('-20');
  await panel.getByLabel('Alasan koreksi').fill('Terhitung dua kali');
  await panel.getByRole('button', { name: 'Catat koreksi' }).click();

  // A third screen shows 530 of 1.200.
  await assistant.goto(`/papan?cari=${encodeURIComponent(title)}`);
  await expect(card(assistant, label)).toContainText('530 / 1.200');

  // BPJS verifies 481: gap 49, and the headline moves by 481 on the third screen.
  const before = await missing(assistant);
  await bpjs.goto(`/papan?tugas=${id}`);
  await openSection(bpjs, label, 'Verifikasi');
  const verify = drawer(bpjs, label);
  await expect(verify.getByLabel('Tambahan terdaftar (jiwa)')).toHaveValue('530');
  await verify.getByLabel('Tambahan terdaftar (jiwa)').fill('481');
  await verify.getByLabel('Tambahan aktif (jiwa)').fill('481');
  await verify.getByRole('button', { name: 'Catat verifikasi' }).click();
  await expect(card(assistant, label)).toContainText('530 / 481 / selisih 49');
  await expect.poll(() => missing(assistant)).toBe(before - 481);

  // The agency tries to verify its own task: no such button, and the API refuses in words.
  await expect(drawer(disdik, label).getByRole('button', { name: 'Catat verifikasi' })).toHaveCount(0);
  const own = await new Api(disdik).post(`/tasks/${id}/verifications`, {
    asOf: '2026-11-02',
    source: { kind: 'BPJS' },
    entries: [{ entry: crypto.randomUUID(), measure: 'registered', delta: 49 }],
  });
  expect(own.status()).toBe(403);
  const problem = (await own.json()) as { title: string; detail: string; mend: string };
  expect([problem.title, problem.detail, problem.mend].every((text) => text.length > 10)).toBe(true);
});

test('two people edit different fields and both are kept; for the same field the second sees both values', async ({
  browser,
}) => {
  const lead = (await screenOf(browser, 'lead')).page;
  const second = (await screenOf(browser, 'lead')).page;
  const { id, label } = await planTask(lead, 'DISNAKER', { title: `Dua penyunting ${Date.now()}`, target: 300 });
  for (const page of [lead, second]) {
    await page.goto(`/papan?tugas=${id}`);
    await expect(drawer(page, label).getByRole('heading', { name: 'Keterangan' })).toBeVisible();
  }
  const edit = async (page: Page, field: string, value: string): Promise<void> => {
    await drawer(page, label)
      .getByRole('button', { name: `Ubah ${field}` })
      .click();
    await drawer(page, label)
      .getByLabel(new RegExp(`^${field}`, 'i'))
      .fill(value);
  };
  const save = (page: Page) => drawer(page, label).getByRole('button', { name: 'Simpan', exact: true }).click();

  // Different fields: both typed before either is saved.
  await edit(lead, 'Target', '310');
  await edit(second, 'Tenggat', '2026-12-10');
  await save(lead);
  await save(second);
  await expect(drawer(second, label)).toContainText('310');
  await expect(drawer(lead, label)).toContainText('10 Des');

  // The same field: the second sees both values in place, and chooses.
  await edit(lead, 'Target', '320');
  await edit(second, 'Target', '333');
  await save(lead);
  await expect(drawer(lead, label)).toContainText('320');
  await save(second);
  const conflict = drawer(second, label);
  await expect(conflict.getByText('320').first()).toBeVisible();
  await expect(conflict.getByText('333').first()).toBeVisible();
  await conflict.getByRole('button', { name: 'Pakai isian saya' }).click();
  await expect(drawer(lead, label)).toContainText('333');
});

test('a restricted task of Disdik does not exist for Disnaker: 404 by its number, and no frame ever contained it', async ({
  browser,
}) => {
  const lead = (await screenOf(browser, 'lead')).page;
  const { context, page: disnaker } = await screenOf(browser, 'disnaker');
  const frames: string[] = [];
  disnaker.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  const bodies: string[] = [];
  context.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => bodies.push(text),
        () => undefined,
      );
  });
  await disnaker.goto('/papan');
  await expect(disnaker.getByText('Tersambung').first()).toBeVisible();

  const canary = `RAHASIA${Date.now()}`;
  const { id } = await planTask(lead, 'DISDIK', { title: `Telaah ${canary}`, target: 5, visibility: 'agency' });
  const open = await planTask(lead, 'DISDIK', { title: `Terbuka ${canary.toLowerCase()}`, target: 5 });
  // What comes after the restricted task has arrived, so the restricted one would have.
  await expect.poll(() => frames.some((frame) => frame.includes(canary.toLowerCase()))).toBe(true);
  expect(frames.some((frame) => frame.includes(canary))).toBe(false);
  expect(open.id).toBeGreaterThan(id);

  for (const path of [`/tasks/${id}`, `/tasks/${id}/`]) {
    expect((await new Api(disnaker).get(path)).status()).toBe(404);
  }
  await disnaker.goto(`/papan?tugas=${id}`);
  await expect(disnaker.getByText('Tugas tidak ditemukan')).toBeVisible();
  expect(bodies.some((body) => body.includes(canary))).toBe(false);
});
