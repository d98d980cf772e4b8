import { DISTRICT_TILES, REGENCY_TILES, gridOf, neighbour } from './tile-grid';
import type { TileGrid, TileMove } from './tile-grid';

const MOVES: readonly TileMove[] = ['left', 'right', 'up', 'down'];

function reached(grid: TileGrid, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  for (const code of seen) {
    for (const move of MOVES) {
      const next = neighbour(grid, code, move);
      if (next) seen.add(next.code);
    }
  }
  return seen;
}

describe('areas as tiles', () => {
  it.each([
    ['districts', DISTRICT_TILES, 25],
    ['regencies', REGENCY_TILES, 38],
  ])('%s: every one has a place of its own inside the grid', (_, grid, count) => {
    expect(grid.tiles).toHaveLength(count);
    expect(new Set(grid.tiles.map(({ column, row }) => `${column},${row}`)).size).toBe(count);
    expect(new Set(grid.tiles.map(({ code }) => code)).size).toBe(count);
    expect(grid.tiles.every(({ column, row }) => column < grid.columns && row < grid.rows)).toBe(true);
  });

  it.each([
    ['districts', DISTRICT_TILES],
    ['regencies', REGENCY_TILES],
  ])('%s: the arrow keys reach every tile from every tile', (_, grid) => {
    for (const { code } of grid.tiles) expect(reached(grid, code).size).toBe(grid.tiles.length);
  });

  it('goes straight before it goes aslant, and stays at the edge', () => {
    expect(neighbour(REGENCY_TILES, '35.72', 'right')?.name).toBe('Kota Malang');
    expect(neighbour(REGENCY_TILES, '35.05', 'up')?.name).toBe('Kota Blitar');
    expect(neighbour(REGENCY_TILES, '35.10', 'right')).toBeNull();
    expect(neighbour(REGENCY_TILES, '99.99', 'right')).toBeNull();
  });

  it('makes a grid of its own of some areas', () => {
    const city = gridOf(DISTRICT_TILES, new Set(['35.72.01', '35.72.02', '35.72.03']));
    expect(city).toMatchObject({ columns: 2, rows: 2 });
    expect(city?.tiles[0]).toMatchObject({ name: 'Kepanjenkidul', column: 1, row: 0 });
    expect(gridOf(DISTRICT_TILES, new Set(['35.72.01', '12.74.01']))).toBeNull();
  });
});
