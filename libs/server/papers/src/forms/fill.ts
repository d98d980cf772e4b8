import type { Block, Form, Value, Values } from './form';

/** A block with its data in place: what `pdf/paper.typ` sets, one after the other. */
export type FilledBlock =
  | { readonly is: 'heads'; readonly heads: readonly FilledHead[] }
  | { readonly is: 'title'; readonly lines: readonly string[] }
  | { readonly is: 'heading' | 'para' | 'note' | 'date'; readonly text: string }
  | { readonly is: 'rows'; readonly rows: readonly (readonly string[])[] }
  | { readonly is: 'address'; readonly lines: readonly string[] }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | {
      readonly is: 'table';
      readonly titles: readonly string[];
      readonly widths: readonly number[];
      readonly right: readonly boolean[];
      readonly rows: readonly (readonly string[])[];
      readonly tall: boolean;
      /** Not broken over pages. */
      readonly whole?: boolean;
      /** The last row is a sum. */
      readonly total?: boolean;
    }
  | { readonly is: 'signatures'; readonly signatures: readonly FilledSignature[] }
  | { readonly is: 'newPage' };

interface FilledHead {
  readonly over: readonly string[];
  readonly name: string;
  readonly lines: readonly string[];
}
interface FilledSignature {
  readonly post: string;
  readonly name: string;
  readonly rank: string;
  readonly nip: string;
}

export interface FilledForm {
  readonly title: string;
  readonly blocks: readonly FilledBlock[];
}

const TAG = /\{([a-z][a-z0-9_]*)\}/g;

/** Tags outside in: those of a list entry go before those around it. */
type Scopes = readonly Values[];

/** Puts the data into a form. What comes in is not looked at again: braces in a text stay braces. */
export function fillForm({ title, blocks }: Form, values: Values): FilledForm {
  const scopes = [values];
  return { title: textIn(title, scopes), blocks: blocks.flatMap((block) => fillBlock(block, scopes)) };
}

function fillBlock(block: Block, scopes: Scopes): readonly FilledBlock[] {
  switch (block.is) {
    case 'newPage':
      return [block];
    case 'heads':
      return [{ is: 'heads', heads: headsIn(scopes) }];
    case 'heading':
    case 'para':
    case 'note':
    case 'date':
      return [{ is: block.is, text: textIn(block.text, scopes) }];
    case 'title':
      return [{ is: 'title', lines: block.lines.map((line) => textIn(line, scopes)) }];
    case 'address':
      return [{ is: 'address', lines: block.lines.map((line) => textIn(line, scopes)).filter(Boolean) }];
    case 'rows':
      return [{ is: 'rows', rows: block.rows.map(([label, text]) => [label, textIn(text, scopes)]) }];
    case 'list':
      return [{ is: 'list', items: inside(block.of, scopes).map((scope) => textIn(block.item, scope)) }];
    case 'table':
      return [fillTable(block, scopes)];
    case 'grid':
      return [fillGrid(block, scopes)];
    case 'signatures':
      return [{ is: 'signatures', signatures: inside(block.of, scopes).map(signatureIn) }];
    case 'when':
      return isThere(find(block.tag, scopes)) ? block.blocks.flatMap((inner) => fillBlock(inner, scopes)) : [];
    case 'each':
      return inside(block.of, scopes).flatMap((scope) => block.blocks.flatMap((inner) => fillBlock(inner, scope)));
  }
}

function fillTable({ of, columns, tall = false }: Extract<Block, { is: 'table' }>, scopes: Scopes): FilledBlock {
  return {
    is: 'table',
    titles: columns.map((it) => it.title),
    widths: columns.map((it) => it.width),
    right: columns.map((it) => it.align === 'right'),
    rows: inside(of, scopes).map((scope) => columns.map((it) => textIn(it.text, scope))),
    tall,
  };
}

/** So few rows stay together on a page. */
const WHOLE_ROWS = 16;

function fillGrid(block: Extract<Block, { is: 'grid' }>, scopes: Scopes): FilledBlock {
  const { columns, rows, cells, tall, total } = block;
  const heads = inside(columns, scopes);
  const lines = inside(rows, scopes).map((scope) => inside(cells, scope).map((cell) => textIn('{isi}', cell)));
  return {
    is: 'table',
    titles: heads.map((scope) => textIn('{isi}', scope)),
    widths: heads.map((scope) => Number(textIn('{lebar}', scope))),
    right: heads.map((scope) => isThere(find('kanan', scope))),
    rows: lines,
    tall: isThere(find(tall, scopes)),
    whole: lines.length <= WHOLE_ROWS,
    total: isThere(find(total, scopes)),
  };
}

function headsIn(scopes: Scopes): readonly FilledHead[] {
  return inside('kop', scopes).map((scope) => ({
    over: inside('induk', scope).map((line) => textIn('{baris}', line)),
    name: textIn('{instansi}', scope),
    lines: inside('keterangan', scope).map((line) => textIn('{baris}', line)),
  }));
}

function signatureIn(scope: Scopes): FilledSignature {
  return {
    post: textIn('{jabatan}', scope),
    name: textIn('{nama}', scope),
    rank: textIn('{pangkat}', scope),
    nip: textIn('{nip}', scope),
  };
}

/** The scopes of each entry of a list. */
function inside(tag: string, scopes: Scopes): readonly Scopes[] {
  const value = find(tag, scopes);
  if (!Array.isArray(value)) throw new TypeError(`{${tag}} is no list`);
  return (value as readonly Values[]).map((entry) => [entry, ...scopes]);
}

function textIn(text: string, scopes: Scopes): string {
  return text.replace(TAG, (_, tag: string) => {
    const value = find(tag, scopes);
    if (typeof value !== 'string') throw new TypeError(`{${tag}} is no text`);
    return value;
  });
}

function find(tag: string, scopes: Scopes): Value {
  const scope = scopes.find((it) => Object.hasOwn(it, tag));
  if (!scope) throw new TypeError(`nothing stands behind {${tag}}`);
  return scope[tag] ?? '';
}

export function isThere(value: Value): boolean {
  return typeof value === 'boolean' ? value : value.length > 0;
}
