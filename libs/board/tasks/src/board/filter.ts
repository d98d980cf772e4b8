import type { Task, TaskStatus } from '@papan/domain';
import { TASK_STATUSES, isOverdue } from '@papan/domain';

export const LANE_KINDS = ['agency', 'segment', 'district', 'none'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** What the board shows; the whole of it stands in the address, so that a link shows another reader the same. */
export interface BoardFilter {
  readonly lanes: LaneKind;
  readonly agency: number | null;
  readonly mine: boolean;
  readonly overdue: boolean;
  readonly status: TaskStatus | null;
  readonly text: string;
}

export const EVERYTHING: BoardFilter = {
  lanes: 'agency',
  agency: null,
  mine: false,
  overdue: false,
  status: null,
  text: '',
};

/** Names in the address, in the language of its readers. */
const LANE_IN_ADDRESS: Readonly<Record<LaneKind, string>> = {
  agency: 'opd',
  segment: 'segmen',
  district: 'kecamatan',
  none: 'tanpa',
};

export type Query = Readonly<Record<string, string | null | undefined>>;

/** The filter that an address asks for; what it does not know, it leaves out. */
export function readFilter(query: Query): BoardFilter {
  const agency = Number(query['instansi']);
  return {
    lanes: LANE_KINDS.find((kind) => LANE_IN_ADDRESS[kind] === query['lajur']) ?? 'agency',
    agency: Number.isInteger(agency) && agency > 0 ? agency : null,
    mine: query['saya'] === '1',
    overdue: query['lewat'] === '1',
    status: TASK_STATUSES.find((status) => status.toLowerCase() === query['status']) ?? null,
    text: query['cari'] ?? '',
  };
}

/** The address of a filter; null takes a name out of it, so that the whole board has a short address. */
export function writeFilter(filter: BoardFilter): Readonly<Record<string, string | null>> {
  return {
    lajur: filter.lanes === 'agency' ? null : LANE_IN_ADDRESS[filter.lanes],
    instansi: filter.agency === null ? null : String(filter.agency),
    saya: filter.mine ? '1' : null,
    lewat: filter.overdue ? '1' : null,
    status: filter.status === null ? null : filter.status.toLowerCase(),
    cari: filter.text.trim() === '' ? null : filter.text.trim(),
  };
}

/** Whether anything is left out beyond what a board leaves out by itself. */
export function isFiltered(filter: BoardFilter): boolean {
  return filter.agency !== null || filter.mine || filter.overdue || filter.status !== null || filter.text.trim() !== '';
}

/** What the filter needs to know of reader, time and names. */
export interface FilterContext {
  readonly myAgency: number;
  readonly today: string;
  /** What a task is searched by: its number, agency, area. */
  readonly words: (task: Task) => string;
}

/** Drafts, handed-over and cancelled tasks are found only where their status is asked for. */
const BY_FILTER_ONLY: readonly TaskStatus[] = ['DRAFT', 'TRANSFERRED', 'CANCELLED'];

export function matches(task: Task, filter: BoardFilter, context: FilterContext): boolean {
  if (filter.status === null ? BY_FILTER_ONLY.includes(task.status) : task.status !== filter.status) return false;
  if (filter.agency !== null && task.agency !== filter.agency) return false;
  if (filter.mine && task.agency !== context.myAgency) return false;
  if (filter.overdue && !isOverdue(task, context.today)) return false;
  const wanted = folded(filter.text);
  if (wanted === '') return true;
  const found = folded(`${task.title} ${context.words(task)}`);
  return wanted.split(/\s+/).every((word) => found.includes(word));
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase('id');
}

/** The lane of a task: by agency, by segment, by the district in which its area lies, or all in one. */
export function laneKeyOf(task: Pick<Task, 'agency' | 'segment' | 'area'>, lanes: LaneKind): string {
  switch (lanes) {
    case 'agency':
      return String(task.agency);
    case 'segment':
      return task.segment ?? NO_LANE;
    case 'district':
      return task.area?.slice(0, DISTRICT_CODE_LENGTH) ?? NO_LANE;
    case 'none':
      return NO_LANE;
  }
}

/** Tasks without a segment or an area, and the only lane of a board without lanes. */
export const NO_LANE = '';
/** `35.05.10` */
const DISTRICT_CODE_LENGTH = 8;
