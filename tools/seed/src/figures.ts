import type { PublishedFigure } from '@papan/domain';

/** A published figure as the demonstration stores it, with the name under which it is kept. */
export interface StoredFigure extends PublishedFigure {
  readonly id: string;
  /** What the percentages are shares of, where the publication says it. */
  readonly denominator: string | null;
}

const BLITAR = { code: '35.05', name: 'Kabupaten Blitar' };
const KOTA = { code: '35.72', name: 'Kota Blitar' };
const TANJUNGBALAI = { code: '12.74', name: 'Kota Tanjungbalai' };
const BOJONEGORO = { code: '35.22', name: 'Kabupaten Bojonegoro' };

/** What the press printed about four local governments: figures with source and date, and one claim without figures. */
export const PRESS_FIGURES: readonly StoredFigure[] = [
  {
    id: 'kab-blitar-2018',
    region: BLITAR,
    kind: 'CLAIM',
    asOf: null,
    source: 'Berita rapat persiapan UHC, 2018',
    note: 'Kesepakatan Bersama 119/I.22/409.05/2018: seluruh penduduk terlindungi pada 31 Desember 2018. Sasaran, bukan capaian.',
    denominator: null,
  },
  {
    id: 'kota-blitar-2022',
    region: KOTA,
    kind: 'DATA',
    asOf: '2022-03-23',
    source: 'Berita 23 Maret 2022',
    note: '2.978 warga belum terdaftar. Angka 2% terlalu kasar untuk menghitung balik jumlah penduduk. Kuota PBI tersedia 10.069.',
    denominator: null,
    coveragePercent: { percent: 98, decimals: 0 },
    unregistered: 2_978,
    unregisteredPercent: { percent: 2, decimals: 0 },
  },
  {
    id: 'kota-blitar-2025',
    region: KOTA,
    kind: 'DATA',
    asOf: '2025-11-01',
    saysUhc: true,
    source: 'Berita 17 November 2025',
    note: 'UHC Prioritas; Nota Kesepakatan dengan BPJS Kesehatan KC Kediri diperbarui 17 November 2025.',
    denominator: null,
    registered: 163_342,
    coveragePercent: { percent: 100, decimals: 0 },
    activePercent: { percent: 97, decimals: 0 },
  },
  {
    id: 'kota-blitar-2026',
    region: KOTA,
    kind: 'DATA',
    asOf: '2026-01-01',
    source: 'Berita Januari 2026',
    note: 'Keaktifan turun sekitar dua bulan setelah 1 November 2025; jumlah orang tidak disebut.',
    denominator: null,
    activePercent: { percent: 95.14, decimals: 2 },
  },
  {
    id: 'tanjungbalai-2025',
    region: TANJUNGBALAI,
    kind: 'DATA',
    asOf: '2025-04-01',
    saysUhc: true,
    source: 'Berita April 2025',
    note: 'Sasaran 98%. Sebab yang disebut: penonaktifan peserta APBN, meninggal atau pindah, pekerja swasta belum terdaftar.',
    denominator: 'Penduduk semester II 2024',
    registered: 183_139,
    coveragePercent: { percent: 97.45, decimals: 2 },
    active: 150_499,
    activePercent: { percent: 80.08, decimals: 2 },
  },
  {
    id: 'bojonegoro-2025',
    region: BOJONEGORO,
    kind: 'CLAIM',
    asOf: null,
    source: 'Berita 16 Desember 2025',
    saysUhc: true,
    note: 'Disebut 100% penduduk terdaftar sebagai peserta aktif, tanpa angka: disimpan sebagai pernyataan, bukan data.',
    denominator: null,
  },
];
