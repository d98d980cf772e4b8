import { foldedWords } from '../../lists/folded-words';
import { SEGMENTS, type Segment } from '../../tasks/task';
import { MOVEMENTS, type Movement } from '../bridge';

/**
 * Words by which BPJS Kesehatan and the offices name a segment (Perpres 82/2018; docs/domain.md#segments). Whoever the
 * local government registers is told first: "PBI APBD" is not PBI JK.
 */
const LOCAL = /\b(PEMDA|APBD|JAMKESDA|PEMERINTAH DAERAH|(PBI|PBPU) DAERAH)\b/;
const OTHERS: readonly (readonly [Segment, RegExp])[] = [
  ['PBI_JK', /\b(PBI|APBN|PENERIMA BANTUAN IURAN)\b/],
  ['PPU_PN', /\b(PPU PN|PNS|ASN|TNI|POLRI|PENYELENGGARA NEGARA)\b/],
  ['PPU_BU', /\b(PPU BU|BADAN USAHA|SWASTA|BUMN|BUMD)\b/],
  ['PBPU_MANDIRI', /\b(PBPU|PEKERJA BUKAN PENERIMA UPAH)\b/],
  ['BP', /\b(BP|BUKAN PEKERJA)\b/],
];
const SELF_PAYING = /\bMANDIRI\b/;

/** The segment that the words of a file name; null where they name none, or two that are counted apart ("PBPU/BP"). */
export function segmentOf(text: string): Segment | null {
  const words = foldedWords(text);
  const code = SEGMENTS.find((segment) => foldedWords(segment) === words);
  if (code) return code;
  if (LOCAL.test(words)) return 'PBPU_BP_PEMDA';
  const found = OTHERS.filter(([, pattern]) => pattern.test(words));
  const [only] = found;
  if (only) return found.length === 1 ? only[0] : null;
  return SELF_PAYING.test(words) ? 'PBPU_MANDIRI' : null;
}

/** The first that fits counts: "bayi baru lahir" was born, not newly enrolled; "reaktivasi nonaktif" is reactivated. */
const MOVEMENT_WORDS: readonly (readonly [Movement, RegExp])[] = [
  ['BORN', /\b(LAHIR|KELAHIRAN)\b/],
  ['DIED', /\b(MENINGGAL|KEMATIAN|WAFAT)\b/],
  ['MOVED_IN', /\b(PINDAH (MASUK|DATANG)|MUTASI MASUK|DATANG|PERPINDAHAN MASUK)\b/],
  ['MOVED_OUT', /\b(PINDAH KELUAR|MUTASI KELUAR|PERPINDAHAN KELUAR)\b/],
  ['REACTIVATED', /\b(REAKTIVASI|AKTIF KEMBALI|DIAKTIFKAN|PENGAKTIFAN|DIAKTIFKAN KEMBALI)\b/],
  ['DEACTIVATED', /\b(NON AKTIF|NONAKTIF|DINONAKTIFKAN|PENONAKTIFAN|DEAKTIVASI)\b/],
  ['IN_ARREARS', /\b(MENUNGGAK|TUNGGAKAN)\b/],
  ['ENROLLED', /\b(BARU|PENDAFTARAN|PENAMBAHAN)\b/],
];

/** Why people came or went, in the words of a file; null where they say neither. */
export function movementOf(text: string): Movement | null {
  const words = foldedWords(text);
  const code = MOVEMENTS.find((movement) => foldedWords(movement) === words);
  return code ?? MOVEMENT_WORDS.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const TOTAL = /\b(JUMLAH|JML|TOTAL|SUBTOTAL|GRAND)\b/;

/** Whether a line says of itself that it is a sum. */
export function saysTotal(text: string): boolean {
  return TOTAL.test(foldedWords(text));
}

/** What a sum is of: "Jumlah Kec. Kanigoro" is KEC KANIGORO. */
export function withoutTotal(text: string): string {
  return foldedWords(text)
    .split(' ')
    .filter((word) => word !== 'SUB' && !TOTAL.test(word))
    .join(' ');
}
