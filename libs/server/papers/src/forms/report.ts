import type { Form } from './form';

/** Monthly report on coverage: parts with sentences, a list, and a table whose columns come with the data. docs/domain.md#papers. */
export const REPORT: Form = {
  title: '{judul}',
  blocks: [
    { is: 'title', lines: ['{judul_besar}', '{daerah}', '{bulan}'] },
    {
      is: 'rows',
      rows: [
        ['Data per', '{per}'],
        ['Penduduk', '{penduduk}'],
        ['Sumber', '{sumber}'],
        ['Disusun', '{disusun}'],
      ],
    },
    {
      is: 'each',
      of: 'bagian',
      blocks: [
        { is: 'when', tag: 'halaman_baru', blocks: [{ is: 'newPage' }] },
        { is: 'heading', text: '{judul_bagian}' },
        { is: 'each', of: 'kalimat', blocks: [{ is: 'para', text: '{isi}' }] },
        { is: 'when', tag: 'butir', blocks: [{ is: 'list', of: 'butir', item: '{isi}' }] },
        {
          is: 'each',
          of: 'tabel',
          blocks: [
            { is: 'when', tag: 'asal', blocks: [{ is: 'note', text: '{asal}' }] },
            { is: 'grid', columns: 'kolom', rows: 'baris', cells: 'sel', tall: 'tinggi', total: 'jumlah' },
          ],
        },
      ],
    },
  ],
};
