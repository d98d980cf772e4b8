import type { Sector, Violation } from '../codes';
import { foldedWords } from '../../lists/folded-words';

/** Beginnings of words by which a line of business is recognised; the first that fits counts. */
const SECTOR_WORDS: readonly (readonly [Sector, readonly string[]])[] = [
  ['FISHERIES', ['PERIKANAN', 'IKAN', 'TAMBAK', 'NELAYAN']],
  ['AGRICULTURE', ['PERTANIAN', 'PERKEBUNAN', 'PETERNAK', 'KEHUTANAN', 'TANI', 'TERNAK', 'KEBUN', 'UNGGAS']],
  ['CONSTRUCTION', ['KONSTRUKSI', 'BANGUNAN SIPIL', 'KONTRAKTOR']],
  ['HOSPITALITY', ['AKOMODASI', 'HOTEL', 'RESTORAN', 'MAKAN', 'KULINER', 'WISATA', 'KATERING', 'KAFE']],
  ['TRANSPORT', ['TRANSPORTASI', 'ANGKUTAN', 'PERGUDANGAN', 'LOGISTIK', 'EKSPEDISI']],
  ['EDUCATION', ['PENDIDIKAN', 'SEKOLAH', 'KURSUS', 'MADRASAH']],
  ['HEALTH', ['KESEHATAN', 'KLINIK', 'RUMAH SAKIT', 'APOTEK', 'FARMASI']],
  ['FINANCE', ['KEUANGAN', 'BANK', 'ASURANSI', 'SIMPAN PINJAM', 'PEMBIAYAAN']],
  ['TRADE', ['PERDAGANGAN', 'DAGANG', 'ECERAN', 'TOKO', 'GROSIR', 'SWALAYAN']],
  ['MANUFACTURING', ['INDUSTRI', 'PENGOLAHAN', 'MANUFAKTUR', 'PABRIK', 'PRODUKSI']],
  ['SERVICES', ['JASA', 'BENGKEL', 'LAUNDRY', 'REPARASI', 'SALON']],
];

/** Letters of the sections of KBLI 2020 (Peraturan BPS 2/2020). */
const SECTION: Readonly<Record<string, Sector>> = {
  A: 'AGRICULTURE',
  C: 'MANUFACTURING',
  F: 'CONSTRUCTION',
  G: 'TRADE',
  H: 'TRANSPORT',
  I: 'HOSPITALITY',
  K: 'FINANCE',
  N: 'SERVICES',
  P: 'EDUCATION',
  Q: 'HEALTH',
  S: 'SERVICES',
};

/** The line of business in the words of a list; what is not recognised is OTHER. */
export function readSector(text: string): Sector {
  const words = foldedWords(text);
  const section = SECTION[words];
  if (section) return section;
  const found = SECTOR_WORDS.find(([, beginnings]) => beginnings.some((one) => ` ${words}`.includes(` ${one}`)));
  return found ? found[0] : 'OTHER';
}

const VIOLATION_WORDS: readonly (readonly [Violation, readonly string[]])[] = [
  ['PARTLY_REGISTERED', ['SEBAGIAN', 'PDS TK', 'PDS TENAGA KERJA']],
  ['WRONG_DATA', ['TIDAK BENAR', 'PDS UPAH', 'DATA SALAH', 'UPAH', 'TIDAK SESUAI']],
  ['ARREARS', ['MENUNGGAK', 'TUNGGAK', 'PIUTANG']],
  [
    'NOT_REGISTERED',
    ['BELUM MENDAFTAR', 'BELUM DAFTAR', 'BELUM TERDAFTAR', 'TIDAK MENDAFTAR', 'WAJIB BELUM DAFTAR', 'PWBD', 'BUBM'],
  ],
];

/** The violations that the words of BPJS's list name, in the order of the law; none where nothing is recognised. */
export function readViolations(text: string): readonly Violation[] {
  const words = ` ${foldedWords(text)}`;
  const found = VIOLATION_WORDS.filter(([code, beginnings]) => {
    return beginnings.some((one) => words.includes(` ${one}`)) || words.includes(` ${code.replaceAll('_', ' ')}`);
  });
  const order: readonly Violation[] = ['NOT_REGISTERED', 'PARTLY_REGISTERED', 'WRONG_DATA', 'ARREARS'];
  return order.filter((violation) => found.some(([code]) => code === violation));
}
