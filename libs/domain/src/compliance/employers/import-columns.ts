import type { EmployerSource } from '../codes';
import type { IdentityField } from './identity-numbers';
import { foldedWords } from './normal-words';

/** Lists that can be loaded: of Disnaker (companies), of DPMPTSP (licences), of BPJS (those who do not follow). */
export const IMPORT_SOURCES = ['DISNAKER', 'DPMPTSP', 'BPJS'] as const satisfies readonly EmployerSource[];
export type ImportSource = (typeof IMPORT_SOURCES)[number];

/** What a column of a list can be. `missing` and `violation` only in BPJS's list. */
export const IMPORT_FIELDS = [
  'name',
  'nib',
  'npwp',
  'npp',
  'address',
  'contact',
  'district',
  'village',
  'sector',
  'estimated',
  'registered',
  'missing',
  'violation',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column (from 0) holds which field. */
export type ColumnMapping = Readonly<Partial<Record<ImportField, number>>>;

/** A cell as the file has it: text, an amount where a spreadsheet took it for one, or nothing. */
export type Cell = string | number | null;
/** One line of a file. `line` counts as the office's own program does: from 1, the heading included. */
export interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Headings as the offices write them, in folded words; what comes first in a list fits best. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  name: ['NAMA PERUSAHAAN', 'NAMA BADAN USAHA', 'NAMA USAHA', 'NAMA PELAKU USAHA', 'BADAN USAHA', 'PERUSAHAAN', 'NAMA'],
  nib: ['NIB', 'NOMOR INDUK BERUSAHA', 'NO NIB'],
  npwp: ['NPWP', 'NO NPWP', 'NPWP PERUSAHAAN'],
  npp: [
    'NPP',
    'KODE BADAN USAHA',
    'KODE BU',
    'NO ENTITAS',
    'NOMOR ENTITAS',
    'NO PENDAFTARAN PERUSAHAAN',
    'NO VIRTUAL ACCOUNT',
  ],
  address: ['ALAMAT', 'ALAMAT PERUSAHAAN', 'ALAMAT USAHA', 'ALAMAT BADAN USAHA', 'LOKASI USAHA'],
  contact: ['KONTAK', 'PIC', 'NARAHUBUNG', 'NAMA PIC', 'TELEPON', 'NO TELP', 'NO TELEPON', 'NO HP', 'TELP'],
  district: ['KECAMATAN', 'KEC', 'KECAMATAN USAHA', 'KODE KECAMATAN'],
  village: ['KELURAHAN DESA', 'DESA KELURAHAN', 'DESA', 'KELURAHAN', 'KEL DESA', 'DESA KEL', 'KELURAHAN USAHA'],
  sector: [
    'SEKTOR',
    'SEKTOR USAHA',
    'JENIS USAHA',
    'LAPANGAN USAHA',
    'BIDANG USAHA',
    'KBLI',
    'URAIAN KBLI',
    'JUDUL KBLI',
  ],
  estimated: [
    'JUMLAH TENAGA KERJA',
    'JUMLAH PEKERJA',
    'JUMLAH KARYAWAN',
    'TENAGA KERJA',
    'JML TK',
    'JML PEKERJA',
    'JUMLAH TK',
    'TKI',
    'JUMLAH TKI',
    'POTENSI TK',
    'POTENSI PEKERJA',
  ],
  registered: [
    'TERDAFTAR',
    'PEKERJA TERDAFTAR',
    'TK TERDAFTAR',
    'JUMLAH PESERTA',
    'JUMLAH TERDAFTAR',
    'PESERTA',
    'TERDAFTAR BPJS',
  ],
  missing: [
    'BELUM TERDAFTAR',
    'PEKERJA BELUM TERDAFTAR',
    'TK BELUM TERDAFTAR',
    'SISA PEKERJA',
    'BELUM DIDAFTARKAN',
    'PEKERJA BELUM DIDAFTARKAN',
    'JUMLAH BELUM TERDAFTAR',
    'JUMLAH PEKERJA BELUM TERDAFTAR',
  ],
  violation: [
    'PELANGGARAN',
    'JENIS PELANGGARAN',
    'JENIS KETIDAKPATUHAN',
    'KETIDAKPATUHAN',
    'STATUS KEPATUHAN',
    'KETERANGAN PELANGGARAN',
  ],
};

const ONLY_BPJS: readonly ImportField[] = ['missing', 'violation'];
const IDENTITY: readonly IdentityField[] = ['nib', 'npwp', 'npp'];

/** What the columns of a list from that source can be. */
export function fieldsOf(source: ImportSource): readonly ImportField[] {
  return source === 'BPJS' ? IMPORT_FIELDS : IMPORT_FIELDS.filter((field) => !ONLY_BPJS.includes(field));
}

export function isIdentityField(field: ImportField): field is IdentityField {
  return (IDENTITY as readonly ImportField[]).includes(field);
}

/**
 * Which column seems to be what: the very heading first, then a heading that holds the known words. Each column and each
 * field is used once; what nobody would recognise is left for a person to say.
 */
export function guessColumns(headings: readonly string[], source: ImportSource): ColumnMapping {
  const folded = headings.map(foldedWords);
  const mapping: Partial<Record<ImportField, number>> = {};
  const taken = new Set<number>();
  const fields = fieldsOf(source);
  for (const fits of [same, holds]) {
    for (const field of fields) {
      if (mapping[field] !== undefined) continue;
      const at = firstFitting(
        folded,
        HEADINGS[field],
        (heading, known, column) => !taken.has(column) && fits(heading, known),
      );
      if (at === undefined) continue;
      mapping[field] = at;
      taken.add(at);
    }
  }
  return mapping;
}

const HEADING_WITHIN = 20;

/**
 * Which of the first lines is the heading: the one in which most columns are recognised; lists often begin with a title.
 * Without any, the first line of at least two cells. Undefined where there is none.
 */
export function headingLine(lines: readonly Line[], source: ImportSource): Line | undefined {
  const candidates = lines
    .slice(0, HEADING_WITHIN)
    .filter(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length >= 2);
  const scores = candidates.map(({ cells }) => Object.keys(guessColumns(cells.map(textOf), source)).length);
  const best = Math.max(0, ...scores);
  return best === 0 ? candidates[0] : candidates[scores.indexOf(best)];
}

/** The headings by which a saved profile is found again. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(foldedWords).join('|');
}

export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

function firstFitting(
  headings: readonly string[],
  known: readonly string[],
  fits: (heading: string, words: string, column: number) => boolean,
): number | undefined {
  for (const words of known) {
    const at = headings.findIndex((heading, column) => fits(heading, words, column));
    if (at >= 0) return at;
  }
  return undefined;
}

function same(heading: string, known: string): boolean {
  return heading === known;
}

/** Whole words only; and "belum terdaftar" is not "terdaftar". */
function holds(heading: string, known: string): boolean {
  if (known === 'NAMA' || known === 'PERUSAHAAN') return false;
  return ` ${heading} `.includes(` ${known} `) && (heading.includes('BELUM') ? known.includes('BELUM') : true);
}
