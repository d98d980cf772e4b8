import type { Unit } from '@papan/domain';

/** What operators write beside a report: short, about things and places, never about a person. Many write nothing. */
export const REPORT_NOTES: Readonly<Record<Unit, readonly string[]>> = {
  people: [
    'Daftar terlampir, sudah dikirim ke BPJS.',
    'Hasil loket keliling dua hari.',
    'Tambahan dari balai desa.',
    'Sebagian menunggu perbaikan NIK.',
    'Usulan tahap kedua.',
    'Warga banyak yang baru datang sore hari.',
    'Dibantu kader dan agen desa.',
    'Susulan minggu lalu.',
    'Termasuk satu keluarga pindahan utuh.',
    'Berkas lengkap, diantar kurir kantor.',
  ],
  workers: [
    'Daftar upah sudah dicocokkan.',
    'Perusahaan mendaftar lewat e-Dabu.',
    'Pekerja borongan menyusul.',
    'Hasil kunjungan bersama.',
    'Sisanya menunggu kantor pusat perusahaan.',
    'Termasuk pekerja giliran malam.',
  ],
  employers: [
    'Surat diterima, bukti kirim ada.',
    'Dua alamat tidak ditemukan.',
    'Diantar langsung ke pabrik.',
    'Sebagian minta penjelasan tertulis.',
    'Usaha kecil di sepanjang jalan raya.',
  ],
  villages: [
    'SK sudah ditandatangani kepala desa.',
    'Digabung dengan rapat desa.',
    'Dua desa menyusul minggu depan.',
    'Kendaraan sempat terhalang hujan.',
    'Semua berjalan lancar.',
  ],
  documents: [
    'Berkas diserahkan ke Dinkes.',
    'Sudah diparaf.',
    'Menunggu cap basah.',
    'Hasil pemeriksaan hari ini.',
    'Rekap mingguan.',
  ],
  rupiah: ['SP2D terbit.', 'Tahap pertama.', 'Sudah masuk DPA perubahan.'],
};

export const CORRECTION_NOTES: readonly string[] = [
  'Terhitung dua kali: satu keluarga sudah masuk laporan minggu lalu.',
  'Sebagian ternyata warga Kota Blitar.',
  'Sudah terdaftar lewat perusahaan lain.',
  'Salah ketik jumlah.',
  'Belum menyetujui pendaftaran, ditarik dulu.',
  'Data ganda ditemukan saat rekonsiliasi.',
];

export const VERIFY_NOTES: readonly string[] = [
  'Sesuai Master File.',
  'Selisih karena NIK belum padan.',
  'Sebagian masih menunggu aktivasi.',
  'Dicocokkan dengan data pendaftaran minggu ini.',
];

export const RETURN_REASONS: readonly string[] = [
  'Daftar belum ditandatangani, mohon dilengkapi.',
  'Bukti kirim belum ada untuk sebagian berkas.',
  'Jumlah pada berita acara berbeda dengan laporan.',
];
