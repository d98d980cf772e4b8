import type { Form } from './form';

/** Surat Himbauan. UU 24/2011 art. 15, 17; PP 86/2013; docs/domain.md#papers. */
export const HIMBAUAN: Form = {
  title: '{hal}',
  blocks: [
    { is: 'heads' },
    { is: 'date', text: '{tempat}, {tanggal}' },
    {
      is: 'rows',
      rows: [
        ['Nomor', '{nomor}'],
        ['Sifat', '{sifat}'],
        ['Lampiran', '{lampiran}'],
        ['Hal', '{hal}'],
      ],
    },
    { is: 'address', lines: ['Pimpinan {badan_usaha}', '{alamat}', '{wilayah}'] },
    {
      is: 'para',
      text: 'Dalam rangka menjamin perlindungan kesehatan bagi pekerja beserta anggota keluarganya, dengan hormat kami sampaikan hal-hal berikut.',
    },
    { is: 'when', tag: 'lanjutan', blocks: [{ is: 'para', text: '{lanjutan}' }] },
    { is: 'heading', text: 'Dasar hukum' },
    { is: 'list', of: 'dasar', item: '{isi}' },
    { is: 'heading', text: 'Keadaan' },
    {
      is: 'para',
      text: 'Menurut data {sumber} per {per_tanggal}, {badan_usaha}{nomor_identitas} mempekerjakan sekitar {perkiraan} orang; {terdaftar} orang telah terdaftar sebagai peserta Jaminan Kesehatan Nasional dan {belum} orang belum terdaftar. Menurut data tersebut, badan usaha Saudara:',
    },
    { is: 'list', of: 'pelanggaran', item: '{isi}' },
    { is: 'heading', text: 'Yang perlu dilakukan' },
    { is: 'para', text: 'Sehubungan dengan itu, kami menghimbau Saudara paling lambat {batas} untuk:' },
    { is: 'list', of: 'tindakan', item: '{isi}' },
    {
      is: 'para',
      text: 'Apabila kewajiban tersebut sudah dilaksanakan, atau data di atas berbeda dari keadaan sebenarnya, mohon Saudara menyampaikan bukti atau perbaikannya kepada kami.',
    },
    { is: 'each', of: 'catatan', blocks: [{ is: 'para', text: '{isi}' }] },
    {
      is: 'para',
      text: 'Keterangan dan bantuan pendaftaran dapat diperoleh pada {narahubung}.',
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
  ],
};
