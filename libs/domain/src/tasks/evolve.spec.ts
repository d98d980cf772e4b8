import * as fc from 'fast-check';
import type { BoardEvent, EventOf } from './events';
import { PRIVATE_FIELDS } from './events';
import { EMPTY_BOARD, GAINS_KEPT, allocationKey, change, changedSince, evolve, movesFigure } from './evolve';
import { aTask, created, fold, happening } from './examples';
import { UNITS, VISIBILITIES } from './task';

describe('the board is the fold of what happened', () => {
  it('counts a version for each event on a task', () => {
    const board = fold([created(1), reported(1, 40), moved(1), verified(1, 30)]);
    expect(board.tasks.get(1)?.version).toBe(4);
  });

  it('begins a task with its first report, and brings a returned one back to work', () => {
    expect(fold([created(1), reported(1, 40)]).tasks.get(1)?.status).toBe('IN_PROGRESS');
    expect(fold([created(1), moved(1, 'RETURNED'), reported(1, 40)]).tasks.get(1)?.status).toBe('IN_PROGRESS');
    expect(fold([created(1), moved(1, 'REPORTED_DONE'), reported(1, 4)]).tasks.get(1)?.status).toBe('REPORTED_DONE');
  });

  it('remembers who reported last, when and how much; a correction leaves that alone', () => {
    const corrected: BoardEvent = {
      type: 'ProgressCorrected',
      data: { task: 1, entry: 'c', corrects: 'e', delta: -20, reached: 0, rejected: 0 },
      text: null,
    };
    expect(fold([created(1), reported(1, 40), corrected]).tasks.get(1)).toMatchObject({
      reported: 20,
      lastReportAt: '2026-11-02T01:01:00.000Z',
      lastReportBy: 7,
      lastReportDelta: 40,
    });
  });

  it('keeps a blocker with its moment, and marks it lifted', () => {
    const raised: BoardEvent = {
      type: 'BlockerRaised',
      data: { blocker: 4, task: 1, code: 'DATA', waiting: 2, lifter: 3, wantedBy: null },
      text: { text: 'NIK belum rekam' },
    };
    const lifted: BoardEvent = { type: 'BlockerLifted', data: { blocker: 4, task: 1 }, text: null };
    expect(fold([raised]).blockers.get(4)).toMatchObject({ liftedAt: null, since: '2026-11-02T01:00:00.000Z' });
    expect(fold([raised, lifted]).blockers.get(4)?.liftedAt).toBe('2026-11-02T01:01:00.000Z');
  });

  it('ends what hinders a task with the task, when it is cancelled or handed over whole', () => {
    const raised: BoardEvent = {
      type: 'BlockerRaised',
      data: { blocker: 4, task: 1, code: 'DATA', waiting: 2, lifter: 3, wantedBy: null },
      text: null,
    };
    const cancelled: BoardEvent = {
      type: 'TaskMoved',
      data: { task: 1, deed: 'cancel', from: 'ASSIGNED', to: 'CANCELLED', lifts: [4] },
      text: null,
    };
    const handedOver: BoardEvent = {
      type: 'TaskReassigned',
      data: { task: 1, newTask: 2, agency: 3, amount: 100, due: '2026-12-01', lifts: [4] },
      text: null,
    };
    for (const end of [cancelled, handedOver]) {
      expect(fold([created(1), raised, end]).blockers.get(4)?.liftedAt).toBe('2026-11-02T01:02:00.000Z');
    }
  });

  it('keeps the last word on each allocation', () => {
    const board = fold([allocated(2, 900), allocated(3, 100), allocated(2, 800)]);
    expect(board.allocation).toEqual({
      [allocationKey(1, 'registered', 2)]: 800,
      [allocationKey(1, 'registered', 3)]: 100,
    });
  });

  it('works without names and free text, which can be erased', () => {
    const events = [created(1), reported(1, 40), verified(1, 30)];
    const erased = fold(events.map((event) => ({ ...event, text: null })));
    expect({ ...erased.tasks.get(1), title: 'Tugas 1' }).toEqual(fold(events).tasks.get(1));
  });

  it('ignores what speaks of a task or blocker that the reader does not see', () => {
    const unseen: readonly BoardEvent[] = [
      reported(9, 40),
      moved(9),
      verified(9, 30),
      { type: 'BlockerLifted', data: { blocker: 9, task: 9 }, text: null },
      { type: 'TaskReassigned', data: { task: 9, newTask: 10, agency: 2, amount: 1, due: '2026-12-01' }, text: null },
    ];
    expect(fold(unseen)).toEqual(EMPTY_BOARD);
  });

  it('touches one card only, and never the board that was', () => {
    const before = fold([created(1), created(2)]);
    const snapshot = structuredClone(before);
    const after = evolve(before, happening(reported(1, 40)));
    expect(before).toEqual(snapshot);
    expect(after.tasks.get(2)).toBe(before.tasks.get(2));
    expect(after.blockers).toBe(before.blockers);
    const view = { ...before, task: (id: number) => before.tasks.get(id), blocker: () => undefined };
    expect(change(view, happening(reported(1, 40)))).toMatchObject({ tasks: [{ id: 1 }], blockers: [], rest: {} });
  });

  it('has as totals the sums of its entries', () => {
    const step = fc.record({
      task: fc.integer({ min: 1, max: 3 }),
      report: fc.nat(500),
      verify: fc.integer({ min: -50, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const events = steps.flatMap(({ task, report, verify }) => [reported(task, report), verified(task, verify)]);
        const board = fold([created(1), created(2), created(3), ...events]);
        for (const [id, task] of board.tasks) {
          const own = steps.filter((step) => step.task === id);
          expect(task.reported).toBe(own.reduce((sum, step) => sum + step.report, 0));
          expect(task.registered).toBe(own.reduce((sum, step) => sum + step.verify, 0));
        }
        const all = steps.reduce((sum, step) => sum + step.verify, 0);
        expect(sumOf(board.verified)).toBe(all);
        expect(board.gains.length).toBe(Math.min(steps.length, GAINS_KEPT));
      }),
    );
  });

  it('is the same whether it is folded at once or in two parts', () => {
    const event = fc.oneof(
      fc.nat(300).map((delta) => reported(1, delta)),
      fc.nat(300).map((delta) => verified(1, delta)),
      fc.constant(moved(1, 'RETURNED')),
      fc.constant(cut('2026-11-01')),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), fc.nat(20), (events, at) => {
        const happenings = [created(1), ...events].map(happening);
        const parted = happenings.slice(at).reduce(evolve, happenings.slice(0, at).reduce(evolve, EMPTY_BOARD));
        expect(parted).toEqual(happenings.reduce(evolve, EMPTY_BOARD));
      }),
    );
  });
});

describe("the region's figure", () => {
  it.each(UNITS.flatMap((unit) => VISIBILITIES.map((visibility) => [unit, visibility] as const)))(
    'is moved by %s of a task seen by %s only where persons are counted in the open',
    (unit, visibility) => {
      const moves = (unit === 'people' || unit === 'workers') && visibility === 'campaign';
      const board = fold([created(1, { unit, visibility }), verified(1, 481)]);
      expect(movesFigure({ unit, visibility })).toBe(moves);
      expect(sumOf(board.verified)).toBe(moves ? 481 : 0);
      expect(board.gains).toHaveLength(moves ? 1 : 0);
      expect(board.tasks.get(1)?.registered).toBe(481);
    },
  );

  it('is not moved by reports', () => {
    expect(fold([created(1), reported(1, 530)]).verified).toEqual({});
  });

  it('takes in what is dated after the cut; a new cut absorbs the rest', () => {
    const events = [cut('2026-10-01'), created(1), verified(1, 300, '2026-11-01'), verified(1, 181, '2026-11-05')];
    expect(sumOf(fold(events).verified)).toBe(481);
    const board = fold([...events, cut('2026-11-01')]);
    expect(Object.keys(board.verified)).toEqual(['2026-11-05']);
    expect(sumOf(board.verified)).toBe(181);
    expect(board.cut?.asOf).toBe('2026-11-01');
    expect(board.tasks.get(1)?.registered).toBe(481);
  });

  it('stands on the newest day: an older month that is loaded later is history', () => {
    const board = fold([created(1), cut('2026-10-01'), verified(1, 181, '2026-09-20'), cut('2026-09-01')]);
    expect(board.cut?.asOf).toBe('2026-10-01');
    expect(board.verified).toEqual({});
  });

  it('takes a later version of the same day, without what names its file', () => {
    const corrected = cut('2026-10-01', { registered: 971_800, file: 'f'.repeat(64), cells: 1_488 });
    expect(fold([cut('2026-10-01'), corrected]).cut).toEqual(cut('2026-10-01', { registered: 971_800 }).data);
  });

  it('is not moved by an entry dated inside the cut, which still shows on the task', () => {
    const board = fold([cut('2026-11-01'), created(1), verified(1, 300, '2026-11-01')]);
    expect(board.verified).toEqual({});
    expect(board.tasks.get(1)?.registered).toBe(300);
  });
});

describe('the versions of fields', () => {
  it('tell what changed since somebody looked', () => {
    const task = aTask({ fieldVersions: { title: 3, target: 5 } });
    expect(changedSince(task, 2)).toEqual(['title', 'target']);
    expect(changedSince(task, 3)).toEqual(['target']);
    expect(changedSince(task, 5)).toEqual([]);
  });
});

it('names and free text stand in the private part of every event, and only there', () => {
  expect(Object.values(PRIVATE_FIELDS).flat()).toEqual(
    expect.arrayContaining(['title', 'description', 'evidence', 'reason', 'note', 'text']),
  );
  const { text } = created(1) as EventOf<'TaskCreated'>;
  expect(Object.keys(text ?? {})).toEqual(PRIVATE_FIELDS.TaskCreated);
});

function reported(task: number, delta: number): BoardEvent {
  return {
    type: 'ProgressReported',
    data: { task, entry: 'e', delta, reached: 0, rejected: 0, on: '2026-11-02' },
    text: null,
  };
}

function verified(task: number, delta: number, asOf = '2026-11-10'): BoardEvent {
  return {
    type: 'ProgressVerified',
    data: {
      task,
      asOf,
      source: { kind: 'BPJS' },
      entries: [{ entry: 'v', measure: 'registered', delta, corrects: null }],
    },
    text: null,
  };
}

function moved(task: number, to: EventOf<'TaskMoved'>['data']['to'] = 'ACCEPTED'): BoardEvent {
  return { type: 'TaskMoved', data: { task, deed: 'accept', from: 'ASSIGNED', to }, text: null };
}

function allocated(agency: number, people: number): BoardEvent {
  return { type: 'AllocationSet', data: { campaign: 1, measure: 'registered', agency, people }, text: null };
}

function cut(asOf: string, changed: Partial<EventOf<'CutRecorded'>['data']> = {}): EventOf<'CutRecorded'> {
  return {
    type: 'CutRecorded',
    data: {
      asOf,
      population: 1_252_242,
      populationVersion: 'contoh',
      registered: 971_740,
      active: 801_435,
      source: 'Data contoh',
      example: true,
      ...changed,
    },
    text: null,
  };
}

function sumOf(verified: Readonly<Record<string, { readonly registered: number }>>): number {
  return Object.values(verified).reduce((sum, day) => sum + day.registered, 0);
}
