import { formatLongDate } from '@papan/domain';
import type { LetterData, PaperSetting } from '../data';
import type { Values } from '../forms/form';
import { employerValues, factValues, frameValues, numbered, signatureValues, violationFacts } from './common';
import { BLANK_DATE, BLANK_NUMBER, VIOLATION_WORDS, inBoth } from './words';

const SUBJECT = 'Himbauan Pendaftaran Pekerja sebagai Peserta Jaminan Kesehatan Nasional';

/** UU 24/2011 art. 15 and 17; PP 86/2013: docs/domain.md#papers. */
export const LEGAL_BASIS = [
  'Undang-Undang Nomor 24 Tahun 2011 tentang Badan Penyelenggara Jaminan Sosial, Pasal 15: pemberi kerja wajib mendaftarkan dirinya dan pekerjanya sebagai peserta, serta memberikan data dirinya dan pekerjanya berikut anggota keluarganya secara lengkap dan benar;',
  'Pasal 17 undang-undang tersebut: pemberi kerja yang tidak melaksanakannya dapat dikenai sanksi administratif;',
  'Peraturan Pemerintah Nomor 86 Tahun 2013 tentang Tata Cara Pengenaan Sanksi Administratif kepada Pemberi Kerja Selain Penyelenggara Negara dan Setiap Orang, Selain Pemberi Kerja, Pekerja, dan Penerima Bantuan Iuran dalam Penyelenggaraan Jaminan Sosial.',
] as const;

/** Tags of the Surat Himbauan. */
export function himbauanValues(data: LetterData, setting: PaperSetting): Values {
  const { employer, violations, by, withinDays, contact, copies } = data;
  const identity = [employer.nib && `NIB ${employer.nib}`, employer.npwp && `NPWP ${employer.npwp}`].filter(Boolean);
  return {
    ...frameValues(data.letterheads, setting),
    ...employerValues(employer),
    ...factValues(data.workers, data.source),
    tempat: data.place,
    tanggal: BLANK_DATE,
    nomor: BLANK_NUMBER,
    sifat: data.nature,
    lampiran: data.attachments,
    hal: data.subject ?? SUBJECT,
    lanjutan:
      data.nth > 1 ? `Surat ini adalah himbauan ke-${inBoth(data.nth)} dan menindaklanjuti himbauan sebelumnya.` : '',
    dasar: numbered(LEGAL_BASIS),
    nomor_identitas: identity.length === 0 ? '' : ` (${identity.join(', ')})`,
    pelanggaran: violationFacts(violations),
    tindakan: numbered([
      ...violations.map((it) => VIOLATION_WORDS[it].wanted),
      'menyampaikan bukti pelaksanaannya kepada kami.',
    ]),
    batas: by === null ? `${inBoth(withinDays)} hari kalender sejak surat ini diterima` : `hari ${formatLongDate(by)}`,
    catatan: data.remarks.map((isi) => ({ isi })),
    narahubung: [contact.name, ...contact.lines].join(', '),
    penanda_tangan: signatureValues(data.signatories),
    ada_tembusan: copies.length > 0,
    tembusan: numbered(copies),
  };
}
