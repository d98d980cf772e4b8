import { Api } from './support/api';
import { newCase } from './support/cases';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const csv = (name: string, rows: readonly string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`${rows.join('\r\n')}\r\n`, 'utf8'),
});

async function upload(page: Page, file: ReturnType<typeof csv>): Promise<void> {
  await page.goto('/kepatuhan/impor');
  await page.getByLabel('Asal daftar').selectOption({ label: 'Disnaker: daftar perusahaan (WLKP)' });
  await page.getByLabel('Berkas', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: 'Baca berkas' }).click();
}

test('a list of Disnaker is mapped, checked, decided about and loaded; the second time nothing changes', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page } = await screenOf(browser, 'disnaker');
  const known = await newCase(new Api(page));
  const mark = String(Date.now()).slice(-8);
  const list = csv(`wlkp-${mark}.csv`, [
    'PERUSAHAAN TERDATA;NOMOR;LOKASI USAHA;TENAGA KERJA',
    `CV Baru ${mark};99${mark}001;Jalan Baru ${mark};14`,
    `${known.name};;Jalan Uji 1;12`,
    `UD Lain ${mark};12;Jalan Lain ${mark};3`,
  ]);
  await upload(page, list);

  // Which column is what is said by hand where the headings do not say it.
  await expect(page.getByRole('heading', { level: 1, name: 'Tetapkan kolom' })).toBeVisible();
  await page.getByLabel('Nama', { exact: true }).selectOption({ label: 'PERUSAHAAN TERDATA' });
  await page.getByLabel('NIB', { exact: true }).selectOption({ label: 'NOMOR' });
  await page.getByLabel('Alamat', { exact: true }).selectOption({ label: 'LOKASI USAHA' });
  await page.getByLabel('Jumlah pekerja', { exact: true }).selectOption({ label: 'TENAGA KERJA' });
  await page.getByLabel('Simpan pasangan kolom dengan nama').fill(`WLKP ${mark}`);
  await page.getByRole('button', { name: 'Periksa daftar' }).click();

  // What the list would do stands there before anything is done: the bad line with its number, the double with the other.
  await expect(page.getByRole('heading', { level: 1, name: 'Periksa sebelum dimuat' })).toBeVisible();
  await expect(page.getByText(/^Baris 4: UD Lain/)).toBeVisible();
  const doubtful = page.getByRole('region', { name: 'Mirip dengan data yang ada' });
  if (await doubtful.isVisible()) {
    await doubtful.getByRole('button', { name: 'Sama', exact: true }).first().click();
    await expect(doubtful.getByText(`Sama dengan nomor ${known.employer}`)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Muat daftar' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Daftar sudah dimuat' })).toBeVisible();

  // The register has the new one; the known one is still one.
  await page.goto('/kepatuhan/badan-usaha');
  const search = page.getByLabel('Cari nama, NIB, NPWP, atau kode BPJS');
  await search.fill(`CV Baru ${mark}`);
  await expect(page.getByRole('link', { name: `CV Baru ${mark}` })).toBeVisible();
  await search.fill(known.name);
  await expect(page.getByRole('link', { name: known.name })).toHaveCount(1);

  // The saved mapping is recognised, and a list that was loaded before changes nothing.
  await upload(page, list);
  await expect(page.getByLabel('Pakai pasangan kolom tersimpan')).toHaveValue(`WLKP ${mark}`);
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await expect(page.getByText(/Tetap/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Mirip dengan data yang ada' })).toHaveCount(0);
});

test('a damaged list is refused as a whole, with the numbers of its lines', async ({ browser }) => {
  const { page } = await screenOf(browser, 'disnaker');
  const lists = async (): Promise<number> =>
    ((await (await new Api(page).get('/imports')).json()) as { imports: readonly unknown[] }).imports.length;
  const before = await lists();
  const heading = 'NAMA PERUSAHAAN;NIB;ALAMAT';
  await upload(page, csv('bergeser.csv', [heading, 'CV Satu;;Jalan 1', 'CV Dua;;Jalan 2;tambahan', 'CV Tiga;Jalan 3']));
  await expect(page.getByRole('alert')).toContainText('Jumlah kolom tidak sama');
  await expect(page.getByRole('alert')).toContainText(/baris 3, 4/);
  await upload(page, csv('rusak.csv', [heading, 'CV Satu;9,1E+12;Jalan 1', 'CV Dua;9,2E+12;Jalan 2']));
  await page.getByRole('button', { name: 'Periksa daftar' }).click();
  await expect(page.getByRole('alert')).toContainText(/Nomor rusak|baris 2, 3/);
  expect(await lists()).toBeLessThanOrEqual(before + 1);
});
