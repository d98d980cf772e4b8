import * as fc from 'fast-check';
import { COLUMNS, DEEDS, DEED_NAMES, type Deed, afterDeed, columnOf, deedsFrom, dropOn, findDeed } from './lifecycle';
import { aTask, verdict } from './examples';
import { TASK_STATUSES, type TaskStatus, gap, isOpen, isOverdue, remaining, taskLabel, verifiedAmount } from './task';

describe('the table of moves', () => {
  it('says for each status what can be done with it', () => {
    const table = Object.fromEntries(TASK_STATUSES.map((status) => [status, deedsFrom(status)]));
    expect(table).toEqual({
      DRAFT: ['assign', 'cancel'],
      ASSIGNED: ['accept', 'begin', 'cancel'],
      ACCEPTED: ['begin', 'cancel'],
      IN_PROGRESS: ['submit', 'cancel'],
      REPORTED_DONE: ['withdraw', 'close', 'return', 'cancel'],
      RETURNED: ['begin', 'submit', 'cancel'],
      DONE: ['reopen'],
      TRANSFERRED: [],
      CANCELLED: [],
    });
  });

  it('reaches every status but TRANSFERRED, which is entered by handing the whole task over', () => {
    expect(TASK_STATUSES.filter((status) => !reachableFrom('DRAFT').has(status))).toEqual(['TRANSFERRED']);
  });

  it.each(TASK_STATUSES.filter(isOpen))('lets a task that is %s end well, or be cancelled', (status) => {
    expect([...reachableFrom(status)]).toEqual(expect.arrayContaining(['DONE', 'CANCELLED']));
  });

  it('finds the deed between two statuses, or none', () => {
    expect(findDeed('REPORTED_DONE', 'DONE')).toBe('close');
    expect(findDeed('DONE', 'RETURNED')).toBe('reopen');
    expect(findDeed('ASSIGNED', 'DONE')).toBeUndefined();
  });

  it('gives exactly the status of the table or refuses, for any task and any deed', () => {
    fc.assert(
      fc.property(anyStatus, anyDeed, fc.nat(3), fc.nat(2000), (status, deed, openBlockers, reported) => {
        const answer = afterDeed(aTask({ status, reported }), deed, 'alasan', openBlockers);
        if (deedsFrom(status).includes(deed)) expect([DEEDS[deed].to, 'refused']).toContain(stateOf(answer));
        else expect(verdict(answer)).toBe(isOpen(status) ? 'TASK_MOVE_ILLEGAL' : 'TASK_CLOSED');
      }),
    );
  });
});

describe('a move', () => {
  it.each(['return', 'reopen', 'cancel'] as const)('to %s asks for a reason, and blanks are none', (deed) => {
    const task = aTask({ status: DEEDS[deed].from[0] });
    expect(verdict(afterDeed(task, deed, ' \n ', 0))).toBe('REASON_REQUIRED');
    expect(afterDeed(task, deed, 'salah wilayah', 0)).toBe(DEEDS[deed].to);
  });

  it('to "done" needs something reported', () => {
    expect(verdict(afterDeed(aTask(), 'submit', '', 0))).toBe('TASK_NOTHING_REPORTED');
    expect(afterDeed(aTask({ reported: 1 }), 'submit', '', 0)).toBe('REPORTED_DONE');
  });

  it('waits for open blockers before work is submitted or closed', () => {
    expect(verdict(afterDeed(aTask({ reported: 1 }), 'submit', '', 1))).toBe('TASK_BLOCKED');
    const reported = aTask({ status: 'REPORTED_DONE', reported: 9, registered: 9 });
    expect(verdict(afterDeed(reported, 'close', '', 2))).toBe('TASK_BLOCKED');
    expect(afterDeed(reported, 'return', 'kurang bukti', 2)).toBe('RETURNED');
  });

  it("closes a task that counts persons on BPJS's word only, never on the agency's", () => {
    const reported = aTask({ status: 'REPORTED_DONE', reported: 530 });
    expect(verdict(afterDeed(reported, 'close', '', 0))).toBe('TASK_NOT_VERIFIED');
    expect(afterDeed({ ...reported, registered: 481 }, 'close', '', 0)).toBe('DONE');
    expect(afterDeed({ ...reported, active: 1 }, 'close', '', 0)).toBe('DONE');
  });

  it('closes a restricted task on its evidence: BPJS does not know of it, and it moves no figure', () => {
    const restricted = aTask({ status: 'REPORTED_DONE', visibility: 'agency', reported: 3 });
    expect(afterDeed(restricted, 'close', '', 0)).toBe('DONE');
  });

  it('closes letters, villages and rupiah on their evidence', () => {
    for (const unit of ['employers', 'villages', 'documents', 'rupiah'] as const) {
      expect(afterDeed(aTask({ status: 'REPORTED_DONE', unit, reported: 3 }), 'close', '', 0)).toBe('DONE');
    }
  });
});

describe('the columns', () => {
  it('follow the status, and an open blocker moves the card aside', () => {
    const columns = (openBlockers: number) => TASK_STATUSES.map((status) => columnOf(status, openBlockers));
    const running = ['RUNNING', 'RUNNING', 'TO_VERIFY', 'RUNNING'];
    expect(columns(0)).toEqual([null, 'ASSIGNED', ...running, 'DONE', null, null]);
    expect(columns(1)).toEqual([null, ...Array<string>(5).fill('BLOCKED'), 'DONE', null, null]);
  });

  it('turn a drop into a deed', () => {
    expect(dropOn({ status: 'ASSIGNED' }, 0, 'RUNNING')).toEqual({ kind: 'deed', deed: 'accept' });
    expect(dropOn({ status: 'IN_PROGRESS' }, 0, 'TO_VERIFY')).toEqual({ kind: 'deed', deed: 'submit' });
    expect(dropOn({ status: 'REPORTED_DONE' }, 0, 'DONE')).toEqual({ kind: 'deed', deed: 'close' });
    expect(dropOn({ status: 'DONE' }, 0, 'RUNNING')).toEqual({ kind: 'deed', deed: 'reopen' });
  });

  it('send a card back by the deed that the reader may do: the agency withdraws, the verifier returns', () => {
    const back = (can: (deed: Deed) => boolean) => dropOn({ status: 'REPORTED_DONE' }, 0, 'RUNNING', can);
    expect(back((deed) => deed === 'withdraw')).toEqual({ kind: 'deed', deed: 'withdraw' });
    expect(back((deed) => deed === 'return')).toEqual({ kind: 'deed', deed: 'return' });
    expect(back(() => false)).toEqual({ kind: 'deed', deed: 'withdraw' });
  });

  it('open the blocker form for a card dropped on "blocked", not for drafts and ended tasks', () => {
    expect(dropOn({ status: 'ACCEPTED' }, 0, 'BLOCKED')).toEqual({ kind: 'blocker' });
    for (const status of ['DRAFT', 'DONE', 'CANCELLED', 'TRANSFERRED'] as const) {
      expect(verdict(dropOn({ status }, 0, 'BLOCKED'))).toBe('TASK_MOVE_ILLEGAL');
    }
  });

  it('let a blocked card go back where it came from by lifting, and nowhere else', () => {
    expect(dropOn({ status: 'IN_PROGRESS' }, 1, 'RUNNING')).toEqual({ kind: 'lift' });
    expect(verdict(dropOn({ status: 'IN_PROGRESS' }, 1, 'DONE'))).toBe('TASK_BLOCKED');
  });

  it('refuse what the table does not know', () => {
    expect(verdict(dropOn({ status: 'ASSIGNED' }, 0, 'DONE'))).toBe('TASK_MOVE_ILLEGAL');
    expect(verdict(dropOn({ status: 'IN_PROGRESS' }, 0, 'ASSIGNED'))).toBe('TASK_MOVE_ILLEGAL');
  });

  it('take any drop: a deed that the table knows, a form, or a refusal', () => {
    fc.assert(
      fc.property(anyStatus, fc.nat(2), fc.constantFrom(...COLUMNS), (status, openBlockers, column) => {
        const drop = dropOn({ status }, openBlockers, column);
        if ('kind' in drop && drop.kind === 'deed') {
          expect(deedsFrom(status)).toContain(drop.deed);
          expect(columnOf(DEEDS[drop.deed].to, 0)).toBe(column);
        }
      }),
    );
  });
});

describe('a task', () => {
  it('is late from the day after its due date, while it is open', () => {
    expect(isOverdue({ status: 'IN_PROGRESS', due: '2026-12-15' }, '2026-12-15')).toBe(false);
    expect(isOverdue({ status: 'IN_PROGRESS', due: '2026-12-15' }, '2026-12-16')).toBe(true);
    expect(isOverdue({ status: 'DONE', due: '2026-12-15' }, '2026-12-16')).toBe(false);
    expect(isOverdue({ status: 'CANCELLED', due: '2026-12-15' }, '2026-12-16')).toBe(false);
  });

  it('takes persons as verified on entries only, and all else on the word that the task is done', () => {
    expect(verifiedAmount({ unit: 'people', registered: 481, reported: 530, status: 'DONE' })).toBe(481);
    expect(verifiedAmount({ unit: 'documents', registered: 0, reported: 12, status: 'REPORTED_DONE' })).toBe(0);
    expect(verifiedAmount({ unit: 'documents', registered: 0, reported: 12, status: 'DONE' })).toBe(12);
  });

  it('shows the gap between reported and verified, also where more was verified', () => {
    expect(gap({ unit: 'people', reported: 530, registered: 481 })).toBe(49);
    expect(gap({ unit: 'people', reported: 480, registered: 481 })).toBe(-1);
    expect(gap({ unit: 'documents', reported: 12, registered: 0 })).toBe(0);
  });

  it('has left what is neither reported nor verified, never less than nothing', () => {
    expect(remaining({ target: 1200, reported: 530, registered: 481 })).toBe(670);
    expect(remaining({ target: 1200, reported: 530, registered: 600 })).toBe(600);
    expect(remaining({ target: 1200, reported: 1300, registered: 0 })).toBe(0);
  });

  it('is called by the letters of its agency and its number', () => {
    expect(taskLabel('DSK', 118)).toBe('DSK-118');
  });
});

const anyStatus = fc.constantFrom(...TASK_STATUSES);
const anyDeed = fc.constantFrom(...DEED_NAMES);

function stateOf(answer: ReturnType<typeof afterDeed>): string {
  return typeof answer === 'string' ? answer : 'refused';
}

function reachableFrom(start: TaskStatus): ReadonlySet<TaskStatus> {
  const reached = new Set<TaskStatus>([start]);
  for (const status of reached) for (const deed of deedsFrom(status)) reached.add(DEEDS[deed].to);
  return reached;
}
