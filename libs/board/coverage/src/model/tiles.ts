import { DISTRICT_TILES, gridOf } from '@papan/domain';
import type { TileGrid } from '@papan/domain';

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

/** Where each area lies; the squares of a region whose grid is not known stand in the order of their codes. */
export function tilesOf(areas: readonly { readonly area: string; readonly name: string }[]): TileGrid {
  const known = gridOf(DISTRICT_TILES, new Set(areas.map(({ area }) => area)));
  if (known) return known;
  const columns = Math.max(1, Math.ceil(Math.sqrt(areas.length * 1.6)));
  const sorted = [...areas].sort((a, b) => (a.area < b.area ? -1 : 1));
  return {
    columns,
    rows: Math.ceil(areas.length / columns),
    tiles: sorted.map(({ area, name }, at) => {
      return { code: area, name, column: at % columns, row: Math.floor(at / columns) };
    }),
  };
}

/** A short name for a narrow square: its first letters. */
export function shortName(name: string, letters: number): string {
  return name.length <= letters + 1 ? name : `${name.slice(0, letters)}.`;
}
