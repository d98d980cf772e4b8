import type { BlockerCode, IsoDate } from '@papan/domain';

/** What stops a task: which, who can lift it, why, since which day of the story, wanted by, and lifted on. */
export interface BlockerScript {
  readonly task: string;
  readonly lifter: string;
  readonly code: BlockerCode;
  readonly text: string;
  readonly since: IsoDate;
  readonly wantedBy: IsoDate | null;
  readonly lifted?: { readonly on: IsoDate; readonly note: string };
}

const row = (
  task: string,
  lifter: string,
  code: BlockerCode,
  since: IsoDate,
  wantedBy: IsoDate | null,
  text: string,
): BlockerScript => ({ task, lifter, code, since, wantedBy, text });

/**
 * Sixteen waits that are open when the demonstration begins. The first three close a circle: Dinsos waits for
 * Dispendukcapil, Dispendukcapil for DPMD, and DPMD for Dinsos.
 */
export const BLITAR_BLOCKERS: readonly BlockerScript[] = [
  row(
    'dinsos-ponggok',
    'DISPENDUKCAPIL',
    'DATA',
    '2026-10-12',
    '2026-10-26',
    '318 NIK belum rekam; usulan PBI tertahan di SIKS-NG.',
  ),
  row(
    'capil-garum',
    'DPMD',
    'DATA',
    '2026-10-14',
    '2026-10-30',
    'Laporan kematian dari desa belum lengkap, akta tidak dapat diterbitkan.',
  ),
  row(
    'dpmd-kematian',
    'DINSOS',
    'DATA_ACCESS',
    '2026-10-15',
    '2026-11-03',
    'Desa minta daftar penerima per dusun lebih dulu supaya tidak mendata dua kali.',
  ),
  row(
    'dinkes-reaktivasi',
    'BAPPEDALITBANG',
    'BUDGET',
    '2026-10-13',
    '2026-11-13',
    'Sisa kuota anggaran hanya cukup untuk sebagian; menunggu P-APBD.',
  ),
  row(
    'dinkes-bakung',
    'BPJS-KES',
    'WAITING_INSTITUTION',
    '2026-10-20',
    '2026-11-04',
    'Berkas usulan 9 Oktober belum dibalas.',
  ),
  row(
    'disdik-yayasan',
    'BPJS-KES',
    'WAITING_INSTITUTION',
    '2026-10-16',
    '2026-11-06',
    'Kode badan usaha untuk tujuh yayasan belum terbit.',
  ),
  row(
    'disdik-santri',
    'DISPENDUKCAPIL',
    'DATA',
    '2026-10-22',
    null,
    'Santri dari luar kabupaten belum jelas alamat kependudukannya.',
  ),
  row(
    'disnaker-himbauan',
    'DPMPTSP',
    'DATA',
    '2026-10-09',
    '2026-10-23',
    'Alamat 38 badan usaha pada daftar NIB sudah tidak berlaku.',
  ),
  row(
    'disnaker-kunjungan',
    'KEJARI',
    'EMPLOYER_REFUSES',
    '2026-10-27',
    '2026-11-16',
    'Empat perusahaan menolak ditemui; mohon pendampingan Seksi Datun.',
  ),
  row(
    'ptsp-nib',
    'DISKOMINFO',
    'DATA_ACCESS',
    '2026-10-19',
    '2026-11-09',
    'Sambungan pemadanan belum dapat dipakai, pencocokan masih manual.',
  ),
  row(
    'dpmd-pesiar-binangun',
    'BAPPEDALITBANG',
    'BUDGET',
    '2026-10-21',
    '2026-11-12',
    'Honor agen belum punya dasar di APB Desa lima desa.',
  ),
  row(
    'dinkop-rehab',
    'BPJS-KES',
    'ARREARS',
    '2026-10-23',
    '2026-11-10',
    'Menunggu daftar tunggakan terbaru untuk program cicilan.',
  ),
  row(
    'perindag-tembakau',
    'DISNAKER',
    'EMPLOYER_REFUSES',
    '2026-10-20',
    '2026-11-06',
    'Dua gudang menyebut pekerjanya harian lepas; perlu penegasan status.',
  ),
  row(
    'nakkan-ponggok',
    'DISNAKER',
    'STAFFING',
    '2026-10-26',
    '2026-11-11',
    'Petugas kunjungan hanya dua orang untuk 140 kandang.',
  ),
  row(
    'bkp-nonasn',
    'BPJS-KES',
    'REFUSAL',
    '2026-10-28',
    '2026-11-18',
    'Sebagian pegawai menolak pindah dari kepesertaan keluarga; perlu penjelasan.',
  ),
  row(
    'kominfo-data',
    'BPJS-KES',
    'DATA_ACCESS',
    '2026-10-08',
    '2026-10-22',
    'PKS pemanfaatan data belum ditandatangani.',
  ),
  {
    ...row('dinkes-wates', 'DISPENDUKCAPIL', 'DATA', '2026-10-07', '2026-10-14', '24 warga belum punya NIK.'),
    lifted: { on: '2026-10-13', note: 'Perekaman keliling selesai.' },
  },
  {
    ...row('perindag-wlingi', 'DPMPTSP', 'ABSENT_OR_MOVED', '2026-10-12', null, 'Kios pindah ke pasar baru.'),
    lifted: { on: '2026-10-19', note: 'Daftar kios baru sudah dibagikan.' },
  },
  {
    ...row('dkpp-doko', 'DPMD', 'STAFFING', '2026-10-14', '2026-10-21', 'Penyuluh cuti, perlu bantuan perangkat desa.'),
    lifted: { on: '2026-10-20', note: 'Kader desa mendampingi.' },
  },
  {
    ...row(
      'pkb-hamil',
      'DINKES',
      'DATA',
      '2026-10-09',
      '2026-10-16',
      'Rekap kelas ibu hamil bulan September belum dikirim.',
    ),
    lifted: { on: '2026-10-15', note: 'Rekap dikirim.' },
  },
  {
    ...row(
      'disnaker-garum',
      'BPJS-KES',
      'WAITING_INSTITUTION',
      '2026-10-15',
      '2026-10-22',
      'Akun e-Dabu perusahaan terkunci.',
    ),
    lifted: { on: '2026-10-21', note: 'Akun dibuka kembali.' },
  },
];
