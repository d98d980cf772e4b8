import {
  type Area,
  type Cut,
  type IsoDate,
  type IsoInstant,
  SHIPPED_DECREES,
  addDays,
  dayOff,
  weekday,
  wibInstant,
  yearOf,
} from '@papan/domain';
import { Chance } from '../chance';
import { Villages, byDistrict } from './cells';
import type { BySegment, CoverageFacts, MonthFacts, PopulationFacts } from './coverage-facts';
import { type Shares, type Step, movementsOf, totals, walkBack } from './walk-back';

/** What is written down of the coverage of a region; everything else follows from it. */
export interface CoverageScript {
  readonly seed: number;
  readonly standing: Cut;
  readonly segments: BySegment;
  readonly shares: Shares;
  /** The month before the first step. */
  readonly first: IsoDate;
  readonly steps: readonly Step[];
  /** The population before the standing one, and the first month that is compared with the standing one. */
  readonly earlier: { readonly semester: string; readonly people: number; readonly until: IsoDate };
  /** So many of the newest months are told by villages; those before them by districts. */
  readonly byVillage: number;
  readonly quota: number;
  readonly crowded: readonly string[];
  /** Where a month has another source than the rest. */
  readonly sources?: Readonly<Record<IsoDate, string>>;
}

const POPULATION_SOURCE = 'Penduduk per desa (contoh)';
const MOVEMENT_SOURCE = 'Mutasi peserta, BPJS Kesehatan KC Kediri (contoh)';

/** The months, the populations and the movements of a region, the same for the same script. */
export function coverageOf(script: CoverageScript, areas: readonly Area[]): CoverageFacts {
  const { standing, earlier } = script;
  const chance = new Chance(script.seed);
  const villages = new Villages(areas, chance, script.crowded);
  const sums = walkBack(script.segments, script.first, script.steps, script.shares, chance);
  const months = sums.map(({ asOf, sums }, at): MonthFacts => {
    const back = script.steps.length - at;
    const version =
      asOf < earlier.until
        ? { population: earlier.people, populationVersion: earlier.semester }
        : { population: standing.population, populationVersion: standing.populationVersion };
    const detailed = back < script.byVillage;
    const cells = villages.cells(sums, back);
    return {
      cut: { ...standing, ...version, ...totals(sums), asOf, source: script.sources?.[asOf] ?? standing.source },
      recordedAt: inOffice(asOf, '05', '09:12:00'),
      quota: detailed ? script.quota : null,
      level: detailed ? 'VILLAGE' : 'DISTRICT',
      cells: detailed ? cells : byDistrict(cells),
    };
  });
  const population = (semester: string, people: number, month: IsoDate): PopulationFacts => ({
    ...{ semester, people, source: POPULATION_SOURCE, recordedAt: inOffice(month, '02', '10:05:00') },
    cells: villages.populations(people),
  });
  return {
    months,
    populations: [
      population(earlier.semester, earlier.people, script.first),
      population(standing.populationVersion, standing.population, earlier.until),
    ],
    movements: script.steps.map((step) => ({
      asOf: step.asOf,
      movements: movementsOf(step, standing.population, chance),
      source: MOVEMENT_SOURCE,
      recordedAt: inOffice(step.asOf, '06', '13:20:00'),
    })),
  };
}

/** On the first working day from that day of the month on: the figures of the first day come some days later. */
function inOffice(month: IsoDate, from: string, time: string): IsoInstant {
  let day = `${month.slice(0, 7)}-${from}`;
  while (isOff(day)) day = addDays(day, 1);
  return wibInstant(day, time);
}

function isOff(day: IsoDate): boolean {
  const decree = SHIPPED_DECREES.find(({ year }) => year === yearOf(day));
  return decree ? dayOff(decree, day) !== null : weekday(day) > 5;
}
