import type { AreaMonthsView, CutView } from '@papan/contracts';
import { type Actor, type Refusal, type Segment, refuse } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { cutsOf } from './cut-rows';
import { isOfTheTable } from './read-coverage';
import { areasSeen } from './read-month';

type Reader = Pick<Tx, 'query'>;
type Months = AreaMonthsView['months'];

/** One district of the actor's region over the months. NOT_FOUND for what is no district of it. */
export function readArea(database: Database, actor: Actor, code: string): Promise<AreaMonthsView | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const [area] = await tx.query<{ readonly code: string; readonly name: string }>(
        `SELECT code, name FROM area WHERE region = $1 AND code = $2 AND kind = 'DISTRICT'`,
        [actor.region, code],
      );
      if (!area) return refuse('NOT_FOUND');
      const cuts = (await cutsOf(tx, actor.region)).filter(({ level }) => level !== 'TOTAL');
      const months = isOfTheTable(actor) ? await sums(tx, actor.region, area, cuts) : await seen(tx, actor, code, cuts);
      return { area: area.code, name: area.name, months };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

interface Sum {
  readonly cut: number;
  readonly segment: Segment;
  readonly registered: number;
  readonly active: number;
}

async function sums(
  tx: Reader,
  region: string,
  area: { readonly code: string; readonly name: string },
  cuts: readonly CutView[],
): Promise<Months> {
  const numbers = cuts.map(({ number }) => number);
  const cells = await tx.query<Sum>(
    `SELECT cut::float8, segment, sum(registered)::float8 AS registered, sum(active)::float8 AS active FROM cut_cell
      WHERE region = $1 AND cut = ANY ($2::bigint[]) AND (area = $3 OR area LIKE $3 || '.%') GROUP BY cut, segment`,
    [region, numbers, area.code],
  );
  const residents = await tx.query<{ readonly cut: number; readonly people: number }>(
    `SELECT c.number::float8 AS cut, sum(p.people)::float8 AS people FROM cut c
       CROSS JOIN LATERAL (SELECT number FROM population o WHERE o.region = c.region AND o.semester = c.population_version
                            ORDER BY o.people = c.population DESC, o.number DESC LIMIT 1) v
       JOIN population_cell p ON p.region = c.region AND p.population = v.number
      WHERE c.region = $1 AND c.number = ANY ($2::bigint[]) AND (p.area = $3 OR p.area LIKE $3 || '.%')
      GROUP BY c.number`,
    [region, numbers, area.code],
  );
  const population = new Map(residents.map(({ cut, people }) => [cut, people]));
  return cuts.flatMap(({ asOf, number }) => {
    const own = cells.filter(({ cut }) => cut === number);
    if (own.length === 0) return [];
    const told = own.filter(({ registered }) => registered > 0);
    return [
      {
        ...{ asOf, area: area.code, name: area.name, kind: 'DISTRICT' as const },
        population: population.get(number) ?? null,
        registered: own.reduce((sum, { registered }) => sum + registered, 0),
        active: own.reduce((sum, { active }) => sum + active, 0),
        segments: Object.fromEntries(told.map(({ segment, registered, active }) => [segment, [registered, active]])),
      },
    ];
  });
}

/** From outside: month by month, because what is hidden depends on the other districts of the month. */
async function seen(tx: Reader, actor: Actor, code: string, cuts: readonly CutView[]): Promise<Months> {
  const months: Months[number][] = [];
  for (const cut of cuts) {
    const area = (await areasSeen(tx, actor, cut)).find((one) => one.area === code);
    if (area) months.push({ ...area, asOf: cut.asOf });
  }
  return months;
}
