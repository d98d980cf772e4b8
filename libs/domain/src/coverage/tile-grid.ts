/** An area as a tile: its column from west to east, its row from north to south. */
export interface Tile {
  /** Kemendagri code. */
  readonly code: string;
  readonly name: string;
  readonly column: number;
  readonly row: number;
}

/** Areas as tiles of one size, laid roughly where they lie. Indicative: neither a map nor a boundary. */
export interface TileGrid {
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
}

type Row = readonly [code: string, name: string, column: number, row: number];

function grid(columns: number, rows: number, tiles: readonly Row[]): TileGrid {
  return { columns, rows, tiles: tiles.map(([code, name, column, row]) => ({ code, name, column, row })) };
}

/** The districts of Kabupaten Blitar (35.05) and Kota Blitar (35.72). */
export const DISTRICT_TILES: TileGrid = grid(9, 5, [
  ['35.05.01', 'Wonodadi', 0, 1],
  ['35.05.02', 'Udanawu', 1, 0],
  ['35.05.03', 'Srengat', 1, 1],
  ['35.05.04', 'Kademangan', 2, 3],
  ['35.05.05', 'Bakung', 1, 4],
  ['35.05.06', 'Ponggok', 2, 0],
  ['35.05.07', 'Sanankulon', 2, 1],
  ['35.05.08', 'Wonotirto', 3, 4],
  ['35.05.09', 'Nglegok', 4, 0],
  ['35.05.10', 'Kanigoro', 4, 2],
  ['35.05.11', 'Garum', 4, 1],
  ['35.05.12', 'Sutojayan', 4, 3],
  ['35.05.13', 'Panggungrejo', 5, 4],
  ['35.05.14', 'Talun', 5, 1],
  ['35.05.15', 'Gandusari', 6, 0],
  ['35.05.16', 'Binangun', 6, 3],
  ['35.05.17', 'Wlingi', 7, 0],
  ['35.05.18', 'Doko', 7, 1],
  ['35.05.19', 'Kesamben', 7, 2],
  ['35.05.20', 'Wates', 6, 4],
  ['35.05.21', 'Selorejo', 8, 1],
  ['35.05.22', 'Selopuro', 6, 2],
  ['35.72.01', 'Kepanjenkidul', 3, 1],
  ['35.72.02', 'Sukorejo', 2, 2],
  ['35.72.03', 'Sananwetan', 3, 2],
]);

/** The regencies and cities of Jawa Timur (35). */
export const REGENCY_TILES: TileGrid = grid(12, 6, [
  ['35.01', 'Kabupaten Pacitan', 0, 4],
  ['35.02', 'Kabupaten Ponorogo', 1, 4],
  ['35.03', 'Kabupaten Trenggalek', 2, 4],
  ['35.04', 'Kabupaten Tulungagung', 3, 4],
  ['35.05', 'Kabupaten Blitar', 4, 5],
  ['35.06', 'Kabupaten Kediri', 4, 3],
  ['35.07', 'Kabupaten Malang', 6, 4],
  ['35.08', 'Kabupaten Lumajang', 7, 4],
  ['35.09', 'Kabupaten Jember', 9, 5],
  ['35.10', 'Kabupaten Banyuwangi', 11, 5],
  ['35.11', 'Kabupaten Bondowoso', 10, 4],
  ['35.12', 'Kabupaten Situbondo', 10, 3],
  ['35.13', 'Kabupaten Probolinggo', 8, 3],
  ['35.14', 'Kabupaten Pasuruan', 6, 3],
  ['35.15', 'Kabupaten Sidoarjo', 6, 2],
  ['35.16', 'Kabupaten Mojokerto', 5, 2],
  ['35.17', 'Kabupaten Jombang', 4, 2],
  ['35.18', 'Kabupaten Nganjuk', 3, 2],
  ['35.19', 'Kabupaten Madiun', 2, 2],
  ['35.20', 'Kabupaten Magetan', 1, 3],
  ['35.21', 'Kabupaten Ngawi', 0, 2],
  ['35.22', 'Kabupaten Bojonegoro', 2, 1],
  ['35.23', 'Kabupaten Tuban', 3, 0],
  ['35.24', 'Kabupaten Lamongan', 4, 1],
  ['35.25', 'Kabupaten Gresik', 5, 0],
  ['35.26', 'Kabupaten Bangkalan', 6, 0],
  ['35.27', 'Kabupaten Sampang', 7, 0],
  ['35.28', 'Kabupaten Pamekasan', 8, 0],
  ['35.29', 'Kabupaten Sumenep', 10, 0],
  ['35.71', 'Kota Kediri', 3, 3],
  ['35.72', 'Kota Blitar', 4, 4],
  ['35.73', 'Kota Malang', 5, 4],
  ['35.74', 'Kota Probolinggo', 7, 3],
  ['35.75', 'Kota Pasuruan', 7, 2],
  ['35.76', 'Kota Mojokerto', 5, 1],
  ['35.77', 'Kota Madiun', 1, 2],
  ['35.78', 'Kota Surabaya', 6, 1],
  ['35.79', 'Kota Batu', 5, 3],
]);

export type TileMove = 'left' | 'right' | 'up' | 'down';

/** The grid of some areas, moved to its own corner: Kota Blitar alone is three tiles. Null where an area has no tile. */
export function gridOf(grid: TileGrid, codes: ReadonlySet<string>): TileGrid | null {
  const tiles = grid.tiles.filter(({ code }) => codes.has(code));
  if (tiles.length === 0 || tiles.length < codes.size) return null;
  const [left, top] = [Math.min(...tiles.map(({ column }) => column)), Math.min(...tiles.map(({ row }) => row))];
  const moved = tiles.map((tile) => ({ ...tile, column: tile.column - left, row: tile.row - top }));
  return {
    columns: Math.max(...moved.map(({ column }) => column)) + 1,
    rows: Math.max(...moved.map(({ row }) => row)) + 1,
    tiles: moved,
  };
}

/**
 * Where an arrow key leads from a tile: the nearest tile in that direction, the straight way before the slanting one; null at
 * the edge. Every tile is reached by some way of keys.
 */
export function neighbour(grid: TileGrid, from: string, move: TileMove): Tile | null {
  const here = grid.tiles.find(({ code }) => code === from);
  if (!here) return null;
  let best: { readonly tile: Tile; readonly far: number } | null = null;
  for (const tile of grid.tiles) {
    const [across, down] = [tile.column - here.column, tile.row - here.row];
    const [ahead, aside] = move === 'left' || move === 'right' ? [across, down] : [down, across];
    const forward = move === 'left' || move === 'up' ? -ahead : ahead;
    if (forward <= 0) continue;
    const far = forward + Math.abs(aside) * 2;
    if (best === null || far < best.far) best = { tile, far };
  }
  return best?.tile ?? null;
}
