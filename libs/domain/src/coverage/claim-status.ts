import { readPublished } from './claims';
import type { PublishedFigure, PublishedStatement, UncheckableReason } from './claims';
import { marginAbove } from './coverage';
import type { CountInterval } from './coverage';
import { thresholdsOn } from './thresholds';
import type { Measure, Threshold } from './thresholds';

/** What arithmetic says about a published statement. It never says more than the statement's own figures do. */
export const CLAIM_STATUSES = ['SUPPORTED', 'CONTRADICTED', 'CANNOT_BE_CHECKED'] as const;
export type ClaimStatus = (typeof CLAIM_STATUSES)[number];

/**
 * Why a statement has its status.
 * `FIGURES_FIT`: its figures agree. `LINES_REACHED`: and every line of "UHC" on its date is reached.
 * `FIGURES_CONTRADICT`: no population fits them all. `LINE_MISSED`: a line of "UHC" is missed whatever population fits.
 * `TOO_COARSE`: its roundings leave it open, or are too coarse to tell a population. `NO_DATE`, `MEASURE_MISSING`: a line cannot be compared.
 */
export type ClaimReason =
  | 'FIGURES_FIT'
  | 'LINES_REACHED'
  | 'FIGURES_CONTRADICT'
  | 'LINE_MISSED'
  | 'TOO_COARSE'
  | 'NO_DATE'
  | 'MEASURE_MISSING'
  | UncheckableReason;

/** A line of "UHC" on the date of the statement, and how far it is from it. */
export interface LineVerdict {
  readonly threshold: Threshold;
  /** Null: not told, or open within the roundings. */
  readonly reached: boolean | null;
  /** People above the line, negative below it, for every population that fits; null where the statement does not tell them. */
  readonly margin: CountInterval | null;
}

export interface ClaimVerdict {
  readonly status: ClaimStatus;
  readonly reason: ClaimReason;
  /** The lines in force on the date of the statement; none without a date or without a population. */
  readonly lines: readonly LineVerdict[];
}

/**
 * Whether a statement holds. Where it says that "UHC" is reached, it is held against the lines in force on its date, exactly
 * and not after rounding: 97.45 % is not 98 %. Source: docs/domain.md#figures.
 */
export function statusOf(figure: PublishedFigure, thresholds: readonly Threshold[]): ClaimVerdict {
  const statements = readPublished(figure, []);
  const uncheckable = find(statements, 'CANNOT_BE_CHECKED');
  if (uncheckable) return { status: 'CANNOT_BE_CHECKED', reason: uncheckable.reason, lines: [] };
  if (find(statements, 'CONTRADICTION') || moreActiveThanRegistered(figure)) {
    return { status: 'CONTRADICTED', reason: 'FIGURES_CONTRADICT', lines: [] };
  }
  const population = find(statements, 'POPULATION');
  if (!population) return { status: 'CANNOT_BE_CHECKED', reason: 'NO_PERCENT_OR_POPULATION', lines: [] };
  // A coarse percentage never becomes a denominator: 2 % can mean 119,121 or 198,533 residents.
  if (population.tooCoarse && !figure.saysUhc) return { status: 'CANNOT_BE_CHECKED', reason: 'TOO_COARSE', lines: [] };
  const inForce = figure.asOf === null ? [] : thresholdsOn(thresholds, figure.asOf);
  const people = { registered: countOf(figure.registered), active: activeOf(figure, statements) };
  const lines = inForce.map((threshold) => lineOf(threshold, people, population.interval));
  if (figure.saysUhc) return { ...aboutUhc(lines), lines: population.tooCoarse ? lines.map(withoutMargin) : lines };
  return { status: 'SUPPORTED', reason: 'FIGURES_FIT', lines };
}

function aboutUhc(lines: readonly LineVerdict[]): Pick<ClaimVerdict, 'status' | 'reason'> {
  if (lines.length === 0) return { status: 'CANNOT_BE_CHECKED', reason: 'NO_DATE' };
  if (lines.some(({ reached }) => reached === false)) return { status: 'CONTRADICTED', reason: 'LINE_MISSED' };
  if (lines.some(({ margin }) => margin === null)) return { status: 'CANNOT_BE_CHECKED', reason: 'MEASURE_MISSING' };
  if (lines.some(({ reached }) => reached === null)) return { status: 'CANNOT_BE_CHECKED', reason: 'TOO_COARSE' };
  return { status: 'SUPPORTED', reason: 'LINES_REACHED' };
}

/** "100 %" passes the line in every population that it allows; how far, nobody can tell of it. */
function withoutMargin({ threshold, reached }: LineVerdict): LineVerdict {
  return { threshold, reached, margin: null };
}

function lineOf(
  threshold: Threshold,
  people: Readonly<Record<Measure, CountInterval | null>>,
  population: CountInterval,
): LineVerdict {
  const counted = people[threshold.measure];
  if (counted === null) return { threshold, reached: null, margin: null };
  const margin = {
    from: marginAbove(threshold.percent, counted.from, population).from,
    through: marginAbove(threshold.percent, counted.through, population).through,
  };
  // Exactly on the line is enough, unless more than it is demanded.
  const enough = threshold.comparison === 'AT_LEAST' ? 0 : 1;
  const reached = margin.from >= enough ? true : margin.through < enough ? false : null;
  return { threshold, reached, margin };
}

/** The count, else every count that the printed percentage allows. */
function activeOf(figure: PublishedFigure, statements: readonly PublishedStatement[]): CountInterval | null {
  return countOf(figure.active) ?? find(statements, 'ACTIVE')?.interval ?? null;
}

function countOf(people: number | undefined): CountInterval | null {
  return people === undefined ? null : { from: people, through: people };
}

function moreActiveThanRegistered({ registered, active }: PublishedFigure): boolean {
  return registered !== undefined && active !== undefined && active > registered;
}

function find<Kind extends PublishedStatement['kind']>(
  statements: readonly PublishedStatement[],
  kind: Kind,
): Extract<PublishedStatement, { kind: Kind }> | undefined {
  return statements.find((one): one is Extract<PublishedStatement, { kind: Kind }> => one.kind === kind);
}
