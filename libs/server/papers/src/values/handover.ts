import type { HandoverData, PaperSetting } from '../data';
import type { Values } from '../forms/form';
import { documentWords, frameValues, numbered, signatureValues, wholeAddress, withNumbers } from './common';
import { BLANK_DATE, BLANK_NUMBER, inBoth, violationList } from './words';

/** Tags of the cover letter and of the index. */
export function handoverValues(data: HandoverData, setting: PaperSetting): Values {
  const { skk, cases, index, copies } = data;
  const missing = cases.reduce((sum, it) => sum + it.missing, 0);
  return {
    ...frameValues([data.letterhead], setting),
    tempat: data.place,
    tanggal: BLANK_DATE,
    nomor: BLANK_NUMBER,
    sifat: data.nature,
    lampiran: `${inBoth(cases.length)} berkas`,
    tujuan: data.to,
    melalui: data.through,
    tempat_tujuan: `di ${data.toPlace}`,
    penyerahan: String(data.handover),
    dasar_kuasa: skk
      ? `Berdasarkan Surat Kuasa Khusus ${documentWords(skk.number, skk.on)} yang ditandatangani ${skk.signatory}, `
      : 'Dengan hormat, ',
    jumlah_kasus: inBoth(cases.length),
    jumlah_belum: inBoth(missing),
    kasus: withNumbers(
      cases.map(({ caseNumber, employer, violations, missing: belum }) => ({
        kasus: caseNumber,
        badan_usaha: `${employer.name}, ${wholeAddress(employer)}`,
        daftar_pelanggaran: violationList(violations),
        belum: inBoth(belum),
      })),
    ),
    penanda_tangan: signatureValues([data.signatory]),
    ada_tembusan: copies.length > 0,
    tembusan: numbered(copies),
    ada_isi: index.length > 0,
    isi_berkas: withNumbers(
      index.map(({ name, what, number, date, sha256 }) => ({
        berkas: name,
        uraian: what,
        dokumen: documentWords(number, date),
        sha256: inGroups(sha256),
      })),
    ),
  };
}

/** Four groups of sixteen: a hash that a person compares, and that breaks over lines. */
function inGroups(hex: string): string {
  return hex.match(/.{1,16}/g)?.join(' ') ?? '';
}
