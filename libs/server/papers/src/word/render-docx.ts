import { readFileSync } from 'node:fs';
import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';
import { type Refusal, isRefusal, refuse } from '@papan/domain';
import type { PaperSetting, WordKind, WordPaper } from '../data';
import { EXAMPLES, EXAMPLE_SETTING } from '../examples';
import { cleanValues } from '../forms/clean';
import type { Values } from '../forms/form';
import { ownFile } from '../house';
import { valuesOf } from '../values/values';
import { lookInto } from './look-into';
import { WORD_PAGES } from './make-template';

const MAIN = 'word/document.xml';

/** Where the template of a paper lies in this library. */
export function templateFile(kind: WordKind): string {
  return ownFile('templates', `${kind.toLowerCase()}.docx`);
}

/** The template that comes with the product, for an agency to finish in Word. */
export function defaultTemplate(kind: WordKind): Buffer {
  return readFileSync(templateFile(kind));
}

/**
 * The paper as a Word file, from the product's template or from the agency's own, whose page size is kept.
 * Refuses TEMPLATE_UNREADABLE, TEMPLATE_UNSAFE (names the part) and TEMPLATE_INVALID (names the tag).
 */
export function renderDocx(paper: WordPaper, setting: PaperSetting, template?: Buffer): Buffer | Refusal {
  const parts = lookInto(template ?? defaultTemplate(paper.kind));
  if (isRefusal(parts)) return parts;
  const zip = zipOf([...parts]);
  if (!template) resize(zip, setting.size);
  const filled = fill(zip, cleanValues(valuesOf(paper, setting)));
  if (isRefusal(filled)) return filled;
  if (setting.demo) markAsExample(filled);
  const written = [...parts.keys()].map((name) => [name, filled.file(name)?.asNodeBuffer() ?? ''] as const);
  return zipOf(written).generate({ type: 'nodebuffer', compression: 'DEFLATE' });
}

/** Only files, in the given order: the content types come first, as Word writes them. */
function zipOf(parts: readonly (readonly [name: string, content: Buffer | string])[]): PizZip {
  const zip = new PizZip();
  for (const [name, content] of parts) zip.file(name, content, { createFolders: false });
  return zip;
}

/** Whether an agency's template can be taken: it is filled with invented data. Null where it can. */
export function checkTemplate(kind: WordKind, template: Buffer): Refusal | null {
  const rendered = renderDocx(EXAMPLES[kind], EXAMPLE_SETTING, template);
  return isRefusal(rendered) ? rendered : null;
}

function resize(zip: PizZip, size: PaperSetting['size']): void {
  const xml = zip.file(MAIN)?.asText() ?? '';
  zip.file(MAIN, xml.replace(/<w:pgSz\b[^>]*>/g, WORD_PAGES[size]));
}

/** Plain tags and loops only: a tag is a name that the paper knows, never an expression. */
function fill(zip: PizZip, values: Values): PizZip | Refusal {
  const unknown: string[] = [];
  try {
    const document = new Docxtemplater(zip, {
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      parser: plainTag,
      nullGetter: (part: DXT.Part) => {
        unknown.push(part.value);
        return '';
      },
      modules: [noMarkup(unknown)],
    });
    document.render(values);
    return unknown.length > 0 ? invalid(unknown[0]) : document.getZip();
  } catch (error) {
    return invalid(tagIn(error));
  }
}

function invalid(tag: string | undefined): Refusal {
  return refuse('TEMPLATE_INVALID', { tag: (tag ?? '?').slice(0, 80) });
}

/** A section takes a list, a switch or a text; a tag that prints takes a text. */
const plainTag: NonNullable<DXT.ConstructorOptions['parser']> = (tag) => ({
  get: (scope: unknown, context) => {
    if (typeof scope !== 'object' || scope === null || !Object.hasOwn(scope, tag)) return undefined;
    const value = (scope as Values)[tag];
    const prints = context.meta.part.module !== 'loop';
    return prints && typeof value !== 'string' ? undefined : value;
  },
});

/** The tag `{@name}` would let a text in as markup: nothing of that kind. */
function noMarkup(unknown: string[]): DXT.Module {
  return {
    name: 'noMarkup',
    postparse: (parts: DXT.Part[]) => {
      unknown.push(...parts.filter((it) => it.type === 'placeholder' && !PLAIN.has(it.module)).map((it) => it.value));
      return parts;
    },
  };
}

/** How docxtemplater names a tag that prints (no module) and one of a section. */
const PLAIN = new Set<string | undefined>([undefined, '', 'loop']);

interface TemplateFault {
  readonly properties?: {
    readonly xtag?: string;
    readonly errors?: readonly { readonly properties?: { readonly xtag?: string } }[];
  };
}

function tagIn(error: unknown): string {
  const { properties } = error as TemplateFault;
  return properties?.errors?.find((it) => it.properties?.xtag)?.properties?.xtag ?? properties?.xtag ?? '?';
}

/** A paper of the demo says so, also where the agency's template has no place for it. */
function markAsExample(zip: PizZip): void {
  const texts = Object.keys(zip.files).filter((name) => /^word\/(?:document|header\d*)\.xml$/.test(name));
  if (texts.some((name) => zip.file(name)?.asText().includes('DATA CONTOH'))) return;
  const xml = zip.file(MAIN)?.asText() ?? '';
  const mark =
    '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>DATA CONTOH: bukan surat resmi</w:t></w:r></w:p>';
  zip.file(MAIN, xml.replace(/(<w:body\b[^>]*>)/, `$1${mark}`));
}
