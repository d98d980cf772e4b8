import { type IsoDate, isIsoDate } from '../calendar/wib';
import type { Agency } from '../organisation/agency';
import { type Refusal, isRefusal, refuse } from '../refusal/refusal';
import type { EventOf } from './events';
import { BLOCKER_CODES, type Blocker, type BlockerCode, type Task, isOpen } from './task';
import { TEXT_LIMIT, checkText } from './text';

export interface NewBlocker {
  readonly code: BlockerCode;
  readonly text: string;
  /** The agency that can lift it; a partner may be asked here. */
  readonly lifter: number;
  readonly wantedBy: IsoDate | null;
}

/** What stops the work, and who can lift it: always another agency, one that may know of the task. Source: docs/domain.md#blockers. */
export function raiseBlocker(
  id: number,
  task: Task,
  blocker: NewBlocker,
  agencies: ReadonlyMap<number, Agency>,
  today: IsoDate,
): EventOf<'BlockerRaised'> | Refusal {
  if (!isOpen(task.status) || task.status === 'DRAFT') return refuse('TASK_CLOSED', { status: task.status });
  if (!BLOCKER_CODES.includes(blocker.code)) return refuse('BLOCKER_CODE_UNKNOWN', { value: blocker.code });
  const lifter = agencies.get(blocker.lifter);
  if (!lifter) return refuse('AGENCY_UNKNOWN', { agency: blocker.lifter });
  if (lifter.id === task.agency) return refuse('BLOCKER_SAME_AGENCY', { agency: lifter.name });
  if (task.visibility === 'agency' && lifter.kind !== 'LEAD')
    return refuse('BLOCKER_RESTRICTED', { agency: lifter.name });
  const text = checkText('text', blocker.text, TEXT_LIMIT, true);
  if (isRefusal(text)) return text;
  const { code, wantedBy } = blocker;
  if (wantedBy !== null && !isIsoDate(wantedBy)) return refuse('DATE_INVALID', { field: 'wantedBy', value: wantedBy });
  if (wantedBy !== null && wantedBy < today) return refuse('BLOCKER_WANTED_IN_PAST', { wantedBy, today });
  return {
    type: 'BlockerRaised',
    data: { blocker: id, task: task.id, code, waiting: task.agency, lifter: lifter.id, wantedBy },
    text: { text },
  };
}

export function liftBlocker(blocker: Blocker, note: string): EventOf<'BlockerLifted'> | Refusal {
  if (blocker.liftedAt !== null) return refuse('BLOCKER_LIFTED', { blocker: blocker.id });
  const checked = checkText('note', note, TEXT_LIMIT, false);
  if (isRefusal(checked)) return checked;
  return {
    type: 'BlockerLifted',
    data: { blocker: blocker.id, task: blocker.task },
    text: checked === '' ? null : { note: checked },
  };
}

/** Open blockers, the longest wait first. */
export function oldestWaits(blockers: Iterable<Blocker>): readonly Blocker[] {
  return [...blockers]
    .filter((blocker) => blocker.liftedAt === null)
    .sort((a, b) => compare(a.since, b.since) || a.id - b.id);
}

/**
 * Agencies that wait for each other in a circle: for each agency in one, the shortest circle through it, each listed
 * once and beginning with its smallest agency number.
 */
export function findCycles(blockers: Iterable<Blocker>): readonly (readonly number[])[] {
  const waitsFor = new Map<number, Set<number>>();
  for (const { waiting, lifter, liftedAt } of blockers) {
    if (liftedAt !== null) continue;
    waitsFor.set(waiting, (waitsFor.get(waiting) ?? new Set()).add(lifter));
  }
  const cycles = new Map<string, readonly number[]>();
  for (const start of waitsFor.keys()) {
    const cycle = shortestCycle(start, waitsFor);
    if (cycle) cycles.set(cycle.join(), cycle);
  }
  return [...cycles.values()];
}

function shortestCycle(
  start: number,
  waitsFor: ReadonlyMap<number, ReadonlySet<number>>,
): readonly number[] | undefined {
  const seen = new Set<number>();
  let paths: readonly (readonly number[])[] = [[start]];
  while (paths.length > 0) {
    const longer: (readonly number[])[] = [];
    for (const path of paths) {
      for (const next of waitsFor.get(path[path.length - 1] ?? start) ?? []) {
        if (next === start) return fromSmallest(path);
        if (!seen.has(next)) longer.push([...path, next]);
        seen.add(next);
      }
    }
    paths = longer;
  }
  return undefined;
}

function fromSmallest(cycle: readonly number[]): readonly number[] {
  const at = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(at), ...cycle.slice(0, at)];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
