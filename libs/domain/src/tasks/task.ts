import type { IsoDate, IsoInstant } from '../calendar/wib';

/** What a task counts. Only persons (`people`, `workers`) move the region's figure. */
export const UNITS = ['people', 'workers', 'employers', 'villages', 'documents', 'rupiah'] as const;
export type Unit = (typeof UNITS)[number];

export function countsPersons(unit: Unit): boolean {
  return unit === 'people' || unit === 'workers';
}

/** Segments of JKN membership. Source: Perpres 82/2018; docs/domain.md#segments. */
export const SEGMENTS = ['PBI_JK', 'PBPU_BP_PEMDA', 'PPU_PN', 'PPU_BU', 'PBPU_MANDIRI', 'BP'] as const;
export type Segment = (typeof SEGMENTS)[number];

export const TASK_STATUSES = [
  'DRAFT',
  'ASSIGNED',
  'ACCEPTED',
  'IN_PROGRESS',
  'REPORTED_DONE',
  'RETURNED',
  'DONE',
  'TRANSFERRED',
  'CANCELLED',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** `agency`: only the agency and the lead know that the task exists. It moves no public figure. */
export const VISIBILITIES = ['campaign', 'agency'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** The fields that are edited one by one; each remembers the version of its last change. */
export const EDITABLE_FIELDS = [
  'title',
  'description',
  'evidence',
  'unit',
  'segment',
  'area',
  'target',
  'start',
  'due',
] as const;
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** What is written when a task is made; the parts that people edit later. */
export interface TaskPlan {
  readonly title: string;
  readonly description: string;
  /** The evidence that is wanted: "list of names with BPJS receipt". */
  readonly evidence: string;
  readonly unit: Unit;
  readonly segment: Segment | null;
  /** Kemendagri code of a district or village, null for the whole region. */
  readonly area: string | null;
  /** How many of the unit; a positive integer. */
  readonly target: number;
  readonly start: IsoDate | null;
  readonly due: IsoDate;
}

export interface Task extends TaskPlan {
  /** Small number within the region, shown as `DSK-118`. */
  readonly id: number;
  readonly campaign: number;
  readonly agency: number;
  readonly visibility: Visibility;
  readonly status: TaskStatus;
  /** Since when the task is in this status. */
  readonly since: IsoInstant;
  /** How often the due date was moved; shown on the card, so that moving it stays visible. */
  readonly dueChanges: number;
  /** Sum of the agency's own entries, in the unit. Never below 0. */
  readonly reported: number;
  /** Optional counters beside the measure: approached, and rejected. */
  readonly reached: number;
  readonly rejected: number;
  /** Sums of verified entries, in persons. */
  readonly registered: number;
  readonly active: number;
  readonly lastReportAt: IsoInstant | null;
  readonly lastReportBy: number | null;
  readonly lastReportDelta: number;
  /** The task this one was split from when work was handed to another agency. */
  readonly origin: number | null;
  /** Grows by one with each event on the task. */
  readonly version: number;
  readonly fieldVersions: Readonly<Partial<Record<EditableField, number>>>;
}

export interface Blocker {
  /** Small number within the region. */
  readonly id: number;
  readonly task: number;
  readonly code: BlockerCode;
  readonly text: string;
  /** The agency that waits (the task's). */
  readonly waiting: number;
  /** The agency that can lift it. */
  readonly lifter: number;
  readonly since: IsoInstant;
  readonly wantedBy: IsoDate | null;
  readonly liftedAt: IsoInstant | null;
}

/** Why work does not go on. Source: docs/domain.md#blockers. */
export const BLOCKER_CODES = [
  'DATA',
  'BUDGET',
  'EMPLOYER_REFUSES',
  'ARREARS',
  'ABSENT_OR_MOVED',
  'REFUSAL',
  'DATA_ACCESS',
  'WAITING_INSTITUTION',
  'STAFFING',
] as const;
export type BlockerCode = (typeof BLOCKER_CODES)[number];

/** Late is computed, never stored: open, and the due date lies before today (WIB). */
export function isOverdue(task: Pick<Task, 'status' | 'due'>, today: IsoDate): boolean {
  return isOpen(task.status) && task.due < today;
}

/** Work can still happen on it. */
export function isOpen(status: TaskStatus): boolean {
  return status !== 'DONE' && status !== 'TRANSFERRED' && status !== 'CANCELLED';
}

/** Reported but not yet verified, in persons; negative where BPJS verified more than was reported (flagged, allowed). */
export function gap(task: Pick<Task, 'unit' | 'reported' | 'registered'>): number {
  return countsPersons(task.unit) ? task.reported - task.registered : 0;
}

/** What counts as verified, in the unit: persons whom BPJS verified; for all else the verifier's word that the task is done. */
export function verifiedAmount({
  unit,
  registered,
  reported,
  status,
}: Pick<Task, 'unit' | 'registered' | 'reported' | 'status'>): number {
  if (countsPersons(unit)) return registered;
  return status === 'DONE' ? reported : 0;
}

/** What is still to do: the target less the larger of reported and verified, never below 0. */
export function remaining(task: Pick<Task, 'target' | 'reported' | 'registered'>): number {
  return Math.max(0, task.target - Math.max(task.reported, task.registered));
}

/** `DSK-118` */
export function taskLabel(prefix: string, id: number): string {
  return `${prefix}-${id}`;
}
