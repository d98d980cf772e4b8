import { ESCALATION_RUNGS, MAIL_MODES, NOTICE_KINDS } from '@papan/domain';
import * as z from 'zod';
import { DateText, Instant, SmallId, Whole } from './scalars';

// ── Said upward ──

/** POST /api/regions/:region/notices/read: these, or all up to and including one. */
export const ReadNotices = z.union([
  z.strictObject({ through: z.number().int().min(0) }),
  z.strictObject({ ids: z.array(z.number().int().positive()).min(1).max(500) }),
]);
export type ReadNotices = z.infer<typeof ReadNotices>;

/** Time on the wall clock in WIB, `07:30`; whether it is one is the domain's to say. */
const WallTimeText = z.string().max(10);

/** PUT /api/regions/:region/notices/choice: how one wants to be told. */
export const ChooseNotices = z.strictObject({
  mail: z.enum(MAIL_MODES),
  language: z.enum(['id', 'en']),
  quietFrom: WallTimeText,
  quietUntil: WallTimeText,
});
export type ChooseNotices = z.infer<typeof ChooseNotices>;

/** POST /api/regions/:region/escalation: a rule that holds from a day on. One delay for each rung, in working days. */
export const SetEscalation = z.strictObject({
  from: DateText,
  delays: z.array(Whole).length(ESCALATION_RUNGS.length),
  opens: WallTimeText,
  closes: WallTimeText,
});
export type SetEscalation = z.infer<typeof SetEscalation>;

// ── Said downward ──

/** A notice as its reader gets it: codes, labels, numbers and dates; the sentence is made where it is read. */
export const NoticeView = z.object({
  id: z.number().int(),
  kind: z.enum(NOTICE_KINDS),
  task: SmallId.nullable(),
  case: SmallId.nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  at: Instant,
  read: z.boolean(),
});
export type NoticeView = z.infer<typeof NoticeView>;

/** GET /api/regions/:region/notices?after=N: one's own after N, newest first, at most 100; without N the newest. */
export const NoticeList = z.object({
  unread: z.number().int(),
  /** The newest of all, also where none is shown; 0 where there is none. */
  newest: z.number().int(),
  notices: z.array(NoticeView),
});
export type NoticeList = z.infer<typeof NoticeList>;

/** GET /api/regions/:region/notices/choice */
export const NoticeChoiceView = z.object({
  mail: z.enum(MAIL_MODES),
  language: z.enum(['id', 'en']),
  quietFrom: z.string(),
  quietUntil: z.string(),
  /** Whether this installation sends mail at all, and whether there is an address to send it to. */
  mailIsOn: z.boolean(),
  address: z.string().nullable(),
});
export type NoticeChoiceView = z.infer<typeof NoticeChoiceView>;

export const EscalationRuleView = z.object({
  from: DateText,
  delays: z.array(z.number().int()).readonly(),
  opens: z.string(),
  closes: z.string(),
});
export type EscalationRuleView = z.infer<typeof EscalationRuleView>;

/** GET /api/regions/:region/escalation: the rule of today, all that were set (the latest first), and how mail stands. */
export const EscalationView = z.object({
  today: EscalationRuleView,
  set: z.array(EscalationRuleView),
  mail: z.object({
    isOn: z.boolean(),
    waiting: z.number().int(),
    sent: z.number().int(),
    givenUp: z.number().int(),
    /** The latest that were given up: for whom, after how many tries, and the code of the refusal. */
    failures: z.array(
      z.object({ person: SmallId, tries: z.number().int(), error: z.string().nullable(), at: Instant }),
    ),
  }),
});
export type EscalationView = z.infer<typeof EscalationView>;

/** GET /api/demo/mails: what the demo's catcher has caught, the newest first. Only in a demo. */
export const DemoMail = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  messageId: z.string(),
  at: Instant,
});
export type DemoMail = z.infer<typeof DemoMail>;
