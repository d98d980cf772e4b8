import type { ProvinceView, PublishedFigureView, RegionFigureView } from '@papan/contracts';
import { PROVINCES, type Refusal, refuse } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { PUBLISHED } from '../published-figures';

type Reader = Pick<Tx, 'query'>;

const CUT = `json_build_object('asOf', as_of, 'population', population, 'populationVersion', population_version,
  'registered', registered, 'active', active, 'source', source, 'example', example)`;

/**
 * So many months before a day, where the last day of a month goes back to the last day of a month: a year before
 * 28 February 2025 is 29 February 2024.
 */
const before = (months: number): string => `(now.as_of + 1 - interval '${months} months')::date - 1`;

/** The regencies and cities of a province by their totals, with what was only claimed apart. NOT_FOUND for no province. */
export async function readProvince(database: Database, province: string): Promise<ProvinceView | Refusal> {
  const name = Object.hasOwn(PROVINCES, province) ? PROVINCES[province] : undefined;
  if (name === undefined) return refuse('NOT_FOUND');
  return database.asNobody(
    async (tx) => {
      const claims = await claimsIn(tx, province);
      return { province, name, regions: withClaimed(await figuresIn(tx, province), claims), claims };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/** Of each region the cut that stands and the newest one at least a year older, else the oldest of at least a month before. */
function figuresIn(tx: Reader, province: string): Promise<RegionFigureView[]> {
  return tx.query<RegionFigureView>(
    `SELECT now.region_code AS region, now.region_name AS name, now.cut, earlier.cut AS earlier
       FROM (SELECT DISTINCT ON (region_code) region_code, region_name, as_of, ${CUT} AS cut FROM region_figure
              WHERE region_code >= $1 || '.' AND region_code < $1 || '/'
              ORDER BY region_code DESC, as_of DESC, number DESC) now
       LEFT JOIN LATERAL (
         SELECT ${CUT} AS cut FROM region_figure f
          WHERE f.region_code = now.region_code AND f.as_of = coalesce(
            (SELECT max(as_of) FROM region_figure y WHERE y.region_code = now.region_code AND y.as_of <= ${before(12)}),
            (SELECT min(as_of) FROM region_figure m WHERE m.region_code = now.region_code AND m.as_of <= ${before(1)}))
          ORDER BY number DESC LIMIT 1) earlier ON true
      ORDER BY now.region_code`,
    [province],
  );
}

function claimsIn(tx: Reader, province: string): Promise<PublishedFigureView[]> {
  return tx.query<PublishedFigureView>(
    `SELECT ${PUBLISHED} FROM published_figure
      WHERE kind = 'CLAIM' AND starts_with(region_code, $1 || '.') ORDER BY position, id`,
    [province],
  );
}

/** A region of which nothing but a claim is known stands in the list too: without a figure, which is not 0. */
function withClaimed(
  figures: readonly RegionFigureView[],
  claims: readonly PublishedFigureView[],
): readonly RegionFigureView[] {
  const known = new Map(figures.map((figure) => [figure.region, figure]));
  for (const { region } of claims) {
    if (!known.has(region.code)) {
      known.set(region.code, { region: region.code, name: region.name, cut: null, earlier: null });
    }
  }
  return [...known.values()].sort((a, b) => (a.region < b.region ? -1 : 1));
}
