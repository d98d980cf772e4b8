import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import PizZip from 'pizzip';
import { Api } from './support/api';
import { casePath, complete, newCase } from './support/cases';
import { screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const HOUSE = resolve(import.meta.dirname, '../../..');
const MANY = 44;

interface Dossier {
  readonly case: number;
  readonly name: string;
}

const dossiersOf = async (api: Api): Promise<readonly Dossier[]> =>
  (await (await api.get('/dossiers')).json()) as readonly Dossier[];

test('44 employers are handed over in one act by two persons, and the job tells how far it is', async ({ browser }) => {
  test.setTimeout(240_000);
  const inspector = (await screenOf(browser, 'inspector')).page;
  await inspector.goto('/kepatuhan');
  await inspector.getByRole('button', { name: /^Siap SKK:/ }).click();
  await inspector.getByRole('grid', { name: 'Kasus' }).focus();
  await inspector.keyboard.press('x');
  const marked = (count: number) => inspector.getByRole('region', { name: `${count} dipilih` });
  // As a held key does it: nobody waits for a row to be drawn.
  await Promise.all(Array.from({ length: MANY - 1 }, () => inspector.keyboard.press('Shift+ArrowDown')));
  const chosen = marked(MANY);
  await expect(chosen).toBeVisible();
  await chosen.getByRole('button', { name: 'Usulkan penyerahan' }).click();
  const dialog = inspector.getByRole('dialog', { name: 'Usulkan penyerahan ke Kejaksaan' });
  await expect(dialog.getByText(`${MANY} dari ${MANY} kasus lengkap`).first()).toBeVisible();
  await dialog.getByRole('button', { name: `Usulkan ${MANY} kasus` }).click();
  await expect(dialog).toBeHidden();

  // Who proposed it cannot confirm it; the head of the office can.
  const api = new Api(inspector);
  const handovers = (await (await api.get('/handovers')).json()) as readonly { id: number; state: string }[];
  const { id = 0 } = handovers.find(({ state }) => state === 'PROPOSED') ?? {};
  const own = await api.post(`/handovers/${id}/confirmation`, { number: 'UJI', signatory: 'Uji', on: '2026-11-02' });
  expect(own.status()).toBeGreaterThanOrEqual(400);
  const head = (await screenOf(browser, 'bpjsHead')).page;
  await head.goto(`/kepatuhan/penyerahan/${id}`);
  await head.getByRole('button', { name: 'Catat SKK dan serahkan' }).click();
  const form = head.locator('pp-confirm-form form');
  await form.getByLabel('Nomor SKK').fill('UJI/SKK/44/2026');
  await form.getByLabel('Penandatangan').fill('Kepala Kantor Cabang');
  await form.locator('button[type=submit]').click();

  // The bar fills as the dossiers are sealed; the page may be closed meanwhile.
  const bar = head.getByText(new RegExp(`^\\d+ dari ${MANY} berkas tersegel$`)).first();
  await expect(bar).toBeVisible();
  await head.reload();
  await expect(head.getByText(`${MANY} dari ${MANY} berkas tersegel`).first()).toBeVisible({ timeout: 120_000 });
  await expect(head.getByRole('link', { name: 'Unduh berkas (ZIP)' })).toHaveCount(MANY);
});

test('the Kejaksaan sees exactly what was handed over, and BPJS sees what it has read', async ({ browser }) => {
  test.setTimeout(120_000);
  const bpjs = (await screenOf(browser, 'bpjs')).page;
  const { context, page } = await screenOf(browser, 'prosecutor');
  const heard: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => heard.push(String(payload))));
  const api = new Api(page);

  // Its list is those cases that were handed over, and no other of BPJS's list.
  const dossiers = await dossiersOf(api);
  const cases = (await (await new Api(bpjs).get('/handovers')).json()) as readonly {
    state: string;
    cases: readonly { case: number }[];
  }[];
  const handed = cases.filter(({ state }) => state !== 'PROPOSED' && state !== 'WITHDRAWN').flatMap((it) => it.cases);
  expect(dossiers.map((it) => it.case).sort()).toEqual(handed.map((it) => it.case).sort());
  expect(dossiers.length).toBeGreaterThanOrEqual(MANY);

  // Everything else of the product is closed to it: the board, the list, the register, any other case and its papers.
  const other = await newCase(new Api((await screenOf(browser, 'disnaker')).page));
  for (const path of [
    '/board',
    '/cases',
    `/cases/${other.id}`,
    '/employers',
    '/compliance',
    '/handovers',
    '/tasks/1',
  ]) {
    expect([path, (await api.get(path)).status()]).toEqual([path, 403]);
  }
  for (const path of [`/dossiers/${other.id}`, `/dossiers/${other.id}/zip`]) {
    expect([path, (await api.get(path)).status()]).toEqual([path, 404]);
  }
  await page.goto('/berkas');
  await expect(page.getByText(`${dossiers.length} berkas`, { exact: true })).toBeVisible();
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Papan' })).toHaveCount(0);
  await page.goto('/papan');
  await expect(page.locator('li[data-task]')).toHaveCount(0);

  // What it opens and downloads is told to BPJS, on the page of the case.
  const [first] = dossiers;
  if (!first) throw new Error('nothing was handed over');
  await page.goto('/berkas');
  await page.locator(`a[href$="/berkas/${first.case}"]`).click();
  await expect(page.getByRole('heading', { level: 1, name: first.name })).toBeVisible();
  await download(page);
  await bpjs.goto(casePath(first.case));
  const read = bpjs.getByRole('region', { name: 'Dibaca oleh Kejaksaan' });
  await expect(read).toContainText('dibaca');
  await expect(read).toContainText('diunduh');
  expect(heard.some((frame) => frame.includes(other.name))).toBe(false);
  await context.close();
});

async function download(page: Page): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Unduh berkas (ZIP)' }).click(),
  ]);
  return readFile(await file.path());
}

test('one changed byte in a dossier is named by the page that travels with it, and by the command line', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const { page } = await screenOf(browser, 'prosecutor');
  const [first] = await dossiersOf(new Api(page));
  await page.goto(`/berkas/${first?.case}`);
  const bytes = await download(page);
  const folder = await mkdtemp(join(tmpdir(), 'papan-dossier-'));
  try {
    const zip = new PizZip(bytes);
    const files = Object.values(zip.files).filter(({ dir }) => !dir);
    const original = files.find(({ name }) => name.startsWith('asli/'))?.name ?? '';
    expect(original).not.toBe('');
    const [intact, changed] = [join(folder, 'utuh.zip'), join(folder, 'berubah.zip')];
    await writeFile(intact, bytes);
    const content = Buffer.from(zip.file(original)?.asUint8Array() ?? []);
    content[100] = (content[100] ?? 0) ^ 1;
    zip.file(original, content);
    await writeFile(changed, zip.generate({ type: 'nodebuffer', compression: 'STORE' }));
    await unpack(bytes, join(folder, 'isi'));

    // The page is opened from the folder, without a network.
    const offline = await browser.newContext({ offline: true });
    const verifier = await offline.newPage();
    await verifier.goto(`file://${join(folder, 'isi', 'periksa.html')}`);
    await verifier.getByLabel('Berkas zip').setInputFiles(intact);
    await expect(verifier.getByRole('status')).toContainText('UTUH: semua berkas sama');
    await verifier.getByLabel('Berkas zip').setInputFiles(changed);
    await expect(verifier.getByRole('status')).toContainText('TIDAK UTUH');
    await expect(verifier.getByRole('status')).toContainText(original);
    await offline.close();

    expect(await papan('case', 'verify-dossier', intact)).toMatchObject({ code: 0 });
    const told = await papan('case', 'verify-dossier', changed);
    expect(told.code).toBe(1);
    expect(told.output).toContain(original);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

async function unpack(bytes: Buffer, folder: string): Promise<void> {
  for (const file of Object.values(new PizZip(bytes).files)) {
    if (file.dir) continue;
    const place = join(folder, file.name);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, file.asUint8Array());
  }
}

async function papan(...args: readonly string[]): Promise<{ readonly code: number; readonly output: string }> {
  const run = promisify(execFile);
  try {
    const { stdout } = await run(process.execPath, ['dist/apps/cli/main.js', ...args], { cwd: HOUSE });
    return { code: 0, output: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

test('a case that is not complete is not handed over, and the list says what it lacks', async ({ browser }) => {
  const disnaker = new Api((await screenOf(browser, 'disnaker')).page);
  const inspector = (await screenOf(browser, 'inspector')).page;
  const lacking = await newCase(disnaker);
  const api = new Api(inspector);
  const refused = await api.post('/handovers', { cases: [lacking.id] });
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ code: 'HANDOVER_NEEDS_APPEAL' });
  await complete(disnaker, api, lacking.id);
  expect((await api.post('/handovers', { cases: [lacking.id] })).status()).toBeLessThan(300);
});
