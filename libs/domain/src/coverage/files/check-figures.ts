import type { Area } from '../../organisation/area';
import { FIGURE_CHECKS, type FigureCheck, type FigureCheckCode } from '../figure-files';
import { differingTotals } from './figure-sums';
import type { Figure, FigureProblem, FigureReading } from './read-figures';

/**
 * A district that moves by more than both of these from one month to the next is worth a look: a tenth, so that a wrong
 * column or a file of another month is seen; fifty people, so that small districts are not. Ours; docs/domain.md#figure-files.
 */
export const JUMP_PERCENT = 10;
export const JUMP_PEOPLE = 50;
/** So many lines and areas a check names, and so many sums and districts it tells one by one. */
const NAMED = 20;

/** At which areas the figures of a file stand. */
export type FigureLevel = 'TOTAL' | 'DISTRICT' | 'VILLAGE';

/** What the figures of a file are compared with. */
export interface FigureFacts {
  readonly region: string;
  readonly areas: readonly Area[];
  /** People by district, and by the code of the region in all, in the figures before; empty where there are none. */
  readonly before: ReadonlyMap<string, number>;
  /** Residents by area, and by the code of the region in all. */
  readonly residents: ReadonlyMap<string, number>;
}

export interface CheckedFigures {
  readonly level: FigureLevel;
  /** What is counted: once each, at one level. */
  readonly figures: readonly Figure[];
  readonly checks: readonly FigureCheck[];
  /** Everything that is wrong with single lines; the checks name twenty of them. */
  readonly problems: readonly FigureProblem[];
}

/** Everything that is odd about the figures of a file, what cannot be loaded first. */
export function checkFigures(reading: FigureReading, facts: FigureFacts): CheckedFigures {
  const { counted, mixed } = atOneLevel(reading.figures, facts.region);
  const level = levelOf(counted, facts.region);
  const { once, twice } = eachOnce(counted);
  const problems = [...reading.problems, ...mixed, ...twice];
  // Where lines cannot be read, sums and comparisons would only say so again.
  const checks =
    problems.length > 0
      ? inGroups(problems)
      : [
          ...differingTotals(once, reading.totals).slice(0, NAMED),
          ...missingAreas(once, level, facts),
          ...jumps(once, facts),
          ...about('ABOVE_POPULATION', aboveResidents(once, facts)),
          ...about('ALL_ZERO', onlyZero(once), hasNobody(once) ? 'STOP' : 'WARN'),
        ];
  const order = (check: FigureCheck): number => FIGURE_CHECKS.indexOf(check.code);
  return { level, figures: once, problems, checks: checks.toSorted((one, other) => order(one) - order(other)) };
}

/** People by district, and by the code of the region in all. What a file does not tell by district has no districts. */
export function byDistrict(figures: readonly Figure[], region: string): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { area, amounts } of figures) {
    const [people = 0] = amounts;
    for (const of of area === region ? [region] : [area.slice(0, 8), region])
      sums.set(of, (sums.get(of) ?? 0) + people);
  }
  return sums;
}

export function levelOf(figures: readonly Figure[], region: string): FigureLevel {
  if (figures.some(({ area }) => area.length > 8)) return 'VILLAGE';
  return figures.some(({ area }) => area !== region) ? 'DISTRICT' : 'TOTAL';
}

/**
 * A district among villages is their sum, where it is just that, and not counted; else people would be counted twice, or
 * a district would be told without its villages.
 */
function atOneLevel(
  figures: readonly Figure[],
  region: string,
): { readonly counted: readonly Figure[]; readonly mixed: readonly FigureProblem[] } {
  if (levelOf(figures, region) !== 'VILLAGE') return { counted: figures, mixed: [] };
  const villages = figures.filter(({ area }) => area.length > 8);
  const sums = new Map<string, readonly number[]>();
  for (const { area, segment, amounts } of villages) {
    const key = `${area.slice(0, 8)} ${segment}`;
    sums.set(
      key,
      amounts.map((amount, at) => amount + (sums.get(key)?.[at] ?? 0)),
    );
  }
  const mixed = figures
    .filter(({ area }) => area.length <= 8)
    .filter(({ area, segment, amounts }) => amounts.join() !== sums.get(`${area} ${segment}`)?.join())
    .map(({ line, area }): FigureProblem => ({ code: 'LEVELS_MIXED', line, about: area }));
  return { counted: villages, mixed };
}

function eachOnce(figures: readonly Figure[]): {
  readonly once: readonly Figure[];
  readonly twice: readonly FigureProblem[];
} {
  const seen = new Set<string>();
  const once: Figure[] = [];
  const twice: FigureProblem[] = [];
  for (const figure of figures) {
    const key = `${figure.area} ${figure.segment}`;
    if (seen.has(key)) twice.push({ code: 'CELL_TWICE', line: figure.line, about: figure.area });
    else once.push(figure);
    seen.add(key);
  }
  return { once, twice };
}

/** One check for each kind of problem, with its lines. */
export function inGroups(problems: readonly FigureProblem[]): readonly FigureCheck[] {
  const codes = [...new Set(problems.map(({ code }) => code))];
  return codes.map((code) => {
    const these = problems.filter((problem) => problem.code === code);
    const lines = [...new Set(these.map(({ line }) => line))].toSorted((one, other) => one - other);
    const words = [...new Set(these.map((problem) => problem.about))];
    return {
      ...({ code, weight: 'STOP', lines: lines.slice(0, NAMED), count: lines.length } as const),
      ...{ about: words.slice(0, NAMED), found: null, expected: null },
    };
  });
}

function about(
  code: FigureCheckCode,
  areas: readonly string[],
  weight: FigureCheck['weight'] = 'WARN',
): readonly FigureCheck[] {
  if (areas.length === 0) return [];
  const named = areas.slice(0, NAMED);
  return [{ code, weight, lines: [], count: areas.length, about: named, found: null, expected: null }];
}

/** Districts of which the file tells nothing, and single villages of the others. */
function missingAreas(figures: readonly Figure[], level: FigureLevel, { areas }: FigureFacts): readonly FigureCheck[] {
  if (level === 'TOTAL' || figures.length === 0) return [];
  const told = new Set(figures.flatMap(({ area }) => [area, area.slice(0, 8)]));
  const districts = areas.filter(({ kind, code }) => kind === 'DISTRICT' && !told.has(code));
  const villages = areas.filter(
    ({ kind, code }) => level === 'VILLAGE' && kind === 'VILLAGE' && !told.has(code) && told.has(code.slice(0, 8)),
  );
  return about(
    'AREA_MISSING',
    [...districts, ...villages].map(({ code }) => code),
  );
}

/** By district, where both sides tell some; else the region as a whole. */
function jumps(figures: readonly Figure[], { region, before }: FigureFacts): readonly FigureCheck[] {
  const now = [...byDistrict(figures, region)].filter(([area]) => before.has(area));
  const apart = now.some(([area]) => area !== region);
  const districts = now.filter(([area]) => !apart || area !== region);
  return districts.flatMap(([area, found]): readonly FigureCheck[] => {
    const expected = before.get(area) ?? 0;
    const moved = Math.abs(found - expected);
    if (moved <= JUMP_PEOPLE || moved * 100 <= expected * JUMP_PERCENT) return [];
    return [{ code: 'JUMP', weight: 'WARN', lines: [], count: 1, about: [area], found, expected }];
  });
}

/** More members than residents: possible, because deaths and moves reach the two registers at different times. */
function aboveResidents(figures: readonly Figure[], { region, residents }: FigureFacts): readonly string[] {
  const members = new Map(byDistrict(figures, region));
  for (const { area, amounts } of figures) {
    if (area.length > 8) members.set(area, (members.get(area) ?? 0) + (amounts[0] ?? 0));
  }
  return [...members]
    .filter(([area, people]) => people > (residents.get(area) ?? people))
    .map(([area]) => area)
    .toSorted();
}

/** Members may be nobody; a population of nobody is no population, and nothing can be compared with it. */
function hasNobody(figures: readonly Figure[]): boolean {
  return figures.every(({ amounts }) => amounts.length === 1 && amounts[0] === 0);
}

function onlyZero(figures: readonly Figure[]): readonly string[] {
  const some = new Set(figures.filter(({ amounts }) => amounts.some((amount) => amount > 0)).map(({ area }) => area));
  return [...new Set(figures.map(({ area }) => area))].filter((area) => !some.has(area));
}
