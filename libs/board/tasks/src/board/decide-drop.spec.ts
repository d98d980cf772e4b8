import type { Actor } from '@papan/domain';
import { task } from '../testing/task';
import { decideDrop } from './decide-drop';

const operator: Actor = {
  person: 7,
  region: '35.05',
  agency: { id: 2, kind: 'OPD' },
  role: 'operator',
  session: 'desk',
};
const verifier: Actor = { ...operator, agency: { id: 9, kind: 'PARTNER' }, role: 'bpjs-verifier' };

describe('dropping a card', () => {
  it('accepts a task by dropping it on Berjalan', () => {
    expect(decideDrop(operator, task({ id: 1, status: 'ASSIGNED' }), 0, 'RUNNING')).toEqual({
      kind: 'confirm',
      deed: 'accept',
      reasonNeeded: false,
    });
  });

  it('does nothing on the column where the card stands', () => {
    expect(decideDrop(operator, task({ id: 1 }), 0, 'RUNNING').kind).toBe('stay');
  });

  it('opens the blocker form on Terkendala', () => {
    expect(decideDrop(operator, task({ id: 1 }), 0, 'BLOCKED').kind).toBe('raise-blocker');
  });

  it('leads to the blockers where one is still open', () => {
    expect(decideDrop(operator, task({ id: 1 }), 1, 'TO_VERIFY')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'TASK_BLOCKED' },
      wayOut: 'blockers',
    });
  });

  it('is refused to the agency on Selesai, because nobody verifies his own', () => {
    const done = decideDrop(operator, task({ id: 1, status: 'REPORTED_DONE', registered: 5 }), 0, 'DONE');
    expect(done).toMatchObject({ kind: 'refused', refusal: { code: 'VERIFY_OWN_TASK' } });
  });

  it('names who closes tasks, also where the task is not ready for it', () => {
    const early = decideDrop(operator, task({ id: 1 }), 0, 'DONE');
    expect(early).toMatchObject({ kind: 'refused', refusal: { code: 'VERIFY_OWN_TASK' } });
  });

  it('offers to report where nothing was reported yet', () => {
    expect(decideDrop(operator, task({ id: 1 }), 0, 'TO_VERIFY')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'TASK_NOTHING_REPORTED' },
      wayOut: 'report',
    });
  });

  it('asks the verifier for a reason before work is sent back', () => {
    expect(decideDrop(verifier, task({ id: 1, status: 'REPORTED_DONE' }), 0, 'RUNNING')).toMatchObject({
      kind: 'confirm',
      deed: 'return',
      reasonNeeded: true,
    });
  });
});
