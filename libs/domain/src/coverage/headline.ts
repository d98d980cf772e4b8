import type { IsoDate } from '../calendar/wib';
import { missingTo, percentOf } from './coverage';
import type { Shortfall } from './coverage';
import type { Measure } from './thresholds';

/** One cut of BPJS Kesehatan: the members at a date, and the population (and its version) they are compared with. */
export interface Cut {
  readonly asOf: IsoDate;
  readonly population: number;
  /** Which semester of the consolidated population data: "2025-II"; "contoh" for invented figures. */
  readonly populationVersion: string;
  readonly registered: number;
  readonly active: number;
  readonly source: string;
  /** Invented for the demonstration; shown as "Data contoh" wherever it appears. */
  readonly example: boolean;
}

/** A line of a campaign: so many percent of the population in one measure. */
export interface CampaignLine {
  readonly measure: Measure;
  readonly percent: number;
}

/** Net verified people by the date of verification; corrections are already taken off and can make a day negative. */
export type VerifiedByDate = Readonly<Record<IsoDate, Readonly<Record<Measure, number>>>>;

/**
 * One figure of the headline. `total` = `atCut` + `verifiedAfter`; the second is shown as its own part, because BPJS has
 * not yet printed it in a cut. Numerator, denominator, date and source travel together: no percentage without them.
 */
export interface HeadlineFigure {
  readonly measure: Measure;
  readonly atCut: number;
  readonly verifiedAfter: number;
  readonly total: number;
  readonly denominator: number;
  readonly populationVersion: string;
  readonly asOf: IsoDate;
  readonly source: string;
  readonly example: boolean;
}

export type Headline = Readonly<Record<Measure, HeadlineFigure>>;

/** The newest cut that is not later than the date; null where there is none yet. */
export function latestCut(cuts: readonly Cut[], date: IsoDate): Cut | null {
  return cuts.reduce<Cut | null>(
    (latest, cut) => (cut.asOf <= date && (latest === null || cut.asOf >= latest.asOf) ? cut : latest),
    null,
  );
}

/**
 * The cut plus the net verified entries dated after it. Entries dated on or before `asOf` are inside the cut already: a new
 * cut absorbs them, so nobody is counted twice.
 */
export function headline(cut: Cut, verifiedByDate: VerifiedByDate): Headline {
  return { registered: figure('registered', cut, verifiedByDate), active: figure('active', cut, verifiedByDate) };
}

/** The people missing to a line of the campaign, counted on the total. */
export function missingOnLine(line: CampaignLine, current: Headline): Shortfall {
  const { total, denominator } = current[line.measure];
  return missingTo(line.percent, total, denominator);
}

/** The share of the population, rounded half up to 2 decimals; null while the population is 0. */
export function headlinePercent(current: HeadlineFigure): number | null {
  return percentOf(current.total, current.denominator);
}

function figure(measure: Measure, cut: Cut, verifiedByDate: VerifiedByDate): HeadlineFigure {
  const { asOf, population, populationVersion, source, example } = cut;
  const verifiedAfter = Object.entries(verifiedByDate).reduce(
    (sum, [date, verified]) => (date > asOf ? sum + verified[measure] : sum),
    0,
  );
  return {
    measure,
    atCut: cut[measure],
    verifiedAfter,
    total: cut[measure] + verifiedAfter,
    denominator: population,
    populationVersion,
    asOf,
    source,
    example,
  };
}
