import { Api } from './support/api';
import { caseRow, casePath, newCase, prove, send, stepForm, track } from './support/cases';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const LOCAL = 'Pembinaan setempat';
const SANCTION = 'Sanksi BPJS (PP 86/2013)';
const PROSECUTOR = 'Kejaksaan Negeri (SKK)';

test('one employer walks the whole road by five accounts, and a second screen sees every step', async ({ browser }) => {
  test.setTimeout(240_000);
  const disnaker = (await screenOf(browser, 'disnaker')).page;
  const theCase = await newCase(new Api(disnaker));
  const { id, name } = theCase;

  // Somebody else has the list open all the while.
  const second = (await screenOf(browser, 'assistant')).page;
  await second.goto('/kepatuhan');
  await second.getByLabel('Cari nama, NIB, atau nomor kasus').fill(name);
  await expect(caseRow(second, id)).toContainText('Teridentifikasi');

  // Disnaker appeals; the letter waits for its proof of receipt, and then its time runs.
  await disnaker.goto(casePath(id));
  await appeal(disnaker);
  await expect(caseRow(second, id)).toContainText('Himbauan');
  await expect(caseRow(second, id)).toContainText('Menunggu bukti terima');
  await receive(disnaker);
  await expect(track(disnaker, LOCAL)).toContainText('Diterima Rab, 4 Mar 2026');
  await expect(track(disnaker, LOCAL)).toContainText('berakhir Rab, 18 Mar 2026');
  await expect(caseRow(second, id)).not.toContainText('Menunggu bukti terima');

  // BPJS visits and inspects.
  const bpjs = (await screenOf(browser, 'bpjs')).page;
  await bpjs.goto(casePath(id));
  const visit = await stepForm(bpjs, 'Kunjungan');
  await visit.getByLabel('Tanggal naskah').fill('2026-04-06');
  await visit.getByLabel('Tanggal yang dijanjikan').fill('2026-04-20');
  await send(visit);
  await expect(caseRow(second, id)).toContainText('Kunjungan');
  const inspector = (await screenOf(browser, 'inspector')).page;
  await inspector.goto(casePath(id));
  await inspect(inspector);
  await expect(caseRow(second, id)).toContainText('Pemeriksaan');
  await expect(caseRow(second, id)).toContainText('Siap SKK');

  // The first warning is recorded; the second is refused before its end, with the article.
  await warn(inspector);
  await expect(caseRow(second, id)).toContainText('Teguran I');
  await expectSecondWarningRefused(inspector, id);

  // BPJS's inspector proposes the hand-over, the head of its office confirms it.
  await inspector.getByRole('button', { name: 'Usulkan penyerahan' }).click();
  const dialog = inspector.getByRole('dialog', { name: 'Usulkan penyerahan ke Kejaksaan' });
  await expect(dialog.getByText('1 dari 1 kasus lengkap').first()).toBeVisible();
  await dialog.getByRole('button', { name: 'Usulkan 1 kasus' }).click();
  await expect(caseRow(second, id)).toContainText('Diusulkan ke Kejaksaan');
  const head = (await screenOf(browser, 'bpjsHead')).page;
  await head.goto(casePath(id));
  await head.getByRole('link', { name: 'Diusulkan ke Kejaksaan' }).click();
  await confirm(head);
  await expect(head.getByText('1 dari 1 berkas tersegel')).toBeVisible({ timeout: 60_000 });
  await expect(caseRow(second, id)).toContainText('Surat Kuasa Khusus');

  // The Kejaksaan summons, mediates, settles.
  const prosecutor = (await screenOf(browser, 'prosecutor')).page;
  await prosecutor.goto('/berkas');
  await prosecutor.getByRole('link', { name, exact: true }).click();
  await settle(prosecutor);
  await expect(caseRow(second, id)).toContainText('Kesepakatan');

  // Only BPJS ends the case, by what stands in its own data.
  await bpjs.goto(casePath(id));
  await verify(bpjs);
  await expect(bpjs.locator('header').getByText('Patuh', { exact: true })).toBeVisible();
  await expect(caseRow(second, id)).toHaveCount(0);
  await second.getByRole('button', { name: /^Selesai:/ }).click();
  await expect(caseRow(second, id)).toContainText('Patuh');
});

async function appeal(page: Page): Promise<void> {
  const form = await stepForm(page, 'Himbauan');
  await form.getByLabel('Tanggal naskah').fill('2026-03-03');
  await form.getByLabel('Nomor').fill('UJI/560/1/2026');
  await form.getByLabel('Penandatangan').fill('Kepala Dinas Tenaga Kerja');
  await send(form);
}

async function receive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Catat bukti terima' }).click();
  const form = page.locator('pp-receipt-form form');
  await form.getByLabel('Tanggal kirim').fill('2026-03-03');
  await form.getByLabel('Tanggal terima').fill('2026-03-04');
  await prove(form, 'Bukti kirim', 'resi.pdf');
  await prove(form, 'Bukti terima', 'tanda-terima.pdf');
  await send(form);
}

async function inspect(page: Page): Promise<void> {
  const form = await stepForm(page, 'Pemeriksaan');
  await form.getByLabel('Tanggal naskah').fill('2026-05-04');
  await form.getByLabel('Nomor').fill('UJI/BAP/1/2026');
  await form.getByLabel('Penandatangan').fill('Kepala Bidang');
  await form.getByLabel('Pekerja belum terdaftar menurut pemeriksaan').fill('12');
  await prove(form, 'Naskah', 'bap.pdf');
  await send(form);
}

/** Received on Monday 26 October: it ends on Monday 9 November. */
async function warn(page: Page): Promise<void> {
  const form = await stepForm(page, 'Teguran I');
  await form.getByLabel('Tanggal naskah').fill('2026-10-26');
  await form.getByLabel('Nomor').fill('UJI/ST/1/2026');
  await form.getByLabel('Penandatangan').fill('Kepala Kantor');
  await form.getByText('Pengiriman dan bukti terima (boleh menyusul)').click();
  await form.getByLabel('Tanggal terima').fill('2026-10-26');
  await prove(form, 'Bukti terima', 'terima-teguran.pdf');
  await send(form);
}

async function expectSecondWarningRefused(page: Page, id: number): Promise<void> {
  const sanction = track(page, SANCTION);
  await expect(sanction).toContainText('berakhir Sen, 9 Nov 2026');
  const button = sanction.getByRole('button', { name: 'Catat Teguran II' });
  await expect(button).toHaveAttribute('aria-disabled', 'true');
  await expect(sanction.locator('#why-TEGURAN_II')).toContainText(/9 Nov(ember)? 2026/);
  await expect(sanction.locator('li', { has: page.locator('#why-TEGURAN_II') })).toContainText(
    /PP 86\/2013 (pasal|art\.) 6/,
  );
  // The door refuses as the button does, and nothing of it is left in the history.
  const api = new Api(page);
  const history = async (): Promise<number> =>
    ((await (await api.get(`/cases/${id}`)).json()) as { history: readonly unknown[] }).history.length;
  const before = await history();
  const answer = await api.post(`/cases/${id}/steps`, {
    ...{ entry: crypto.randomUUID(), step: 'TEGURAN_II', on: '2026-11-02', number: 'UJI/ST/2', signatory: 'Kepala' },
  });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({ code: 'WARNING_ONE_RUNS', rule: expect.stringContaining('PP 86/2013') });
  expect(await history()).toBe(before);
}

async function confirm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Catat SKK dan serahkan' }).click();
  const form = page.locator('pp-confirm-form form');
  await form.getByLabel('Nomor SKK').fill('UJI/SKK/1/2026');
  await form.getByLabel('Penandatangan').fill('Kepala Kantor Cabang');
  await form.getByLabel('SKK berlaku sampai').fill('2026-12-31');
  await form.locator('button[type=submit]').click();
}

async function settle(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const summons = await stepForm(page, 'Panggilan');
  await summons.getByLabel('Nomor').fill('UJI/B/1/2026');
  await summons.getByLabel('Penandatangan').fill('Kepala Seksi Datun');
  await summons.getByLabel('Dipanggil untuk tanggal').fill('2026-11-02');
  await send(summons);
  await page.getByRole('button', { name: 'Catat kehadiran' }).click();
  const attendance = page.locator('pp-attendance-form form');
  await attendance.getByLabel('Hadir', { exact: true }).check();
  await send(attendance);
  const mediation = await stepForm(page, 'Mediasi');
  await mediation.getByLabel('Catatan').fill('Bersedia mendaftarkan pekerja bertahap.');
  await send(mediation);
  const settlement = await stepForm(page, 'Kesepakatan');
  await settlement.getByLabel('Lunas paling lambat').fill('2026-12-15');
  await settlement.getByLabel('Jumlah angsuran').fill('2');
  await send(settlement);
  await expect(track(page, PROSECUTOR)).toContainText('Kesepakatan');
}

async function verify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Catat verifikasi BPJS' }).click();
  const form = page.locator('pp-verify-case-form form');
  await form.getByLabel('Pekerja yang sudah terdaftar').fill('12');
  await form.getByLabel('Nomor').fill('UJI/BR/1/2026');
  await prove(form, 'Dokumen bukti', 'bukti-registrasi.pdf');
  await send(form);
}
