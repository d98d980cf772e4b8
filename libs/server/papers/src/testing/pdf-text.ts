import { inflateSync } from 'node:zlib';

/**
 * Reads the text out of the PDF files that Typst writes: plain objects, Type0 fonts with a ToUnicode map. Enough for the
 * specs, which then look at the bytes that a reader gets, and not at what went in.
 */
export interface PdfText {
  /** One text for each page, in the order of the content; headers, footers and what stands behind are left out. */
  readonly pages: readonly string[];
  /** What is marked as an artifact, of all pages. */
  readonly artifacts: string;
}

interface PdfObject {
  readonly head: string;
  readonly stream: Buffer | null;
}

export function textOfPdf(pdf: Buffer): PdfText {
  const objects = objectsOf(pdf);
  const pages = pagesOf(objects).map((page) => contentOf(page, objects));
  return { pages: pages.map((it) => it.text), artifacts: pages.map((it) => it.artifacts).join('\n') };
}

/** Without blanks and places where a long word may break. */
export function squeezed(text: string): string {
  return text.replace(/[\s\u200B]/g, '');
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)(?:endobj|stream\r?\n)/g)) {
    const [whole, number = '', head = ''] = match;
    const length = /\/Length (\d+)/.exec(head)?.[1];
    const at = match.index + whole.length;
    const bytes = whole.endsWith('endobj') || !length ? null : pdf.subarray(at, at + Number(length));
    objects.set(number, { head, stream: bytes && head.includes('/FlateDecode') ? inflateSync(bytes) : bytes });
  }
  return objects;
}

function pagesOf(objects: ReadonlyMap<string, PdfObject>): readonly PdfObject[] {
  const tree = [...objects.values()].find(({ head }) => head.includes('/Type /Pages'))?.head ?? '';
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  return references(kids).map((number) => objects.get(number) ?? { head: '', stream: null });
}

function references(text: string): readonly string[] {
  return [...text.matchAll(/(\d+) 0 R/g)].map(([, number = '']) => number);
}

/** A literal string may hold further brackets, as long as they come in pairs. */
const INNER = String.raw`\\[\s\S]|[^\\()]`;
const STRING = String.raw`\((?:${INNER}|\((?:${INNER}|\((?:${INNER})*\))*\))*\)`;
const TOKEN = new RegExp(String.raw`${STRING}|<<|>>|/[^\s/<>[\]()]+|[A-Za-z'"*]+|[-\d.]+|[[\]]`, 'g');

function contentOf({ head }: PdfObject, objects: ReadonlyMap<string, PdfObject>): { text: string; artifacts: string } {
  const fonts = fontsOf(head, objects);
  const [content = ''] = references(/\/Contents (\d+ 0 R)/.exec(head)?.[1] ?? '');
  const marks: boolean[] = [];
  const found = { text: '', artifacts: '' };
  let [font, name, tag] = [new Map<number, string>(), '', ''];
  let depth = 0;
  for (const [token] of (objects.get(content)?.stream?.toString('latin1') ?? '').matchAll(TOKEN)) {
    if (token === '<<') depth += 1;
    else if (token === '>>') depth -= 1;
    else if (depth === 0 && token.startsWith('/')) [name, tag] = [token.slice(1), tag === '' ? token.slice(1) : tag];
    else if (token === 'Tf') font = fonts.get(name) ?? font;
    else if (token === 'BDC' || token === 'BMC') marks.push(tag === 'Artifact');
    else if (token === 'EMC') marks.pop();
    else if (token.startsWith('(') && depth === 0) {
      found[marks.includes(true) ? 'artifacts' : 'text'] += decoded(token.slice(1, -1), font);
    }
    if (/^[A-Za-z'"*]+$/.test(token)) tag = '';
    if (token === 'ET') found[marks.includes(true) ? 'artifacts' : 'text'] += ' ';
  }
  return found;
}

function fontsOf(page: string, objects: ReadonlyMap<string, PdfObject>): ReadonlyMap<string, Map<number, string>> {
  const list = /\/Font <<([\s\S]*?)>>/.exec(page)?.[1] ?? '';
  return new Map(
    [...list.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', number = '']) => {
      const [map = ''] = references(/\/ToUnicode (\d+ 0 R)/.exec(objects.get(number)?.head ?? '')?.[1] ?? '');
      return [name, unicodeIn(objects.get(map)?.stream?.toString('latin1') ?? '')];
    }),
  );
}

function unicodeIn(map: string): Map<number, string> {
  const known = new Map<number, string>();
  for (const [, block = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of block.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      known.set(parseInt(code, 16), Buffer.from(text, 'hex').swap16().toString('utf16le'));
    }
  }
  return known;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function decoded(literal: string, font: ReadonlyMap<number, string>): string {
  const bytes = literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal?: string, other = '') =>
    octal === undefined ? (ESCAPES[other as string] ?? (other as string)) : String.fromCharCode(parseInt(octal, 8)),
  );
  const codes = Buffer.from(bytes, 'latin1');
  let text = '';
  for (let at = 0; at + 1 < codes.length; at += 2) text += font.get(codes.readUInt16BE(at)) ?? '\uFFFD';
  return text;
}
