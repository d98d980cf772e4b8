import type { FigurePreview } from '@papan/contracts';
import {
  type CheckedFigures,
  type CoverageCell,
  type CoverageEventOf,
  type Cut,
  type FigureFacts,
  type FigureKind,
  type FigureLevel,
  type FigureMapping,
  type FigureProblem,
  type IsoDate,
  type Line,
  type PopulationCell,
  type Refusal,
  type Segment,
  areaNames,
  byDistrict,
  checkFigureMapping,
  checkFigures,
  checkQuantity,
  checkSemester,
  checkText,
  isIsoDate,
  isRefusal,
  readFigures,
  readMovements,
  refuse,
} from '@papan/domain';
import {
  type Ground,
  type KnownPopulation,
  type Reader,
  groundOf,
  isTold,
  monthBefore,
  populationOf,
  residentsOf,
  semesterBefore,
} from './compare-with';
import type { Told } from './figure-rows';

/** A file with figures as it was read, and what a person told of it. */
export interface FileToWeigh {
  readonly kind: FigureKind;
  readonly headings: readonly string[];
  readonly lines: readonly Line[];
  readonly mapping: FigureMapping;
  readonly told: Told;
}

/** What would be written of a file that nothing stops. */
export type Figures =
  | {
      readonly kind: 'MONTH';
      readonly cut: Cut;
      readonly level: FigureLevel;
      readonly quota: number | null;
      readonly cells: readonly CoverageCell[];
    }
  | {
      readonly kind: 'POPULATION';
      readonly population: Pick<
        CoverageEventOf<'PopulationRecorded'>['data'],
        'semester' | 'people' | 'source' | 'example'
      >;
      readonly cells: readonly PopulationCell[];
    }
  | {
      readonly kind: 'MOVEMENTS';
      readonly movements: Pick<
        CoverageEventOf<'MovementsRecorded'>['data'],
        'asOf' | 'movements' | 'source' | 'example'
      >;
    };

/** A file that was compared with what the region has. */
export interface Weighed {
  readonly preview: FigurePreview;
  readonly figures: Figures;
  /** Everything that is wrong with single lines; the checks of the preview name twenty of them. */
  readonly problems: readonly FigureProblem[];
}

const SOURCE_LIMIT = 200;
const VERSION_LIMIT = 60;

/** Reads a file and compares it with what the region has. Nothing is written, and nothing is locked. */
export async function weighFile(
  tx: Reader,
  region: string,
  today: IsoDate,
  file: FileToWeigh,
): Promise<Weighed | Refusal> {
  const no = checkFigureMapping(file.mapping, file.kind, file.headings.length);
  if (no) return no;
  const source = checkText('source', file.told.source, SOURCE_LIMIT, true);
  if (isRefusal(source)) return source;
  const told = { ...file.told, source };
  if (file.kind === 'POPULATION') return weighPopulation(tx, region, today, { ...file, told });
  const asOf = dayOf(told.asOf, today);
  if (isRefusal(asOf)) return asOf;
  return file.kind === 'MONTH'
    ? weighMonth(tx, region, asOf, { ...file, told })
    : weighMovements(tx, region, asOf, { ...file, told });
}

function dayOf(asOf: string | null, today: IsoDate): IsoDate | Refusal {
  const day: unknown = asOf;
  if (!isIsoDate(day)) return refuse('DATE_INVALID', { field: 'asOf', value: (asOf ?? '').slice(0, 40) });
  return day > today ? refuse('REPORT_DATE_IN_FUTURE', { on: day, today }) : day;
}

async function weighMonth(tx: Reader, region: string, asOf: IsoDate, file: FileToWeigh): Promise<Weighed | Refusal> {
  const { quota, example, source } = file.told;
  const places = quota === null ? null : checkQuantity('quota', quota, 0, 'people');
  if (isRefusal(places)) return places;
  const population = await denominatorOf(tx, region, file.told);
  if (isRefusal(population)) return population;
  const residents = await residentsOf(tx, region, population);
  const before = await monthBefore(tx, region, asOf);
  const ground = await groundOf(tx, region);
  const checked = readAndCheck('MONTH', file, ground, { before, residents });
  if (isRefusal(checked)) return checked;
  const cells = checked.figures.map(({ area, segment, amounts: [registered = 0, active = 0] }) => ({
    ...{ area, segment: segment as Segment, registered, active },
  }));
  const sums = {
    registered: cells.reduce((sum, cell) => sum + cell.registered, 0),
    active: cells.reduce((sum, cell) => sum + cell.active, 0),
  };
  const tooMany = checkQuantity('registered', sums.registered, 0, 'people');
  if (isRefusal(tooMany)) return tooMany;
  const cut = { asOf, population: population.people, populationVersion: population.semester, ...sums, source, example };
  return {
    preview: {
      ...{ checks: checked.checks, ...sums, population: population.people, cells: cells.length },
      corrects: await isTold(tx, region, 'MONTH', asOf),
      districts: districtsOf(checked, ground, before),
    },
    figures: { kind: 'MONTH', cut, level: checked.level, quota: places, cells },
    problems: checked.problems,
  };
}

/** The recorded population of the semester that was named, or of the newest; what was typed where none is recorded. */
async function denominatorOf(tx: Reader, region: string, told: Told): Promise<KnownPopulation | Refusal> {
  const version = told.semester === null ? null : checkText('semester', told.semester, VERSION_LIMIT, true);
  if (isRefusal(version)) return version;
  const known = await populationOf(tx, region, version);
  if (known) return known;
  if (told.population === null)
    return version === null ? refuse('POPULATION_MISSING') : refuse('POPULATION_UNKNOWN', { semester: version });
  const people = checkQuantity('population', told.population, 1, 'people');
  if (isRefusal(people)) return people;
  return { number: null, semester: version ?? told.source.slice(0, VERSION_LIMIT), people };
}

async function weighPopulation(
  tx: Reader,
  region: string,
  today: IsoDate,
  file: FileToWeigh,
): Promise<Weighed | Refusal> {
  const semester = checkSemester(file.told.semester ?? '', today);
  if (isRefusal(semester)) return semester;
  const before = await semesterBefore(tx, region, semester);
  const checked = readAndCheck('POPULATION', file, await groundOf(tx, region), { before, residents: new Map() });
  if (isRefusal(checked)) return checked;
  const told = checked.figures.map(({ area, amounts: [people = 0] }) => ({ area, people }));
  const people = checkQuantity(
    'population',
    told.reduce((sum, cell) => sum + cell.people, 0),
    0,
    'people',
  );
  if (isRefusal(people)) return people;
  const { source, example } = file.told;
  return {
    preview: {
      ...{ checks: checked.checks, registered: null, active: null, population: people, cells: told.length },
      ...{ corrects: await isTold(tx, region, 'POPULATION', semester), districts: [] },
    },
    figures: {
      kind: 'POPULATION',
      population: { semester, people, source, example },
      cells: checked.level === 'TOTAL' ? [] : told,
    },
    problems: checked.problems,
  };
}

async function weighMovements(
  tx: Reader,
  region: string,
  asOf: IsoDate,
  file: FileToWeigh,
): Promise<Weighed | Refusal> {
  const { movements, checks, problems } = readMovements(file.lines, file.mapping);
  const cells = Object.keys(movements).length;
  if (cells === 0 && checks.length === 0) return refuse('IMPORT_EMPTY');
  const { source, example } = file.told;
  return {
    preview: {
      ...{ checks, registered: null, active: null, population: null, cells },
      ...{ corrects: await isTold(tx, region, 'MOVEMENTS', asOf), districts: [] },
    },
    figures: { kind: 'MOVEMENTS', movements: { asOf, movements, source, example } },
    problems,
  };
}

/** IMPORT_EMPTY where no line tells a figure, and nothing is wrong with any. */
function readAndCheck(
  kind: 'MONTH' | 'POPULATION',
  { lines, mapping }: FileToWeigh,
  { region, areas }: Ground,
  facts: Pick<FigureFacts, 'before' | 'residents'>,
): CheckedFigures | Refusal {
  const reading = readFigures(kind, lines, mapping, region, areaNames(areas));
  const checked = checkFigures(reading, { ...facts, region: region.code, areas });
  return checked.figures.length === 0 && checked.problems.length === 0 ? refuse('IMPORT_EMPTY') : checked;
}

function districtsOf(
  { figures }: CheckedFigures,
  { region, areas }: Ground,
  before: FigureFacts['before'],
): FigurePreview['districts'] {
  const now = byDistrict(figures, region.code);
  return areas.flatMap(({ code, name, kind }) => {
    const people = now.get(code);
    if (kind !== 'DISTRICT' || people === undefined) return [];
    return [{ area: code, name, now: people, before: before.get(code) ?? null }];
  });
}
