import type { IsoDate } from '../calendar/wib';
import type { StepClock } from './case';
import type { CloseReason, ComplianceProof, EmployerSource, ReopenReason, Sector, Step, Violation } from './codes';
import type { EmployerTexts } from './employer';
import type { LadderSetting } from './ladder-setting';

/** A clock as it is written down: `state` follows from later events. */
export type ClockFacts = Omit<StepClock, 'state'>;

export interface StepFacts {
  readonly case: number;
  readonly entry: string;
  readonly step: Step;
  readonly on: IsoDate;
  readonly sentOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  readonly deemed: boolean;
  readonly promisedOn: IsoDate | null;
  readonly amount: number | null;
  readonly workers: number | null;
  readonly instalments: number | null;
  readonly attended: boolean | null;
  readonly services: readonly string[];
  readonly document: string | null;
  readonly sendingProof: string | null;
  readonly receiptProof: string | null;
  readonly onDocument: boolean;
  readonly clock: ClockFacts | null;
}

/**
 * What happens to employers and their cases. `data` is hashed and stays; `text` (names, numbers of letters, notes) can be
 * erased. The audience of all of them is EMPLOYERS_AUDIENCE.
 */
export type ComplianceEvent =
  | {
      readonly type: 'EmployerRecorded';
      readonly data: {
        readonly employer: number;
        readonly district: string | null;
        readonly village: string | null;
        readonly sector: Sector | null;
        readonly estimated: number;
        readonly registered: number;
        readonly source: EmployerSource;
      };
      readonly text: EmployerTexts | null;
    }
  | {
      readonly type: 'EmployerChanged';
      readonly data: {
        readonly employer: number;
        readonly fields: readonly string[];
        readonly district?: string | null;
        readonly village?: string | null;
        readonly sector?: Sector | null;
        readonly estimated?: number;
        readonly registered?: number;
      };
      readonly text: Partial<EmployerTexts> | null;
    }
  | {
      /** Two entries were found to be one employer, by a person. */
      readonly type: 'EmployersMerged';
      readonly data: { readonly employer: number; readonly into: number };
      readonly text: null;
    }
  | {
      /** Two entries look alike and are two employers, as a person found: they are not proposed again. */
      readonly type: 'EmployersKeptApart';
      readonly data: { readonly employer: number; readonly other: number };
      readonly text: null;
    }
  | {
      /** One entry for a whole file: its rows stand in the tables of the import. */
      readonly type: 'EmployersImported';
      readonly data: {
        readonly import: number;
        readonly source: EmployerSource;
        /** SHA-256 of the file. */
        readonly file: string;
        readonly rows: number;
        readonly created: number;
        readonly updated: number;
        readonly unchanged: number;
        /** Cases opened for employers of BPJS's list. */
        readonly cases: number;
      };
      readonly text: { readonly name: string } | null;
    }
  | {
      readonly type: 'CaseOpened';
      readonly data: {
        readonly case: number;
        readonly employer: number;
        readonly on: IsoDate;
        readonly source: EmployerSource;
        readonly violations: readonly Violation[];
        readonly workersMissing: number;
        /** UUID of the step IDENTIFIED, which an opened case has. */
        readonly entry: string;
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'ViolationsChanged';
      readonly data: {
        readonly case: number;
        readonly on: IsoDate;
        readonly added: readonly Violation[];
        readonly ended: readonly Violation[];
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'StepTaken';
      readonly data: StepFacts;
      readonly text: { readonly number: string; readonly signatory: string; readonly note: string } | null;
    }
  | {
      /** When a document of a step was sent and received, and the clock that starts with it. */
      readonly type: 'ReceiptRecorded';
      readonly data: {
        readonly case: number;
        readonly entry: string;
        readonly sentOn: IsoDate | null;
        readonly receivedOn: IsoDate | null;
        readonly deemed: boolean;
        readonly sendingProof: string | null;
        readonly receiptProof: string | null;
        readonly clock: ClockFacts | null;
      };
      readonly text: null;
    }
  | {
      /** The signed scan is there, with the number and the signatory that the registry gave: the record is frozen. */
      readonly type: 'StepFrozen';
      readonly data: {
        readonly case: number;
        readonly entry: string;
        readonly on: IsoDate;
        readonly signedScan: string;
      };
      readonly text: { readonly number: string; readonly signatory: string } | null;
    }
  | {
      /** Whether the employer came to a summons. */
      readonly type: 'AttendanceRecorded';
      readonly data: { readonly case: number; readonly entry: string; readonly attended: boolean };
      readonly text: { readonly note: string } | null;
    }
  | {
      /** A clock ran out. Nothing legal happens by itself: the next steps are proposed. */
      readonly type: 'DeadlineFired';
      readonly data: {
        readonly case: number;
        readonly entry: string;
        readonly step: Step;
        readonly ended: IsoDate;
        readonly proposes: readonly Step[];
      };
      readonly text: null;
    }
  | {
      /** A decree was loaded or amended and a person accepted what it does to the running clocks. */
      readonly type: 'DeadlinesMoved';
      readonly data: {
        readonly year: number;
        readonly basis: string;
        readonly moves: readonly {
          readonly case: number;
          readonly entry: string;
          readonly from: IsoDate | null;
          readonly to: IsoDate | null;
          /** With `to` null: the year whose decree is missing. */
          readonly missingYear?: number;
        }[];
      };
      readonly text: null;
    }
  | {
      readonly type: 'CaseVerified';
      readonly data: {
        readonly case: number;
        readonly on: IsoDate;
        readonly proof: ComplianceProof;
        /** Workers registered because of this case; with a payment, 0. */
        readonly workers: number;
        /** Rupiah paid; null for a registration. */
        readonly amount: number | null;
        readonly ended: readonly Violation[];
        /** Workers still missing afterwards; above 0 the case stays open. */
        readonly workersMissing: number;
        readonly document: string;
      };
      readonly text: { readonly number: string; readonly note: string } | null;
    }
  | {
      readonly type: 'CaseClosed';
      readonly data: {
        readonly case: number;
        readonly on: IsoDate;
        readonly reason: CloseReason;
        readonly document: string;
      };
      readonly text: { readonly number: string; readonly note: string } | null;
    }
  | {
      readonly type: 'CaseReopened';
      readonly data: {
        readonly case: number;
        readonly on: IsoDate;
        readonly reason: ReopenReason;
        readonly violations: readonly Violation[];
        readonly workersMissing: number;
        /** UUID of the step IDENTIFIED with which the case begins again. */
        readonly entry: string;
      };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'HandoverProposed';
      readonly data: { readonly handover: number; readonly cases: readonly number[] };
      readonly text: { readonly note: string } | null;
    }
  | {
      readonly type: 'HandoverWithdrawn';
      readonly data: { readonly handover: number; readonly cases: readonly number[] };
      readonly text: { readonly note: string } | null;
    }
  | {
      /** The SKK is on record: every case of it enters SKK, and its dossiers are made. */
      readonly type: 'HandoverConfirmed';
      readonly data: {
        readonly handover: number;
        readonly cases: readonly { readonly case: number; readonly entry: string }[];
        readonly on: IsoDate;
        readonly term: IsoDate | null;
        readonly document: string | null;
      };
      readonly text: { readonly number: string; readonly signatory: string } | null;
    }
  | {
      readonly type: 'DossierSealed';
      readonly data: {
        readonly handover: number;
        readonly case: number;
        /** SHA-256 of the signed manifest. */
        readonly manifest: string;
        readonly files: number;
      };
      readonly text: null;
    }
  | {
      readonly type: 'DossierRead';
      readonly data: { readonly handover: number; readonly case: number; readonly what: 'OPENED' | 'DOWNLOADED' };
      readonly text: null;
    }
  | {
      readonly type: 'CounterChecked';
      readonly data: { readonly case: number | null; readonly answer: 'BLOCKED' | 'NOT_BLOCKED' | 'LIFTED' };
      readonly text: null;
    }
  | {
      /** Which cases a task is about; its progress counts employers and workers from them. */
      readonly type: 'CasesLinked';
      readonly data: { readonly task: number; readonly added: readonly number[]; readonly removed: readonly number[] };
      readonly text: null;
    }
  | {
      /** A setting of the ladder holds from a day on. */
      readonly type: 'LadderSettingChanged';
      readonly data: LadderSetting;
      readonly text: null;
    };

export type ComplianceEventType = ComplianceEvent['type'];
export type ComplianceEventOf<T extends ComplianceEventType> = Extract<ComplianceEvent, { type: T }>;

/** Names of the private fields of each event; everything else is hashed. */
export const COMPLIANCE_PRIVATE_FIELDS: Readonly<Record<ComplianceEventType, readonly string[]>> = {
  EmployerRecorded: ['name', 'nib', 'npwp', 'npp', 'address', 'contact'],
  EmployerChanged: ['name', 'nib', 'npwp', 'npp', 'address', 'contact'],
  EmployersMerged: [],
  EmployersKeptApart: [],
  EmployersImported: ['name'],
  CaseOpened: ['note'],
  ViolationsChanged: ['note'],
  StepTaken: ['number', 'signatory', 'note'],
  ReceiptRecorded: [],
  StepFrozen: ['number', 'signatory'],
  AttendanceRecorded: ['note'],
  DeadlineFired: [],
  DeadlinesMoved: [],
  CaseVerified: ['number', 'note'],
  CaseClosed: ['number', 'note'],
  CaseReopened: ['note'],
  HandoverProposed: ['note'],
  HandoverWithdrawn: ['note'],
  HandoverConfirmed: ['number', 'signatory'],
  DossierSealed: [],
  DossierRead: [],
  CounterChecked: [],
  CasesLinked: [],
  LadderSettingChanged: [],
};
