import type { Task } from '@papan/domain';
import { COLUMNS } from '@papan/domain';
import { task } from '../testing/task';
import { arrange } from './arrange';
import { decideHold, movedCards } from './hold';
import { COMFORTABLE, layOut } from './layout';

const PITCH = COMFORTABLE.card + COMFORTABLE.gap;

function sheet(tasks: readonly Task[]) {
  const arrangement = arrange(tasks, 'none', () => 0);
  return { arrangement, layout: layOut(arrangement, COLUMNS, new Set(), COMFORTABLE, false) };
}

const one = task({ id: 1, due: '2026-12-01' });
const two = task({ id: 2, due: '2026-12-02' });
const three = task({ id: 3, due: '2026-12-03', status: 'ASSIGNED' });

describe('a board under the pointer', () => {
  const before = sheet([one, two, three]);
  const anchor = { card: 2, column: 'RUNNING' } as const;

  it('follows at once while nobody points at a card', () => {
    expect(decideHold(null, before, sheet([two, three]), 40)).toEqual({ apply: true, scroll: 40 });
  });

  it('waits where a change would move the column that is pointed at', () => {
    expect(decideHold(anchor, before, sheet([two, three]), 500)).toEqual({ apply: false });
  });

  it('follows in the other columns', () => {
    const after = sheet([one, two, { ...three, status: 'DONE' }]);
    expect(decideHold(anchor, before, after, 500)).toEqual({ apply: true, scroll: 500 });
  });

  it('keeps the card at its place on the screen where the sheet above it grew', () => {
    const laned = (tasks: readonly Task[]) => {
      const arrangement = arrange(tasks, 'agency', () => 0);
      return { arrangement, layout: layOut(arrangement, COLUMNS, new Set(), COMFORTABLE, true) };
    };
    const above = task({ id: 9, agency: 5, target: 9000, status: 'ASSIGNED' });
    const more = task({ id: 10, agency: 5, target: 9000, status: 'ASSIGNED' });
    const held = decideHold(anchor, laned([above, one, two]), laned([above, more, one, two]), 300);
    expect(held).toEqual({ apply: true, scroll: 300 + PITCH });
  });

  it('counts what waits', () => {
    const after = sheet([two, { ...three, status: 'DONE' }, task({ id: 4 })]);
    expect([...movedCards(before.arrangement, after.arrangement)].sort()).toEqual([1, 3, 4]);
  });
});
