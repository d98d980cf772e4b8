import type { IsoDate, Segment, Unit, Visibility } from '@papan/domain';

/** How far a task has come when the demonstration begins. */
export const FATES = [
  'DRAFT',
  'ASSIGNED',
  'ACCEPTED',
  'IN_PROGRESS',
  'REPORTED_DONE',
  'RETURNED',
  'DONE',
  'CANCELLED',
  'HANDED_OVER',
] as const;
export type Fate = (typeof FATES)[number];

/** One task as the script has it. `target` is exact; `weight` is a share of the people that the exact ones leave. */
export interface TaskScript {
  /** By which blockers and the specs name the task. */
  readonly key: string;
  readonly agency: string;
  readonly title: string;
  readonly description: string;
  readonly evidence: string;
  readonly unit: Unit;
  readonly segment: Segment | null;
  readonly area: string | null;
  readonly target?: number;
  readonly weight?: number;
  readonly visibility?: Visibility;
  readonly fate?: Fate;
  readonly due?: IsoDate;
  /** Reported when the demonstration begins, in percent of the target. */
  readonly reportedPercent?: number;
  /** Verified at the last round, in percent of what was reported by then; above 100 BPJS found more than was reported. */
  readonly verifiedPercent?: number;
  readonly returnReason?: string;
  /** Assigned in the first week. */
  readonly early?: boolean;
}
