import type { IsoDate, IsoInstant } from '../calendar/wib';
import { COMPLIANCE_PRIVATE_FIELDS, type ComplianceEvent } from '../compliance/events';
import { COVERAGE_PRIVATE_FIELDS, type CoverageEvent } from '../coverage/events';
import type { Measure } from '../coverage/thresholds';
import type { EvidenceKind } from '../evidence/kinds';
import { NOTICE_PRIVATE_FIELDS, type NoticeEvent } from '../notices/events';
import type { BlockerCode, EditableField, Segment, TaskStatus, Unit, Visibility } from './task';

/** Where a verified number comes from: BPJS's own account, or BPJS's file as read by the leading agency. */
export type VerificationSource =
  | { readonly kind: 'BPJS' }
  | { readonly kind: 'BPJS_FILE'; readonly number: string; readonly date: IsoDate; readonly hash: string };

/** One verified entry; `entry` is the client-made UUID, `corrects` names the entry that this one reverses. */
export interface VerifiedEntry {
  readonly entry: string;
  readonly measure: Measure;
  readonly delta: number;
  readonly corrects: string | null;
}

/** The edits of one command, field by field; text fields travel in the private part. */
export interface TaskChanges {
  readonly unit?: Unit;
  readonly segment?: Segment | null;
  readonly area?: string | null;
  readonly target?: number;
  readonly start?: IsoDate | null;
  readonly due?: IsoDate;
}

export interface TaskTexts {
  readonly title?: string;
  readonly description?: string;
  readonly evidence?: string;
}

/**
 * What happened on the board. `data` is hashed into the journal and stays for ever; `text` holds names and free text,
 * lives beside the journal and can be erased: the fold works without it.
 */
export type TaskEvent =
  | {
      readonly type: 'TaskCreated';
      readonly data: {
        readonly task: number;
        readonly campaign: number;
        readonly agency: number;
        readonly visibility: Visibility;
        readonly status: 'DRAFT' | 'ASSIGNED';
        readonly unit: Unit;
        readonly segment: Segment | null;
        readonly area: string | null;
        readonly target: number;
        readonly start: IsoDate | null;
        readonly due: IsoDate;
      };
      readonly text: { readonly title: string; readonly description: string; readonly evidence: string } | null;
    }
  | {
      readonly type: 'TaskEdited';
      readonly data: {
        readonly task: number;
        readonly fields: readonly EditableField[];
        readonly changes: TaskChanges;
      };
      readonly text: TaskTexts | null;
    }
  | {
      readonly type: 'TaskMoved';
      readonly data: {
        readonly task: number;
        readonly deed: string;
        readonly from: TaskStatus;
        readonly to: TaskStatus;
        /** Open blockers that end with the task, where it is cancelled: nobody waits for work that is not done. */
        readonly lifts?: readonly number[];
      };
      readonly text: { readonly reason: string } | null;
    }
  | {
      /** Part or all of a task's target goes to another agency as a new task; the sum of the targets stays. */
      readonly type: 'TaskReassigned';
      readonly data: {
        readonly task: number;
        readonly newTask: number;
        readonly agency: number;
        readonly amount: number;
        readonly due: IsoDate;
        /** Open blockers that end with the task, where all of it is handed over. */
        readonly lifts?: readonly number[];
      };
      readonly text: { readonly reason: string } | null;
    }
  | {
      readonly type: 'ProgressReported';
      readonly data: {
        readonly task: number;
        readonly entry: string;
        readonly delta: number;
        readonly reached: number;
        readonly rejected: number;
        readonly on: IsoDate;
        /** Counted from the cases that the task is about, not reported by its agency. */
        readonly from?: 'CASES';
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'ProgressCorrected';
      readonly data: {
        readonly task: number;
        readonly entry: string;
        readonly corrects: string;
        readonly delta: number;
        readonly reached: number;
        readonly rejected: number;
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'ProgressVerified';
      readonly data: {
        readonly task: number;
        readonly asOf: IsoDate;
        readonly source: VerificationSource;
        readonly entries: readonly VerifiedEntry[];
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'BlockerRaised';
      readonly data: {
        readonly blocker: number;
        readonly task: number;
        readonly code: BlockerCode;
        readonly waiting: number;
        readonly lifter: number;
        readonly wantedBy: IsoDate | null;
      };
      readonly text: { readonly text: string } | null;
    }
  | {
      readonly type: 'BlockerLifted';
      readonly data: { readonly blocker: number; readonly task: number };
      readonly text: { readonly note: string } | null;
    }
  | {
      /** A file was put to the task; `hash` is the SHA-256 of the stored bytes. */
      readonly type: 'EvidenceAttached';
      readonly data: {
        readonly task: number;
        readonly hash: string;
        readonly kind: EvidenceKind;
        readonly bytes: number;
        readonly letterDate: IsoDate | null;
        readonly receivedOn: IsoDate | null;
      };
      readonly text: { readonly name: string; readonly letterNumber: string; readonly note: string } | null;
    }
  | {
      /** How many of the missing people an agency has to bring, on one line of the campaign. */
      readonly type: 'AllocationSet';
      readonly data: {
        readonly campaign: number;
        readonly measure: Measure;
        readonly agency: number;
        readonly people: number;
      };
      readonly text: null;
    }
  | {
      readonly type: 'CutRecorded';
      readonly data: {
        readonly asOf: IsoDate;
        readonly population: number;
        readonly populationVersion: string;
        readonly registered: number;
        readonly active: number;
        readonly source: string;
        readonly example: boolean;
        /** With a file: its hash and how many figures of it were taken. A cut typed by hand has neither. */
        readonly file?: string;
        readonly cells?: number;
      };
      readonly text: null;
    };

/** Everything that stands in the journal of a region. */
export type BoardEvent = TaskEvent | ComplianceEvent | CoverageEvent | NoticeEvent;

export type BoardEventType = BoardEvent['type'];
export type EventOf<T extends BoardEventType> = Extract<BoardEvent, { type: T }>;

/** An event as the journal tells it: numbered, timed, by whom. People and agencies by their small numbers. */
export interface Happening {
  readonly seq: number;
  readonly at: IsoInstant;
  readonly by: { readonly person: number | null; readonly agency: number | null };
  readonly event: BoardEvent;
}

/** Names of the private fields of each event; everything else is hashed. */
export const PRIVATE_FIELDS: Readonly<Record<BoardEventType, readonly string[]>> = {
  TaskCreated: ['title', 'description', 'evidence'],
  TaskEdited: ['title', 'description', 'evidence'],
  TaskMoved: ['reason'],
  TaskReassigned: ['reason'],
  ProgressReported: ['note'],
  ProgressCorrected: ['note'],
  ProgressVerified: ['note'],
  BlockerRaised: ['text'],
  BlockerLifted: ['note'],
  EvidenceAttached: ['name', 'letterNumber', 'note'],
  AllocationSet: [],
  CutRecorded: [],
  ...COMPLIANCE_PRIVATE_FIELDS,
  ...COVERAGE_PRIVATE_FIELDS,
  ...NOTICE_PRIVATE_FIELDS,
};
