import { planTask } from './support/api';
import { type Person, screenOf } from './support/people';
import { type Page, expect, test } from './support/test';

const CRAWL: readonly { readonly path: string; readonly as: Person }[] = [
  { path: '/', as: 'lead' },
  { path: '/papan', as: 'lead' },
  { path: '/papan?tugas=1&bagian=kendala', as: 'lead' },
  { path: '/papan?baru=1', as: 'lead' },
  { path: '/tugas-saya', as: 'disdik' },
  { path: '/angka', as: 'lead' },
  { path: '/cakupan', as: 'lead' },
  { path: '/cakupan?lihat=wilayah', as: 'lead' },
  { path: '/cakupan?lihat=perubahan', as: 'lead' },
  { path: '/cakupan?lihat=andai', as: 'lead' },
  { path: '/cakupan/berkas', as: 'lead' },
  { path: '/cakupan/peta', as: 'admin' },
  { path: '/provinsi', as: 'lead' },
  { path: '/sesi', as: 'lead' },
  { path: '/orang', as: 'admin' },
  { path: '/orang', as: 'disdik' },
  { path: '/tidak-ada', as: 'lead' },
  { path: '/kepatuhan', as: 'lead' },
  { path: '/kepatuhan/kasus/1', as: 'lead' },
  { path: '/kepatuhan/kasus/100?buka=verify', as: 'bpjs' },
  { path: '/kepatuhan/kasus/240', as: 'bpjs' },
  { path: '/kepatuhan/penyerahan', as: 'bpjs' },
  { path: '/kepatuhan/penyerahan/1', as: 'bpjs' },
  { path: '/kepatuhan/kalender', as: 'lead' },
  { path: '/kepatuhan/aturan', as: 'lead' },
  { path: '/kepatuhan/badan-usaha', as: 'lead' },
  { path: '/kepatuhan/badan-usaha/baru', as: 'lead' },
  { path: '/kepatuhan/badan-usaha/1', as: 'lead' },
  { path: '/kepatuhan/badan-usaha/ganda', as: 'lead' },
  { path: '/kepatuhan/impor', as: 'lead' },
  { path: '/berkas', as: 'prosecutor' },
  { path: '/berkas/1', as: 'prosecutor' },
  { path: '/loket', as: 'counter' },
];

/** What slips through where a value is missing or a sentence was forgotten. */
const LEFTOVERS = [
  /\bLoading\b/i,
  /\bError\b/i,
  /\bundefined\b/,
  /\bNaN\b/,
  /\bInvalid Date\b/,
  /\[object/,
  /\bnull\b/,
];
/** A key instead of its sentence, or a name in braces that nobody filled. */
const KEYS = [
  /\b(shell|home|live|tasks|board|phone|compliance|employers|evidence|notices|coverage|figures)\.[a-z]+[A-Za-z]*\b/,
  /\{\w+(:[^}]*)?\}/,
];

interface Read {
  readonly where: string;
  /** Everything on the page that is said to the reader, one line each. */
  readonly lines: readonly string[];
  /** The words of controls and heads of tables. */
  readonly controls: readonly string[];
}

async function read(page: Page, where: string): Promise<Read> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('pp-skeleton')).toHaveCount(0);
  const { lines, controls } = await page.evaluate(() => {
    const said = (element: Element): readonly string[] => [
      ...element.textContent.split('\n'),
      element.getAttribute('aria-label') ?? '',
      element.getAttribute('title') ?? '',
    ];
    const clean = (texts: readonly string[]): string[] =>
      texts.map((text) => text.trim()).filter((text) => text !== '');
    return {
      lines: clean([document.title, ...[...document.body.querySelectorAll('*')].flatMap(said)]),
      controls: clean([...document.querySelectorAll('main label, thead th, main .button')].map((it) => it.textContent)),
    };
  });
  return { where, lines, controls };
}

async function crawl(pages: ReadonlyMap<Person, Page>): Promise<readonly Read[]> {
  const reads: Read[] = [];
  for (const { path, as } of CRAWL) {
    const page = pages.get(as);
    if (!page) throw new Error(`no screen of ${as}`);
    await page.goto(path);
    reads.push(await read(page, `${path} as ${as}`));
  }
  return reads;
}

const found = (reads: readonly Read[], patterns: readonly RegExp[]): readonly string[] =>
  reads.flatMap(({ where, lines }) =>
    lines
      .filter((line) => patterns.some((pattern) => pattern.test(line)))
      .map((line) => `${where}: ${line.slice(0, 80)}`),
  );

test('both languages say everything, and no page shows a key, a hole or a word of the machine', async ({ browser }) => {
  test.setTimeout(240_000);
  const pages = new Map<Person, Page>();
  for (const as of ['lead', 'disdik', 'admin', 'bpjs', 'prosecutor', 'counter'] as const)
    pages.set(as, (await screenOf(browser, as)).page);
  const indonesian = await crawl(pages);
  expect(found(indonesian, [...LEFTOVERS, ...KEYS])).toEqual([]);

  for (const page of pages.values()) await page.evaluate(() => localStorage.setItem('papan.language', 'en'));
  const english = await crawl(pages);
  expect(found(english, [...KEYS, /\bundefined\b/, /\bNaN\b/, /\bInvalid Date\b/, /\[object/])).toEqual([]);
  for (const [index, { where, controls }] of english.entries()) {
    const before = new Set(indonesian[index]?.controls);
    // Numbers, names of people and tasks, and words that are the same in both languages.
    const same = controls.filter((text) => before.has(text) && /\p{L}{3}/u.test(text) && !SAME.test(text));
    expect.soft(same, where).toEqual([]);
  }
});

const SAME =
  /^(Target|target \d+%|PBI JK|PBPU (Pemda|Mandiri)|PPU (PN|BU)|Status|Login|NIB|NPWP|Segment|BPJS.*|English|Indonesia|[A-Z]{3}-\d+ · .*)$/;

test('changing the language keeps the page and what was typed', async ({ browser }) => {
  const { page } = await screenOf(browser, 'lead');
  const { id, label } = await planTask(page, 'DINKES', { title: `Dua bahasa ${Date.now()}`, target: 100 });
  await page.goto(`/papan?tugas=${id}&bagian=lapor`);
  await page.getByLabel('Tambahan (jiwa)').fill('77');
  const address = page.url();
  await page.getByRole('button', { name: /^Akun / }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Send report' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: label })).toBeVisible();
  await expect(page.locator('pp-report-form input').first()).toHaveValue('77');
  expect(page.url()).toBe(address);
});
