import { randomUUID } from 'node:crypto';
import { type Locator, type Page, expect } from '@playwright/test';
import type { Api } from './api';
import { paper } from './papers';

/** A case of the demo's region with an employer of its own. */
export interface OwnCase {
  readonly id: number;
  readonly employer: number;
  readonly name: string;
  readonly nib: string;
}

/** An employer and a case against it, as Disnaker enters them. The name is unlike any other. */
export async function newCase(api: Api, more: { readonly on?: string; readonly workersMissing?: number } = {}) {
  const mark = `${Date.now()}`.slice(-9);
  const name = `CV Uji ${words(Number(mark))} ${mark}`;
  const nib = `98${mark}${String(Math.trunc(Math.random() * 100)).padStart(2, '0')}`;
  const { workersMissing = 12, on = '2026-03-02' } = more;
  const employer = { name, nib, address: 'Jalan Uji 1', estimated: workersMissing, source: 'DISNAKER' };
  const recorded = await accepted<{ employer: number }>(api, '/employers', employer);
  const opened = await accepted<{ case: number }>(api, '/cases', {
    ...{ employer: recorded.employer, entry: randomUUID(), source: 'DISNAKER' },
    ...{ violations: ['NOT_REGISTERED'], workersMissing, on },
  });
  return { id: opened.case, employer: recorded.employer, name, nib } satisfies OwnCase;
}

/** Names that look like no other, so that nobody proposes them as doubles. */
function words(seed: number): string {
  const parts = ['bra', 'ko', 'lim', 'su', 'tan', 'wer', 'gi', 'pol', 'dam', 'nu'];
  const [one, two, three] = [seed % 10, Math.trunc(seed / 10) % 10, Math.trunc(seed / 100) % 10];
  return `${parts[one] ?? ''}${parts[two] ?? ''} ${parts[three] ?? ''}${parts[(one + three) % 10] ?? ''}`;
}

async function accepted<T>(api: Api, path: string, data: unknown): Promise<T> {
  const answer = await api.post(path, data);
  expect(answer.status(), await answer.text()).toBeLessThan(300);
  return (await answer.json()) as T;
}

/** A paper in the store, uploaded by whoever is signed in; its hash. */
export async function stored(api: Api, name: string): Promise<string> {
  const { buffer } = paper(name);
  const answer = await api.upload('/evidence', buffer, name);
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { hash: string }).hash;
}

/** A step as the board sends it; its entry. */
export async function takeStep(api: Api, id: number, step: object): Promise<string> {
  const entry = randomUUID();
  await accepted(api, `/cases/${id}/steps`, { entry, ...step });
  return entry;
}

/** What a dossier must hold: an appeal and an inspection, each with its proof. */
export async function complete(disnaker: Api, inspector: Api, id: number): Promise<void> {
  await takeStep(disnaker, id, {
    ...{ step: 'HIMBAUAN', on: '2026-03-03', number: `UJI/560/${id}/2026`, signatory: 'Kepala Dinas' },
    ...{ sentOn: '2026-03-03', sendingProof: await stored(disnaker, 'resi.pdf') },
    ...{ receivedOn: '2026-03-05', receiptProof: await stored(disnaker, 'tanda-terima.pdf') },
  });
  await takeStep(inspector, id, {
    ...{ step: 'INSPECTION', on: '2026-04-06', number: `UJI/BAP/${id}/2026`, signatory: 'Pemeriksa', workers: 12 },
    document: await stored(inspector, 'bap.pdf'),
  });
}

export const casePath = (id: number): string => `/kepatuhan/kasus/${id}`;

/** The row of a case in the list. */
export const caseRow = (page: Page, id: number): Locator => page.locator(`[data-case="${id}"]`);

/** One road of the case on its page: "Pembinaan setempat", "Kejaksaan Negeri (SKK)" … */
export const track = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Chooses a file for one proof of a form, and waits until the server has stored it. */
export async function prove(form: Locator, label: string, name: string): Promise<void> {
  const file = paper(name);
  const picker = form.locator('pp-evidence-picker').filter({ has: form.page().getByText(label, { exact: true }) });
  await picker.locator('input[type=file]').first().setInputFiles(file);
  await expect(picker.locator('li').getByText(`Tersimpan: ${name}`)).toBeVisible();
}

/** Opens the form of a step and answers it. */
export async function stepForm(page: Page, step: string): Promise<Locator> {
  await page.getByRole('button', { name: `Catat ${step}`, exact: true }).click();
  const form = page.locator('pp-step-form form');
  await expect(form).toBeVisible();
  return form;
}

/** Sends a form by its own button and waits until it is gone. */
export async function send(form: Locator): Promise<void> {
  await form.locator('button[type=submit]').click();
  await expect(form).toBeHidden();
}
