import { task } from '../testing/task';
import { myTasks, shareOf } from './my-tasks';

describe('the tasks of one’s own agency', () => {
  it('come by due date; what waits for the verifier or is done stands apart', () => {
    const { inHand, over } = myTasks(
      [
        task({ id: 1, due: '2026-12-20' }),
        task({ id: 2, due: '2026-12-01' }),
        task({ id: 3, status: 'REPORTED_DONE' }),
        task({ id: 4, agency: 9 }),
        task({ id: 5, status: 'DRAFT' }),
      ],
      2,
    );
    expect(inHand.map(({ id }) => id)).toEqual([2, 1]);
    expect(over.map(({ id }) => id)).toEqual([3]);
  });
});

describe('the share of an agency', () => {
  it('adds up persons only, and says what is verified of what was reported', () => {
    const share = shareOf([
      task({ id: 1, target: 1200, reported: 530, registered: 481, active: 460 }),
      task({ id: 2, target: 40, unit: 'documents', reported: 12 }),
      task({ id: 3, target: 100, reported: 100, status: 'CANCELLED' }),
    ]);
    expect(share).toEqual({ target: 1200, reported: 530, registered: 481, active: 460, gap: 49, remaining: 670 });
  });
});
