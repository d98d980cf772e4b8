import { COLUMNS } from '@papan/domain';
import { task } from '../testing/task';
import { arrange } from './arrange';
import { COMFORTABLE, cardsInSight, columnSize, layOut, neighbour, topOf } from './layout';

const NO_BLOCKERS = () => 0;
const PITCH = COMFORTABLE.card + COMFORTABLE.gap;

function board() {
  const tasks = [
    task({ id: 1, agency: 2, status: 'ASSIGNED' }),
    task({ id: 2, agency: 2 }),
    task({ id: 3, agency: 2, due: '2026-12-01' }),
    task({ id: 4, agency: 3, target: 9000 }),
    task({ id: 5, agency: 3, status: 'DONE' }),
  ];
  return arrange(tasks, 'agency', NO_BLOCKERS);
}

describe('arranging tasks', () => {
  it('puts the lane with the most people to go first, and in a column the nearest due date', () => {
    const { lanes, counts } = board();
    expect(lanes.map((lane) => lane.key)).toEqual(['3', '2']);
    expect(lanes[1]?.columns.RUNNING).toEqual([3, 2]);
    expect(counts).toEqual({ ASSIGNED: 1, RUNNING: 3, BLOCKED: 0, TO_VERIFY: 0, DONE: 1 });
  });

  it('moves a task with an open blocker to its column, whatever its status', () => {
    const blocked = arrange([task({ id: 7, status: 'REPORTED_DONE' })], 'agency', () => 1);
    expect(blocked.cards.get(7)?.column).toBe('BLOCKED');
  });
});

describe('the sheet of 5,000 tasks', () => {
  const many = arrange(
    Array.from({ length: 5000 }, (_, at) => task({ id: at + 1, agency: (at % 15) + 1 })),
    'agency',
    NO_BLOCKERS,
  );
  const layout = layOut(many, COLUMNS, new Set(), COMFORTABLE, true);

  it('draws only what is in sight', () => {
    const cards = cardsInSight(layout, 'RUNNING', { from: 20_000, to: 20_800 }, []);
    expect(cards.length).toBeLessThan(9);
    expect(cards.every((card) => card.y + PITCH > 20_000 && card.y < 20_800)).toBe(true);
  });

  it('says the true place of a card among all in its column', () => {
    const cards = cardsInSight(layout, 'RUNNING', { from: layout.height - 300, to: layout.height }, []);
    expect(cards.at(-1)).toMatchObject({ position: 5000, size: 5000 });
  });

  it('keeps a card drawn that is focused or dragged, wherever the reader has scrolled', () => {
    const pinned = cardsInSight(layout, 'RUNNING', { from: 0, to: 600 }, [4999]);
    expect(pinned.at(-1)?.id).toBe(4999);
  });
});

describe('a folded lane', () => {
  it('takes its cards off the sheet and out of the counting', () => {
    const layout = layOut(board(), COLUMNS, new Set(['2']), COMFORTABLE, true);
    expect(columnSize(layout, 'RUNNING')).toBe(1);
    expect(topOf(layout, 2)).toBeNull();
  });
});

describe('arrows', () => {
  const layout = layOut(board(), COLUMNS, new Set(), COMFORTABLE, true);

  it('go down through the lanes of a column', () => {
    expect(neighbour(layout, 4, 'down')).toBe(3);
    expect(neighbour(layout, 3, 'up')).toBe(4);
    expect(neighbour(layout, 2, 'down')).toBeNull();
  });

  it('go sideways to the nearest card, over empty columns', () => {
    expect(neighbour(layout, 4, 'right')).toBe(5);
    expect(neighbour(layout, 3, 'left')).toBe(1);
    expect(neighbour(layout, 5, 'right')).toBeNull();
  });
});
