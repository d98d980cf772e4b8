import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal } from '@papan/domain';
import type { LetterData, Paper, PaperKind, PaperSetting } from '../data';
import { EXAMPLES, EXAMPLE_LETTER, EXAMPLE_SETTING } from '../examples';
import { squeezed, textOfPdf } from '../testing/pdf-text';
import { laidOut } from './laid-out';
import { TypstPdf } from './typst-pdf';

const KINDS = Object.keys(EXAMPLES) as PaperKind[];
const OFFICIAL: PaperSetting = { ...EXAMPLE_SETTING, demo: false };

const pdf = new TypstPdf();
afterAll(() => pdf.close());

async function made(paper: Paper, setting: PaperSetting = OFFICIAL): Promise<Buffer> {
  const bytes = await pdf.render(paper, setting);
  if (isRefusal(bytes)) throw new Error(bytes.code);
  return bytes;
}

const letter = (data: Partial<LetterData>): Paper => ({ kind: 'HIMBAUAN', data: { ...EXAMPLE_LETTER, ...data } });
const written = async (paper: Paper): Promise<string> => squeezed(textOfPdf(await made(paper)).pages.join(''));

describe('a paper as PDF', () => {
  it.each(KINDS)('%s is tagged PDF/A-2b in Indonesian with a title and embedded fonts', async (kind) => {
    const raw = (await made(EXAMPLES[kind])).toString('latin1');
    expect(raw.slice(0, 8)).toBe('%PDF-1.7');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>[\s\S]*<pdfaid:conformance>B</);
    expect(raw).toMatch(/\/MarkInfo <<[^>]*\/Marked true/);
    expect(raw).toMatch(/\/Lang \(id-ID\)/);
    expect(raw).toMatch(/\/Title \(\S/);
    const descriptors = raw.match(/\/Type \/FontDescriptor[\s\S]*?>>/g) ?? [];
    expect(descriptors.length).toBeGreaterThan(0);
    for (const descriptor of descriptors) expect(descriptor).toMatch(/\/FontName \/\w+\+Arimo[\s\S]*\/FontFile2/);
  });

  it.each(KINDS)('%s also keeps the rules for readers who cannot see (PDF/UA-1)', async (kind) => {
    const bytes = await pdf.set(laidOut(EXAMPLES[kind], OFFICIAL), 'ua-1');
    expect(isRefusal(bytes)).toBe(false);
  });

  it.each([
    ['F4', '609.44[0-9]* 935.43[0-9]*'],
    ['A4', '595.27[0-9]* 841.88[0-9]*'],
  ] as const)('has the size of %s', async (size, box) => {
    const raw = (await made(EXAMPLES.HIMBAUAN, { ...OFFICIAL, size })).toString('latin1');
    expect(raw).toMatch(new RegExp(`/MediaBox \\[0 0 ${box}\\]`));
  });

  it('is the same, byte for byte, for the same data and moment', async () => {
    const first = await made(EXAMPLES.DOSSIER);
    expect((await made(EXAMPLES.DOSSIER)).equals(first)).toBe(true);
    const later = await made(EXAMPLES.DOSSIER, { ...OFFICIAL, madeAt: '2026-11-03T01:00:00.000Z' });
    expect(later.equals(first)).toBe(false);
  });

  it('says on every page of the demo that it is an example, and on no other', async () => {
    const { pages, artifacts } = textOfPdf(await made(EXAMPLES.DOSSIER, EXAMPLE_SETTING));
    expect(artifacts.match(/DATA CONTOH: bukan surat resmi/g)).toHaveLength(pages.length);
    expect(textOfPdf(await made(EXAMPLES.DOSSIER)).artifacts).not.toContain('CONTOH');
  });

  it('of one agency is a letter of one page', async () => {
    const one = {
      letterheads: EXAMPLE_LETTER.letterheads.slice(0, 1),
      signatories: EXAMPLE_LETTER.signatories.slice(0, 1),
    };
    const bytes = await made(letter({ ...one, nth: 1, remarks: [], copies: [] }));
    expect(textOfPdf(bytes).pages).toHaveLength(1);
  });

  it('never leaves a signature alone on a page', async () => {
    for (let lines = 0; lines < 12; lines += 1) {
      const bytes = await made(letter({ remarks: Array.from({ length: lines }, () => 'Baris tambahan.') }));
      const signed = textOfPdf(bytes).pages.find((page) => page.includes('Contohadi'));
      expect(squeezed(signed ?? '')).toContain('kamiucapkanterimakasih');
    }
  });

  it('numbers its pages', async () => {
    expect(squeezed(textOfPdf(await made(EXAMPLES.DOSSIER)).artifacts)).toContain('1/32/33/3');
  });
});

describe('text that people wrote', () => {
  it.each([
    String.raw`#panic(1) *x* <b> $a$ @ref \ "`,
    '#import "/etc/passwd" `kode` _miring_ = Judul\n- butir // komentar /* */ ~ --- ... ‘’',
    '{nomor} {#kop}{/kop} {{hal}}',
    `=cmd|'/C calc'!A0`,
    `"}],"blocks":[] \\u0022`,
    'שלום עולם',
  ])('stays text: %s', async (text) => {
    // Words of another direction come in the order in which they stand on the paper.
    const sorted = (it: string): string => Array.from(it).sort().join('');
    const content = await written(letter({ remarks: [`AWAL ${text} AKHIR`] }));
    const found = /AWAL([\s\S]*)AKHIR/.exec(content)?.[1] ?? '';
    expect(sorted(found)).toBe(sorted(squeezed(text)));
  });

  it('of four thousand characters runs over lines and pages, with blanks and without', async () => {
    for (const text of ['kata '.repeat(800), 'x'.repeat(4_000), '漢'.repeat(4_000)]) {
      const content = await written(letter({ remarks: [text] }));
      expect(content).toContain('Keteranganda');
    }
    expect(await written(letter({ remarks: ['x'.repeat(4_000)] }))).toContain('x'.repeat(4_000));
  });

  it('of four thousand characters in a table runs on over pages too', async () => {
    const { data } = EXAMPLES.CHRONOLOGY;
    const note = Array.from({ length: 700 }, (_, at) => `k${at}`).join(' ');
    const steps = data.steps.map((step) => ({ ...step, note }));
    const content = await written({ kind: 'CHRONOLOGY', data: { ...data, steps } });
    expect(content.split('k699;')).toHaveLength(steps.length + 1);
  });

  it('shows a box where no font has a picture, and drops what cannot be seen', async () => {
    const content = await written(
      letter({ remarks: ['Toko 😀 👨‍👩‍👧 مدرسة \u202Eterbalik\u202C \u0000\u0007 \uD800 selesai'] }),
    );
    expect(content).toMatch(/Toko□+.*□+terbalik\uFFFDselesai/);
  });
});

describe('the program that sets papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A stand-in that answers with what `answer` makes of a job. */
  function program(name: string, answer: string): TypstPdf {
    const path = join(folder, `${name}.mjs`);
    const code = `process.on('message', (job) => { const said = (${answer})(job); if (said) process.send({ id: job.id, memory: 1, ...said }); });
      process.on('disconnect', () => process.exit(0)); process.send({ id: 0, memory: 1 });`;
    writeFileSync(path, code);
    return new TypstPdf({ program: path, limit: 2_000 });
  }
  const text = (bytes: unknown): string => (bytes as Buffer).toString();

  it('is refused in words where it does not run on this machine', async () => {
    const absent = new TypstPdf({ program: join(folder, 'no-such-program.mjs') });
    expect(await absent.render(EXAMPLES.HIMBAUAN, OFFICIAL)).toMatchObject({ code: 'PAPERS_UNAVAILABLE' });
  });

  it('starts again after a crash; the paper that was under way fails, the next one is set', async () => {
    const fragile = program(
      'fragile',
      `({ paper }) => { if (paper === 'crash') process.abort(); return { pdf: Buffer.from(paper) }; }`,
    );
    const [crashed, next] = await Promise.allSettled([fragile.set('crash', 'a-2b'), fragile.set('next', 'a-2b')]);
    expect(crashed.status).toBe('rejected');
    expect(next).toMatchObject({ status: 'fulfilled' });
    await fragile.close();
  });

  it('is ended when a paper takes too long', async () => {
    const slow = program('slow', `({ paper }) => paper === 'hang' ? null : { pdf: Buffer.from(paper) }`);
    await expect(slow.set('hang', 'a-2b')).rejects.toThrow('too long');
    expect(text(await slow.set('next', 'a-2b'))).toBe('next');
    await slow.close();
  });

  it('is replaced when it has grown', async () => {
    const growing = program('growing', `() => ({ memory: 1e12, pdf: Buffer.from(String(process.pid)) })`);
    const [first, second] = [await growing.set('a', 'a-2b'), await growing.set('b', 'a-2b')];
    expect(text(first)).not.toBe(text(second));
    await growing.close();
  });

  it('knows nothing of our environment', async () => {
    process.env['PAPERS_CANARY'] = 'secret';
    const curious = program('curious', `() => ({ pdf: Buffer.from(JSON.stringify(process.env)) })`);
    expect(text(await curious.set('a', 'a-2b'))).not.toMatch(/PAPERS_CANARY|DATABASE/);
    await curious.close();
  });

  it('says why a paper could not be set', async () => {
    await expect(pdf.set('{}', 'a-2b')).rejects.toThrow('dictionary does not contain key');
    await expect(pdf.set('x'.repeat(5_000_000), 'a-2b')).rejects.toThrow('too long');
    expect(isRefusal(await pdf.render(EXAMPLES.SUMMARY, OFFICIAL))).toBe(false);
  });
});
