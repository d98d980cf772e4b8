import { compare, table } from './results';

const round = (floor: number, product: number, work = 'one update, one writer, 1000 tasks, p50') => ({
  floor: new Map([[work, floor]]),
  product: new Map([[work, product]]),
});

test('product and floor are compared round by round, and the middle ratio counts', () => {
  const [line] = compare([round(1, 2), round(10, 25), round(2, 7)]);
  expect(line).toMatchObject({ ratio: 2.5, reached: true, goal: '≤ 3×', floor: { median: 2, min: 1, max: 10 } });
});

test('a time above its multiple of the floor is missed', () => {
  expect(compare([round(1, 3.1)])[0]?.reached).toBe(false);
});

test('updates per second have to reach a share of the floor', () => {
  const rate = (product: number) => compare([round(900, product, '8 writers, updates/s')])[0]?.reached;
  expect([rate(301), rate(299)]).toEqual([true, false]);
});

test('one lost change in one of three rounds is a goal missed', () => {
  const [line] = compare([0, 1, 0].map((lost) => round(0, lost, 'report → all of 50, lost')));
  expect(line?.reached).toBe(false);
});

test('the table has a line for each work', () => {
  const lines = table(compare([round(1, 2)])).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toContain('2×');
  expect(lines[2]).toContain('reached');
});
