import type { HandoverView } from '@papan/contracts';
import type { ComplianceEvent } from '@papan/domain';
import { happened } from '../testing/case';
import { byUrgency, sealing, touchesHandover } from './handover-views';

const handover = (id: number, state: HandoverView['state']): HandoverView =>
  ({ id, state, cases: [], sealed: 0 }) as unknown as HandoverView;

describe('hand-overs', () => {
  it('begin with those that wait for the second person, the newest first', () => {
    const all = [handover(1, 'SEALED'), handover(2, 'PROPOSED'), handover(3, 'CONFIRMED'), handover(4, 'PROPOSED')];
    expect(byUrgency(all).map(({ id }) => id)).toEqual([4, 2, 3, 1]);
  });

  it('tell how far their dossiers are', () => {
    const cases = Array.from({ length: 44 }) as unknown as HandoverView['cases'];
    expect(sealing({ sealed: 11, cases })).toEqual({ sealed: 11, all: 44, percent: 25 });
    expect(sealing({ sealed: 0, cases: [] }).percent).toBe(0);
  });

  it('are asked for again when something happens to them, and only then', () => {
    const sealed = happened({ type: 'DossierSealed', data: { handover: 3, case: 7 } } as ComplianceEvent);
    expect(touchesHandover([sealed], 3)).toBe(true);
    expect(touchesHandover([sealed], 4)).toBe(false);
    expect(touchesHandover([sealed], null)).toBe(true);
    const taken = happened({ type: 'StepTaken', data: { case: 7 } } as unknown as ComplianceEvent);
    expect(touchesHandover([taken], null)).toBe(false);
  });
});
