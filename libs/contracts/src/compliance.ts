import {
  CLOSE_REASONS,
  COMPLIANCE_PROOFS,
  EMPLOYER_SOURCES,
  REOPEN_REASONS,
  SECTORS,
  STEPS,
  VIOLATIONS,
} from '@papan/domain';
import type { Case, CaseSummary, Employer, Happening, IsoDate, LadderSetting, Step } from '@papan/domain';
import * as z from 'zod';
import { DateText, FreeText, Instant, PlainText, SmallId, Uuid, Whole } from './scalars';

/** SHA-256 in hex: names an evidence file. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

// ── Said upward. Every write carries `Idempotency-Key`; unknown fields are refused. ──

/** POST /api/regions/:region/employers */
export const RecordEmployer = z.strictObject({
  name: FreeText,
  nib: PlainText.max(20).nullable().default(null),
  npwp: PlainText.max(25).nullable().default(null),
  npp: PlainText.max(30).nullable().default(null),
  address: FreeText.default(''),
  contact: FreeText.default(''),
  district: PlainText.max(20).nullable().default(null),
  village: PlainText.max(20).nullable().default(null),
  sector: z.enum(SECTORS).nullable().default(null),
  estimated: Whole.default(0),
  registered: Whole.default(0),
  source: z.enum(EMPLOYER_SOURCES).default('MANUAL'),
});
export type RecordEmployer = z.infer<typeof RecordEmployer>;

/** PATCH /api/regions/:region/employers/:employer with `If-Match`; only the fields that were edited. */
export const EditEmployer = z
  .strictObject({
    name: FreeText,
    nib: PlainText.max(20).nullable(),
    npwp: PlainText.max(25).nullable(),
    npp: PlainText.max(30).nullable(),
    address: FreeText,
    contact: FreeText,
    district: PlainText.max(20).nullable(),
    village: PlainText.max(20).nullable(),
    sector: z.enum(SECTORS).nullable(),
    estimated: Whole,
    registered: Whole,
  })
  .partial();
export type EditEmployer = z.infer<typeof EditEmployer>;

/** POST /api/regions/:region/employers/:employer/merge: this one is a double of `into`. */
export const MergeEmployer = z.strictObject({ into: SmallId });
export type MergeEmployer = z.infer<typeof MergeEmployer>;

/** POST /api/regions/:region/cases */
export const OpenCase = z.strictObject({
  employer: SmallId,
  entry: Uuid,
  source: z.enum(EMPLOYER_SOURCES).default('MANUAL'),
  violations: z.array(z.enum(VIOLATIONS)).min(1).max(4),
  workersMissing: Whole,
  on: DateText.optional(),
  note: FreeText.default(''),
});
export type OpenCase = z.infer<typeof OpenCase>;

/** PUT /api/regions/:region/cases/:case/violations: those that stand now. */
export const SetViolations = z.strictObject({
  violations: z.array(z.enum(VIOLATIONS)).min(1).max(4),
  on: DateText.optional(),
  note: FreeText.default(''),
});
export type SetViolations = z.infer<typeof SetViolations>;

/** POST /api/regions/:region/cases/:case/steps. Which fields a step asks for stands in the ladder. */
export const TakeStep = z.strictObject({
  entry: Uuid,
  step: z.enum(STEPS),
  on: DateText,
  number: FreeText.default(''),
  signatory: FreeText.default(''),
  note: FreeText.default(''),
  sentOn: DateText.nullable().default(null),
  receivedOn: DateText.nullable().default(null),
  promisedOn: DateText.nullable().default(null),
  amount: Whole.nullable().default(null),
  workers: Whole.nullable().default(null),
  instalments: Whole.nullable().default(null),
  services: z.array(PlainText.max(40)).max(20).default([]),
  document: Sha256.nullable().default(null),
  sendingProof: Sha256.nullable().default(null),
  receiptProof: Sha256.nullable().default(null),
});
export type TakeStep = z.infer<typeof TakeStep>;

/** POST /api/regions/:region/cases/steps: the same himbauan for a selection; each case gets its own answer. */
export const TakeStepForMany = z.strictObject({
  cases: z
    .array(z.strictObject({ case: SmallId, entry: Uuid, command: Uuid }))
    .min(1)
    .max(500),
  step: z.literal('HIMBAUAN'),
  on: DateText,
  number: FreeText.default(''),
  signatory: FreeText.default(''),
  note: FreeText.default(''),
});
export type TakeStepForMany = z.infer<typeof TakeStepForMany>;

/** POST /api/regions/:region/cases/:case/steps/:entry/receipt */
export const RecordReceipt = z.strictObject({
  sentOn: DateText.nullable().default(null),
  receivedOn: DateText.nullable().default(null),
  sendingProof: Sha256.nullable().default(null),
  receiptProof: Sha256.nullable().default(null),
});
export type RecordReceipt = z.infer<typeof RecordReceipt>;

/** POST /api/regions/:region/cases/:case/steps/:entry/freeze: the signed scan with the registry's number. */
export const FreezeStep = z.strictObject({ signedScan: Sha256, number: FreeText, signatory: FreeText, on: DateText });
export type FreezeStep = z.infer<typeof FreezeStep>;

/** POST /api/regions/:region/cases/:case/steps/:entry/attendance */
export const RecordAttendance = z.strictObject({ attended: z.boolean(), note: FreeText.default('') });
export type RecordAttendance = z.infer<typeof RecordAttendance>;

/** POST /api/regions/:region/cases/:case/verification: BPJS only. */
export const VerifyCase = z.strictObject({
  on: DateText,
  proof: z.enum(COMPLIANCE_PROOFS),
  workers: Whole.default(0),
  amount: Whole.nullable().default(null),
  ended: z.array(z.enum(VIOLATIONS)).max(4),
  workersMissing: Whole,
  document: Sha256,
  number: FreeText,
  note: FreeText.default(''),
});
export type VerifyCase = z.infer<typeof VerifyCase>;

/** POST /api/regions/:region/cases/:case/closing */
export const CloseCase = z.strictObject({
  on: DateText,
  reason: z.enum(CLOSE_REASONS),
  document: Sha256,
  number: FreeText,
  note: FreeText.default(''),
});
export type CloseCase = z.infer<typeof CloseCase>;

/** POST /api/regions/:region/cases/:case/reopening */
export const ReopenCase = z.strictObject({
  entry: Uuid,
  on: DateText,
  reason: z.enum(REOPEN_REASONS),
  violations: z.array(z.enum(VIOLATIONS)).min(1).max(4),
  workersMissing: Whole,
  note: FreeText.default(''),
});
export type ReopenCase = z.infer<typeof ReopenCase>;

/** POST /api/regions/:region/handovers */
export const ProposeHandover = z.strictObject({ cases: z.array(SmallId).min(1).max(500), note: FreeText.default('') });
export type ProposeHandover = z.infer<typeof ProposeHandover>;

/** POST /api/regions/:region/handovers/:handover/confirmation: by another person than the one who proposed it. */
export const ConfirmHandover = z.strictObject({
  number: FreeText,
  signatory: FreeText,
  on: DateText,
  term: DateText.nullable().default(null),
  document: Sha256.nullable().default(null),
});
export type ConfirmHandover = z.infer<typeof ConfirmHandover>;

/** POST /api/regions/:region/handovers/:handover/withdrawal */
export const WithdrawHandover = z.strictObject({ note: FreeText });
export type WithdrawHandover = z.infer<typeof WithdrawHandover>;

/** POST /api/regions/:region/counter: NIB in, and nothing else. */
export const CheckAtCounter = z.strictObject({ nib: PlainText.min(1).max(20) });
export type CheckAtCounter = z.infer<typeof CheckAtCounter>;

/** POST /api/regions/:region/ladder/changes: accepts what a decree does to running clocks; `through` is the cursor seen. */
export const AcceptDeadlines = z.strictObject({ year: z.number().int().min(2000).max(2100) });
export type AcceptDeadlines = z.infer<typeof AcceptDeadlines>;

/** How long a step waits before the next may follow. */
export const ClockRuleBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('WORKING_DAYS'), days: Whole }),
  z.strictObject({ kind: z.literal('CALENDAR_DAYS'), days: Whole }),
  z.strictObject({ kind: z.literal('CALENDAR_DAYS_AFTER_PREVIOUS'), days: Whole }),
  z.strictObject({ kind: z.literal('DATE_IN_DOCUMENT') }),
]);

/**
 * PUT /api/regions/:region/ladder/settings: from a day on, a step waits so long (null: it has no clock), or a hand-over needs
 * so many proven appeals and inspections.
 */
export const SetLadder = z.discriminatedUnion('step', [
  z.strictObject({
    from: DateText,
    step: z.enum([...STEPS, 'DEEMED_RECEIPT']),
    clock: ClockRuleBody.nullable(),
  }),
  z.strictObject({
    from: DateText,
    step: z.literal('HANDOVER'),
    clock: z.null(),
    needs: z.strictObject({ appeals: Whole, inspections: Whole }),
  }),
]);
export type SetLadder = z.infer<typeof SetLadder>;

/** PUT /api/regions/:region/tasks/:task/cases: the cases that a task is about. */
export const LinkCases = z.strictObject({ cases: z.array(SmallId).max(2_000) });
export type LinkCases = z.infer<typeof LinkCases>;

// ── Said downward ──

/** One row of the list: the case's summary and what is shown of its employer. */
export interface CaseRow extends CaseSummary {
  readonly name: string;
  readonly nib: string | null;
  readonly district: string | null;
  /** Tasks that this case belongs to. */
  readonly tasks: readonly number[];
}

/** GET /api/regions/:region/cases: all of them, packed by column; `?ids=1,2,3` for those that have changed. */
export interface CaseList {
  readonly through: number;
  readonly epoch: number;
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly unknown[]>>;
}

/** What may be done on a case now, by this reader, each "no" with its words: the board shows it beside the button. */
export interface StepOffer {
  readonly step: Step | 'PATUH' | 'TUTUP';
  /** Null where it may be done. */
  readonly refusal: {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number>>;
    readonly rule: string;
  } | null;
}

/** GET /api/regions/:region/cases/:case */
export interface CaseDetail {
  readonly case: Case;
  readonly employer: Employer;
  readonly offers: readonly StepOffer[];
  readonly history: readonly Happening[];
  readonly tasks: readonly number[];
  /** Openings and downloads by the prosecutor, newest first. */
  readonly readings: readonly {
    readonly at: string;
    readonly person: number | null;
    readonly what: 'OPENED' | 'DOWNLOADED';
  }[];
  readonly through: number;
}

export const CounterAnswer = z.object({
  answer: z.enum(['BLOCKED', 'NOT_BLOCKED', 'LIFTED']),
  case: SmallId.nullable(),
  liftedOn: DateText.nullable(),
});
export type CounterAnswer = z.infer<typeof CounterAnswer>;

/**
 * What keeps a dossier from being made. FILE: one of its papers is not there or is not what it was; PRESS: the maker of PDFs
 * does not work; SPACE: the disk is full; OTHER: anything else. It is tried again by itself.
 */
export const DOSSIER_TROUBLES = ['FILE', 'PRESS', 'SPACE', 'OTHER'] as const;
export type DossierTrouble = (typeof DOSSIER_TROUBLES)[number];

/** GET /api/regions/:region/handovers and …/handovers/:handover */
export const HandoverView = z.object({
  id: SmallId,
  state: z.enum(['PROPOSED', 'CONFIRMED', 'SEALED', 'WITHDRAWN']),
  proposedBy: SmallId,
  proposedAt: Instant,
  confirmedBy: SmallId.nullable(),
  confirmedAt: Instant.nullable(),
  number: z.string(),
  on: DateText.nullable(),
  cases: z.array(
    z.object({
      case: SmallId,
      employer: SmallId,
      name: z.string(),
      violations: z.array(z.enum(VIOLATIONS)),
      /** Null until the dossier is sealed. */
      manifest: z.string().nullable(),
      /** Why the last try did not make it; `file` is its name in the dossier. Null where nothing went wrong. */
      trouble: z.object({ code: z.enum(DOSSIER_TROUBLES), file: z.string().nullable() }).nullable(),
      sealedAt: Instant.nullable(),
      readAt: Instant.nullable(),
    }),
  ),
  /** Dossiers sealed so far. */
  sealed: z.number().int(),
  /** Of the key that signed them, SHA-256 in hex: what the verifier is to show; null until one is sealed. */
  fingerprint: z.string().nullable(),
});
export type HandoverView = z.infer<typeof HandoverView>;

/** GET /api/regions/:region/compliance: the summary on home. */
export const ComplianceSummary = z.object({
  open: z.number().int(),
  patuh: z.number().int(),
  tutup: z.number().int(),
  /** Cases that ever reached a step, and how many stand there now. */
  funnel: z.array(z.object({ step: z.enum(STEPS), reached: z.number().int(), standing: z.number().int() })),
  workersMissing: z.number().int(),
  workersWon: z.number().int(),
  /** Workers won, by the latest step before BPJS verified them. */
  wonByStep: z.array(z.object({ step: z.enum(STEPS), workers: z.number().int(), cases: z.number().int() })),
  oldest: z.array(z.object({ case: SmallId, name: z.string(), step: z.enum(STEPS), since: DateText })),
  next: z.array(z.object({ case: SmallId, name: z.string(), step: z.enum(STEPS), ends: DateText })),
});
export type ComplianceSummary = z.infer<typeof ComplianceSummary>;

/** GET /api/regions/:region/ladder/changes: what the loaded decrees would do to running clocks. */
export const DeadlineChange = z.object({
  case: SmallId,
  entry: Uuid,
  step: z.enum(STEPS),
  name: z.string(),
  from: DateText.nullable(),
  to: DateText.nullable(),
  missingYear: z.number().int().nullable(),
});
export type DeadlineChange = z.infer<typeof DeadlineChange>;

/** The prosecutor's list: GET /api/regions/:region/dossiers; the only thing of the product that he sees. */
export const DossierView = z.object({
  case: SmallId,
  handover: SmallId,
  name: z.string(),
  address: z.string(),
  violations: z.array(z.enum(VIOLATIONS)),
  workersMissing: z.number().int(),
  on: DateText,
  number: z.string(),
  manifest: z.string().nullable(),
  latest: z.enum(STEPS),
  status: z.enum(['OPEN', 'PATUH', 'TUTUP']),
  readAt: Instant.nullable(),
});
export type DossierView = z.infer<typeof DossierView>;

/** POST /api/regions/:region/cases/steps: one answer per case, in the order in which they were asked for. */
export interface ManySteps {
  readonly answers: readonly (
    | { readonly case: number; readonly seq: number; readonly version: number; readonly refusal: null }
    | { readonly case: number; readonly seq: null; readonly version: null; readonly refusal: RefusalView }
  )[];
}

/** A "no" as it travels inside an answer. */
export interface RefusalView {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly rule: string;
}

/** GET /api/regions/:region/tasks/:task/cases */
export interface TaskCases {
  readonly cases: readonly {
    readonly case: number;
    /** The task's progress has taken this case's appeal. */
    readonly appealed: boolean;
    /** Workers of this case that the task's progress has taken. */
    readonly workers: number;
  }[];
}

/** GET /api/regions/:region/ladder: what is data in the rules: the settings that ever held, newest first, and the decrees. */
export interface LadderView {
  readonly today: IsoDate;
  readonly settings: readonly (LadderSetting & {
    /** Null: shipped with the product. */
    readonly by: number | null;
  })[];
  readonly decrees: readonly { readonly year: number; readonly basis: string }[];
}

/** GET /api/regions/:region/ladder/changes?year=2027: what the loaded decree would do to running clocks. */
export interface DeadlineChanges {
  readonly year: number;
  /** Null: no decree of that year is loaded. */
  readonly basis: string | null;
  readonly changes: readonly DeadlineChange[];
}

/** GET /api/regions/:region/handovers/readiness?cases=1,2,3 */
export interface HandoverReadiness {
  readonly cases: readonly {
    readonly case: number;
    readonly name: string;
    readonly missing: readonly RefusalView[];
  }[];
}

/** GET /api/regions/:region/dossiers/:case: the case as it was handed over, and what the prosecutor did since. */
export interface DossierDetail {
  readonly handover: {
    readonly id: number;
    readonly number: string;
    readonly signatory: string;
    readonly on: IsoDate;
    readonly term: IsoDate | null;
  };
  readonly case: Case;
  readonly employer: Employer;
  readonly offers: readonly StepOffer[];
  /** Null until the dossier is sealed. */
  readonly sealed: {
    readonly manifest: string;
    /** Of the key that signed it, SHA-256 in hex: to be compared by another way than the dossier itself. */
    readonly fingerprint: string;
    readonly at: string;
    readonly bytes: number;
  } | null;
  readonly files: readonly {
    readonly hash: string;
    readonly name: string;
    readonly what: string;
  }[];
}

/** GET /api/regions/:region/templates */
export interface TemplateList {
  readonly templates: readonly {
    readonly kind: string;
    /** Null where the one shipped with the product is used. */
    readonly own: { readonly name: string; readonly at: string; readonly by: number } | null;
  }[];
}
