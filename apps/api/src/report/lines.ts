import {
  type CampaignLine,
  type Countdown,
  type Cut,
  type DateBand,
  type Forecast,
  NATIONAL_THRESHOLDS,
  countdown,
  forecast,
  formatFullDate,
  formatFullMoment,
  formatInteger,
  formatPercent,
  formatSigned,
  missingTo,
  monthlyNets,
  paceNeeded,
  percentOf,
  thresholdsOn,
} from '@papan/domain';
import { word } from '@papan/contracts/words';
import type { ReportPart } from '@papan/server-papers';
import type { ReportFacts } from './gather';
import { ofCut, part } from './part';

/** How far the cut is from each line, at which pace, and when the line is reached or lost. Source: docs/domain.md#forecast. */
export function linesPart(facts: ReportFacts): ReportPart {
  const { cut, campaign, now, decrees } = facts;
  const left = campaign ? countdown(now, campaign.deadline, decrees) : null;
  const lines = linesOf(facts).map((line) => ({
    line,
    gap: missingTo(line.percent, cut[line.measure], cut.population),
    outlook: outlookOf(line, facts),
  }));
  return part('Kekurangan, laju, dan prakiraan', {
    sentences: [
      ...lines.map(({ line, outlook }) => `${nameOf(line)}: ${outlookWords(outlook)}`),
      ...(campaign && left ? [timeWords(campaign.deadline, left, lines)] : []),
      ...verifiedWords(facts),
    ],
    table: ofCut(facts, {
      tab: 'Batas',
      columns: [
        { header: 'Ukuran', kind: 'TEXT', width: 4 },
        { header: 'Jumlah orang', kind: 'NUMBER', width: 4 },
        { header: '% penduduk', kind: 'PERCENT', width: 4 },
        { header: 'Batas (%)', kind: 'PERCENT', width: 3 },
        { header: 'Dibutuhkan', kind: 'NUMBER', width: 4 },
        { header: 'Kurang', kind: 'NUMBER', width: 4 },
        { header: 'Cadangan', kind: 'NUMBER', width: 4 },
        { header: 'Rata-rata per bulan', kind: 'CHANGE', width: 4 },
      ],
      rows: lines.map(({ line, gap, outlook }) => [
        ...[word('id', 'measure', line.measure), cut[line.measure]],
        ...[percentOf(cut[line.measure], cut.population), line.percent, gap.needed, gap.missing, gap.surplus],
        'pace' in outlook ? Math.round(outlook.pace.mean) : null,
      ]),
    }),
  });
}

/** Those of the running campaign, else what is demanded nationally on the day of the cut. */
export function linesOf({ campaign, cut }: Pick<ReportFacts, 'campaign' | 'cut'>): readonly CampaignLine[] {
  return campaign?.lines ?? thresholdsOn(NATIONAL_THRESHOLDS, cut.asOf);
}

function outlookOf({ measure, percent }: CampaignLine, { cut, cuts }: { cut: Cut; cuts: readonly Cut[] }): Forecast {
  const { needed } = missingTo(percent, cut[measure], cut.population);
  return forecast(cut[measure], needed, cut.asOf, monthlyNets(measure, cuts));
}

function nameOf({ measure, percent }: CampaignLine): string {
  return `${word('id', 'measure', measure)} ${formatPercent(percent, 'id', 0)}`;
}

function outlookWords(outlook: Forecast): string {
  switch (outlook.kind) {
    case 'TOO_FEW_MONTHS':
      return `prakiraan belum dapat dibuat karena baru ada ${outlook.months} dari ${outlook.needed} bulan yang diperlukan.`;
    case 'REACHES':
      return `kurang ${formatInteger(outlook.missing)} orang; ${paceWords(outlook)} batas tercapai sekitar ${bandWords(outlook.at)}.`;
    case 'NOT_AT_THIS_PACE':
      return `kurang ${formatInteger(outlook.missing)} orang; ${paceWords(outlook)} batas tidak akan tercapai.`;
    case 'LOSES':
      return `tercapai dengan cadangan ${formatInteger(outlook.margin)} orang; ${paceWords(outlook)} cadangan habis sekitar ${bandWords(outlook.at)}.`;
    case 'KEEPS':
      return `tercapai dengan cadangan ${formatInteger(outlook.margin)} orang; ${paceWords(outlook)} cadangan tidak berkurang.`;
  }
}

function paceWords({ pace }: Extract<Forecast, { pace: unknown }>): string {
  return `dengan laju rata-rata ${formatSigned(Math.round(pace.mean))} orang per bulan selama ${pace.months} bulan terakhir,`;
}

function bandWords({ median, early, late }: DateBand): string {
  const until = late === null ? 'tanpa batas akhir yang dapat dipastikan' : `paling lambat ${formatFullDate(late)}`;
  return `${formatFullDate(median)} (kemungkinan 80%: paling cepat ${formatFullDate(early)}, ${until})`;
}

interface Gap {
  readonly line: CampaignLine;
  readonly gap: { readonly missing: number };
}

function timeWords(deadline: string, left: Countdown, gaps: readonly Gap[]): string {
  if (left.passed) return `Tenggat ${formatFullMoment(deadline)} sudah lewat ${formatInteger(left.daysLate)} hari.`;
  const { workingDays } = left;
  const days = `Sisa waktu sampai ${formatFullMoment(deadline)}: ${formatInteger(left.days)} hari kalender`;
  if (workingDays === null)
    return `${days}; hari kerja belum dapat dihitung karena hari libur ${left.missingDecree} belum ditetapkan.`;
  const needed = gaps.flatMap(({ line, gap }) => {
    const pace = paceNeeded(gap.missing, workingDays);
    return pace === null || pace === 0 ? [] : [`${nameOf(line)} perlu ${formatInteger(pace)} orang per hari kerja`];
  });
  return `${[`${days}, ${formatInteger(workingDays)} hari kerja`, ...needed].join('; ')}.`;
}

function verifiedWords({ verifiedAfter, cut }: ReportFacts): readonly string[] {
  if (verifiedAfter === null) return [];
  const { registered, active } = verifiedAfter;
  return [
    `Sesudah ${formatFullDate(cut.asOf)} BPJS Kesehatan memverifikasi ${formatInteger(registered)} orang terdaftar dan ` +
      `${formatInteger(active)} orang aktif; jumlah itu belum termasuk dalam laporan ini.`,
  ];
}
