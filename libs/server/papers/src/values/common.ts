import { type IsoDate, type Violation, formatInteger } from '@papan/domain';
import type { FactSource, Letterhead, PaperEmployer, PaperSetting, Signatory, WorkerFacts } from '../data';
import type { Values } from '../forms/form';
import { VIOLATION_WORDS, inBoth, orBlank, plainDate, postIn } from './words';

/** Entries of a numbered list. The last one ends with a full stop where the others end with a semicolon. */
export function numbered(texts: readonly string[]): readonly Values[] {
  return texts.map((isi, at) => ({
    no: String(at + 1),
    isi: at === texts.length - 1 ? isi.replace(/;$/, '.') : isi,
  }));
}

export function withNumbers(entries: readonly Values[]): readonly Values[] {
  return entries.map((entry, at) => ({ no: String(at + 1), ...entry }));
}

/** What every paper has: the letterheads and the words of the demo. */
export function frameValues(heads: readonly Letterhead[], { demo }: PaperSetting): Values {
  return {
    contoh: demo ? 'DATA CONTOH' : '',
    kop: heads.map(({ over, name, lines }) => ({
      induk: over.map((baris) => ({ baris })),
      instansi: name,
      keterangan: lines.map((baris) => ({ baris })),
    })),
  };
}

export function employerValues({ name, nib, npwp, npp, address, village, district }: PaperEmployer): Values {
  const area = [village, district].filter(Boolean).join(', ');
  return {
    badan_usaha: name,
    nib: nib ?? '–',
    npwp: npwp ?? '–',
    npp: npp ?? '–',
    alamat: address,
    wilayah: area === '' ? 'di tempat' : `di ${area}`,
    alamat_lengkap: wholeAddress({ address, village, district }),
  };
}

/** Street, village and district, as much of it as is known. */
export function wholeAddress(employer: Pick<PaperEmployer, 'address' | 'village' | 'district'>): string {
  return [employer.address, employer.village, employer.district].filter(Boolean).join(', ') || '–';
}

const NOT_SAID = 'belum memenuhi kewajibannya dalam program Jaminan Kesehatan Nasional;';

/** What the employer is said to have done, as a numbered list that is never empty. */
export function violationFacts(violations: readonly Violation[]): readonly Values[] {
  return numbered(violations.length === 0 ? [NOT_SAID] : violations.map((it) => VIOLATION_WORDS[it].fact));
}

/** The figures in digits and words, with their source and date. */
export function factValues(workers: WorkerFacts, source: FactSource): Values {
  return {
    perkiraan: inBoth(workers.estimated),
    terdaftar: inBoth(workers.registered),
    belum: inBoth(workers.missing),
    sumber: source.name,
    per_tanggal: plainDate(source.asOf),
  };
}

export function signatureValues(signatories: readonly Signatory[]): readonly Values[] {
  return signatories.map(({ name, post, capacity, rank, nip }) => ({
    jabatan: postIn(capacity, post),
    nama: orBlank(name),
    pangkat: rank ?? '',
    nip: nip ? `NIP ${nip}` : '',
  }));
}

/** `Nomor 440/12 tanggal 9 Maret 2026`, as much of it as is known. */
export function documentWords(number: string, on: IsoDate | null): string {
  const parts = [number === '' ? '' : `Nomor ${number}`, on === null ? '' : `tanggal ${plainDate(on)}`];
  return parts.filter(Boolean).join(' ') || '–';
}

export function rupiahOrNothing(amount: number | null): string {
  return amount === null ? '' : `Rp${formatInteger(amount)}`;
}
