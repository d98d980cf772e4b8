import { createRequire } from 'node:module';
import {
  type Capacity,
  type IsoDate,
  STEPS,
  type Step,
  type Violation,
  calendarDate,
  formatInteger,
  formatLongDate,
} from '@papan/domain';
import { word } from '@papan/contracts/words';

/** The package comes without types. */
const angkaTerbilang = createRequire(import.meta.url)('@develoka/angka-terbilang-js') as (digits: string) => string;

/** A whole number in words: 3.097 is "tiga ribu sembilan puluh tujuh". */
export function inWords(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0) throw new RangeError(`no number to spell: ${number}`);
  // The package writes the older "milyar"; the dictionary of the language (KBBI) has "miliar".
  return angkaTerbilang(String(number)).replace(/\s+/g, ' ').trim().replaceAll('milyar', 'miliar');
}

/** `38 (tiga puluh delapan)`: what a letter binds to stands in digits and in words. */
export function inBoth(number: number): string {
  return `${formatInteger(number)} (${inWords(number)})`;
}

const MONTHS = [
  ...['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni'],
  ...['Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
];

/** `Senin`. */
export function dayName(date: IsoDate): string {
  return formatLongDate(date).split(',')[0] ?? '';
}

/** `9 Maret 2026`. */
export function plainDate(date: IsoDate): string {
  return formatLongDate(date).replace(/^[^,]*, /, '');
}

/** `sembilan Maret dua ribu dua puluh enam`. */
export function dateInWords(date: IsoDate): string {
  const { year, month, day } = calendarDate(date);
  return `${inWords(day)} ${MONTHS[month - 1]} ${inWords(year)}`;
}

/** What stands for a number and a date that the registry has not given yet. */
export const BLANK_NUMBER = '.'.repeat(40);
export const BLANK_DATE = '.'.repeat(30);
export const BLANK_SIGNATURE = '.'.repeat(24);

/** What is not known yet is left to the pen. */
export function orBlank(text: string): string {
  return text.trim() === '' ? BLANK_SIGNATURE : text;
}

const CAPACITY: Readonly<Record<Capacity, string>> = { DEFINITIF: '', PLT: 'Plt. ', PLH: 'Plh. ', PJ: 'Pj. ' };

/** `Plt. Kepala Dinas Tenaga Kerja`; an appointed head has nothing before the post. */
export function postIn(capacity: Capacity, post: string): string {
  return `${CAPACITY[capacity]}${post}`;
}

/** The steps as the whole product names them. */
export const STEP_WORDS = Object.fromEntries(STEPS.map((step) => [step, word('id', 'step', step)])) as Readonly<
  Record<Step, string>
>;

interface ViolationWords {
  /** What is said of the employer: "Badan usaha …". */
  readonly fact: string;
  /** What it is asked to do. */
  readonly wanted: string;
}

/** UU 24/2011 art. 15: registers itself and its workers, with complete and true data. */
export const VIOLATION_WORDS: Readonly<Record<Violation, ViolationWords>> = {
  NOT_REGISTERED: {
    fact: 'belum mendaftarkan diri dan pekerjanya sebagai peserta Jaminan Kesehatan Nasional;',
    wanted: 'mendaftarkan badan usaha dan seluruh pekerja beserta anggota keluarganya kepada BPJS Kesehatan;',
  },
  PARTLY_REGISTERED: {
    fact: 'baru mendaftarkan sebagian pekerjanya sebagai peserta Jaminan Kesehatan Nasional;',
    wanted: 'mendaftarkan seluruh pekerja yang belum terdaftar beserta anggota keluarganya kepada BPJS Kesehatan;',
  },
  WRONG_DATA: {
    fact: 'memberikan data badan usaha, pekerja, atau upah yang belum lengkap atau belum benar;',
    wanted: 'menyampaikan perbaikan data badan usaha, pekerja, anggota keluarga, dan upah kepada BPJS Kesehatan;',
  },
  ARREARS: {
    fact: 'memiliki iuran yang belum dibayar;',
    wanted: 'melunasi iuran yang belum dibayar atau menyepakati cara pelunasannya dengan BPJS Kesehatan;',
  },
};

/** `belum mendaftar; menunggak iuran`. */
export function violationList(violations: readonly Violation[]): string {
  const words = violations.map((it) => word('id', 'violation', it).toLowerCase());
  return words.length === 0 ? '–' : words.join('; ');
}
