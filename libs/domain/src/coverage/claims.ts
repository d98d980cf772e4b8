import type { IsoDate } from '../calendar/wib';
import { isRefusal, refuse } from '../refusal/refusal';
import type { Refusal } from '../refusal/refusal';
import { marginAbove, missingToWithin, peopleInterval, percentOf, populationInterval } from './coverage';
import type { CountInterval, PublishedPercent, PublishedShare } from './coverage';
import type { CampaignLine } from './headline';

/**
 * A figure with numbers behind it is data; a sentence without them is a claim. A claim is kept and shown as what somebody
 * said, and never enters a calculation.
 */
export const PUBLISHED_KINDS = ['DATA', 'CLAIM'] as const;
export type PublishedKind = (typeof PUBLISHED_KINDS)[number];

/** What was published about a region, as printed. Percentages are of the population. `asOf` is null where none was given. */
export interface PublishedFigure {
  readonly region: { readonly code: string; readonly name: string };
  readonly asOf: IsoDate | null;
  readonly kind: PublishedKind;
  readonly source: string;
  readonly note: string;
  /** It says that "UHC" is reached. */
  readonly saysUhc?: boolean;
  readonly population?: number;
  readonly registered?: number;
  readonly coveragePercent?: PublishedPercent;
  readonly active?: number;
  readonly activePercent?: PublishedPercent;
  readonly unregistered?: number;
  readonly unregisteredPercent?: PublishedPercent;
}

/** Why a published figure leads nowhere. */
export type UncheckableReason = 'CLAIM' | 'NO_COUNT' | 'NO_PERCENT_OR_POPULATION';

/** What follows from a published figure by arithmetic, or that nothing does. Percentages in percent, counts in people. */
export type PublishedStatement =
  | { readonly kind: 'CANNOT_BE_CHECKED'; readonly reason: UncheckableReason }
  | { readonly kind: 'CONTRADICTION'; readonly refusal: Refusal }
  | { readonly kind: 'POPULATION'; readonly interval: CountInterval; readonly tooCoarse: boolean }
  | { readonly kind: 'MISSING'; readonly percent: number; readonly interval: CountInterval }
  | { readonly kind: 'MARGIN'; readonly percent: number; readonly interval: CountInterval }
  | {
      readonly kind: 'ACTIVE';
      readonly interval: CountInterval;
      readonly nominal: number;
      readonly of: 'POPULATION' | 'MEMBERS';
    }
  | { readonly kind: 'ACTIVE_PER_MEMBER'; readonly percent: number; readonly inactive: number };

/** An interval wider than 1 % of its lower end must not be used as a denominator: "2 %" can mean 119,121 or 198,533 residents. */
const TOO_COARSE_PERCENT = 1;

/**
 * Reads a published figure: the populations for which its roundings hold, the people missing to each registered line, the
 * margin above each active line, and what a percentage without a count allows. A claim yields that it cannot be checked.
 */
export function readPublished(
  figure: PublishedFigure,
  lines: readonly CampaignLine[],
): readonly [PublishedStatement, ...PublishedStatement[]] {
  if (figure.kind === 'CLAIM') return [{ kind: 'CANNOT_BE_CHECKED', reason: 'CLAIM' }];
  const statements = [...aboutPopulation(figure, lines), ...aboutActive(figure), ...aboutMembers(figure)];
  const [first, ...others] = statements;
  return first ? [first, ...others] : [{ kind: 'CANNOT_BE_CHECKED', reason: whyNothingFollows(figure) }];
}

function aboutPopulation(figure: PublishedFigure, lines: readonly CampaignLine[]): readonly PublishedStatement[] {
  const population = populationOf(figure);
  if (population === null) return [];
  if (isRefusal(population)) return [{ kind: 'CONTRADICTION', refusal: population }];
  const tooCoarse = (population.through - population.from) * 100 > population.from * TOO_COARSE_PERCENT;
  const statement: PublishedStatement = { kind: 'POPULATION', interval: population, tooCoarse };
  return tooCoarse ? [statement] : [statement, ...lines.flatMap((line) => aboutLine(line, figure, population))];
}

function aboutLine(
  { measure, percent }: CampaignLine,
  { registered, active }: PublishedFigure,
  population: CountInterval,
): readonly PublishedStatement[] {
  if (measure === 'registered') {
    if (registered === undefined) return [];
    return [{ kind: 'MISSING', percent, interval: missingToWithin(percent, registered, population) }];
  }
  return active === undefined ? [] : [{ kind: 'MARGIN', percent, interval: marginAbove(percent, active, population) }];
}

/** The published population, or every one that the published shares allow; null where nothing was published to tell. */
function populationOf(figure: PublishedFigure): CountInterval | Refusal | null {
  const shares = [
    share(figure.registered, figure.coveragePercent),
    share(figure.active, figure.activePercent),
    share(figure.unregistered, figure.unregisteredPercent),
  ].flat();
  const allowed = shares.length > 0 ? populationInterval(shares) : null;
  if (figure.population === undefined || isRefusal(allowed)) return allowed;
  return published(figure.population, allowed);
}

/** A printed population stands, unless the percentages printed beside it deny it. */
function published(population: number, allowed: CountInterval | null): CountInterval | Refusal {
  if (allowed !== null && (population < allowed.from || population > allowed.through)) {
    return refuse('FIGURES_CONTRADICT', { figures: `${population} ∉ ${allowed.from}–${allowed.through}` });
  }
  return { from: population, through: population };
}

function share(people: number | undefined, printed: PublishedPercent | undefined): readonly PublishedShare[] {
  return people === undefined || printed === undefined ? [] : [{ people, ...printed }];
}

/** A percentage of active people without their count: taken of the population, else of the members, and it says which. */
function aboutActive(figure: PublishedFigure): readonly PublishedStatement[] {
  const whole = figure.population ?? figure.registered;
  if (figure.active !== undefined || figure.activePercent === undefined || whole === undefined) return [];
  const people = peopleInterval(figure.activePercent, whole);
  if (isRefusal(people)) return [{ kind: 'CONTRADICTION', refusal: people }];
  const { from, through, nominal } = people;
  const of = figure.population === undefined ? 'MEMBERS' : 'POPULATION';
  return [{ kind: 'ACTIVE', interval: { from, through }, nominal, of }];
}

function aboutMembers({ registered, active }: PublishedFigure): readonly PublishedStatement[] {
  if (registered === undefined || active === undefined) return [];
  const percent = percentOf(active, registered);
  return percent === null ? [] : [{ kind: 'ACTIVE_PER_MEMBER', percent, inactive: registered - active }];
}

function whyNothingFollows({ registered, active, unregistered }: PublishedFigure): UncheckableReason {
  const counts = [registered, active, unregistered];
  return counts.every((it) => it === undefined) ? 'NO_COUNT' : 'NO_PERCENT_OR_POPULATION';
}
