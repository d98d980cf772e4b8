import type { Capacity } from '@papan/domain';
import type { AccountRow, PartyRow } from '../table';

/**
 * The eighteen parties around the table in Kabupaten Blitar. The press of 2018 speaks of fifteen agencies and names some;
 * the others are those that such a table usually has. Master data that an administrator edits.
 */
export const BLITAR_PARTIES: readonly PartyRow[] = [
  [
    'DINKES',
    'Dinas Kesehatan',
    'Dinkes',
    'DKS',
    'LEAD',
    'Memimpin seluruh gerak menuju UHC; mendaftarkan warga tanggungan kabupaten (PBPU/BP Pemda); rekonsiliasi bulanan',
  ],
  [
    'DINSOS',
    'Dinas Sosial',
    'Dinsos',
    'DSS',
    'OPD',
    'Memadankan DTSEN dengan Master File; usulan, penghapusan, dan reaktivasi PBI',
  ],
  [
    'DISPENDUKCAPIL',
    'Dinas Kependudukan dan Pencatatan Sipil',
    'Dispendukcapil',
    'CPL',
    'OPD',
    'Penyebut per desa; kematian, pindah, data ganda; NIK yang belum direkam',
  ],
  [
    'DISDIK',
    'Dinas Pendidikan',
    'Disdik',
    'DSK',
    'OPD',
    'Mendaftarkan guru dan tenaga kependidikan non-ASN; yayasan sekolah swasta sebagai pemberi kerja',
  ],
  [
    'DISNAKER',
    'Dinas Tenaga Kerja',
    'Disnaker',
    'DNK',
    'OPD',
    'Daftar perusahaan; himbauan dan kunjungan bersama ke pemberi kerja',
  ],
  [
    'DPMPTSP',
    'Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu',
    'DPMPTSP',
    'PTS',
    'OPD',
    'Badan usaha berizin; pemeriksaan kepesertaan aktif pada perizinan; pelaksanaan TMP2T',
  ],
  [
    'DPMD',
    'Dinas Pemberdayaan Masyarakat dan Desa',
    'DPMD',
    'PMD',
    'OPD',
    'Kepala dan perangkat desa, BUM Desa, agen PESIAR',
  ],
  ['DINKOP', 'Dinas Koperasi dan Usaha Mikro', 'Dinkop', 'KUM', 'OPD', 'Koperasi dan usaha mikro'],
  [
    'DISPERINDAG',
    'Dinas Perindustrian dan Perdagangan',
    'Disperindag',
    'PDG',
    'OPD',
    'Pedagang pasar, industri kecil, pekerja rokok',
  ],
  ['DKPP', 'Dinas Ketahanan Pangan dan Pertanian', 'DKPP', 'KPP', 'OPD', 'Petani dan buruh tani melalui kelompok tani'],
  [
    'DISNAKKAN',
    'Dinas Peternakan dan Perikanan',
    'Disnakkan',
    'NKK',
    'OPD',
    'Pekerja peternakan unggas, nelayan, pembudi daya ikan',
  ],
  ['DP3AP2KB', 'Dinas P3AP2KB', 'DP3AP2KB', 'PKB', 'OPD', 'Keluarga, ibu hamil, bayi baru lahir'],
  [
    'BKPSDM',
    'Badan Kepegawaian dan Pengembangan SDM',
    'BKPSDM',
    'BKP',
    'OPD',
    'Anggota keluarga ASN; pegawai non-ASN seluruh perangkat daerah',
  ],
  ['DISKOMINFO', 'Dinas Komunikasi dan Informatika', 'Diskominfo', 'KMF', 'OPD', 'Kampanye, hosting, walidata'],
  [
    'BAPPEDALITBANG',
    'Bappedalitbang bersama BPKAD',
    'Bappedalitbang',
    'BPD',
    'OPD',
    'Rencana dan anggaran; pembayaran iuran tepat waktu',
  ],
  [
    'SETDA-KESRA',
    'Asisten Pemerintahan dan Kesra, Sekretariat Daerah',
    'Setda Kesra',
    'STD',
    'SECRETARIAT',
    'Memimpin rapat, mengawal hitung mundur, memegang rancangan Instruksi Bupati',
  ],
  [
    'BPJS-KES',
    'BPJS Kesehatan Kantor Kabupaten Blitar (KC Kediri)',
    'BPJS Kesehatan',
    'BPJ',
    'PARTNER',
    'Memverifikasi kepesertaan; memeriksa pemberi kerja; memberi teguran dan denda; memberi SKK',
  ],
  [
    'KEJARI',
    'Kejaksaan Negeri Blitar, Seksi Datun',
    'Kejari',
    'KJR',
    'PARTNER',
    'Memanggil, berunding dengan, atau menggugat pemberi kerja berdasarkan SKK dari BPJS',
  ],
];

/** Posts that are held by somebody acting, and since when. */
export const BLITAR_ACTING: Readonly<Record<string, readonly [Capacity, string]>> = {
  DISDIK: ['PLT', '2026-08-03'],
  DISNAKER: ['PLT', '2026-06-15'],
  DINKOP: ['PLT', '2026-09-01'],
  DISNAKKAN: ['PLT', '2026-07-20'],
  BKPSDM: ['PLH', '2026-10-26'],
  BAPPEDALITBANG: ['PLT', '2026-05-04'],
  'SETDA-KESRA': ['PJ', '2026-04-13'],
};

/** One account for every role, and a second operator. BPJS and the Kejaksaan serve both Blitars with one login. */
export const BLITAR_ACCOUNTS: readonly AccountRow[] = [
  ['dinkes', 'DINKES', 'lead'],
  ['disdik', 'DISDIK', 'operator'],
  ['disnaker', 'DISNAKER', 'operator'],
  ['kepala.disdik', 'DISDIK', 'head'],
  ['asisten', 'SETDA-KESRA', 'assistant'],
  ['bpjs', 'BPJS-KES', 'bpjs-verifier'],
  ['pemeriksa.bpjs', 'BPJS-KES', 'bpjs-inspector'],
  ['kepala.bpjs', 'BPJS-KES', 'bpjs-head'],
  ['kejari', 'KEJARI', 'prosecutor'],
  ['dpmptsp', 'DPMPTSP', 'counter'],
  ['dispendukcapil', 'DISPENDUKCAPIL', 'data-officer'],
  ['bupati', 'SETDA-KESRA', 'viewer'],
  ['inspektorat', 'SETDA-KESRA', 'auditor'],
  ['provinsi', 'SETDA-KESRA', 'province'],
  ['admin', 'DISKOMINFO', 'admin'],
];
