import { AGENCY_KINDS, BLOCKER_CODES, DEED_NAMES, SEGMENTS, TASK_STATUSES, UNITS, VISIBILITIES } from '@papan/domain';
import type { Happening, Task } from '@papan/domain';
import * as z from 'zod';
import type { CounterAnswer } from './compliance';
import { DateText, FreeText, Instant, PlainText, SmallId, Uuid, Whole } from './scalars';

// ── Said upward. Every write carries the header `Idempotency-Key: <uuid>`; unknown fields are refused. ──

/** POST /api/regions/:region/tasks */
export const CreateTask = z.strictObject({
  campaign: SmallId,
  agency: SmallId,
  title: FreeText,
  description: FreeText.default(''),
  evidence: FreeText.default(''),
  unit: z.enum(UNITS),
  segment: z.enum(SEGMENTS).nullable().default(null),
  area: PlainText.max(20).nullable().default(null),
  target: Whole,
  start: DateText.nullable().default(null),
  due: DateText,
  visibility: z.enum(VISIBILITIES).default('campaign'),
  draft: z.boolean().default(false),
});
export type CreateTask = z.infer<typeof CreateTask>;

/** PATCH /api/regions/:region/tasks/:task with `If-Match: "<version seen>"`; only the fields that were edited. */
export const EditTask = z
  .strictObject({
    title: FreeText,
    description: FreeText,
    evidence: FreeText,
    unit: z.enum(UNITS),
    segment: z.enum(SEGMENTS).nullable(),
    area: PlainText.max(20).nullable(),
    target: Whole,
    start: DateText.nullable(),
    due: DateText,
  })
  .partial();
export type EditTask = z.infer<typeof EditTask>;

/** POST /api/regions/:region/tasks/:task/deeds: accept, begin, submit, withdraw, close, return, reopen, cancel, assign. */
export const DoDeed = z.strictObject({ deed: z.enum(DEED_NAMES), reason: FreeText.default('') });
export type DoDeed = z.infer<typeof DoDeed>;

/** POST /api/regions/:region/tasks/:task/reports */
export const ReportProgress = z.strictObject({
  entry: Uuid,
  delta: Whole,
  reached: Whole.default(0),
  rejected: Whole.default(0),
  /** Day of the work; left out, it is today in WIB. */
  on: DateText.optional(),
  note: FreeText.default(''),
});
export type ReportProgress = z.infer<typeof ReportProgress>;

/** POST /api/regions/:region/tasks/:task/corrections */
export const CorrectProgress = z.strictObject({
  entry: Uuid,
  corrects: Uuid,
  delta: Whole,
  reached: Whole.default(0),
  rejected: Whole.default(0),
  note: FreeText,
});
export type CorrectProgress = z.infer<typeof CorrectProgress>;

export const VerificationSource = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('BPJS') }),
  z.strictObject({ kind: z.literal('BPJS_FILE'), number: FreeText, date: DateText, hash: PlainText.max(64) }),
]);

/** POST /api/regions/:region/tasks/:task/verifications */
export const VerifyProgress = z.strictObject({
  asOf: DateText,
  source: VerificationSource,
  entries: z
    .array(
      z.strictObject({
        entry: Uuid,
        measure: z.enum(['registered', 'active']),
        delta: Whole,
        corrects: Uuid.nullable().default(null),
      }),
    )
    .max(20),
  note: FreeText.default(''),
});
export type VerifyProgress = z.infer<typeof VerifyProgress>;

/** POST /api/regions/:region/tasks/:task/reassignments */
export const ReassignTask = z.strictObject({ agency: SmallId, amount: Whole, due: DateText, reason: FreeText });
export type ReassignTask = z.infer<typeof ReassignTask>;

/** POST /api/regions/:region/tasks/:task/blockers */
export const RaiseBlocker = z.strictObject({
  code: z.enum(BLOCKER_CODES),
  text: FreeText,
  lifter: SmallId,
  wantedBy: DateText.nullable().default(null),
});
export type RaiseBlocker = z.infer<typeof RaiseBlocker>;

/** POST /api/regions/:region/blockers/:blocker/lift */
export const LiftBlocker = z.strictObject({ note: FreeText.default('') });
export type LiftBlocker = z.infer<typeof LiftBlocker>;

/** PUT /api/regions/:region/campaigns/:campaign/allocations/:measure/:agency */
export const SetAllocation = z.strictObject({ people: Whole });
export type SetAllocation = z.infer<typeof SetAllocation>;

// ── Said downward ──

/** The answer to every accepted write: the journal number under which it stands, and the ids that it made. */
export const Accepted = z.object({
  seq: z.number().int(),
  task: SmallId.optional(),
  newTask: SmallId.optional(),
  blocker: SmallId.optional(),
  employer: SmallId.optional(),
  case: SmallId.optional(),
  handover: SmallId.optional(),
  import: SmallId.optional(),
  /** What was said at the counter, so that the same question sent again gets the same answer. */
  counter: z.custom<CounterAnswer>().optional(),
  version: z.number().int().optional(),
});
export type Accepted = z.infer<typeof Accepted>;

/** GET /api/regions/:region/tasks/:task: what the drawer shows beyond the card. */
export const TaskDetail = z.object({
  task: z.custom<Task>(),
  /** What happened to the task, oldest first, in the form of the journal: the newest thousand. */
  history: z.array(z.custom<Happening>()),
  /** How much happened before that. */
  earlier: z.number().int(),
  through: z.number().int(),
});
export type TaskDetail = z.infer<typeof TaskDetail>;

/** Part of a 409: both values of the fields that two people changed. */
export const FieldConflictView = z.object({
  field: z.string(),
  theirs: z.union([z.string(), z.number(), z.null()]),
  yours: z.union([z.string(), z.number(), z.null()]),
  by: SmallId.nullable(),
  at: Instant.nullable(),
});
export type FieldConflictView = z.infer<typeof FieldConflictView>;

export const TaskStatusName = z.enum(TASK_STATUSES);
export const AgencyKindName = z.enum(AGENCY_KINDS);
