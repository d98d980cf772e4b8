import type { Block, Form } from './form';

const RECORD: readonly Block[] = [
  { is: 'heads' },
  { is: 'title', lines: ['BERITA ACARA KUNJUNGAN', 'Nomor: {nomor}'] },
  {
    is: 'para',
    text: 'Pada hari {hari} tanggal {tanggal_huruf} ({tanggal_angka}){pukul}, bertempat di {tempat_kunjungan}, kami:',
  },
  {
    is: 'table',
    of: 'petugas',
    columns: [
      { title: 'No.', text: '{no}', width: 1 },
      { title: 'Nama', text: '{nama}', width: 6 },
      { title: 'Jabatan', text: '{jabatan}', width: 6 },
      { title: 'Instansi', text: '{instansi}', width: 6 },
    ],
  },
  { is: 'para', text: '{dasar_tugas}telah melakukan kunjungan kepada badan usaha berikut:' },
  {
    is: 'rows',
    rows: [
      ['Nama', '{badan_usaha}'],
      ['NIB', '{nib}'],
      ['NPWP', '{npwp}'],
      ['NPP BPJS Kesehatan', '{npp}'],
      ['Alamat', '{alamat_lengkap}'],
      ['Diterima oleh', '{penerima}, {jabatan_penerima}'],
    ],
  },
  { is: 'heading', text: 'Keadaan menurut data' },
  {
    is: 'para',
    text: 'Menurut data {sumber} per {per_tanggal}, badan usaha mempekerjakan sekitar {perkiraan} orang; {terdaftar} orang telah terdaftar sebagai peserta Jaminan Kesehatan Nasional dan {belum} orang belum terdaftar. Badan usaha:',
  },
  { is: 'list', of: 'pelanggaran', item: '{isi}' },
  { is: 'heading', text: 'Hasil kunjungan' },
  { is: 'each', of: 'hasil', blocks: [{ is: 'para', text: '{isi}' }] },
  { is: 'para', text: '{kesanggupan}' },
  {
    is: 'para',
    text: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  },
  {
    is: 'table',
    of: 'tanda_tangan',
    tall: true,
    columns: [
      { title: 'No.', text: '{no}', width: 1 },
      { title: 'Nama', text: '{nama}', width: 6 },
      { title: 'Mewakili', text: '{mewakili}', width: 6 },
      { title: 'Tanda tangan', text: '{garis}', width: 6 },
    ],
  },
];

const PLEDGE: readonly Block[] = [
  { is: 'newPage' },
  { is: 'title', lines: ['SURAT PERNYATAAN KESANGGUPAN'] },
  { is: 'para', text: 'Yang bertanda tangan di bawah ini:' },
  {
    is: 'rows',
    rows: [
      ['Nama', '{nama_penyanggup}'],
      ['Jabatan', '{jabatan_penyanggup}'],
      ['Badan usaha', '{badan_usaha}'],
      ['Alamat', '{alamat_lengkap}'],
    ],
  },
  {
    is: 'para',
    text: 'menyatakan sanggup mendaftarkan {jumlah_sanggup} orang pekerja beserta anggota keluarganya sebagai peserta Jaminan Kesehatan Nasional kepada BPJS Kesehatan, dengan data yang lengkap dan benar, paling lambat hari {tanggal_sanggup} ({tanggal_sanggup_huruf}).',
  },
  {
    is: 'para',
    text: 'Pernyataan ini dibuat dengan sadar dan tanpa paksaan dari pihak mana pun. Apabila sampai dengan tanggal tersebut belum dilaksanakan, kami memahami bahwa penanganan dilanjutkan menurut peraturan perundang-undangan.',
  },
  { is: 'date', text: '{tempat}, {tanggal}' },
  { is: 'signatures', of: 'penyanggup' },
];

/** Berita Acara Kunjungan, with the employer's pledge on a page of its own where there is one. docs/domain.md#papers. */
export const VISIT: Form = {
  title: 'Berita Acara Kunjungan',
  blocks: [...RECORD, { is: 'when', tag: 'ada_kesanggupan', blocks: PLEDGE }],
};
