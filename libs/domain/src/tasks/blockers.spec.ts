import * as fc from 'fast-check';
import { type NewBlocker, findCycles, liftBlocker, oldestWaits, raiseBlocker } from './blockers';
import { AGENCIES, BPJS, DINKES, DINSOS, DISDIK, TODAY, aTask, accepted, verdict } from './examples';
import { type Blocker, type BlockerCode, TASK_STATUSES } from './task';

describe('a blocker', () => {
  it('names what stops the work and the agency that can lift it', () => {
    expect(accepted(raise())).toEqual({
      type: 'BlockerRaised',
      data: { blocker: 9, task: 118, code: 'DATA', waiting: DISDIK.id, lifter: DINSOS.id, wantedBy: '2026-11-20' },
      text: { text: '35 NIK belum rekam' },
    });
  });

  it('may ask a partner, who cannot be instructed', () => {
    expect(verdict(raise({ lifter: BPJS.id }))).toBe('accepted');
  });

  it('of a restricted task asks the lead alone: nobody else would ever hear of it', () => {
    const ask = (lifter: number) =>
      verdict(raiseBlocker(9, aTask({ visibility: 'agency' }), { ...blocker(), lifter }, AGENCIES, TODAY));
    expect(ask(DINKES.id)).toBe('accepted');
    expect([DINSOS.id, BPJS.id].map(ask)).toEqual(['BLOCKER_RESTRICTED', 'BLOCKER_RESTRICTED']);
  });

  it.each([
    ['the agency itself', { lifter: DISDIK.id }, 'BLOCKER_SAME_AGENCY'],
    ['an agency that does not exist', { lifter: 99 }, 'AGENCY_UNKNOWN'],
    ['an unknown code', { code: 'LAZY' as BlockerCode }, 'BLOCKER_CODE_UNKNOWN'],
    ['no words', { text: '  ' }, 'TEXT_EMPTY'],
    ['a wish for yesterday', { wantedBy: '2026-11-15' }, 'BLOCKER_WANTED_IN_PAST'],
    ['a wish for a day that does not exist', { wantedBy: '2026-11-31' }, 'DATE_INVALID'],
  ])('with %s is refused', (_, changes, code) => {
    expect(verdict(raise(changes))).toBe(code);
  });

  it('may be wanted lifted today, or at no date', () => {
    expect(verdict(raise({ wantedBy: TODAY }))).toBe('accepted');
    expect(verdict(raise({ wantedBy: null }))).toBe('accepted');
  });

  it('belongs to work that is going on', () => {
    const refused = TASK_STATUSES.filter(
      (status) => verdict(raiseBlocker(9, aTask({ status }), blocker(), AGENCIES, TODAY)) !== 'accepted',
    );
    expect(refused).toEqual(['DRAFT', 'DONE', 'TRANSFERRED', 'CANCELLED']);
  });

  it('is lifted once', () => {
    expect(accepted(liftBlocker(wait(1, 2, 3), 'NIK sudah direkam')).text).toEqual({ note: 'NIK sudah direkam' });
    expect(accepted(liftBlocker(wait(1, 2, 3), '')).text).toBeNull();
    expect(verdict(liftBlocker({ ...wait(1, 2, 3), liftedAt: '2026-11-10T00:00:00.000Z' }, ''))).toBe('BLOCKER_LIFTED');
  });
});

describe('who waits for whom', () => {
  it('lists the longest waits first and leaves out what is lifted', () => {
    const waits = [
      wait(1, 2, 3, '05'),
      wait(2, 3, 4, '03'),
      { ...wait(3, 4, 2, '01'), liftedAt: 'x' },
      wait(4, 2, 4, '03'),
    ];
    expect(oldestWaits(waits).map((it) => it.id)).toEqual([2, 4, 1]);
  });

  it('finds that Disdik waits for Dinsos and Dinsos for Disdik', () => {
    expect(findCycles([wait(1, 2, 3), wait(2, 3, 2)])).toEqual([[2, 3]]);
  });

  it('finds a circle of three and says it once, from its smallest number', () => {
    expect(findCycles([wait(1, 4, 2), wait(2, 3, 4), wait(3, 2, 3), wait(4, 5, 2)])).toEqual([[2, 3, 4]]);
  });

  it('finds two circles that share an agency', () => {
    expect(findCycles([wait(1, 1, 2), wait(2, 2, 1), wait(3, 1, 3), wait(4, 3, 1)])).toEqual([
      [1, 2],
      [1, 3],
    ]);
  });

  it('finds none in a line, and none once a link is lifted', () => {
    expect(findCycles([wait(1, 1, 2), wait(2, 2, 3)])).toEqual([]);
    expect(findCycles([wait(1, 1, 2), { ...wait(2, 2, 1), liftedAt: '2026-11-10T00:00:00.000Z' }])).toEqual([]);
  });

  it('reports only real circles: each agency waits for the next, the last for the first', () => {
    const link = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }));
    fc.assert(
      fc.property(fc.array(link, { maxLength: 14 }), (links) => {
        const waits = links.map(([from, to], at) => wait(at, from, to));
        const cycles = findCycles(waits);
        expect(new Set(cycles.map(String)).size).toBe(cycles.length);
        for (const cycle of cycles) {
          expect(new Set(cycle).size).toBe(cycle.length);
          cycle.forEach((agency, at) => {
            const next = cycle[(at + 1) % cycle.length];
            expect(links).toContainEqual([agency, next]);
          });
        }
      }),
    );
  });
});

function blocker(changes: Partial<NewBlocker> = {}): NewBlocker {
  return { code: 'DATA', text: '35 NIK belum rekam', lifter: DINSOS.id, wantedBy: '2026-11-20', ...changes };
}

function raise(changes: Partial<NewBlocker> = {}): ReturnType<typeof raiseBlocker> {
  return raiseBlocker(9, aTask(), blocker(changes), AGENCIES, TODAY);
}

function wait(id: number, waiting: number, lifter: number, day = '02'): Blocker {
  const since = `2026-11-${day}T02:00:00.000Z`;
  return { id, task: 118, code: 'DATA', text: '', waiting, lifter, since, wantedBy: null, liftedAt: null };
}
