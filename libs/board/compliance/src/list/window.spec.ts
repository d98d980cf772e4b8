import { countMoved, decideOrder, rowsInSight } from './window';

const SIGHT = { scroll: 400, height: 200, rowHeight: 40 };
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

describe('the rows in sight', () => {
  it('are a few dozen of ten thousand', () => {
    const { from, to } = rowsInSight(10_000, 44, 5_000 * 44, 600);
    expect(from).toBeLessThanOrEqual(5_000);
    expect(to).toBeGreaterThanOrEqual(5_000 + Math.ceil(600 / 44));
    expect(to - from).toBeLessThan(40);
  });

  it('are all of a short list, and none of an empty one', () => {
    expect(rowsInSight(3, 44, 0, 600)).toEqual({ from: 0, to: 3 });
    expect(rowsInSight(0, 44, 900, 600)).toEqual({ from: 0, to: 0 });
  });

  it('still end with the last row where the list has become shorter than the scroll', () => {
    expect(rowsInSight(2, 44, 9_000, 600)).toEqual({ from: 1, to: 2 });
  });
});

describe('a list under the pointer', () => {
  const shown = ids(0, 100);

  it('follows at once while nobody points at a row', () => {
    expect(decideOrder(null, shown, ids(50, 100), SIGHT)).toEqual({ apply: true, scroll: 400 });
  });

  it('keeps what is looked at in its place where rows came above', () => {
    expect(decideOrder(12, shown, [900, 901, ...shown], SIGHT)).toEqual({ apply: true, scroll: 480 });
  });

  it('waits where a row in sight would move', () => {
    const moved = [13, ...shown.filter((id) => id !== 13)];
    expect(decideOrder(12, shown, moved, SIGHT)).toEqual({ apply: false });
  });

  it('waits where the row under the pointer would go', () => {
    expect(
      decideOrder(
        12,
        shown,
        shown.filter((id) => id !== 12),
        SIGHT,
      ),
    ).toEqual({ apply: false });
  });

  it('follows where something moves out of sight', () => {
    const moved = [...shown.filter((id) => id !== 70), 70];
    expect(decideOrder(12, shown, moved, SIGHT)).toEqual({ apply: true, scroll: 400 });
  });

  it('waits where its place on the screen cannot be kept', () => {
    const sight = { scroll: 40, height: 200, rowHeight: 40 };
    expect(decideOrder(3, shown, ids(2, 100).slice(0), sight)).toEqual({ apply: false });
  });
});

describe('what waits', () => {
  it('is counted: rows that came, went or changed their place', () => {
    expect(countMoved([1, 2, 3], [1, 2, 3])).toBe(0);
    expect(countMoved([1, 2, 3], [2, 1, 3])).toBe(2);
    expect(countMoved([1, 2, 3], [1, 2, 3, 4])).toBe(1);
    expect(countMoved([1, 2, 3], [1, 2])).toBe(1);
  });
});
