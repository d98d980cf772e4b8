import type { CaseStep } from '@papan/domain';
import type {
  ChronologyData,
  HandoverData,
  LetterData,
  Paper,
  PaperEmployer,
  PaperKind,
  PaperSetting,
  ReportData,
  SummaryData,
  VisitData,
} from './data';

/** Invented data, one for every paper: a template is filled with it before it is taken, and the specs look at it. */

export const EXAMPLE_SETTING: PaperSetting = { size: 'F4', demo: true, madeAt: '2026-11-02T01:00:00.000Z' };

const EMPLOYER: PaperEmployer = {
  name: 'CV Contoh Makmur Abadi',
  nib: '1234567890123',
  npwp: '012345678655000',
  npp: '01234567',
  address: 'Jalan Contoh Raya Nomor 45',
  village: 'Babadan',
  district: 'Wlingi',
};
const SOURCE = {
  name: 'daftar badan usaha belum patuh BPJS Kesehatan Kantor Cabang Kediri',
  asOf: '2026-10-01',
};
const WORKERS = { estimated: 62, registered: 24, missing: 38 };
const DISNAKER = {
  over: ['PEMERINTAH KABUPATEN BLITAR'],
  name: 'DINAS TENAGA KERJA',
  lines: ['Jalan Contoh Nomor 1, Kanigoro, Blitar 66171', 'Telepon (0342) 000001, disnaker@contoh.go.id'],
};
const BPJS = {
  over: ['BADAN PENYELENGGARA JAMINAN SOSIAL KESEHATAN'],
  name: 'KANTOR CABANG KEDIRI',
  lines: ['Jalan Contoh Nomor 2, Kediri 64121', 'Telepon (0354) 000002'],
};
const BPJS_HEAD = {
  name: 'dr. Ratna Contohwati, M.M.',
  post: 'Kepala BPJS Kesehatan Kantor Cabang Kediri',
  capacity: 'DEFINITIF',
} as const;

export const EXAMPLE_LETTER: LetterData = {
  letterheads: [DISNAKER, BPJS],
  nature: 'Segera',
  attachments: '-',
  nth: 2,
  employer: EMPLOYER,
  violations: ['PARTLY_REGISTERED', 'ARREARS'],
  workers: WORKERS,
  source: SOURCE,
  by: '2026-11-23',
  withinDays: 14,
  contact: {
    name: 'Bidang Hubungan Industrial',
    lines: ['telepon (0342) 000001', 'Senin sampai Jumat pukul 08.00–15.00 WIB'],
  },
  place: 'Blitar',
  signatories: [
    {
      name: 'Drs. Bambang Contohadi, M.Si.',
      post: 'Kepala Dinas Tenaga Kerja Kabupaten Blitar',
      capacity: 'PLT',
      rank: 'Pembina Tingkat I',
      nip: '197001011995031001',
    },
    BPJS_HEAD,
  ],
  copies: ['Bupati Blitar (sebagai laporan)', 'Kepala Dinas Kesehatan Kabupaten Blitar'],
  remarks: ['Pendaftaran dapat dilakukan secara daring tanpa datang ke kantor.'],
};

export const EXAMPLE_VISIT: VisitData = {
  letterheads: [DISNAKER],
  on: '2026-03-09',
  time: '09.30',
  place: 'kantor CV Contoh Makmur Abadi, Desa Babadan, Kecamatan Wlingi',
  employer: EMPLOYER,
  officers: [
    { name: 'Siti Contohrini', post: 'Petugas Pemeriksa', agency: 'BPJS Kesehatan Kantor Cabang Kediri' },
    { name: 'Agus Contohwan', post: 'Mediator Hubungan Industrial', agency: 'Dinas Tenaga Kerja' },
  ],
  order: { number: '094/117/409.108/2026', on: '2026-03-06' },
  receivedBy: { name: 'Hendra Contohnata', post: 'Direktur' },
  violations: ['PARTLY_REGISTERED'],
  workers: WORKERS,
  source: SOURCE,
  findings: [
    'Daftar hadir bulan Februari 2026 memuat 62 nama. Daftar pekerja yang terdaftar diperlihatkan.',
    'Pimpinan menjelaskan bahwa pekerja harian belum didaftarkan karena belum lengkap datanya.',
  ],
  pledge: { by: { name: 'Hendra Contohnata', post: 'Direktur' }, workers: 38, on: '2026-03-30' },
  signedAt: 'Wlingi',
};

const STEP: CaseStep = {
  entry: '00000000-0000-7000-8000-000000000001',
  nth: 1,
  step: 'IDENTIFIED',
  on: '2026-01-12',
  number: '',
  signatory: '',
  note: 'Daftar BPJS Kesehatan bulan Januari',
  sentOn: null,
  receivedOn: null,
  deemed: false,
  promisedOn: null,
  amount: null,
  workers: null,
  instalments: null,
  attended: null,
  services: [],
  document: null,
  sendingProof: null,
  receiptProof: null,
  signedScan: null,
  onDocument: false,
  clock: null,
  by: { person: 1, agency: 6 },
  at: '2026-01-12T02:00:00.000Z',
};

export const EXAMPLE_CHRONOLOGY: ChronologyData = {
  caseNumber: 'KP-118',
  region: 'Kabupaten Blitar',
  employer: EMPLOYER,
  violations: ['PARTLY_REGISTERED', 'ARREARS'],
  workers: WORKERS,
  source: SOURCE,
  openedOn: '2026-01-12',
  steps: [
    { ...STEP, recordedBy: 'Dinas Tenaga Kerja', files: [] },
    {
      ...STEP,
      nth: 2,
      step: 'HIMBAUAN',
      on: '2026-01-19',
      number: '560/031/409.108/2026',
      signatory: 'Plt. Kepala Dinas Tenaga Kerja',
      note: '',
      sentOn: '2026-01-20',
      receivedOn: '2026-01-22',
      clock: {
        rule: { kind: 'CALENDAR_DAYS', days: 14 },
        from: '2026-01-22',
        ends: '2026-02-05',
        missingYear: null,
        state: 'FIRED',
      },
      clockBasis: 'setelan daerah',
      recordedBy: 'Dinas Tenaga Kerja',
      files: ['asli/01-himbauan.pdf', 'asli/02-bukti-terima.jpg'],
    },
    {
      ...STEP,
      nth: 3,
      step: 'TEGURAN_I',
      on: '2026-03-06',
      number: '112/KTR/XI-08/0326',
      signatory: 'Kepala Kantor Cabang Kediri',
      note: '',
      sentOn: '2026-03-06',
      receivedOn: '2026-03-09',
      clock: {
        rule: { kind: 'WORKING_DAYS', days: 10 },
        from: '2026-03-09',
        ends: '2026-03-30',
        missingYear: null,
        state: 'RUNNING',
      },
      clockBasis: 'PP 86/2013 Pasal 6; SKB 3 Menteri 1497/2025, 2/2025, 5/2025',
      onDocument: true,
      recordedBy: 'Dinas Kesehatan',
      files: ['asli/03-teguran-1.pdf'],
    },
  ],
  asOf: '2026-11-02T01:00:00.000Z',
};

export const EXAMPLE_HANDOVER: HandoverData = {
  letterhead: BPJS,
  nature: 'Segera',
  to: 'Kepala Kejaksaan Negeri Blitar',
  through: 'c.q. Kepala Seksi Perdata dan Tata Usaha Negara',
  toPlace: 'Blitar',
  handover: 3,
  state: 'CONFIRMED',
  skk: { number: 'SKK-05/KC-KDR/2026', on: '2026-10-27', signatory: 'Kepala Kantor Cabang Kediri' },
  cases: [
    { caseNumber: 'KP-118', employer: EMPLOYER, violations: ['PARTLY_REGISTERED', 'ARREARS'], missing: 38 },
    {
      caseNumber: 'KP-131',
      employer: { ...EMPLOYER, name: 'PT Contoh Sejahtera', village: null, district: 'Garum' },
      violations: ['NOT_REGISTERED'],
      missing: 21,
    },
  ],
  index: [
    {
      name: 'asli/01-himbauan.pdf',
      what: 'Surat Himbauan ke-1',
      number: '560/031/409.108/2026',
      date: '2026-01-19',
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      bytes: 48_213,
    },
    {
      name: 'asli/02-bukti-terima.jpg',
      what: 'Bukti terima Surat Himbauan ke-1',
      number: '',
      date: '2026-01-22',
      sha256: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
      bytes: 311_870,
    },
  ],
  place: 'Kediri',
  signatory: BPJS_HEAD,
  copies: ['Bupati Blitar', 'Kepala Dinas Kesehatan Kabupaten Blitar'],
};

export const EXAMPLE_SUMMARY: SummaryData = {
  region: 'Kabupaten Blitar',
  asOf: '2026-11-02T01:00:00.000Z',
  source: 'Papan UHC Kabupaten Blitar',
  open: 225,
  patuh: 31,
  tutup: 9,
  workersMissing: 3_097,
  workersWon: 412,
  funnel: [
    { step: 'IDENTIFIED', reached: 265, standing: 88 },
    { step: 'HIMBAUAN', reached: 177, standing: 61 },
    { step: 'VISIT', reached: 116, standing: 32 },
    { step: 'SKK', reached: 44, standing: 44 },
  ],
  wonByStep: [
    { step: 'HIMBAUAN', workers: 230, cases: 19 },
    { step: 'VISIT', workers: 182, cases: 12 },
  ],
  oldest: [{ name: 'CV Contoh Makmur Abadi', step: 'HIMBAUAN', since: '2026-01-22', days: 284 }],
  next: [{ name: 'PT Contoh Sejahtera', step: 'TEGURAN_I', ends: '2026-11-09' }],
};

export const EXAMPLE_REPORT: ReportData = {
  title: 'Laporan Bulanan Cakupan',
  region: 'Kabupaten Blitar',
  month: 'Oktober 2026',
  asOf: '2026-10-01',
  population: '1.252.242 jiwa (contoh)',
  source: 'BPJS Kesehatan KC Kediri (contoh)',
  parts: [
    {
      heading: 'Capaian per kecamatan',
      newPage: false,
      sentences: ['Dua kecamatan.'],
      items: ['Wonodadi', 'Udanawu'],
      table: {
        tab: 'Kecamatan',
        origin: {
          asOf: '1 Oktober 2026; penduduk contoh: 1.252.242 jiwa',
          source: 'BPJS Kesehatan KC Kediri (contoh)',
        },
        total: true,
        columns: [
          { header: 'Kecamatan', kind: 'TEXT', width: 6 },
          { header: 'Terdaftar', kind: 'NUMBER', width: 3 },
          { header: '% penduduk', kind: 'PERCENT', width: 3 },
          { header: 'Perubahan', kind: 'CHANGE', width: 3 },
          { header: 'Sejak', kind: 'DATE', width: 3 },
        ],
        rows: [
          ['Wonodadi', 38_214, 78, -20, '2026-10-01'],
          ['=Udanawu', 0, null, 300, 'tidak ada'],
        ],
      },
    },
    {
      ...{ heading: 'Daftar hadir', newPage: true, sentences: [], items: [] },
      table: {
        ...{ origin: null, tall: true },
        columns: [
          { header: 'Instansi', kind: 'TEXT', width: 6 },
          { header: 'Tanda tangan', kind: 'TEXT', width: 4 },
        ],
        rows: [['Dinas Kesehatan', '']],
      },
    },
  ],
};

/** Invented data of the paper of that kind. */
export const EXAMPLES: { readonly [K in PaperKind]: Extract<Paper, { readonly kind: K }> } = {
  HIMBAUAN: { kind: 'HIMBAUAN', data: EXAMPLE_LETTER },
  VISIT: { kind: 'VISIT', data: EXAMPLE_VISIT },
  CHRONOLOGY: { kind: 'CHRONOLOGY', data: EXAMPLE_CHRONOLOGY },
  HANDOVER: { kind: 'HANDOVER', data: EXAMPLE_HANDOVER },
  DOSSIER: { kind: 'DOSSIER', data: { handover: EXAMPLE_HANDOVER, chronology: EXAMPLE_CHRONOLOGY } },
  SUMMARY: { kind: 'SUMMARY', data: EXAMPLE_SUMMARY },
  REPORT: { kind: 'REPORT', data: EXAMPLE_REPORT },
};
