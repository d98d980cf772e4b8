import { foldedWords } from './folded-words';

/** A cell as the file has it: text, an amount where a spreadsheet took it for one, or nothing. */
export type Cell = string | number | null;
/** One line of a file. `line` counts as the office's own program does: from 1, the heading included. */
export interface Line {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Which of the first lines of a file is its heading; undefined where there is none. */
export type FindHeading = (lines: readonly Line[]) => Line | undefined;

/** The headings by which fields are known, in folded words; what comes first in a list fits best. */
export type KnownHeadings<Field extends string> = readonly (readonly [field: Field, headings: readonly string[]])[];

/** Whether a heading that is not the very words holds them. Both in folded words. */
export type Holds = (heading: string, known: string) => boolean;

/**
 * Which column seems to be what: the very heading first, then a heading that holds the known words. Each column and each
 * field is used once; what nobody would recognise is left for a person to say.
 */
export function guessByHeadings<Field extends string>(
  headings: readonly string[],
  known: KnownHeadings<Field>,
  holds: Holds,
): Readonly<Partial<Record<Field, number>>> {
  const folded = headings.map(foldedWords);
  const mapping: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  for (const fits of [same, holds]) {
    for (const [field, words] of known) {
      if (mapping[field] !== undefined) continue;
      const at = firstFitting(folded, words, (heading, one, column) => !taken.has(column) && fits(heading, one));
      if (at === undefined) continue;
      mapping[field] = at;
      taken.add(at);
    }
  }
  return mapping;
}

const HEADING_WITHIN = 20;

/**
 * Which of the first lines is the heading: the one of which `recognised` knows most columns; lists often begin with a title.
 * Without any, the first line of at least two cells. Undefined where there is none.
 */
export function findHeading(
  lines: readonly Line[],
  recognised: (headings: readonly string[]) => number,
): Line | undefined {
  const candidates = lines
    .slice(0, HEADING_WITHIN)
    .filter(({ cells }) => cells.filter((cell) => textOf(cell) !== '').length >= 2);
  const scores = candidates.map(({ cells }) => recognised(cells.map(textOf)));
  const best = Math.max(0, ...scores);
  return best === 0 ? candidates[0] : candidates[scores.indexOf(best)];
}

/** The headings by which a saved profile is found again. */
export function headingsKey(headings: readonly string[]): string {
  return headings.map(foldedWords).join('|');
}

export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).trim();
}

export function isFilled(cell: Cell): cell is string | number {
  return textOf(cell) !== '';
}

function firstFitting(
  headings: readonly string[],
  known: readonly string[],
  fits: (heading: string, words: string, column: number) => boolean,
): number | undefined {
  for (const words of known) {
    const at = headings.findIndex((heading, column) => fits(heading, words, column));
    if (at >= 0) return at;
  }
  return undefined;
}

function same(heading: string, known: string): boolean {
  return heading === known;
}
