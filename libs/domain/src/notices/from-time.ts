import { type IsoDate, type IsoInstant, addDays, epochMillis, instantFromMillis, wibDate } from '../calendar/wib';
import { type HolidayDecree, workingDaysBetween } from '../calendar/working-days';
import { isRefusal } from '../refusal/refusal';
import type { TaskStatus } from '../tasks/task';
import { type EscalationRule, type Rung, circleOf, rungsReached } from './escalation';
import { labelOf } from './from-happening';
import { type Notice, type NoticeFacts, type TaskFact, type Told, WORKERS } from './notice';
import { isOfficeTime } from './office-hours';

/** "Soon": so many working days before the due date, or less. */
export const SOON_WORKING_DAYS = 3;

/** In these the work lies with the task's agency; a draft is nobody's yet, what is reported waits for the verifier. */
export const IN_HAND = ['ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RETURNED'] as const satisfies readonly TaskStatus[];

/** A clock that has run out and on which nobody has acted. */
export interface LateStep {
  readonly entry: string;
  readonly case: number;
  /** Code of the step. */
  readonly step: string;
  /** Whose turn it is. */
  readonly agency: number;
  readonly dueAt: IsoInstant;
  /** How many rungs have heard of it. */
  readonly rungsTold: number;
}

/** What the clock on the wall makes of a region: work in hand that is due or late, and steps on which nobody acts. */
export interface Standing {
  readonly tasks: readonly TaskFact[];
  readonly steps: readonly LateStep[];
}

/**
 * Everything that should have been told by now; what was told before is recognised by its key. Escalations only in office
 * hours. Where the lateness has ended, nothing more follows: it is looked at anew each time.
 */
export function noticesAt(
  now: IsoInstant,
  { tasks, steps }: Standing,
  rule: EscalationRule,
  decrees: readonly HolidayDecree[],
  facts: Pick<NoticeFacts, 'agency'>,
): readonly Told[] {
  const today = wibDate(now);
  const escalates = isOfficeTime(rule, decrees, now);
  const rungs = remembered((since: IsoDate): readonly Rung[] =>
    escalates ? rungsReached(rule, decrees, since, today) : [],
  );
  const ended = remembered(lastDay);
  return [
    ...tasks.flatMap((task) => [
      ...dueNotices(task, today, decrees, facts),
      ...rungs(task.due).flatMap((rung) => taskRung(task, rung, today, facts)),
    ]),
    ...steps.flatMap((step) =>
      rungs(ended(step.dueAt))
        .slice(step.rungsTold)
        .flatMap((rung) => stepRung(step, ended(step.dueAt), rung, facts)),
    ),
  ];
}

/** Thousands of clocks end on a few days: each day is worked out once. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text) ?? work(text);
    known.set(text, found);
    return found;
  };
}

/** A clock runs until 24.00 WIB of its last day: the day before the moment at which it has run out. */
export function lastDay(dueAt: IsoInstant): IsoDate {
  return wibDate(instantFromMillis(epochMillis(dueAt) - 1));
}

/** The furthest due date that can be "soon" today: days off are at most as many as a long holiday has. */
export function soonHorizon(today: IsoDate): IsoDate {
  return addDays(today, SOON_WORKING_DAYS + 14);
}

function dueNotices(
  task: TaskFact,
  today: IsoDate,
  decrees: readonly HolidayDecree[],
  facts: Pick<NoticeFacts, 'agency'>,
): readonly Told[] {
  const isLate = task.due < today;
  if (!isLate && !isSoon(task.due, today, decrees)) return [];
  const notice: Notice = {
    kind: isLate ? 'OVERDUE' : 'DUE_SOON',
    task: task.id,
    case: null,
    params: { label: labelOf(task, facts), due: task.due },
    dedupe: `${isLate ? 'overdue' : 'due-soon'}:task:${task.id}:${task.due}`,
  };
  // Who answers for the work hears of it when its rung has come.
  return [{ notice, to: { agency: task.agency, roles: WORKERS }, by: null }];
}

function isSoon(due: IsoDate, today: IsoDate, decrees: readonly HolidayDecree[]): boolean {
  const left = workingDaysBetween(decrees, today, due);
  // Without a decree nobody can count working days: then it is soon by the calendar.
  return isRefusal(left) ? due <= addDays(today, SOON_WORKING_DAYS) : left <= SOON_WORKING_DAYS;
}

function taskRung(task: TaskFact, rung: Rung, today: IsoDate, facts: Pick<NoticeFacts, 'agency'>): readonly Told[] {
  const to = circleOf(rung, task.agency, task.restricted);
  if (!to || task.due >= today) return [];
  const notice: Notice = {
    kind: 'TASK_ESCALATED',
    task: task.id,
    case: null,
    params: { label: labelOf(task, facts), due: task.due, agency: facts.agency(task.agency)?.short ?? '', rung },
    dedupe: `late:task:${task.id}:${task.due}:${rung}`,
  };
  return [{ notice, to, by: null }];
}

function stepRung(step: LateStep, ended: IsoDate, rung: Rung, facts: Pick<NoticeFacts, 'agency'>): readonly Told[] {
  const to = circleOf(rung, step.agency, false);
  if (!to) return [];
  const notice: Notice = {
    kind: 'STEP_ESCALATED',
    task: null,
    case: step.case,
    params: {
      case: step.case,
      step: step.step,
      ended,
      agency: facts.agency(step.agency)?.short ?? '',
      rung,
    },
    dedupe: `late:step:${step.entry}:${rung}`,
  };
  return [{ notice, to, by: null }];
}
