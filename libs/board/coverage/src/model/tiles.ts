import { TILE_CELLS } from '@papan/domain';
import type { TileCell } from '@papan/domain';

/** Classes of the map, the first for those who miss nobody. */
export const CLASSES = 5;

/** One class: how many people are missing, and how many areas that is true of. */
export interface TileClass {
  readonly from: number;
  /** Null: and more. */
  readonly through: number | null;
  readonly areas: number;
}

/**
 * Classes in people: nobody missing, then four with round borders of about equally many areas. Areas of which nothing is
 * known are in none of them.
 */
export function classesOf(missing: readonly (number | null)[]): readonly TileClass[] {
  const known = missing.filter((people): people is number => people !== null);
  const some = known.filter((people) => people > 0).sort((a, b) => a - b);
  const borders = [1, 2, 3].flatMap((quarter) => {
    const at = some[Math.floor((some.length * quarter) / 4)];
    return at === undefined ? [] : [rounded(at)];
  });
  const rising = [...new Set(borders)].filter((border) => border > 1).sort((a, b) => a - b);
  const starts = some.length === 0 ? [0] : [0, 1, ...rising];
  return starts
    .map((from, at) => {
      const through = from === 0 ? 0 : (starts[at + 1] ?? 0) - 1;
      return { from, through: from !== 0 && at === starts.length - 1 ? null : through };
    })
    .map((range) => ({ ...range, areas: known.filter((people) => isIn(people, range)).length }));
}

/** The class of an area, from 0; null where nothing is known. */
export function classOf(missing: number | null, classes: readonly TileClass[]): number | null {
  if (missing === null) return null;
  const at = classes.findIndex((one) => isIn(missing, one));
  return at === -1 ? null : at;
}

function isIn(people: number, { from, through }: Pick<TileClass, 'from' | 'through'>): boolean {
  return people >= from && (through === null || people <= through);
}

/** Two digits: 1.234 becomes 1.200. */
function rounded(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(people)) - 1);
  return Math.round(people / unit) * unit;
}

/** Where each area lies, from 0; the squares of a region whose grid is not known stand in the order of their codes. */
export function cellsOf(codes: readonly string[]): ReadonlyMap<string, TileCell> {
  const known = codes.flatMap((code) => {
    const cell = TILE_CELLS[code];
    return cell ? [{ code, cell }] : [];
  });
  if (known.length === codes.length && known.length > 0) {
    const left = Math.min(...known.map(({ cell }) => cell[0]));
    const top = Math.min(...known.map(({ cell }) => cell[1]));
    return new Map(known.map(({ code, cell: [column, row] }) => [code, [column - left, row - top]]));
  }
  const columns = Math.max(1, Math.ceil(Math.sqrt(codes.length * 1.6)));
  const cells = [...codes].sort().map((code, at): [string, TileCell] => {
    return [code, [at % columns, Math.floor(at / columns)]];
  });
  return new Map(cells);
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** The next area in a direction: the nearest one, and of equally near ones the straightest; itself at the edge. */
export function neighbour(cells: ReadonlyMap<string, TileCell>, from: string, arrow: Arrow): string {
  const here = cells.get(from);
  if (!here) return from;
  const sideways = arrow === 'ArrowLeft' || arrow === 'ArrowRight';
  const sign = arrow === 'ArrowLeft' || arrow === 'ArrowUp' ? -1 : 1;
  let [best, least] = [from, Number.POSITIVE_INFINITY];
  for (const [code, cell] of cells) {
    const along = (sideways ? cell[0] - here[0] : cell[1] - here[1]) * sign;
    const across = Math.abs(sideways ? cell[1] - here[1] : cell[0] - here[0]);
    const far = along + across * 2;
    if (along > 0 && far < least) [best, least] = [code, far];
  }
  return best;
}

/** A short name for a narrow square: the first letters of its words. */
export function shortName(name: string, letters = 4): string {
  return name.length <= letters + 1 ? name : `${name.slice(0, letters)}.`;
}
