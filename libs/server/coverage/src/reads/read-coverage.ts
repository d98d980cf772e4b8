import type { CoverageView, CutView, MapLayerView, PopulationView } from '@papan/contracts';
import { type Actor, type Movements, SEGMENTS, hideSmallFigures, may, wibDate } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { cutsOf } from './cut-rows';
import { workBetween } from './read-work';

type Reader = Pick<Tx, 'query'>;

/** Who sits at the region's own table sees every figure of it; the province and the public see no small ones. */
export function isOfTheTable(actor: Actor): boolean {
  return may(actor, 'board.read', { region: actor.region }) === true;
}

/** All that the page of coverage shows of the actor's region, but the areas of a month. */
export function readCoverage(database: Database, actor: Actor): Promise<CoverageView> {
  const inside = isOfTheTable(actor);
  const { region } = actor;
  return database.as(
    actor,
    async (tx) => {
      const cuts = await cutsOf(tx, region);
      const segments = await segmentsOf(tx, region, cuts);
      const days = cuts.map(({ asOf }) => asOf);
      return {
        ...(await regionNow(tx, region)),
        cuts,
        segments: inside ? segments : withoutSmall(segments),
        populations: await populationsOf(tx, region),
        movements: await movementsOf(tx, region),
        work: inside ? await workBetween(tx, region, days) : [],
        map: await mapUp(tx, region),
      };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

async function regionNow(tx: Reader, region: string): Promise<Pick<CoverageView, 'region' | 'today'>> {
  const [row] = await tx.query<CoverageView['region'] & { readonly now: string }>(
    'SELECT code, name, example, instant_text(app_now()) AS now FROM region WHERE code = $1',
    [region],
  );
  if (!row) throw new Error('the region is not there');
  const { now, ...found } = row;
  return { region: found, today: wibDate(now) };
}

type SegmentSums = CoverageView['segments'];

async function segmentsOf(tx: Reader, region: string, cuts: readonly CutView[]): Promise<SegmentSums> {
  return tx.query<SegmentSums[number]>(
    `SELECT c.as_of::text AS "asOf", s.segment, s.registered::float8, s.active::float8
       FROM cut_segment s JOIN cut c ON c.region = s.region AND c.number = s.cut
      WHERE s.region = $1 AND s.cut = ANY ($2::bigint[])
      ORDER BY c.as_of, array_position($3::text[], s.segment)`,
    [region, cuts.map(({ number }) => number), SEGMENTS],
  );
}

/** Month by month: a segment whose figures are hidden is left out of it. */
function withoutSmall(sums: SegmentSums): SegmentSums {
  return [...new Set(sums.map(({ asOf }) => asOf))].flatMap((day) => {
    const parts = sums.filter(({ asOf }) => asOf === day);
    const shown = hideSmallFigures(parts);
    return parts.filter((_, at) => shown[at]?.registered !== null && shown[at]?.active !== null);
  });
}

async function populationsOf(tx: Reader, region: string): Promise<PopulationView[]> {
  return tx.query<PopulationView>(
    `SELECT DISTINCT ON (semester) number::float8, semester, people::float8, source, example,
            instant_text(recorded_at) AS "recordedAt"
       FROM population WHERE region = $1 ORDER BY semester, number DESC`,
    [region],
  );
}

async function movementsOf(tx: Reader, region: string): Promise<CoverageView['movements']> {
  return tx.query<{ readonly asOf: string; readonly movements: Movements }>(
    `SELECT DISTINCT ON (as_of) as_of::text AS "asOf", movements
       FROM movement WHERE region = $1 ORDER BY as_of, number DESC`,
    [region],
  );
}

/** The layer that is up; null where none was put up or the newest was taken down. */
export async function mapUp(tx: Reader, region: string): Promise<MapLayerView | null> {
  const [layer] = await tx.query<MapLayerView>(
    `SELECT number::float8, source, areas, instant_text(published_at) AS "publishedAt"
       FROM map_layer WHERE region = $1 AND withdrawn_at IS NULL ORDER BY number DESC LIMIT 1`,
    [region],
  );
  return layer ?? null;
}
