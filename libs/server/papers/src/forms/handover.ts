import { CHRONOLOGY_BLOCKS } from './chronology';
import type { Block, Form } from './form';

const COVER: readonly Block[] = [
  { is: 'heads' },
  { is: 'date', text: '{tempat}, {tanggal}' },
  {
    is: 'rows',
    rows: [
      ['Nomor', '{nomor}'],
      ['Sifat', '{sifat}'],
      ['Lampiran', '{lampiran}'],
      ['Hal', 'Penyerahan Berkas Penanganan Kepatuhan Badan Usaha'],
    ],
  },
  { is: 'address', lines: ['{tujuan}', '{melalui}', '{tempat_tujuan}'] },
  {
    is: 'para',
    text: '{dasar_kuasa}bersama ini kami serahkan berkas penanganan kepatuhan {jumlah_kasus} badan usaha dalam program Jaminan Kesehatan Nasional (penyerahan ke-{penyerahan}), dengan {jumlah_belum} orang pekerja yang belum terdaftar, sebagai berikut:',
  },
  {
    is: 'table',
    of: 'kasus',
    columns: [
      { title: 'No.', text: '{no}', width: 2 },
      { title: 'Kasus', text: '{kasus}', width: 4 },
      { title: 'Badan usaha', text: '{badan_usaha}', width: 14 },
      { title: 'Pelanggaran', text: '{daftar_pelanggaran}', width: 9 },
      { title: 'Pekerja belum terdaftar', text: '{belum}', width: 6, align: 'right' },
    ],
  },
  {
    is: 'para',
    text: 'Tiap berkas memuat daftar isi, kronologi, dokumen asli, dan manifes yang ditandatangani secara elektronik. Keutuhannya dapat diperiksa tanpa jaringan dengan membuka periksa.html di dalam berkas itu.',
  },
  {
    is: 'para',
    text: 'Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.',
  },
  { is: 'signatures', of: 'penanda_tangan' },
  {
    is: 'when',
    tag: 'ada_tembusan',
    blocks: [
      { is: 'heading', text: 'Tembusan' },
      { is: 'list', of: 'tembusan', item: '{isi}' },
    ],
  },
];

const INDEX: Block = {
  is: 'when',
  tag: 'ada_isi',
  blocks: [
    { is: 'newPage' },
    { is: 'title', lines: ['DAFTAR ISI BERKAS', 'Penyerahan ke-{penyerahan}'] },
    {
      is: 'table',
      of: 'isi_berkas',
      columns: [
        { title: 'No.', text: '{no}', width: 2 },
        { title: 'Nama berkas', text: '{berkas}', width: 9 },
        { title: 'Uraian', text: '{uraian}', width: 9 },
        { title: 'Nomor dan tanggal', text: '{dokumen}', width: 9 },
        { title: 'SHA-256', text: '{sha256}', width: 11 },
      ],
    },
    {
      is: 'para',
      text: 'Nilai SHA-256 tiap berkas tercantum juga dalam manifest.json, yang tanda tangan elektroniknya ada dalam manifest.sig.',
    },
  ],
};

/** Surat Pengantar of a hand-over, with the index where the files are known. docs/domain.md#papers. */
export const HANDOVER: Form = {
  title: 'Penyerahan Berkas Penanganan Kepatuhan Badan Usaha',
  blocks: [...COVER, INDEX],
};

/** `berkas.pdf` of a dossier: cover letter, index and chronology. docs/domain.md#dossiers. */
export const DOSSIER: Form = {
  title: 'Berkas Kasus {nomor_kasus}',
  blocks: [...COVER, INDEX, { is: 'newPage' }, ...CHRONOLOGY_BLOCKS],
};
