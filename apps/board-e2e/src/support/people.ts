import { type Browser, type BrowserContext, type BrowserContextOptions, type Page, expect } from '@playwright/test';

/** Accounts of the demo, as the sign-in page shows them. */
export const PEOPLE = {
  lead: 'dinkes@blitar.contoh',
  disdik: 'disdik@blitar.contoh',
  disnaker: 'disnaker@blitar.contoh',
  assistant: 'asisten@blitar.contoh',
  bpjs: 'bpjs@blitar.contoh',
  inspector: 'pemeriksa.bpjs@blitar.contoh',
  bpjsHead: 'kepala.bpjs@blitar.contoh',
  counter: 'dpmptsp@blitar.contoh',
  prosecutor: 'kejari@blitar.contoh',
  admin: 'admin@blitar.contoh',
  province: 'provinsi@blitar.contoh',
  kota: 'dinkes@kotablitar.contoh',
  head: 'kepala.disdik@blitar.contoh',
} as const;
export type Person = keyof typeof PEOPLE;

interface Welcome {
  readonly accounts: readonly { readonly login: string; readonly password: string }[];
}

async function passwordOf(page: Page, login: string): Promise<string> {
  const welcome = (await (await page.request.get('/api/welcome')).json()) as Welcome;
  const account = welcome.accounts.find((it) => it.login === login);
  if (!account) throw new Error(`the demo has no account ${login}`);
  return account.password;
}

/** A screen of a product that a journey has started for itself. */
export async function screenAt(
  browser: Browser,
  address: string,
  person: Person,
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await signIn(page, person);
  return { context, page };
}

/** Signs in through the page, as a person does; answers with the password. */
export async function signIn(page: Page, person: Person): Promise<string> {
  const login = PEOPLE[person];
  await page.goto('/masuk');
  const password = await passwordOf(page, login);
  await page.getByLabel('Nama pengguna').fill(login);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await expect(page).not.toHaveURL(/masuk/);
  return password;
}

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
/** Who has signed in once in this run; later screens of the same person take the session up where it is. */
const signedIn = new Map<string, State>();

/** A screen of its own for a person, who signs in through the page only the first time; it stands on an empty address. */
export async function screenOf(
  browser: Browser,
  person: Person,
  options: BrowserContextOptions = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const known = signedIn.get(person);
  if (!known) {
    const first = await freshScreenOf(browser, person);
    signedIn.set(person, await first.context.storageState());
    await first.context.close();
  }
  const context = await browser.newContext({ ...options, storageState: signedIn.get(person) });
  const page = await context.newPage();
  await page.goto('/favicon.svg');
  return { context, page };
}

/** A screen with a session of its own, for journeys that end it. */
export async function freshScreenOf(
  browser: Browser,
  person: Person,
  options: BrowserContextOptions = {},
): Promise<{ readonly context: BrowserContext; readonly page: Page; readonly password: string }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const password = await signIn(page, person);
  return { context, page, password };
}
