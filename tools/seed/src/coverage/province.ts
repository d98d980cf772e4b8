import { type Cut, type IsoDate, neededFor } from '@papan/domain';
import { Chance } from '../chance';
import { BLITAR_CUT } from '../demo-figures';
import { type Owner, insertRows } from '../owner';

/** A cut of a region that does not work on this installation: what its province would see of it. */
export interface NeighbourCut extends Cut {
  readonly region: { readonly code: string; readonly name: string };
}

/** Both Blitars tell their own figures; of Bojonegoro there is a statement without any (see `PRESS_FIGURES`). */
const APART = ['35.05', '35.72', '35.22'];
const MONTHS = 14;
/** Cities are smaller than regencies, but for the two largest. */
const LARGE_CITIES: Readonly<Record<string, number>> = { '35.78': 2_900_000, '35.73': 850_000 };

/** Fourteen months of every other regency and city of East Java, invented, the same every time. */
export function neighbours(regions: readonly NeighbourCut['region'][]): readonly NeighbourCut[] {
  return regions
    .filter(({ code }) => code.startsWith('35.') && !APART.includes(code))
    .flatMap((region) => monthsOf(region, new Chance(Number(region.code.replace('.', '')) * 7)));
}

function monthsOf(region: NeighbourCut['region'], chance: Chance): readonly NeighbourCut[] {
  const isCity = region.name.startsWith('Kota');
  const size =
    LARGE_CITIES[region.code] ?? (isCity ? chance.between(130_000, 290_000) : chance.between(560_000, 1_900_000));
  const newer = { people: size + chance.between(-900, 2_400), semester: 'contoh' };
  // A few are still compared with the population of the semester before, and some have changed within the year.
  const changes = chance.between(0, 3) === 0 ? chance.between(3, 11) : 0;
  let registered = neededFor(chance.between(760, 1_012) / 10, newer.people);
  let active = neededFor(chance.between(740, 960) / 10, registered);
  const pace = (newer.people / 1000) * (chance.fraction() * 4 - 0.7);
  const months: NeighbourCut[] = [];
  for (let back = 0; back < MONTHS; back += 1) {
    const old = MONTHS - back <= changes;
    months.unshift({
      region,
      asOf: monthBefore(BLITAR_CUT.asOf, back),
      population: old ? size : newer.people,
      populationVersion: old ? '2025-I (contoh)' : newer.semester,
      registered,
      active,
      source: 'BPJS Kesehatan (contoh)',
      example: true,
    });
    const came = Math.round(pace * (0.4 + 1.2 * chance.fraction()));
    registered -= came;
    active = Math.min(registered, active - Math.round(came * (0.3 + chance.fraction())));
  }
  return months;
}

/** The first of the month so many months before that of `day`. */
function monthBefore(day: IsoDate, back: number): IsoDate {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const nth = year * 12 + month - 1 - back;
  return `${Math.floor(nth / 12)}-${String((nth % 12) + 1).padStart(2, '0')}-01`;
}

export async function writeNeighbours(owner: Owner, cuts: readonly NeighbourCut[]): Promise<void> {
  await insertRows(
    owner,
    'region_figure',
    cuts.map(({ region, asOf, populationVersion, ...cut }, at) => ({
      ...{ region_code: region.code, region_name: region.name, as_of: asOf, number: (at % MONTHS) + 1 },
      ...{ ...cut, population_version: populationVersion },
    })),
  );
}
