import type { ComplianceEvent } from '@papan/domain';
import { happened } from '../testing/case';
import { MANY, touchedBy } from './touched';

const touched = (event: unknown) => touchedBy([happened(event as ComplianceEvent)]);

describe('what a happening says about the list', () => {
  it('names the case of a step', () => {
    expect([...touched({ type: 'StepTaken', data: { case: 7 }, text: null }).cases]).toEqual([7]);
  });

  it('names every case of a hand-over, a decree and a link to a task', () => {
    const confirmed = { type: 'HandoverConfirmed', data: { handover: 1, cases: [{ case: 7 }, { case: 8 }] } };
    const moved = { type: 'DeadlinesMoved', data: { year: 2026, basis: '', moves: [{ case: 9 }] } };
    const linked = { type: 'CasesLinked', data: { task: 1, added: [3], removed: [4] } };
    expect([...touched(confirmed).cases]).toEqual([7, 8]);
    expect([...touched(moved).cases]).toEqual([9]);
    expect([...touched(linked).cases]).toEqual([3, 4]);
  });

  it('names the employer whose data were corrected', () => {
    expect([...touched({ type: 'EmployerChanged', data: { employer: 5 } }).employers]).toEqual([5]);
  });

  it('asks for the whole list after a file was loaded, or where very many moved', () => {
    expect(touched({ type: 'EmployersImported', data: {} }).all).toBe(true);
    const moves = Array.from({ length: MANY + 1 }, (_, at) => ({ case: at + 1 }));
    expect(touched({ type: 'DeadlinesMoved', data: { moves } }).all).toBe(true);
  });

  it('says nothing of tasks', () => {
    const { cases, employers, all } = touched({ type: 'TaskMoved', data: { task: 1 } });
    expect([cases.size, employers.size, all]).toEqual([0, 0, false]);
  });
});
