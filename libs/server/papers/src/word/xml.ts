import type { Block, Column, Form } from '../forms/form';

/** The pieces of WordprocessingML that the Word templates are made of (ECMA-376 part 1). Widths in twentieths of a point. */

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Room between the margins of F4: 215 − 25 − 20 mm. */
const TEXT_WIDTH = 9639;

/** A paragraph in a style; tabs in the text become tab stops. */
export function paragraph(style: string, text: string): string {
  const runs = text
    .split('\t')
    .map((part) => `<w:t xml:space="preserve">${escaped(part)}</w:t>`)
    .join('<w:tab/>');
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${runs}</w:r></w:p>`;
}

const begin = (tag: string): string => paragraph('Tanda', `{#${tag}}`);
const end = (tag: string): string => paragraph('Tanda', `{/${tag}}`);
const loop = (tag: string, inner: string): string => begin(tag) + inner + end(tag);
const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

/** The blocks of a form as the body of a Word document, with tags where data goes in. */
export function bodyOf({ blocks }: Form): string {
  return blocks.map(blockOf).join('');
}

function blockOf(block: Block): string {
  switch (block.is) {
    case 'heads':
      return headsOf();
    case 'title':
      return block.lines.map((line, at) => paragraph(at === 0 ? 'Judul' : 'AnakJudul', line)).join('');
    case 'heading':
      return paragraph('Bagian', block.text);
    case 'date':
      return paragraph('TempatTanggal', block.text);
    case 'rows':
      return block.rows.map(([label, text]) => paragraph('Baris', `${label}\t:\t${text}`)).join('');
    case 'address':
      return addressOf(block.lines);
    case 'para':
      return paragraph('Isi', block.text);
    case 'list':
      return loop(block.of, paragraph('Daftar', `{no}.\t${block.item}`));
    case 'note':
    case 'grid':
      throw new TypeError('what only reports have is in no template');
    case 'table':
      return tableOf(block.of, block.columns, block.tall === true);
    case 'signatures':
      return signaturesOf(block.of);
    case 'newPage':
      return PAGE_BREAK;
    case 'when':
      return loop(block.tag, block.blocks.map(blockOf).join(''));
    case 'each':
      return loop(block.of, block.blocks.map(blockOf).join(''));
  }
}

function headsOf(): string {
  const head =
    loop('induk', paragraph('KopInduk', '{baris}')) +
    paragraph('KopInstansi', '{instansi}') +
    loop('keterangan', paragraph('KopKeterangan', '{baris}'));
  return loop('kop', head) + paragraph('KopGaris', '');
}

/** A line that is one tag alone disappears where the tag is empty. */
function addressOf(lines: readonly string[]): string {
  return lines
    .map((line, at) => {
      const written = paragraph('Alamat', at === 0 ? `Yth.\t${line}` : `\t${line}`);
      const alone = /^\{(\w+)\}$/.exec(line)?.[1];
      return alone !== undefined && at > 0 ? loop(alone, written) : written;
    })
    .join('');
}

function signaturesOf(of: string): string {
  const optional = (tag: string): string => loop(tag, paragraph('TandaTangan', `{${tag}}`));
  const block =
    paragraph('TandaTanganJabatan', '{jabatan},') +
    paragraph('TandaTanganNama', '{nama}') +
    optional('pangkat') +
    optional('nip');
  return loop(of, block);
}

function tableOf(of: string, columns: readonly Column[], tall: boolean): string {
  const whole = columns.reduce((sum, it) => sum + it.width, 0);
  const widths = columns.map((it) => Math.floor((TEXT_WIDTH * it.width) / whole));
  const cell = (at: number, style: string, text: string): string =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at]}" w:type="dxa"/></w:tcPr>${paragraph(style, text)}</w:tc>`;
  const title = columns.map((it, at) => cell(at, 'TabelKepala', it.title)).join('');
  const row = columns
    .map((it, at) => {
      const opened = at === 0 ? `{#${of}}${it.text}` : it.text;
      const text = at === columns.length - 1 ? `${opened}{/${of}}` : opened;
      return cell(at, it.align === 'right' ? 'TabelAngka' : 'TabelIsi', text);
    })
    .join('');
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const height = tall ? '<w:trPr><w:cantSplit/><w:trHeight w:val="680"/></w:trPr>' : '<w:trPr><w:cantSplit/></w:trPr>';
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Tabel"/><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${title}</w:tr>` +
    `<w:tr>${height}${row}</w:tr></w:tbl>${paragraph('SesudahTabel', '')}`
  );
}
