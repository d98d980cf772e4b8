import * as fc from 'fast-check';
import { SHIPPED_DECREES } from '../calendar/decrees';
import { addDays, wibInstant } from '../calendar/wib';
import type { BoardEvent, Happening } from '../tasks/events';
import { AGENCIES, BPJS, DINKES, DINSOS, DISDIK } from '../tasks/examples';
import { TASK_STATUSES } from '../tasks/task';
import { DEFAULT_ESCALATION } from './escalation';
import { isNews, noticesOf } from './from-happening';
import { IN_HAND, type LateStep, lastDay, noticesAt } from './from-time';
import type { NoticeFacts, TaskFact, Told } from './notice';
import { type Post, recipientsOf } from './recipients';

const TASK: TaskFact = { id: 118, agency: DISDIK.id, restricted: false, due: '2026-11-20' };
const facts = (task: TaskFact = TASK, turn: number | null = BPJS.id): NoticeFacts => ({
  task: (id) => (id === task.id ? task : undefined),
  agency: (id) => AGENCIES.get(id),
  turnOf: () => turn,
});
const happening = (type: string, data: object, by = 9): Happening => ({
  seq: 41,
  at: '2026-11-16T02:00:00.000Z',
  by: { person: by, agency: DINKES.id },
  event: { type, data, text: null } as unknown as BoardEvent,
});
const only = (told: readonly Told[]): Told => {
  expect(told).toHaveLength(1);
  const [one] = told;
  if (!one) throw new Error('nobody is told');
  return one;
};

describe('who is told of what has happened', () => {
  it.each([
    ['TaskCreated', { task: 118, status: 'ASSIGNED' }, 'ASSIGNED'],
    ['TaskMoved', { task: 118, deed: 'assign', to: 'ASSIGNED' }, 'ASSIGNED'],
    ['TaskReassigned', { task: 7, newTask: 118 }, 'ASSIGNED'],
    ['TaskMoved', { task: 118, deed: 'return', to: 'RETURNED' }, 'RETURNED'],
    ['TaskMoved', { task: 118, deed: 'reopen', to: 'RETURNED' }, 'RETURNED'],
    ['ProgressVerified', { task: 118 }, 'VERIFIED'],
  ])('%s %j: the agency of the task, as %s', (type, data, kind) => {
    const { notice, to, by } = only(noticesOf(happening(type, data), facts()));
    expect(notice).toMatchObject({ kind, task: 118, params: { label: `${DISDIK.prefix}-118` } });
    expect(to.agency).toBe(DISDIK.id);
    expect(to.roles).toEqual(expect.arrayContaining(['operator', 'head']));
    expect(by).toBe(9);
  });

  it.each([
    ['TaskCreated', { task: 118, status: 'DRAFT' }],
    ['TaskMoved', { task: 118, to: 'IN_PROGRESS' }],
    ['TaskMoved', { task: 118, to: 'DONE' }],
    ['TaskEdited', { task: 118 }],
    ['ProgressReported', { task: 118 }],
    ['BlockerLifted', { task: 118, blocker: 1 }],
    ['CounterChecked', { case: 5 }],
    ['TaskCreated', { task: 999, status: 'ASSIGNED' }],
  ])('%s %j: nobody', (type, data) => {
    expect(noticesOf(happening(type, data), facts())).toEqual([]);
  });

  it('BlockerRaised: the agency that can lift it, with the one that waits; on a restricted task the lead alone', () => {
    const raised = happening('BlockerRaised', { task: 118, code: 'DATA', waiting: DISDIK.id, lifter: DINSOS.id });
    const { notice, to } = only(noticesOf(raised, facts()));
    expect(notice).toMatchObject({ kind: 'BLOCKED_ON_YOU', params: { agency: DISDIK.short, blocker: 'DATA' } });
    expect(to.agency).toBe(DINSOS.id);
    expect(only(noticesOf(raised, facts({ ...TASK, restricted: true }))).to.roles).toEqual(['lead']);
  });

  it('DeadlineFired: those whose turn it is; nobody where that is nobody', () => {
    const fired = happening('DeadlineFired', { case: 5, entry: 'e', step: 'TEGURAN_I', ended: '2026-11-15' });
    const { notice, to } = only(noticesOf(fired, facts()));
    expect(notice).toMatchObject({ kind: 'STEP_DUE', case: 5, params: { case: 5, step: 'TEGURAN_I' } });
    expect(to).toMatchObject({ agency: BPJS.id });
    expect(noticesOf(fired, facts(TASK, null))).toEqual([]);
  });

  it('HandoverProposed: who confirms; DossierSealed: the prosecutors, once for all dossiers of a hand-over', () => {
    const proposed = only(noticesOf(happening('HandoverProposed', { handover: 3, cases: [1, 2] }), facts()));
    expect(proposed).toMatchObject({ notice: { params: { cases: 2 } }, to: { roles: ['bpjs-head', 'lead'] } });
    const [one, two] = [1, 2].map((id) =>
      only(noticesOf(happening('DossierSealed', { handover: 3, case: id }), facts())),
    );
    expect(one?.to.roles).toEqual(['prosecutor']);
    expect(one?.notice.dedupe).toBe(two?.notice.dedupe);
  });

  it('nobody of what is older than two weeks', () => {
    expect(isNews('2026-11-16T02:00:00.000Z', '2026-11-30T02:00:00.000Z')).toBe(true);
    expect(isNews('2026-11-15T02:00:00.000Z', '2026-11-30T02:00:00.000Z')).toBe(false);
  });
});

describe('the people of a circle', () => {
  const posts: readonly Post[] = [
    { person: 1, agency: 2, role: 'operator' },
    { person: 2, agency: 2, role: 'head' },
    { person: 3, agency: 3, role: 'operator' },
    { person: 1, agency: 2, role: 'head' },
  ];

  it('are those of the roles in the agency, each once, without the one who did it', () => {
    expect(recipientsOf({ agency: 2, roles: ['operator', 'head'] }, posts, null)).toEqual([1, 2]);
    expect(recipientsOf({ agency: 2, roles: ['operator', 'head'] }, posts, 1)).toEqual([2]);
    expect(recipientsOf({ agency: null, roles: ['operator'] }, posts, null)).toEqual([1, 3]);
  });
});

describe('what follows from the time', () => {
  const at = (day: string, time: string, task: Partial<TaskFact> = {}, steps: readonly LateStep[] = []) =>
    noticesAt(
      wibInstant(day, time),
      { tasks: [{ ...TASK, ...task }], steps },
      DEFAULT_ESCALATION,
      SHIPPED_DECREES,
      facts(),
    ).map(({ notice }) => notice);
  const kinds = (...args: Parameters<typeof at>) => at(...args).map(({ kind, params }) => params['rung'] ?? kind);

  it('is that work is due soon from three working days before its date, and not a day earlier', () => {
    expect(kinds('2026-11-16', '09:00')).toEqual([]);
    expect(kinds('2026-11-17', '09:00')).toEqual(['DUE_SOON']);
    expect(kinds('2026-11-20', '23:59')).toEqual(['DUE_SOON']);
    expect(kinds('2026-12-18', '09:00', { due: '2026-12-23' })).toEqual(['DUE_SOON']);
    expect(kinds('2026-12-22', '09:00', { due: '2026-12-29' })).toEqual(['DUE_SOON']);
    expect(kinds('2026-12-21', '09:00', { due: '2026-12-29' })).toEqual([]);
  });

  it('is that it is overdue from the first minute of the next day', () => {
    expect(kinds('2026-11-21', '00:00')).toEqual(['OVERDUE']);
  });

  it('is counted by the calendar where there is no decree, and nothing climbs', () => {
    expect(kinds('2027-05-10', '09:00', { due: '2027-05-13' })).toEqual(['DUE_SOON']);
    expect(kinds('2027-05-10', '09:00', { due: '2027-05-14' })).toEqual([]);
    expect(kinds('2027-06-10', '09:00', { due: '2027-05-14' })).toEqual(['OVERDUE']);
  });

  it('climbs in office hours only', () => {
    expect(kinds('2026-11-23', '07:00')).toEqual(['OVERDUE']);
    expect(kinds('2026-11-23', '07:30')).toEqual(['OVERDUE', 'OPERATOR']);
    expect(kinds('2026-11-25', '10:00')).toEqual(['OVERDUE', 'OPERATOR', 'HEAD']);
    expect(kinds('2026-11-28', '10:00')).toEqual(['OVERDUE']);
    expect(kinds('2026-12-04', '10:00')).toEqual(['OVERDUE', 'OPERATOR', 'HEAD', 'LEAD', 'ASSISTANT']);
  });

  it('keeps the assistant out of what is restricted', () => {
    expect(kinds('2026-12-04', '10:00', { restricted: true })).toEqual(['OVERDUE', 'OPERATOR', 'HEAD', 'LEAD']);
  });

  it('climbs for a step from the last day of its clock on', () => {
    const step = {
      entry: 'e',
      case: 5,
      step: 'TEGURAN_I',
      agency: BPJS.id,
      dueAt: wibInstant('2026-11-21', '00:00'),
      rungsTold: 0,
    };
    expect(lastDay(step.dueAt)).toBe('2026-11-20');
    const [first] = at('2026-11-23', '09:00', { due: '2026-12-30' }, [step]);
    expect(first).toMatchObject({
      kind: 'STEP_ESCALATED',
      case: 5,
      params: { step: 'TEGURAN_I', ended: '2026-11-20', agency: BPJS.short, rung: 'OPERATOR' },
    });
    expect(kinds('2026-11-25', '09:00', { due: '2026-12-30' }, [{ ...step, rungsTold: 1 }])).toEqual(['HEAD']);
  });

  it('tells each thing by one key, however often it looks; a moved date is a new thing', () => {
    const moments = fc.tuple(fc.nat(60), fc.constantFrom('06:00', '09:00', '13:30', '18:00'));
    fc.assert(
      fc.property(fc.array(moments, { minLength: 1 }), (all) => {
        const keys = all
          .map(([days, time]) => [addDays('2026-11-10', days), time] as const)
          .flatMap(([day, time]) => at(day, time));
        const byKey = new Map(keys.map((notice) => [notice.dedupe, notice]));
        for (const notice of keys) expect(byKey.get(notice.dedupe)).toEqual(notice);
        // Due soon, overdue, and each rung once: never more than six things about one date.
        expect(byKey.size).toBeLessThanOrEqual(6);
      }),
    );
    const dates = ['2026-11-10', '2026-11-11'].flatMap((due) => at('2026-12-04', '10:00', { due }));
    expect(new Set(dates.map(({ dedupe }) => dedupe)).size).toBe(dates.length);
  });

  it('is about work in hand: not about drafts, nor about what waits for the verifier or is done', () => {
    expect(TASK_STATUSES.filter((status) => (IN_HAND as readonly string[]).includes(status))).toEqual([
      'ASSIGNED',
      'ACCEPTED',
      'IN_PROGRESS',
      'RETURNED',
    ]);
  });
});
