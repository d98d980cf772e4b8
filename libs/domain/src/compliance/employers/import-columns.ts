import { type Line, findHeading, guessByHeadings } from '../../lists/columns';
import type { EmployerSource } from '../codes';
import type { IdentityField } from './identity-numbers';

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

/** Which column seems to be what in a list from that source. */
export function guessColumns(headings: readonly string[], source: ImportSource): ColumnMapping {
  return guessByHeadings(
    headings,
    fieldsOf(source).map((field) => [field, HEADINGS[field]] as const),
    holds,
  );
}

/** Which of the first lines is the heading of a list from that source. */
export function headingLine(lines: readonly Line[], source: ImportSource): Line | undefined {
  return findHeading(lines, (headings) => Object.keys(guessColumns(headings, source)).length);
}

/** Whole words only; and "belum terdaftar" is not "terdaftar". */
function holds(heading: string, known: string): boolean {
  if (known === 'NAMA' || known === 'PERUSAHAAN') return false;
  return ` ${heading} `.includes(` ${known} `) && (heading.includes('BELUM') ? known.includes('BELUM') : true);
}
