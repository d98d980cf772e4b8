import type { IsoDate } from '../calendar/wib';
import { neededFor } from './coverage';
import { type AwardDemand, type AwardGrade, type Threshold, thresholdsOn } from './thresholds';

/** What "UHC" demanded on a day, and since when it demanded all of that. */
export interface Rule {
  readonly since: IsoDate;
  readonly thresholds: readonly Threshold[];
}

/** The rule that applied on the date: which one, and since when. Null before the first. */
export function ruleOf(rows: readonly Threshold[], date: IsoDate): Rule | null {
  const thresholds = thresholdsOn(rows, date);
  if (thresholds.length === 0) return null;
  return { since: thresholds.reduce((latest, { from }) => (from > latest ? from : latest), ''), thresholds };
}

/** What the grades of the award are told by. `paidByRegion`: residents registered by the local government; null: not known. */
export interface AwardFigures {
  readonly population: number;
  readonly registered: number;
  readonly active: number;
  readonly paidByRegion: number | null;
}

/** One way to a grade, and how many people are missing on it. Null: cannot be told. */
export interface AwardWay {
  readonly demand: AwardDemand;
  readonly missing: {
    readonly registered: number;
    readonly active: number;
    /** 0 where the way demands nothing of it. */
    readonly paidByRegion: number | null;
  };
}

/**
 * `met`: whether the figures meet one of the ways; null: it depends on a figure that is not known. Besides the figures each
 * grade asks for the status UHC Prioritas and for dues paid, which no figure tells.
 */
export interface AwardStanding {
  readonly grade: AwardGrade;
  readonly met: boolean | null;
  readonly ways: readonly AwardWay[];
}

/** The grades of the newest award up to the date, the highest first; none before the first award. */
export function awardsOn(rows: readonly AwardGrade[], date: IsoDate): readonly AwardGrade[] {
  const before = rows.filter(({ from }) => from <= date);
  const newest = before.reduce((latest, { from }) => (from > latest ? from : latest), '');
  return before.filter(({ from }) => from === newest);
}

/** How the figures stand to each of the grades, in their order. */
export function awardStandings(grades: readonly AwardGrade[], figures: AwardFigures): readonly AwardStanding[] {
  return grades.map((grade) => {
    const ways = grade.anyOf.map((demand) => wayOf(demand, figures));
    return { grade, met: anyMet(ways), ways };
  });
}

/** The highest grade that the figures meet, and the one above it; null where there is none. */
export function gradeReached(standings: readonly AwardStanding[]): {
  readonly reached: AwardStanding | null;
  readonly next: AwardStanding | null;
} {
  const at = standings.findIndex(({ met }) => met === true);
  if (at < 0) return { reached: null, next: standings.at(-1) ?? null };
  return { reached: standings[at] ?? null, next: at > 0 ? (standings[at - 1] ?? null) : null };
}

function wayOf(demand: AwardDemand, { population, registered, active, paidByRegion }: AwardFigures): AwardWay {
  const missing = (percent: number, people: number): number => Math.max(0, neededFor(percent, population) - people);
  return {
    demand,
    missing: {
      registered: missing(demand.registered, registered),
      active: missing(demand.active, active),
      paidByRegion:
        demand.paidByRegion === undefined
          ? 0
          : paidByRegion === null
            ? null
            : missing(demand.paidByRegion, paidByRegion),
    },
  };
}

function anyMet(ways: readonly AwardWay[]): boolean | null {
  const open = ways.filter(({ missing }) => missing.registered === 0 && missing.active === 0);
  if (open.some(({ missing }) => missing.paidByRegion === 0)) return true;
  return open.some(({ missing }) => missing.paidByRegion === null) ? null : false;
}
