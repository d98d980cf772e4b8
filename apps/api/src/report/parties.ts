import { word } from '@papan/contracts/words';
import {
  type Difference,
  type SegmentWork,
  daysBetween,
  formatInteger,
  formatList,
  formatShortDate,
  percentOf,
  reconcile,
  wibDate,
} from '@papan/domain';
import { type ReportCell, type ReportPart, STEP_WORDS } from '@papan/server-papers';
import { segmentMoves } from './figures';
import type { ReportFacts } from './gather';
import { ofCut, ofToday, part, totalRow } from './part';

const NOT_YOURS = 'Bagian ini tidak ditampilkan untuk peran pembaca.';
const NO_CAMPAIGN = 'Tidak ada gerakan yang sedang berjalan.';

/** What each agency was asked, what it reported, what BPJS verified, and what is in its way. */
export function agenciesPart(facts: ReportFacts): ReportPart {
  const heading = 'Capaian per instansi';
  if (facts.table === null) return part(heading, { sentences: [facts.campaign ? NOT_YOURS : NO_CAMPAIGN] });
  const rows = facts.table.agencies.map((one): ReportCell[] => [
    ...[nameOf(facts, one.agency), one.target, one.reported, one.registered],
    ...[one.target === 0 ? '' : percentOf(one.registered, one.target), one.blockers, one.late],
  ]);
  const [target, verified] = [1, 3].map((at) => rows.reduce((all, row) => all + Number(row[at] ?? 0), 0));
  return part(heading, {
    table: ofToday(facts, {
      tab: 'Instansi',
      columns: [
        { header: 'Instansi', kind: 'TEXT', width: 8 },
        { header: 'Target (orang)', kind: 'NUMBER', width: 4 },
        { header: 'Dilaporkan', kind: 'NUMBER', width: 4 },
        { header: 'Terverifikasi', kind: 'NUMBER', width: 4.2 },
        { header: '% target', kind: 'PERCENT', width: 3.4 },
        { header: 'Kendala terbuka', kind: 'NUMBER', width: 3.4 },
        { header: 'Tugas terlambat', kind: 'NUMBER', width: 3.8 },
      ],
      total: true,
      rows: [
        ...rows,
        totalRow(rows, 7, {
          ...{ 1: 'SUM', 2: 'SUM', 3: 'SUM', 5: 'SUM', 6: 'SUM' },
          4: percentOf(verified ?? 0, target ?? 0),
        }),
      ],
    }),
  });
}

/** The cases of employers by their latest step, without a name. */
export function employersPart(facts: ReportFacts): ReportPart {
  const heading = 'Tindak lanjut badan usaha';
  if (facts.employers === null) return part(heading, { sentences: [NOT_YOURS] });
  const { open, patuh, tutup, workersWon } = facts.employers;
  const rows = open.map(({ step, cases, workersMissing, since, next }): ReportCell[] => [
    ...[STEP_WORDS[step], cases, workersMissing, since, daysBetween(since, facts.today)],
    next ?? 'tidak ada',
  ]);
  return part(heading, {
    sentences: [
      `Di luar kasus terbuka: ${formatInteger(patuh)} badan usaha patuh dan ${formatInteger(tutup)} kasus ditutup. ` +
        `${formatInteger(workersWon)} pekerja terdaftar karena penanganan.`,
    ],
    table: ofToday(facts, {
      tab: 'Badan usaha',
      columns: [
        { header: 'Langkah terakhir', kind: 'TEXT', width: 7 },
        { header: 'Kasus terbuka', kind: 'NUMBER', width: 3 },
        { header: 'Pekerja belum terdaftar', kind: 'NUMBER', width: 4 },
        { header: 'Terlama sejak', kind: 'DATE', width: 4 },
        { header: 'Hari', kind: 'NUMBER', width: 2.4 },
        { header: 'Tenggat berikutnya', kind: 'DATE', width: 4 },
      ],
      total: true,
      rows: [...rows, totalRow(rows, 6, { 1: 'SUM', 2: 'SUM' })],
    }),
  });
}

/** What agencies reported, what BPJS verified, what the cut shows, and whom to ask where they differ. */
export function reconciliationPart(facts: ReportFacts): ReportPart {
  const heading = 'Rekonsiliasi dengan data BPJS Kesehatan';
  if (facts.table === null) return part(heading, { sentences: [facts.campaign ? NOT_YOURS : NO_CAMPAIGN] });
  const work = facts.work.flatMap((one): readonly SegmentWork[] =>
    one.until === facts.cut.asOf && one.segment !== null
      ? [{ agency: one.agency, segment: one.segment, reported: one.reported, verified: one.registered }]
      : [],
  );
  const { accounts, differences } = reconcile(work, segmentMoves(facts));
  const rows = accounts.map(({ segment, reported, verified, cut }): ReportCell[] => [
    ...[word('id', 'segment', segment), reported, verified, cut],
  ]);
  return part(heading, {
    sentences: differences.length === 0 ? ['Tidak ada selisih.'] : ['Selisih dan pihak yang perlu ditanya:'],
    items: differences.map((one) => differenceWords(facts, one)),
    table: ofCut(facts, {
      tab: 'Rekonsiliasi',
      columns: [
        { header: 'Segmen', kind: 'TEXT', width: 7 },
        { header: 'Dilaporkan', kind: 'NUMBER', width: 4 },
        { header: 'Terverifikasi', kind: 'NUMBER', width: 4 },
        { header: 'Perubahan pada data BPJS', kind: 'CHANGE', width: 5 },
      ],
      total: true,
      rows: [...rows, totalRow(rows, 4, { 1: 'SUM', 2: 'SUM', 3: 'SUM' })],
    }),
  });
}

function differenceWords(facts: ReportFacts, { kind, segment, people, agencies }: Difference): string {
  const whom = agencies.length === 0 ? 'BPJS Kesehatan' : formatList(agencies.map((id) => shortOf(facts, id)));
  const what = {
    UNVERIFIED: 'dilaporkan tetapi belum diverifikasi',
    NOT_IN_CUT: 'sudah diverifikasi tetapi belum tampak pada data BPJS Kesehatan',
    NOT_FROM_WORK: 'bertambah pada data BPJS Kesehatan di luar yang diverifikasi',
  }[kind];
  return `${word('id', 'segment', segment)}: ${formatInteger(people)} orang ${what}; tanyakan kepada ${whom}.`;
}

const BLANK = '.'.repeat(60);
const DECISIONS = 5;

/** For the meeting at which the report is spoken of: what is to be decided, and who was there. */
export function meetingParts(facts: ReportFacts): readonly ReportPart[] {
  if (facts.table === null) return [];
  const blank = (columns: readonly string[], rows: readonly (readonly ReportCell[])[]) => ({
    origin: null,
    columns: columns.map((header, at) => ({ header, kind: 'TEXT' as const, width: at === 0 ? 1.2 : 5 })),
    ...{ rows, tall: true },
  });
  return [
    part('Lampiran 2. Notulen rapat koordinasi', {
      newPage: true,
      sentences: [
        `Hari, tanggal: ${BLANK}`,
        `Tempat: ${BLANK}`,
        `Pemimpin rapat: ${BLANK}`,
        `Notulis: ${BLANK}`,
        'Acara:',
      ],
      items: agendaOf(facts),
      table: blank(
        ['No.', 'Keputusan', 'Penanggung jawab', 'Selesai tanggal'],
        Array.from({ length: DECISIONS }, (_, at) => [String(at + 1), '', '', '']),
      ),
    }),
    part('Daftar hadir rapat koordinasi', {
      newPage: true,
      table: blank(
        ['No.', 'Instansi', 'Nama dan jabatan', 'Tanda tangan'],
        [...facts.agencies.values()].map(({ name }, at) => [String(at + 1), name, '', '']),
      ),
    }),
  ];
}

function agendaOf(facts: ReportFacts): readonly string[] {
  const { blockers = [], late = [] } = facts.table?.exceptions ?? {};
  return [
    'Capaian, kekurangan, dan prakiraan menurut laporan ini;',
    ...blockers.map(({ task, text, waiting, lifter, since }) => {
      const days = daysBetween(wibDate(since), facts.today);
      return `Kendala ${formatInteger(days)} hari: ${shortOf(facts, waiting)} menunggu ${shortOf(facts, lifter)}. ${text} (${task});`;
    }),
    ...late.map(({ task, agency, due }) => {
      const days = daysBetween(due, facts.today);
      return `Terlambat ${formatInteger(days)} hari (tenggat ${formatShortDate(due)}), ${shortOf(facts, agency)}: ${task};`;
    }),
    'Pembagian tugas dan jadwal rapat berikutnya.',
  ];
}

function nameOf({ agencies }: ReportFacts, id: number): string {
  return agencies.get(id)?.name ?? '';
}

function shortOf({ agencies }: ReportFacts, id: number): string {
  return agencies.get(id)?.short ?? '';
}
