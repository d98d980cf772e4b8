import type { Block, Form } from './form';

export const CHRONOLOGY_BLOCKS: readonly Block[] = [
  { is: 'title', lines: ['KRONOLOGI PENANGANAN KEPATUHAN BADAN USAHA', 'Kasus {nomor_kasus}, {daerah}'] },
  {
    is: 'rows',
    rows: [
      ['Nama', '{badan_usaha}'],
      ['NIB', '{nib}'],
      ['NPWP', '{npwp}'],
      ['NPP BPJS Kesehatan', '{npp}'],
      ['Alamat', '{alamat_lengkap}'],
      ['Pelanggaran', '{daftar_pelanggaran}'],
      ['Pekerja', 'sekitar {perkiraan}; terdaftar {terdaftar}; belum terdaftar {belum}'],
      ['Sumber data', '{sumber} per {per_tanggal}'],
      ['Kasus dibuka', '{dibuka}'],
    ],
  },
  {
    is: 'table',
    of: 'langkah',
    columns: [
      { title: 'No.', text: '{no}', width: 2 },
      { title: 'Langkah', text: '{nama}', width: 6 },
      { title: 'Nomor dan tanggal', text: '{dokumen}', width: 9 },
      { title: 'Dikirim dan diterima', text: '{penerimaan}', width: 9 },
      { title: 'Jangka waktu', text: '{waktu}', width: 9 },
      { title: 'Keterangan dan bukti', text: '{keterangan}', width: 10 },
    ],
  },
  { is: 'para', text: 'Kronologi ini memuat langkah yang tercatat sampai dengan {sampai}.' },
];

/** Kronologi: every step of a case, with number, date, proof of receipt and clock. docs/domain.md#papers. */
export const CHRONOLOGY: Form = { title: 'Kronologi Kasus {nomor_kasus}', blocks: CHRONOLOGY_BLOCKS };
