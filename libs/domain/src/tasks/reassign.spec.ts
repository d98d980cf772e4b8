import * as fc from 'fast-check';
import { AGENCIES, BPJS, DINKES, DINSOS, DISDIK, aTask, accepted, created, fold, verdict } from './examples';
import type { EventOf } from './events';
import { type Reassignment, reassignTask } from './reassign';
import { TASK_STATUSES } from './task';

const LAST_DAY = '2026-12-31';

describe('handing a task over', () => {
  it('splits the target: 200 of 1,200 go to Dinsos, and the two add up', () => {
    const event = accepted(reassign(aTask(), { amount: 200 }));
    const board = fold([created(118), event]);
    expect(board.tasks.get(118)).toMatchObject({ agency: DISDIK.id, target: 1000, status: 'ASSIGNED' });
    expect(board.tasks.get(200)).toMatchObject({
      agency: DINSOS.id,
      target: 200,
      status: 'ASSIGNED',
      origin: 118,
      due: '2026-12-20',
      title: 'Tugas 118',
    });
  });

  it('keeps counting how often the due date was moved', () => {
    const moved: EventOf<'TaskEdited'> = {
      type: 'TaskEdited',
      data: { task: 118, fields: ['due'], changes: { due: '2026-12-18' } },
      text: null,
    };
    const handed = (due: string) => fold([created(118), moved, accepted(reassign(aTask(), { due }))]).tasks.get(200);
    expect(handed('2026-12-18')).toMatchObject({ due: '2026-12-18', dueChanges: 1 });
    expect(handed('2026-12-20')).toMatchObject({ due: '2026-12-20', dueChanges: 2 });
  });

  it('in whole leaves a transferred task behind, with its history', () => {
    const board = fold([created(118), accepted(reassign(aTask(), { amount: 1200 }))]);
    expect(board.tasks.get(118)).toMatchObject({ status: 'TRANSFERRED', target: 0 });
  });

  it('takes only what is neither reported nor verified, and resets neither', () => {
    const task = aTask({ reported: 530, registered: 600 });
    expect(verdict(reassign(task, { amount: 601 }))).toBe('REASSIGN_TOO_MUCH');
    expect(verdict(reassign(task, { amount: 600 }))).toBe('accepted');
  });

  it('finds nothing left where more was reported than asked for', () => {
    expect(reassign(aTask({ reported: 1500 }), { amount: 1 })).toMatchObject({ params: { left: 0 } });
  });

  it.each([
    ['to the same agency', { agency: DISDIK.id }, 'REASSIGN_SAME_AGENCY'],
    ['to a partner', { agency: BPJS.id }, 'PARTNER_NOT_INSTRUCTABLE'],
    ['to nobody', { agency: 99 }, 'AGENCY_UNKNOWN'],
    ['of nothing', { amount: 0 }, 'QUANTITY_INVALID'],
    ['of half a person', { amount: 0.5 }, 'QUANTITY_INVALID'],
    ['without a reason', { reason: ' ' }, 'REASON_REQUIRED'],
    ['due before the start', { due: '2026-11-01' }, 'DUE_BEFORE_START'],
    ['due after the campaign', { due: '2027-01-01' }, 'DUE_AFTER_CAMPAIGN'],
    ['due on no day', { due: '2026-12-32' }, 'DATE_INVALID'],
  ])('%s is refused', (_, changes, code) => {
    expect(verdict(reassign(aTask(), changes))).toBe(code);
  });

  it('of a restricted task is refused: both agencies would read of it', () => {
    expect(verdict(reassign(aTask({ visibility: 'agency' }), {}))).toBe('REASSIGN_RESTRICTED');
    expect(verdict(reassign(aTask({ visibility: 'agency' }), { agency: DINKES.id }))).toBe('REASSIGN_RESTRICTED');
  });

  it('is for open tasks', () => {
    const refused = TASK_STATUSES.filter((status) => verdict(reassign(aTask({ status }))) !== 'accepted');
    expect(refused).toEqual(['DONE', 'TRANSFERRED', 'CANCELLED']);
  });

  it('never changes the sum of the targets, however often it is done', () => {
    const step = fc.record({
      of: fc.nat(8),
      agency: fc.constantFrom(1, 2, 3, 4),
      amount: fc.integer({ min: 1, max: 900 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let board = fold([created(0)]);
        for (const { of, agency, amount } of steps) {
          const task = board.tasks.get(of);
          if (!task) continue;
          const to = { agency, amount, due: '2026-12-20', reason: 'pembagian beban' };
          const answer = reassignTask(board.tasks.size, task, to, AGENCIES, LAST_DAY);
          if (verdict(answer) === 'accepted') board = fold([accepted(answer)], board);
        }
        const tasks = [...board.tasks.values()];
        expect(tasks.reduce((sum, task) => sum + task.target, 0)).toBe(1200);
        expect(tasks.every((task) => (task.target === 0) === (task.status === 'TRANSFERRED'))).toBe(true);
      }),
    );
  });
});

function reassign(task = aTask(), changes: Partial<Reassignment> = {}): ReturnType<typeof reassignTask> {
  const to = { agency: DINSOS.id, amount: 200, due: '2026-12-20', reason: 'beban terlalu besar', ...changes };
  return reassignTask(200, task, to, AGENCIES, LAST_DAY);
}
