import type { ComplianceSummary } from '@papan/contracts';
import {
  type Actor,
  type IsoDate,
  type Refusal,
  daysBetween,
  formatLongMoment,
  isRefusal,
  wibDate,
} from '@papan/domain';
import { type PaperSetting, STEP_WORDS, type Sheet, type SummaryData, workbook } from '@papan/server-papers';
import { type Database, nowOf } from '@papan/server-platform';
import { type PaperFacts, paperFacts, settingOf } from '../letters/paper-facts';
import type { Papers } from '../letters/papers';
import { summaryFor } from './read-summary';

interface Figures {
  readonly summary: ComplianceSummary;
  readonly facts: PaperFacts;
}

/** The summary as a table to be worked on. */
export async function summaryWorkbook(database: Database, actor: Actor): Promise<Buffer | Refusal> {
  const figures = await figuresOf(database, actor);
  return isRefusal(figures) ? figures : workbook(sheetsOf(figures));
}

/** The summary on paper. */
export async function summaryPaper(database: Database, actor: Actor, papers: Papers): Promise<Buffer | Refusal> {
  const figures = await figuresOf(database, actor);
  if (isRefusal(figures)) return figures;
  const setting: PaperSetting = settingOf(figures.facts);
  return papers.pdf.render({ kind: 'SUMMARY', data: paperOf(figures) }, setting);
}

function figuresOf(database: Database, actor: Actor): Promise<Figures | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const summary = await summaryFor(tx, actor);
      if (isRefusal(summary)) return summary;
      const now = await nowOf(tx);
      return { summary, facts: await paperFacts(tx, actor.region, { now, today: wibDate(now) }, []) };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

function sourceOf({ region }: PaperFacts): string {
  return `Papan UHC ${region.name}${region.example ? ' (data contoh)' : ''}`;
}

function paperOf({ summary, facts }: Figures): SummaryData {
  const { oldest, ...rest } = summary;
  return {
    ...rest,
    region: facts.region.name,
    asOf: facts.now,
    source: sourceOf(facts),
    oldest: oldest.map((one) => ({ ...one, days: daysSince(one.since, facts.today) })),
  };
}

function sheetsOf({ summary, facts }: Figures): readonly Sheet[] {
  const head = (name: string, title: string) => ({
    ...{ name, title: `${title} – ${facts.region.name}` },
    ...{ asOf: formatLongMoment(facts.now), source: sourceOf(facts), demo: settingOf(facts).demo },
  });
  const { open, patuh, tutup, workersMissing, workersWon } = summary;
  return [
    {
      ...head('Ringkasan', 'Kepatuhan badan usaha'),
      columns: [
        { header: 'Ukuran', kind: 'TEXT' },
        { header: 'Jumlah', kind: 'NUMBER' },
      ],
      rows: [
        ['Kasus terbuka', open],
        ['Kasus patuh', patuh],
        ['Kasus ditutup', tutup],
        ['Pekerja belum terdaftar', workersMissing],
        ['Pekerja terdaftar (terverifikasi)', workersWon],
      ],
    },
    {
      ...head('Tahap', 'Kasus menurut tahap'),
      columns: [
        { header: 'Tahap', kind: 'TEXT' },
        { header: 'Pernah mencapai', kind: 'NUMBER' },
        { header: 'Sedang di tahap ini', kind: 'NUMBER' },
      ],
      rows: summary.funnel.map(({ step, reached, standing }) => [STEP_WORDS[step], reached, standing]),
    },
    {
      ...head('Hasil', 'Pekerja terdaftar menurut tahap terakhir'),
      columns: [
        { header: 'Tahap', kind: 'TEXT' },
        { header: 'Pekerja', kind: 'NUMBER' },
        { header: 'Kasus', kind: 'NUMBER' },
      ],
      rows: summary.wonByStep.map(({ step, workers, cases }) => [STEP_WORDS[step], workers, cases]),
    },
    {
      ...head('Terlama', 'Kasus yang paling lama menunggu'),
      columns: [
        { header: 'Kasus', kind: 'TEXT', width: 12 },
        { header: 'Badan usaha', kind: 'TEXT' },
        { header: 'Tahap', kind: 'TEXT' },
        { header: 'Sejak', kind: 'DATE' },
        { header: 'Hari', kind: 'NUMBER' },
      ],
      rows: summary.oldest.map((one) => [
        ...[`KP-${one.case}`, one.name, STEP_WORDS[one.step], one.since],
        daysSince(one.since, facts.today),
      ]),
    },
    {
      ...head('Tenggat', 'Tenggat berikutnya'),
      columns: [
        { header: 'Kasus', kind: 'TEXT', width: 12 },
        { header: 'Badan usaha', kind: 'TEXT' },
        { header: 'Tahap', kind: 'TEXT' },
        { header: 'Berakhir', kind: 'DATE' },
      ],
      rows: summary.next.map((one) => [`KP-${one.case}`, one.name, STEP_WORDS[one.step], one.ends]),
    },
  ];
}

function daysSince(since: IsoDate, today: IsoDate): number {
  return daysBetween(since, today);
}
