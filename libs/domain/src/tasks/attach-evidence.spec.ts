import { isRefusal } from '../refusal/refusal';
import { attachEvidence } from './attach-evidence';
import { EMPTY_BOARD, change } from './evolve';
import { TODAY, aTask } from './examples';
import { TASK_STATUSES } from './task';

const FILE = { hash: 'a'.repeat(64), kind: 'pdf', bytes: 120_000, name: 'Surat.pdf' } as const;
const LETTER = { letterNumber: '440/12', letterDate: '2026-11-10', receivedOn: '2026-11-12', note: '' };

describe('evidence', () => {
  it('is put to a task with what can be proven hashed and the words beside', () => {
    expect(attachEvidence(aTask(), FILE, LETTER, TODAY)).toEqual({
      type: 'EvidenceAttached',
      data: {
        ...{ task: 118, hash: FILE.hash, kind: 'pdf', bytes: 120_000 },
        ...{ letterDate: '2026-11-10', receivedOn: '2026-11-12' },
      },
      text: { name: 'Surat.pdf', letterNumber: '440/12', note: '' },
    });
  });

  it('belongs to work that is going on', () => {
    const taking = TASK_STATUSES.filter((status) => !isRefusal(attachEvidence(aTask({ status }), FILE, LETTER, TODAY)));
    expect(taking).toEqual(['ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'REPORTED_DONE', 'RETURNED']);
    expect(attachEvidence(aTask({ status: 'DONE' }), FILE, LETTER, TODAY)).toMatchObject({
      ...{ code: 'TASK_CLOSED', params: { status: 'DONE' } },
    });
  });

  it('says nothing about a day that has not come', () => {
    const answer = attachEvidence(aTask(), FILE, { ...LETTER, receivedOn: '2026-11-17' }, TODAY);
    expect(answer).toMatchObject({ code: 'LETTER_DATE_IN_FUTURE', params: { field: 'receivedOn' } });
  });

  it('changes nothing on the board', () => {
    const event = attachEvidence(aTask(), FILE, LETTER, TODAY);
    if (isRefusal(event)) throw new Error(event.code);
    const view = { ...EMPTY_BOARD, task: () => aTask(), blocker: () => undefined };
    const by = { person: 1, agency: 2 };
    const { tasks, blockers, rest } = change(view, { seq: 1, at: '2026-11-16T02:00:00.000Z', by, event });
    expect([tasks, blockers, rest]).toEqual([[], [], {}]);
  });
});
