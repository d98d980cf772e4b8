import type { IsoDate, IsoInstant } from '../calendar/wib';
import type { HandoverNeeds } from './handover-needs';
import type { CaseStatus, Step, Track, Violation } from './codes';

/** How long a step waits before the next may follow: dated settings, never code. `days` from 1 to 366. */
export type ClockRule =
  /** Day 0 is the date received; working days under the yearly decrees. */
  | { readonly kind: 'WORKING_DAYS'; readonly days: number }
  /** Calendar days after the date received. */
  | { readonly kind: 'CALENDAR_DAYS'; readonly days: number }
  /** Calendar days after the end of the step before it on the track (PP 86/2013 art. 7). */
  | { readonly kind: 'CALENDAR_DAYS_AFTER_PREVIOUS'; readonly days: number }
  /** A date that stands in the document: a pledge, a summons, the term of an SKK. */
  | { readonly kind: 'DATE_IN_DOCUMENT' };

/**
 * The running, fired or stopped clock of one step. `ends` is the last day, until 24.00 WIB; null with `missingYear` where
 * the decree of that year is not loaded: no date is guessed.
 */
export interface StepClock {
  readonly rule: ClockRule;
  /** Day 0. */
  readonly from: IsoDate;
  readonly ends: IsoDate | null;
  readonly missingYear: number | null;
  readonly state: 'RUNNING' | 'FIRED' | 'STOPPED';
}

/** One step that was entered. It is never changed but by its receipt, its clock and its signed scan. */
export interface CaseStep {
  /** UUID made by the client. */
  readonly entry: string;
  /** 1, 2, 3 … within the case. */
  readonly nth: number;
  readonly step: Step;
  /** Date of the document, or of the act. */
  readonly on: IsoDate;
  /** Number of the document and who signed it; empty where the texts were erased or the step asks for none. */
  readonly number: string;
  readonly signatory: string;
  readonly note: string;
  readonly sentOn: IsoDate | null;
  readonly receivedOn: IsoDate | null;
  /** Received by the dated rule "n days after sending", not by a proof. */
  readonly deemed: boolean;
  /** A date in the document: the pledge of a visit, the day of a summons, the term of an SKK. */
  readonly promisedOn: IsoDate | null;
  /** Rupiah: the fine, the settlement, the dues found. */
  readonly amount: number | null;
  /** Workers found by an inspection, or pledged. */
  readonly workers: number | null;
  /** Instalments of a settlement. */
  readonly instalments: number | null;
  /** Whether the employer came to a summons; null while it is not known. */
  readonly attended: boolean | null;
  /** Public services that are refused (PP 86/2013 art. 9). */
  readonly services: readonly string[];
  /** SHA-256 of evidence files: the document, the proof of sending, the proof of receipt. */
  readonly document: string | null;
  readonly sendingProof: string | null;
  readonly receiptProof: string | null;
  /** The signed scan; with it the record is frozen. */
  readonly signedScan: string | null;
  /** Recorded by the lead on a document, for BPJS or the prosecutor. */
  readonly onDocument: boolean;
  readonly clock: StepClock | null;
  readonly by: { readonly person: number | null; readonly agency: number | null };
  readonly at: IsoInstant;
}

export interface CaseViolation {
  readonly violation: Violation;
  readonly since: IsoDate;
  readonly ended: IsoDate | null;
}

/** PROPOSED by one person, CONFIRMED by another, SEALED: the dossier is made and signed. */
export const HANDOVER_STATES = ['PROPOSED', 'CONFIRMED', 'SEALED'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** The case of one employer: what it is said to have done, and every step taken. Nothing of it is ever removed. */
export interface Case {
  readonly id: number;
  readonly employer: number;
  readonly openedOn: IsoDate;
  readonly status: CaseStatus;
  /** Since when the case is in this status. */
  readonly since: IsoDate;
  readonly violations: readonly CaseViolation[];
  readonly steps: readonly CaseStep[];
  /**
   * Steps from this number on decide what may follow. 1, until a new matter begins after an end: then what was done in the
   * old one is history, and the ladder begins anew (docs/domain.md#ladder).
   */
  readonly counts: number;
  /** Workers missing when the case was opened, or as an inspection or a verification last found them. */
  readonly workersMissing: number;
  /** Workers whom BPJS verified as registered because of this case. */
  readonly workersWon: number;
  /** How often it was opened again. */
  readonly reopened: number;
  readonly handover: { readonly id: number; readonly state: HandoverState } | null;
  readonly version: number;
}

/** What the list shows of a case. */
export interface CaseSummary {
  readonly id: number;
  readonly employer: number;
  readonly status: CaseStatus;
  readonly violations: readonly Violation[];
  readonly workersMissing: number;
  readonly workersWon: number;
  /** The latest step of every open track. */
  readonly tracks: Readonly<Partial<Record<Track, Step>>>;
  /** When the latest step of any track was entered. */
  readonly latestOn: IsoDate;
  /** The next date of any running clock, and the step that it belongs to. */
  readonly nextEnds: IsoDate | null;
  readonly nextStep: Step | null;
  /** A clock that has run out and waits for a person to act. */
  readonly fired: boolean;
  /** Last day of the earliest such clock; null where none waits. */
  readonly firedEnds: IsoDate | null;
  /** Steps that need a proof of receipt before their clock starts. */
  readonly awaitsReceipt: readonly Step[];
  readonly readyForHandover: boolean;
  readonly handover: HandoverState | null;
  readonly missingYear: number | null;
  readonly version: number;
}

/** What is kept of a case for the list: all but what depends on the rule of the day on which the list is read. */
export interface KeptSummary extends Omit<CaseSummary, 'readyForHandover'> {
  /** Proven appeals and inspections; null where the case has ended or is on its way to the prosecutor already. */
  readonly provenForHandover: HandoverNeeds | null;
}
