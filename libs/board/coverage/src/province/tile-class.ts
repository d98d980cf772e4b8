/** Classes of the tiles, in people missing to the line; each is told by a pattern and a number, never by colour alone. */
export const TILE_CLASSES = [0, 1, 2, 3] as const;
export type TileClass = (typeof TILE_CLASSES)[number] | 'None';

const FROM = [1, 10_000, 50_000] as const;

/** Null: no figure is known, which is not 0. */
export function classOf(missing: number | null): TileClass {
  if (missing === null) return 'None';
  return TILE_CLASSES[FROM.filter((from) => missing >= from).length] ?? 3;
}
