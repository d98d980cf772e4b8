import { createRequire } from 'node:module';
import {
  type Capacity,
  type IsoDate,
  type Step,
  type Violation,
  calendarDate,
  formatInteger,
  formatLongDate,
} from '@papan/domain';

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

const CAPACITY: Readonly<Record<Capacity, string>> = { DEFINITIF: '', PLT: 'Plt. ', PLH: 'Plh. ', PJ: 'Pj. ' };

/** `Plt. Kepala Dinas Tenaga Kerja`; an appointed head has nothing before the post. */
export function postIn(capacity: Capacity, post: string): string {
  return `${CAPACITY[capacity]}${post}`;
}

export const STEP_WORDS: Readonly<Record<Step, string>> = {
  IDENTIFIED: 'Teridentifikasi',
  HIMBAUAN: 'Himbauan',
  VISIT: 'Kunjungan',
  INSPECTION: 'Pemeriksaan',
  TEGURAN_I: 'Teguran I',
  TEGURAN_II: 'Teguran II',
  DENDA: 'Denda',
  TMP2T_REQUESTED: 'TMP2T dimohonkan',
  TMP2T_IN_FORCE: 'TMP2T berlaku',
  TMP2T_LIFTED: 'TMP2T dicabut',
  SKK: 'Surat Kuasa Khusus',
  SUMMONS: 'Panggilan',
  MEDIATION: 'Mediasi',
  SETTLEMENT: 'Kesepakatan',
  SMALL_CLAIM: 'Gugatan sederhana',
};

interface ViolationWords {
  /** In a table. */
  readonly short: string;
  /** What is said of the employer: "Badan usaha …". */
  readonly fact: string;
  /** What it is asked to do. */
  readonly wanted: string;
}

/** UU 24/2011 art. 15: registers itself and its workers, with complete and true data. */
export const VIOLATION_WORDS: Readonly<Record<Violation, ViolationWords>> = {
  NOT_REGISTERED: {
    short: 'belum mendaftar',
    fact: 'belum mendaftarkan diri dan pekerjanya sebagai peserta Jaminan Kesehatan Nasional;',
    wanted: 'mendaftarkan badan usaha dan seluruh pekerja beserta anggota keluarganya kepada BPJS Kesehatan;',
  },
  PARTLY_REGISTERED: {
    short: 'mendaftarkan sebagian pekerja',
    fact: 'baru mendaftarkan sebagian pekerjanya sebagai peserta Jaminan Kesehatan Nasional;',
    wanted: 'mendaftarkan seluruh pekerja yang belum terdaftar beserta anggota keluarganya kepada BPJS Kesehatan;',
  },
  WRONG_DATA: {
    short: 'data tidak benar',
    fact: 'memberikan data badan usaha, pekerja, atau upah yang belum lengkap atau belum benar;',
    wanted: 'menyampaikan perbaikan data badan usaha, pekerja, anggota keluarga, dan upah kepada BPJS Kesehatan;',
  },
  ARREARS: {
    short: 'menunggak iuran',
    fact: 'memiliki iuran yang belum dibayar;',
    wanted: 'melunasi iuran yang belum dibayar atau menyepakati cara pelunasannya dengan BPJS Kesehatan;',
  },
};

/** `belum mendaftar dan menunggak iuran`. */
export function violationList(violations: readonly Violation[]): string {
  const words = violations.map((it) => VIOLATION_WORDS[it].short);
  return words.length === 0 ? '–' : words.join('; ');
}
