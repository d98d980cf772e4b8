import { shown } from '../../formats/shown';
import { type Line, isFilled, textOf } from '../../lists/columns';
import { readCount } from '../../lists/read-count';
import { isRefusal } from '../../refusal/refusal';
import { type Movement, type Movements, leaves } from '../bridge';
import type { FigureCheck, FigureMapping } from '../figure-files';
import { inGroups } from './check-figures';
import { movementOf, saysTotal } from './figure-words';
import type { FigureProblem } from './read-figures';

export interface ReadMovements {
  readonly movements: Movements;
  readonly checks: readonly FigureCheck[];
  readonly problems: readonly FigureProblem[];
}

interface Sum {
  readonly line: number;
  readonly found: number;
}

/** Reads why people came and went in a month: one line for each movement. A movement that is not told is not known. */
export function readMovements(lines: readonly Line[], mapping: FigureMapping): ReadMovements {
  const movements: Partial<Record<Movement, number>> = {};
  const problems: FigureProblem[] = [];
  const sums: Sum[] = [];
  for (const { line, cells } of lines) {
    const text = textOf(cells[mapping.movement ?? -1]);
    const cell = cells[mapping.people ?? -1] ?? null;
    const [movement, people] = [movementOf(text), readCount('people', cell)];
    // Titles and signatures name no movement and count nobody.
    if (people === null || (isRefusal(people) && movement === null)) continue;
    const problem = (code: FigureProblem['code'], about: string): unknown => problems.push({ code, line, about });
    if (isRefusal(people)) problem('CELL_INVALID', shown(textOf(cell)));
    else if (saysTotal(text) || !isFilled(text)) sums.push({ line, found: people });
    else if (movement === null) problem('SEGMENT_UNKNOWN', shown(text));
    else if (movements[movement] !== undefined) problem('CELL_TWICE', shown(text));
    else movements[movement] = people;
  }
  return {
    movements,
    problems,
    checks: [...inGroups(problems), ...differing(sums, movements), ...onlyZero(movements)],
  };
}

/** A sum may be of all, of who came, of who went, or of what is left of both: offices write each of them. */
function differing(sums: readonly Sum[], movements: Movements): readonly FigureCheck[] {
  const told = Object.entries(movements) as [Movement, number][];
  const add = (some: readonly [Movement, number][]): number => some.reduce((sum, [, people]) => sum + people, 0);
  const [all, gone] = [add(told), add(told.filter(([movement]) => leaves(movement)))];
  const possible = [all, gone, all - gone, all - gone - gone];
  return sums
    .filter(({ found }) => !possible.includes(found))
    .map(({ line, found }) => ({
      ...({ code: 'SUM_DIFFERS', weight: 'STOP', lines: [line], count: 1, about: ['JUMLAH'] } as const),
      ...{ found, expected: all },
    }));
}

function onlyZero(movements: Movements): readonly FigureCheck[] {
  const told = Object.values(movements);
  if (told.length === 0 || told.some((people) => people > 0)) return [];
  const about = Object.keys(movements);
  return [{ code: 'ALL_ZERO', weight: 'WARN', lines: [], count: about.length, about, found: null, expected: null }];
}
