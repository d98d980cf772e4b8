import type { IsoDate } from '../calendar/wib';
import { EXACT_WHOLE, exactPercent } from './exact';

/**
 * `registered`: has a JKN number, in any status. `active`: entitled today.
 * Both are shares of the population here (docs/domain.md, coverage); active per member is another figure.
 */
export const MEASURES = ['registered', 'active'] as const;
export type Measure = (typeof MEASURES)[number];

/** Sources write both "≥ 98 %" and "> 98 %"; AT_LEAST is the default. */
export const COMPARISONS = ['AT_LEAST', 'MORE_THAN'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What "UHC" demanded of one measure from a date on, until a later row of the same measure. `percent` is of the population. */
export interface Threshold {
  readonly from: IsoDate;
  readonly measure: Measure;
  readonly percent: number;
  readonly comparison: Comparison;
  readonly basis: string;
}

/** The national rows that ship with the product. It was 95, then 98, then 98 + 80. */
export const NATIONAL_THRESHOLDS: readonly Threshold[] = [
  row('2018-01-01', 'registered', 95, 'national UHC target for 1 January 2019'),
  row('2022-01-01', 'registered', 98, 'RPJMN 2020–2024'),
  row('2025-01-01', 'registered', 98, 'BPJS Kesehatan, UHC criteria of 2025'),
  row('2025-01-01', 'active', 80, 'BPJS Kesehatan, UHC criteria of 2025'),
  row('2029-01-01', 'registered', 99, 'national target for 2029'),
];

/** For each measure the newest row that is in force on the date, in the order of `MEASURES`; none before the first row. */
export function thresholdsOn(rows: readonly Threshold[], date: IsoDate): readonly Threshold[] {
  return MEASURES.flatMap((measure) => {
    const inForce = rows.filter((it) => it.measure === measure && it.from <= date);
    const newest = inForce.reduce<Threshold | null>((best, it) => (best && best.from > it.from ? best : it), null);
    return newest ? [newest] : [];
  });
}

/** Whether so many people of a population reach the threshold, compared exactly and without rounding first. */
export function reachesThreshold(threshold: Threshold, people: number, population: number): boolean {
  const have = BigInt(people) * EXACT_WHOLE;
  const needed = exactPercent(threshold.percent) * BigInt(population);
  return threshold.comparison === 'AT_LEAST' ? have >= needed : have > needed;
}

/** What one way to a grade demands, in percent of the population. `paidByRegion`: share of residents registered by the local government. */
export interface AwardDemand {
  readonly registered: number;
  readonly active: number;
  readonly paidByRegion?: number;
}

/** A grade of the UHC Award: one of the ways must be met, besides UHC Prioritas status and dues paid until `duesPaidThrough`. */
export interface AwardGrade {
  readonly from: IsoDate;
  readonly grade: 'UTAMA' | 'MADYA' | 'PRATAMA';
  readonly anyOf: readonly AwardDemand[];
  readonly duesPaidThrough: IsoDate;
  readonly basis: string;
}

/** The grades of the award of 27 January 2026. */
export const AWARD_GRADES: readonly AwardGrade[] = [
  award('UTAMA', [
    { registered: 99, active: 95, paidByRegion: 18 },
    { registered: 99, active: 100 }, // the share paid by the region is waived where everybody is active
  ]),
  award('MADYA', [
    { registered: 98, active: 85 },
    { registered: 98, active: 80, paidByRegion: 25 },
  ]),
  award('PRATAMA', [{ registered: 98, active: 80 }]),
];

function row(from: IsoDate, measure: Measure, percent: number, basis: string): Threshold {
  return { from, measure, percent, comparison: 'AT_LEAST', basis };
}

function award(grade: AwardGrade['grade'], anyOf: readonly AwardDemand[]): AwardGrade {
  return { from: '2026-01-27', grade, anyOf, duesPaidThrough: '2025-09-30', basis: 'UHC Award, 27 January 2026' };
}
