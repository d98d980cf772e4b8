import {
  type CampaignLine,
  type Cut,
  NATIONAL_THRESHOLDS,
  SEGMENTS,
  type Segment,
  hideSmallFigures,
  ruleOf,
} from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';

/** A region of this installation. */
export interface PublicRegion {
  readonly code: string;
  readonly name: string;
  readonly example: boolean;
}

/** A segment or a district of the newest month; null: hidden, because it is about few people. */
export interface PublicPart<Code extends string = string> {
  readonly code: Code;
  readonly name: string;
  /** Districts only; null: not known. */
  readonly population: number | null;
  readonly registered: number | null;
  readonly active: number | null;
}

/** A line with the rule it comes from and the day since which it holds. */
export interface PublicLine extends CampaignLine {
  readonly from: string | null;
  readonly by: 'CAMPAIGN' | 'NATIONAL';
}

/** What everybody may know of a region: totals by month, and of the newest month the segments and the districts. */
export interface PublicFigures {
  readonly region: PublicRegion;
  /** Oldest first; 36 at most. */
  readonly cuts: readonly Cut[];
  readonly lines: readonly PublicLine[];
  readonly segments: readonly PublicPart<Segment>[];
  readonly districts: readonly PublicPart[];
}

type Reader = Pick<Tx, 'query'>;

/** The regions of this installation with the cut that stands. */
export function publicRegions(database: Database): Promise<readonly { region: PublicRegion; cut: Cut | null }[]> {
  return database.asNobody(
    async (tx) => {
      const regions = await regionsOf(tx);
      const cuts = new Map((await newestCuts(tx, regions)).map(({ region, cut }) => [region, cut]));
      return regions.map((region) => ({ region, cut: cuts.get(region.code) ?? null }));
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/** Undefined where the installation does not serve the region. */
export function publicFigures(database: Database, code: string): Promise<PublicFigures | undefined> {
  return database.asNobody(
    async (tx) => {
      const region = (await regionsOf(tx)).find((one) => one.code === code);
      if (!region) return undefined;
      const cuts = await monthsOf(tx, code);
      return { region, cuts, lines: await linesOf(tx, code, cuts.at(-1)), ...(await partsOf(tx, code)) };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

function regionsOf(tx: Reader): Promise<PublicRegion[]> {
  return tx.query<PublicRegion>('SELECT code, name, example FROM public_regions()', []);
}

function newestCuts(tx: Reader, regions: readonly PublicRegion[]): Promise<{ region: string; cut: Cut }[]> {
  return tx.query<{ region: string; cut: Cut }>(
    `SELECT DISTINCT ON (region_code) region_code AS region, json_build_object(
              'asOf', as_of, 'population', population, 'populationVersion', population_version,
              'registered', registered, 'active', active, 'source', source, 'example', example) AS cut
       FROM region_figure WHERE region_code = ANY ($1) ORDER BY region_code DESC, as_of DESC, number DESC`,
    [regions.map(({ code }) => code)],
  );
}

/** The newest version of each of the last days, oldest first. */
async function monthsOf(tx: Reader, region: string): Promise<readonly Cut[]> {
  const newestFirst = await tx.query<Cut>(
    `SELECT DISTINCT ON (as_of) as_of::text AS "asOf", population::float8, population_version AS "populationVersion",
            registered::float8, active::float8, source, example
       FROM region_figure WHERE region_code = $1 ORDER BY as_of DESC, number DESC LIMIT 36`,
    [region],
  );
  return newestFirst.reverse();
}

/** The lines of the region's own campaign, else those of the national rule on the day of the figures. */
async function linesOf(tx: Reader, region: string, newest: Cut | undefined): Promise<readonly PublicLine[]> {
  const own = await tx.query<PublicLine>(
    `SELECT measure, percent::float8, from_day::text AS "from", 'CAMPAIGN' AS by FROM public_lines($1)`,
    [region],
  );
  if (own.length > 0 || !newest) return own;
  const rule = ruleOf(NATIONAL_THRESHOLDS, newest.asOf);
  return (rule?.thresholds ?? []).map(({ measure, percent, from }) => ({ measure, percent, from, by: 'NATIONAL' }));
}

interface SumRow<Kind extends string, Code extends string> {
  readonly kind: Kind;
  readonly code: Code;
  readonly name: string;
  readonly population: number | null;
  readonly registered: number;
  readonly active: number;
}
type SegmentRow = SumRow<'SEGMENT', Segment>;
type DistrictRow = SumRow<'DISTRICT', string>;

async function partsOf(tx: Reader, region: string): Promise<Pick<PublicFigures, 'segments' | 'districts'>> {
  const rows = await tx.query<SegmentRow | DistrictRow>(
    `SELECT kind, code, name, population::float8, registered::float8, active::float8 FROM public_parts($1)`,
    [region],
  );
  const segments = rows.filter((row) => row.kind === 'SEGMENT');
  segments.sort((a, b) => SEGMENTS.indexOf(a.code) - SEGMENTS.indexOf(b.code));
  return {
    segments: withoutSmall(segments),
    districts: withoutSmall(rows.filter((row) => row.kind === 'DISTRICT')),
  };
}

function withoutSmall<Code extends string>(parts: readonly SumRow<string, Code>[]): readonly PublicPart<Code>[] {
  const figures = hideSmallFigures(parts);
  return parts.map(({ code, name, population }, at) => ({
    ...{ code, name, population },
    ...(figures[at] ?? { registered: null, active: null }),
  }));
}
