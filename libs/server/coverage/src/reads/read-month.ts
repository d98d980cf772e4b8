import type { AreaFigure, CutView, MonthView } from '@papan/contracts';
import {
  type Actor,
  type Area,
  type IsoDate,
  type Refusal,
  type Segment,
  hideSmallFigures,
  isIsoDate,
  refuse,
} from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { versionsOf } from './cut-rows';
import { isOfTheTable } from './read-coverage';

/** Digits of a district's code, `35.05.10`; a village's begins with it. */
const DISTRICT_CODE = 8;

type Reader = Pick<Tx, 'query'>;

/** The areas of one month of the actor's region. DATE_INVALID for what is no day, NOT_FOUND for a day without a cut. */
export async function readMonth(database: Database, actor: Actor, day: string): Promise<MonthView | Refusal> {
  const asOf: unknown = day;
  if (!isIsoDate(asOf)) return refuse('DATE_INVALID', { field: 'asOf', value: day.slice(0, 40) });
  return database.as(actor, (tx) => monthOf(tx, actor, asOf), { isolation: 'REPEATABLE READ', readOnly: true });
}

async function monthOf(tx: Reader, actor: Actor, asOf: IsoDate): Promise<MonthView | Refusal> {
  const [cut, ...versions] = await versionsOf(tx, actor.region, asOf);
  if (!cut) return refuse('NOT_FOUND');
  return { cut, versions, areas: await areasSeen(tx, actor, cut) };
}

/** The areas of a cut as this reader may see them. */
export async function areasSeen(tx: Reader, actor: Actor, cut: CutView): Promise<readonly AreaFigure[]> {
  const areas = await areasOf(tx, actor.region, cut);
  return isOfTheTable(actor) ? areas : seenFromOutside(areas);
}

interface Cell {
  readonly area: string;
  readonly segment: Segment;
  readonly registered: number;
  readonly active: number;
}

/** The districts, and the villages of a cut that tells them. An area of which nothing is told has no figure, which is not 0. */
async function areasOf(tx: Reader, region: string, cut: CutView): Promise<readonly AreaFigure[]> {
  const cells = await tx.query<Cell>(
    `SELECT area, segment, registered::float8, active::float8 FROM cut_cell WHERE region = $1 AND cut = $2`,
    [region, cut.number],
  );
  const areas = await tx.query<Area>(
    `SELECT code, name, kind FROM area WHERE region = $1 AND ($2 OR kind = 'DISTRICT') ORDER BY code`,
    [region, cut.level === 'VILLAGE'],
  );
  const sums = sumsOf(cells);
  const people = await peopleOf(tx, region, cut);
  return areas.map(({ code, name, kind }) => ({
    ...{ area: code, name, kind, population: people.get(code) ?? null },
    ...(sums.get(code) ?? { registered: null, active: null, segments: {} }),
  }));
}

interface Sums {
  registered: number;
  active: number;
  segments: Partial<Record<Segment, readonly [number, number]>>;
}

/** Each cell counts for its area, and for the district in which it lies. */
function sumsOf(cells: readonly Cell[]): ReadonlyMap<string, Sums> {
  const sums = new Map<string, Sums>();
  for (const { area, segment, registered, active } of cells) {
    for (const code of withDistrict(area)) {
      const sum = sums.get(code) ?? { registered: 0, active: 0, segments: {} };
      sum.registered += registered;
      sum.active += active;
      const [before, activeBefore] = sum.segments[segment] ?? [0, 0];
      if (before + registered > 0) sum.segments[segment] = [before + registered, activeBefore + active];
      sums.set(code, sum);
    }
  }
  return sums;
}

/** Residents by area, of the population that the cut is compared with; a district without a figure of its own is a sum. */
async function peopleOf(tx: Reader, region: string, cut: CutView): Promise<ReadonlyMap<string, number>> {
  const cells = await tx.query<{ readonly area: string; readonly people: number }>(
    `SELECT area, people::float8 FROM population_cell WHERE region = $1 AND population = (
       SELECT number FROM population WHERE region = $1 AND semester = $2 ORDER BY people = $3 DESC, number DESC LIMIT 1)`,
    [region, cut.populationVersion, cut.population],
  );
  const people = new Map<string, number>();
  for (const cell of cells) {
    for (const code of withDistrict(cell.area)) people.set(code, (people.get(code) ?? 0) + cell.people);
  }
  return people;
}

function withDistrict(area: string): readonly string[] {
  return area.length > DISTRICT_CODE ? [area, area.slice(0, DISTRICT_CODE)] : [area];
}

/** Districts without segments; small counts, and those that would give them away, are hidden. */
function seenFromOutside(areas: readonly AreaFigure[]): readonly AreaFigure[] {
  const districts = areas.filter(({ kind }) => kind === 'DISTRICT');
  const shown = hideSmallFigures(
    districts.map(({ registered, active }) => ({ registered: registered ?? 0, active: active ?? 0 })),
  );
  return districts.map((area, at) => {
    const { registered, active } = area.registered === null ? area : (shown[at] ?? { registered: null, active: null });
    const hidden = registered !== area.registered || active !== area.active;
    return { ...area, registered, active, segments: {}, ...(hidden ? { hidden } : {}) };
  });
}
