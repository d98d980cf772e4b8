import type { MenuItem } from './menu';
import { nextIndex } from './menu';

const ITEMS: readonly MenuItem[] = [
  { id: 'report', text: 'Lapor' },
  { id: 'blocker', text: 'Kendala', refused: 'Tugas sudah selesai' },
  { id: 'move', text: 'Pindahkan ke…' },
];

describe('walking a menu', () => {
  it('goes round at both ends', () => {
    expect(nextIndex('ArrowDown', 2, ITEMS)).toBe(0);
    expect(nextIndex('ArrowUp', 0, ITEMS)).toBe(2);
  });

  it('stops at a refused line too, because its reason is to be read', () => {
    expect(nextIndex('ArrowDown', 0, ITEMS)).toBe(1);
  });

  it('finds a line by its first letter, from the present one on', () => {
    expect(nextIndex('p', 0, ITEMS)).toBe(2);
    expect(nextIndex('l', 0, ITEMS)).toBe(0);
    expect(nextIndex('x', 0, ITEMS)).toBeNull();
  });
});
