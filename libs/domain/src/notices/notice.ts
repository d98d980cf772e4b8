import type { Role } from '../access/may';

/**
 * What people are told. Source: docs/domain.md#notices.
 * The first four follow from what somebody did, the others from the time; STEP_DUE from a clock that has run out.
 */
export const NOTICE_KINDS = [
  'ASSIGNED',
  'BLOCKED_ON_YOU',
  'RETURNED',
  'VERIFIED',
  'HANDOVER_PROPOSED',
  'DOSSIERS_READY',
  'DUE_SOON',
  'OVERDUE',
  'STEP_DUE',
  'TASK_ESCALATED',
  'STEP_ESCALATED',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/**
 * What a notice speaks about: labels, numbers, dates, codes and short names of agencies. Never a person, an employer or a
 * text that somebody wrote: notices travel by mail and stand on locked screens.
 */
export type NoticeParams = Readonly<Record<string, string | number>>;

/** Who is told: who holds one of these roles, in this agency (null: in any). */
export interface Circle {
  readonly agency: number | null;
  readonly roles: readonly Role[];
}

export interface Notice {
  readonly kind: NoticeKind;
  /** Where it leads. At most one of the two. */
  readonly task: number | null;
  readonly case: number | null;
  readonly params: NoticeParams;
  /** The same thing is told to the same person once. */
  readonly dedupe: string;
}

/** A notice and whom it is for; who did it himself need not be told. */
export interface Told {
  readonly notice: Notice;
  readonly to: Circle;
  readonly by: number | null;
}

/** What the rules need to know of the region; look-ups by number. */
export interface NoticeFacts {
  task(id: number): TaskFact | undefined;
  agency(id: number): AgencyFact | undefined;
  /** Whose turn it is when the clock of this step has run out. */
  turnOf(entry: string): number | null;
}

export interface TaskFact {
  readonly id: number;
  readonly agency: number;
  /** Only the agency and the lead know of it. */
  readonly restricted: boolean;
  readonly due: string;
}

export interface AgencyFact {
  readonly id: number;
  readonly prefix: string;
  readonly short: string;
}

/** Who does the work of an agency. BPJS and the prosecutor's office have roles of their own for it. */
export const WORKERS: readonly Role[] = ['operator', 'lead', 'bpjs-verifier', 'bpjs-inspector', 'prosecutor'];
/** Who answers for it. */
export const HEADS: readonly Role[] = ['head', 'bpjs-head'];
