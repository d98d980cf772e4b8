import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatShortDate, weekday } from '@papan/domain';
import { Api } from './support/api';
import { type OwnCase, casePath, newCase, stored, takeStep, track } from './support/cases';
import { setClock } from './support/own-clock';
import { screenAt } from './support/people';
import { Product } from './support/product';
import { type Page, expect, test } from './support/test';

const DAYS = ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'];
/** "Sen, 9 Mar 2026", as the page writes dates. */
const dated = (date: string): string => `${DAYS[weekday(date) - 1]}, ${formatShortDate(date)}`;

interface Golden {
  readonly cases: readonly { readonly received: string; readonly ends: string; readonly counted?: readonly string[] }[];
  readonly chain: Readonly<Record<string, string>>;
}

const GOLDEN = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../libs/domain/cases/working-days.json'), 'utf8'),
) as Golden;
const SANCTION = 'Sanksi BPJS (PP 86/2013)';
const DATA_DIR = 'dist/e2e-clock';
const product = new Product(Number(process.env['E2E_PORT'] ?? '4310') + 5, DATA_DIR);

// The demonstration stands on 2 November; a letter of 14 December is received on a later day.
test.beforeAll(async () => {
  test.setTimeout(120_000);
  await product.start();
  await setClock(DATA_DIR, '2026-12-22T02:00:00Z');
});
test.afterAll(() => product.stop());

test('the golden dates stand on the page of the case, with the days that were counted and skipped', async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const disnaker = (await screenAt(browser, product.address, 'disnaker')).page;
  const { page: inspector } = await screenAt(browser, product.address, 'inspector');
  for (const { received, ends, counted } of GOLDEN.cases) {
    const theCase = await warned(disnaker, inspector, received);
    await inspector.goto(casePath(theCase.id));
    const sanction = track(inspector, SANCTION);
    await expect(sanction).toContainText(`Diterima ${dated(received)}`);
    await expect(sanction).toContainText(`berakhir ${dated(ends)}`);
    if (counted) {
      // 10, 11, 12 March and so on until the 30th; Nyepi, Eid and the collective leave by the decree.
      await expect(sanction).toContainText(/Dihitung 10, 11, 12, 13, 16, 17, 25, 26, 27, 30/);
      await expect(sanction).toContainText(/Dilewati akhir pekan, 18, 19, 20, 23, 24.*SKB 3 Menteri/);
    }
  }
});

test('a date in a year without a decree is no date: the page names the decree that is missing', async ({ browser }) => {
  test.setTimeout(60_000);
  const disnaker = (await screenAt(browser, product.address, 'disnaker')).page;
  const { page: inspector } = await screenAt(browser, product.address, 'inspector');
  const { id } = await warned(disnaker, inspector, '2026-12-21');
  await inspector.goto(casePath(id));
  const sanction = track(inspector, SANCTION);
  await expect(sanction).toContainText('Kalender SKB 2027 belum dimuat');
  await expect(sanction).not.toContainText(/berakhir .* 2027/);
});

test('the chain of both warnings and the fine ends on 15 May 2026', async ({ browser }) => {
  test.setTimeout(60_000);
  const { chain } = GOLDEN;
  const disnaker = (await screenAt(browser, product.address, 'disnaker')).page;
  const { page: inspector } = await screenAt(browser, product.address, 'inspector');
  const { id } = await warned(disnaker, inspector, chain['warning1Received'] ?? '');
  const api = new Api(inspector);
  const second = chain['warning2Received'] ?? '';
  await warn(api, id, 'TEGURAN_II', second);
  await takeStep(api, id, {
    ...{ step: 'DENDA', on: '2026-04-20', number: 'UJI/SK/1', signatory: 'Kepala', amount: 500_000 },
  });
  await inspector.goto(casePath(id));
  const sanction = track(inspector, SANCTION);
  await expect(sanction).toContainText(`berakhir ${dated(chain['warning2Ends'] ?? '')}`);
  await expect(sanction).toContainText(`berakhir ${dated(chain['fineWindowEnds'] ?? '')}`);
});

/** A case whose first warning was received on that day. */
async function warned(disnaker: Page, inspector: Page, received: string): Promise<OwnCase> {
  const theCase = await newCase(new Api(disnaker), { on: '2026-01-05' });
  const api = new Api(inspector);
  await takeStep(api, theCase.id, {
    ...{ step: 'INSPECTION', on: '2026-02-02', number: 'UJI/BAP/1', signatory: 'Pemeriksa', workers: 12 },
    document: await stored(api, 'bap.pdf'),
  });
  await warn(api, theCase.id, 'TEGURAN_I', received);
  return theCase;
}

async function warn(api: Api, id: number, step: string, received: string): Promise<void> {
  const receiptProof = await stored(api, 'terima.pdf');
  await takeStep(api, id, {
    ...{ step, on: received, number: `UJI/${step}`, signatory: 'Kepala', receivedOn: received, receiptProof },
  });
}

test('the coordinator sets a waiting time from a day on, and is refused what the law does not allow', async ({
  browser,
}) => {
  const { page } = await screenAt(browser, product.address, 'lead');
  await page.goto('/kepatuhan');
  await page.getByRole('link', { name: 'Aturan', exact: true }).click();
  const appeal = page.getByRole('row', { name: /^Himbauan/ });
  await expect(appeal).toContainText('14 hari kalender sejak diterima');
  await expect(appeal).toContainText('kebijakan setempat');

  await page.getByLabel('Aturan', { exact: true }).selectOption({ label: 'Teguran II' });
  await page.getByLabel('Jumlah hari').fill('11');
  await page.getByRole('button', { name: 'Tetapkan', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('PP 86/2013');
  await expect(page.getByLabel('Jumlah hari')).toHaveValue('11');

  await page.getByLabel('Aturan', { exact: true }).selectOption({ label: 'Himbauan' });
  await page.getByLabel('Cara menghitung').selectOption({ label: 'Hari kerja' });
  await page.getByLabel('Jumlah hari').fill('7');
  await page.getByLabel('Mulai berlaku').fill('2027-01-01');
  await page.getByRole('button', { name: 'Tetapkan', exact: true }).click();
  await expect(page.getByText('Aturan ditetapkan.')).toBeVisible();
  await expect(appeal).toContainText('14 hari kalender sejak diterima');
  await expect(appeal).toContainText('mulai 1 Jan 2027: 7 hari kerja sejak diterima');
  await page.reload();
  await expect(appeal).toContainText('mulai 1 Jan 2027');
});
