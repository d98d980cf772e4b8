import { isRefusal } from '../refusal/refusal';
import { readCount } from './read-count';

describe('a count in a cell', () => {
  it.each([
    ['1234', 1234],
    ['1.234', 1234],
    ['1.234,0', 1234],
    ['1.234,00', 1234],
    [' 7 ', 7],
    [183139, 183139],
    ['0', 0],
    [0, 0],
  ])('%p is %p', (cell, count) => {
    expect(readCount('registered', cell)).toBe(count);
  });

  it.each(['', null, '-', '–'])('%p is no figure, which is not 0', (cell) => {
    expect(readCount('registered', cell)).toBeNull();
  });

  it.each(['1,234', '183,000', '1.23', '1234.0', '12,5', 1.234, -3, '-3', 'banyak', '1e3', '1.234.56'])(
    '%p could be another number and is refused',
    (cell) => {
      const read = readCount('registered', cell);
      expect(isRefusal(read) && read.code).toBe('QUANTITY_INVALID');
    },
  );
});
