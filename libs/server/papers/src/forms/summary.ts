import type { Form } from './form';

/** Compliance summary for the Asisten. docs/domain.md#papers. */
export const SUMMARY: Form = {
  title: 'Ringkasan Kepatuhan Badan Usaha',
  blocks: [
    { is: 'title', lines: ['RINGKASAN KEPATUHAN BADAN USAHA', '{daerah}', 'per {per_saat}'] },
    {
      is: 'rows',
      rows: [
        ['Sumber', '{sumber}'],
        ['Kasus terbuka', '{terbuka}'],
        ['Patuh', '{patuh}'],
        ['Ditutup', '{tutup}'],
        ['Pekerja belum terdaftar', '{belum}'],
        ['Pekerja terdaftar karena penanganan', '{terdaftar}'],
      ],
    },
    { is: 'heading', text: 'Kasus menurut langkah' },
    {
      is: 'table',
      of: 'corong',
      columns: [
        { title: 'Langkah', text: '{langkah}', width: 10 },
        { title: 'Pernah sampai', text: '{sampai}', width: 5, align: 'right' },
        { title: 'Sekarang di sini', text: '{sekarang}', width: 5, align: 'right' },
      ],
    },
    { is: 'heading', text: 'Pekerja terdaftar menurut langkah terakhir' },
    {
      is: 'table',
      of: 'perolehan',
      columns: [
        { title: 'Langkah', text: '{langkah}', width: 10 },
        { title: 'Pekerja', text: '{pekerja}', width: 5, align: 'right' },
        { title: 'Kasus', text: '{kasus}', width: 5, align: 'right' },
      ],
    },
    { is: 'heading', text: 'Paling lama menunggu' },
    {
      is: 'table',
      of: 'terlama',
      columns: [
        { title: 'Badan usaha', text: '{nama}', width: 9 },
        { title: 'Langkah', text: '{langkah}', width: 5 },
        { title: 'Sejak', text: '{sejak}', width: 4 },
        { title: 'Hari', text: '{hari}', width: 2, align: 'right' },
      ],
    },
    { is: 'heading', text: 'Tenggat berikutnya' },
    {
      is: 'table',
      of: 'berikutnya',
      columns: [
        { title: 'Badan usaha', text: '{nama}', width: 9 },
        { title: 'Langkah', text: '{langkah}', width: 5 },
        { title: 'Berakhir', text: '{berakhir}', width: 6 },
      ],
    },
  ],
};
