import { type IsoInstant, daysBetween, wibDate } from '../calendar/wib';
import type { Happening } from '../tasks/events';
import { taskLabel } from '../tasks/task';
import { type Circle, HEADS, type Notice, type NoticeFacts, type TaskFact, type Told, WORKERS } from './notice';

/** What is older than this when it is read is history, and nobody is told any more; in days. */
export const NEWS_FOR_DAYS = 14;

export function isNews(at: IsoInstant, now: IsoInstant): boolean {
  return daysBetween(wibDate(at), wibDate(now)) <= NEWS_FOR_DAYS;
}

/** Who may lift a blocker, as the policy says it. */
const LIFTERS = [...WORKERS, ...HEADS, 'assistant', 'data-officer'] as const;
/** Who confirms what BPJS proposes to hand over. */
const CONFIRMERS = ['bpjs-head', 'lead'] as const;
const PROSECUTORS = ['prosecutor'] as const;

/** Whom to tell of what has happened. Most of what happens is seen on the board and is told to nobody. */
export function noticesOf(happening: Happening, facts: NoticeFacts): readonly Told[] {
  const { event, seq } = happening;
  switch (event.type) {
    case 'TaskCreated':
      return event.data.status === 'ASSIGNED' ? onTask(happening, facts, 'ASSIGNED', event.data.task) : [];
    case 'TaskMoved':
      if (event.data.to === 'ASSIGNED') return onTask(happening, facts, 'ASSIGNED', event.data.task);
      return event.data.to === 'RETURNED' ? onTask(happening, facts, 'RETURNED', event.data.task) : [];
    case 'TaskReassigned':
      return onTask(happening, facts, 'ASSIGNED', event.data.newTask);
    case 'ProgressVerified':
      return onTask(happening, facts, 'VERIFIED', event.data.task);
    case 'BlockerRaised': {
      const task = facts.task(event.data.task);
      const to: Circle = { agency: event.data.lifter, roles: task?.restricted ? ['lead'] : LIFTERS };
      const params = { blocker: event.data.code, agency: facts.agency(event.data.waiting)?.short ?? '' };
      return onTask(happening, facts, 'BLOCKED_ON_YOU', event.data.task, to, params);
    }
    case 'DeadlineFired': {
      const turn = facts.turnOf(event.data.entry);
      const notice = onCase('STEP_DUE', event.data.case, `step-due:${event.data.entry}`, {
        step: event.data.step,
        ended: event.data.ended,
      });
      return turn === null ? [] : [{ notice, to: { agency: turn, roles: WORKERS }, by: happening.by.person }];
    }
    case 'HandoverProposed': {
      const { handover, cases } = event.data;
      const dedupe = `handover-proposed:${handover}:${seq}`;
      const notice = onCase('HANDOVER_PROPOSED', null, dedupe, { handover, cases: cases.length });
      return [{ notice, to: { agency: null, roles: CONFIRMERS }, by: happening.by.person }];
    }
    case 'DossierSealed': {
      // One for all the dossiers of a hand-over: the first is told, the others are the same news.
      const { handover } = event.data;
      const notice = onCase('DOSSIERS_READY', null, `dossiers:${handover}`, { handover });
      return [{ notice, to: { agency: null, roles: PROSECUTORS }, by: null }];
    }
    default:
      return [];
  }
}

function onTask(
  { seq, by }: Happening,
  facts: NoticeFacts,
  kind: Notice['kind'],
  id: number,
  to?: Circle,
  more: Notice['params'] = {},
): readonly Told[] {
  const task = facts.task(id);
  if (!task) return [];
  const params = { label: labelOf(task, facts), due: task.due, ...more };
  const dedupe = `${kind.toLowerCase().replaceAll('_', '-')}:task:${id}:${seq}`;
  const circle = to ?? { agency: task.agency, roles: [...WORKERS, ...HEADS] };
  return [{ notice: { kind, task: id, case: null, params, dedupe }, to: circle, by: by.person }];
}

function onCase(kind: Notice['kind'], id: number | null, dedupe: string, params: Notice['params']): Notice {
  return { kind, task: null, case: id, dedupe, params: id === null ? params : { case: id, ...params } };
}

export function labelOf(task: TaskFact, facts: Pick<NoticeFacts, 'agency'>): string {
  return taskLabel(facts.agency(task.agency)?.prefix ?? '', task.id);
}
