import type { IsoDate, IsoInstant } from '../calendar/wib';
import type { ComplianceEvent } from '../compliance/events';
import type { Cut } from '../coverage/headline';
import type { CoverageEvent } from '../coverage/events';
import type { NoticeEvent } from '../notices/events';
import type { EventOf, Happening } from './events';
import { type Blocker, type EditableField, EDITABLE_FIELDS, type Task, countsPersons } from './task';

/** A verified gain as the home page lists it. */
export interface Gain {
  readonly seq: number;
  readonly at: string;
  readonly task: number;
  readonly agency: number;
  readonly registered: number;
  readonly active: number;
  readonly asOf: IsoDate;
}

/**
 * The board of one region: what a reader holds after folding every event that he may see.
 * The server writes the same results into rows; `board = fold(journal)` is tested.
 */
export interface BoardState {
  readonly tasks: ReadonlyMap<number, Task>;
  readonly blockers: ReadonlyMap<number, Blocker>;
  readonly cut: Cut | null;
  /** Net verified persons by their as-of date, for dates after the cut. */
  readonly verified: Readonly<Record<IsoDate, { readonly registered: number; readonly active: number }>>;
  /** People allocated, keyed by `campaign/measure/agency`. */
  readonly allocation: Readonly<Record<string, number>>;
  /** Newest first, at most `GAINS_KEPT`. */
  readonly gains: readonly Gain[];
}

export const GAINS_KEPT = 12;

export const EMPTY_BOARD: BoardState = {
  tasks: new Map(),
  blockers: new Map(),
  cut: null,
  verified: {},
  allocation: {},
  gains: [],
};

export function allocationKey(campaign: number, measure: string, agency: number): string {
  return `${campaign}/${measure}/${agency}`;
}

/** What one event changes: only what it names, so that a store can touch one card and leave 4,999 alone. */
export interface BoardChange {
  readonly tasks: readonly Task[];
  readonly blockers: readonly Blocker[];
  readonly rest: Partial<Pick<BoardState, 'cut' | 'verified' | 'allocation' | 'gains'>>;
}

const NOTHING: BoardChange = { tasks: [], blockers: [], rest: {} };

/** The reader's part of a board that `change` needs: look-ups by number, and the few totals. */
export interface BoardView extends Pick<BoardState, 'cut' | 'verified' | 'allocation' | 'gains'> {
  task(id: number): Task | undefined;
  blocker(id: number): Blocker | undefined;
}

/** The change that one happening makes to a board. Pure; the same on the server and on every open board. */
export function change(view: BoardView, happening: Happening): BoardChange {
  const { event } = happening;
  switch (event.type) {
    case 'TaskCreated':
      return { ...NOTHING, tasks: [created(happening, event)] };
    case 'TaskEdited':
      return onTask(view, event.data.task, (task) => edited(task, event));
    case 'TaskMoved':
      return {
        ...onTask(view, event.data.task, (task) => ({ ...task, status: event.data.to, since: happening.at })),
        blockers: lifted(view, event.data.lifts, happening.at),
      };
    case 'TaskReassigned':
      return reassigned(view, happening, event);
    case 'ProgressReported':
      return onTask(view, event.data.task, (task) => reported(task, happening, event));
    case 'ProgressCorrected':
      return onTask(view, event.data.task, (task) => ({
        ...task,
        reported: task.reported + event.data.delta,
        reached: task.reached + event.data.reached,
        rejected: task.rejected + event.data.rejected,
      }));
    case 'ProgressVerified':
      return verified(view, happening, event);
    case 'BlockerRaised':
      return { ...NOTHING, blockers: [raised(happening, event)] };
    case 'BlockerLifted':
      return { ...NOTHING, blockers: lifted(view, [event.data.blocker], happening.at) };
    case 'EvidenceAttached':
      // Evidence stands beside the work: it changes no number and no status.
      return NOTHING;
    case 'AllocationSet': {
      const key = allocationKey(event.data.campaign, event.data.measure, event.data.agency);
      return { ...NOTHING, rest: { allocation: { ...view.allocation, [key]: event.data.people } } };
    }
    case 'CutRecorded': {
      const cut = cutOf(event.data);
      // An older month that is loaded or corrected later is history; the headline stands on the newest.
      if (view.cut !== null && cut.asOf < view.cut.asOf) return NOTHING;
      const later = Object.entries(view.verified).filter(([date]) => date > cut.asOf);
      return { ...NOTHING, rest: { cut, verified: Object.fromEntries(later) } };
    }
    default:
      return untouched(event);
  }
}

/** The figures alone; the file they came with stands in the journal. */
function cutOf({ asOf, population, populationVersion, registered, active, source, example }: Cut): Cut {
  return { asOf, population, populationVersion, registered, active, source, example };
}

/** What happens to employers, how people are told and what stands beside a cut change nothing on the tasks board; an event of the board that is forgotten above does not compile. */
function untouched(_: ComplianceEvent | CoverageEvent | NoticeEvent): BoardChange {
  return NOTHING;
}

/** The board after one happening; the plain fold for audit, replay and tests. */
export function evolve(board: BoardState, happening: Happening): BoardState {
  const view: BoardView = {
    ...board,
    task: (id) => board.tasks.get(id),
    blocker: (id) => board.blockers.get(id),
  };
  const { tasks, blockers, rest } = change(view, happening);
  return {
    ...board,
    ...rest,
    tasks:
      tasks.length === 0 ? board.tasks : new Map([...board.tasks, ...tasks.map((task) => [task.id, task] as const)]),
    blockers:
      blockers.length === 0
        ? board.blockers
        : new Map([...board.blockers, ...blockers.map((blocker) => [blocker.id, blocker] as const)]),
  };
}

function onTask(view: BoardView, id: number, step: (task: Task) => Task): BoardChange {
  const task = view.task(id);
  return task ? { ...NOTHING, tasks: [{ ...step(task), version: task.version + 1 }] } : NOTHING;
}

function created({ at }: Happening, { data, text }: EventOf<'TaskCreated'>): Task {
  return {
    id: data.task,
    campaign: data.campaign,
    agency: data.agency,
    visibility: data.visibility,
    status: data.status,
    since: at,
    title: text?.title ?? '',
    description: text?.description ?? '',
    evidence: text?.evidence ?? '',
    unit: data.unit,
    segment: data.segment,
    area: data.area,
    target: data.target,
    start: data.start,
    due: data.due,
    dueChanges: 0,
    reported: 0,
    reached: 0,
    rejected: 0,
    registered: 0,
    active: 0,
    lastReportAt: null,
    lastReportBy: null,
    lastReportDelta: 0,
    origin: null,
    version: 1,
    fieldVersions: {},
  };
}

function edited(task: Task, { data, text }: EventOf<'TaskEdited'>): Task {
  const version = task.version + 1;
  const stamps = Object.fromEntries(data.fields.map((field) => [field, version]));
  return {
    ...task,
    ...data.changes,
    ...text,
    dueChanges: task.dueChanges + (data.fields.includes('due') ? 1 : 0),
    fieldVersions: { ...task.fieldVersions, ...stamps },
  };
}

/** Hands `amount` of the target over; a task that keeps nothing becomes TRANSFERRED. Verified counts are never reset. */
function reassigned(view: BoardView, happening: Happening, { data }: EventOf<'TaskReassigned'>): BoardChange {
  const task = view.task(data.task);
  if (!task) return NOTHING;
  const target = task.target - data.amount;
  const version = task.version + 1;
  const rest: Task = {
    ...task,
    target,
    version,
    fieldVersions: { ...task.fieldVersions, target: version },
    ...(target === 0 ? { status: 'TRANSFERRED', since: happening.at } : {}),
  };
  const handed = created(happening, {
    type: 'TaskCreated',
    data: {
      task: data.newTask,
      campaign: task.campaign,
      agency: data.agency,
      visibility: task.visibility,
      status: 'ASSIGNED',
      unit: task.unit,
      segment: task.segment,
      area: task.area,
      target: data.amount,
      start: task.start,
      due: data.due,
    },
    text: { title: task.title, description: task.description, evidence: task.evidence },
  });
  // Handing work over is no way to move its due date unseen.
  const dueChanges = task.dueChanges + (data.due === task.due ? 0 : 1);
  const blockers = lifted(view, data.lifts, happening.at);
  return { ...NOTHING, tasks: [rest, { ...handed, origin: task.id, dueChanges }], blockers };
}

function reported(task: Task, { at, by }: Happening, { data }: EventOf<'ProgressReported'>): Task {
  const starts = task.status === 'ASSIGNED' || task.status === 'ACCEPTED' || task.status === 'RETURNED';
  return {
    ...task,
    reported: task.reported + data.delta,
    reached: task.reached + data.reached,
    rejected: task.rejected + data.rejected,
    lastReportAt: at,
    lastReportBy: by.person,
    lastReportDelta: data.delta,
    ...(starts ? { status: 'IN_PROGRESS', since: at } : {}),
  };
}

function verified(view: BoardView, { seq, at }: Happening, { data }: EventOf<'ProgressVerified'>): BoardChange {
  const task = view.task(data.task);
  if (!task) return NOTHING;
  const sum = (measure: string): number =>
    data.entries.reduce((total, entry) => total + (entry.measure === measure ? entry.delta : 0), 0);
  const delta = { registered: sum('registered'), active: sum('active') };
  const next: Task = {
    ...task,
    registered: task.registered + delta.registered,
    active: task.active + delta.active,
    version: task.version + 1,
  };
  if (!movesFigure(task)) return { ...NOTHING, tasks: [next] };
  const gain: Gain = { seq, at, task: task.id, agency: task.agency, ...delta, asOf: data.asOf };
  const gains = [gain, ...view.gains].slice(0, GAINS_KEPT);
  if (view.cut !== null && data.asOf <= view.cut.asOf) return { ...NOTHING, tasks: [next], rest: { gains } };
  const day = view.verified[data.asOf] ?? { registered: 0, active: 0 };
  const sums = { registered: day.registered + delta.registered, active: day.active + delta.active };
  return { ...NOTHING, tasks: [next], rest: { gains, verified: { ...view.verified, [data.asOf]: sums } } };
}

/** Only verified persons of tasks that every party sees move the region's figure. */
export function movesFigure(task: Pick<Task, 'unit' | 'visibility'>): boolean {
  return task.visibility === 'campaign' && countsPersons(task.unit);
}

function raised({ at }: Happening, { data, text }: EventOf<'BlockerRaised'>): Blocker {
  return {
    id: data.blocker,
    task: data.task,
    code: data.code,
    text: text?.text ?? '',
    waiting: data.waiting,
    lifter: data.lifter,
    since: at,
    wantedBy: data.wantedBy,
    liftedAt: null,
  };
}

function lifted(view: BoardView, ids: readonly number[] = [], at: IsoInstant): readonly Blocker[] {
  return ids.flatMap((id) => {
    const blocker = view.blocker(id);
    return blocker ? [{ ...blocker, liftedAt: at }] : [];
  });
}

/** Fields whose version on the task is later than the one the editor had seen. */
export function changedSince(task: Task, seen: number): readonly EditableField[] {
  return EDITABLE_FIELDS.filter((field) => (task.fieldVersions[field] ?? 0) > seen);
}
