import { AGENCY_KINDS, CAPACITIES, DUTIES, ROLES, SESSION_KINDS } from '@papan/domain';
import * as z from 'zod';
import { DateText, Instant, PlainText, RegionCode, SmallId } from './scalars';

/** POST /api/session */
export const SignIn = z.strictObject({
  login: PlainText.min(1).max(120),
  password: PlainText.min(1).max(200),
  kind: z.enum(SESSION_KINDS).default('desk'),
});
export type SignIn = z.infer<typeof SignIn>;

/** POST /api/session/first-password: the password behind a one-time link, which ends with it. */
export const FirstPassword = z.strictObject({
  token: PlainText.min(1).max(200),
  password: PlainText.min(1).max(200),
});
export type FirstPassword = z.infer<typeof FirstPassword>;

/** One post of the signed-in person: where, for which agency, as what. */
export const MembershipView = z.object({
  region: RegionCode,
  regionName: z.string(),
  agency: SmallId,
  agencyName: z.string(),
  agencyShort: z.string(),
  agencyKind: z.enum(AGENCY_KINDS),
  duties: z.array(z.enum(DUTIES)),
  role: z.enum(ROLES),
  /** The person's number within the region; journal entries name people by it. */
  person: SmallId,
});
export type MembershipView = z.infer<typeof MembershipView>;

/** GET /api/session */
export const Me = z.object({
  name: z.string(),
  login: z.string(),
  session: z.enum(SESSION_KINDS),
  memberships: z.array(MembershipView),
  demo: z.boolean(),
  serverTime: Instant,
});
export type Me = z.infer<typeof Me>;

/** GET /api/session/all */
export const SessionView = z.object({
  id: z.string(),
  kind: z.enum(SESSION_KINDS),
  device: z.string(),
  createdAt: Instant,
  lastSeenAt: Instant,
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** GET /api/welcome, without sign-in: what the sign-in page may know. Accounts only in demo mode. */
export const Welcome = z.object({
  demo: z.boolean(),
  serverTime: Instant,
  insecure: z.boolean(),
  accounts: z.array(
    z.object({
      login: z.string(),
      password: z.string(),
      name: z.string(),
      role: z.enum(ROLES),
      agency: z.string(),
      region: z.string(),
    }),
  ),
});
export type Welcome = z.infer<typeof Welcome>;

export const AgencyView = z.object({
  id: SmallId,
  code: z.string(),
  name: z.string(),
  short: z.string(),
  prefix: z.string(),
  kind: z.enum(AGENCY_KINDS),
  role: z.string(),
  duties: z.array(z.enum(DUTIES)),
  head: z.object({ name: z.string(), capacity: z.enum(CAPACITIES), from: DateText }).nullable(),
});
export type AgencyView = z.infer<typeof AgencyView>;

export const PersonView = z.object({ id: SmallId, name: z.string(), agency: SmallId });
export type PersonView = z.infer<typeof PersonView>;

export const AreaView = z.object({ code: z.string(), name: z.string(), kind: z.enum(['DISTRICT', 'VILLAGE']) });
export type AreaView = z.infer<typeof AreaView>;

export const CampaignView = z.object({
  id: SmallId,
  title: z.string(),
  agreement: z.object({
    number: z.string(),
    parties: z.array(z.string()),
    date: DateText.nullable(),
    subject: z.string(),
  }),
  startsOn: DateText.nullable(),
  deadline: Instant,
  /** `from`: since when the line holds, where that is known. */
  lines: z.array(
    z.object({
      measure: z.enum(['registered', 'active']),
      percent: z.number(),
      from: DateText.nullable().optional(),
    }),
  ),
  open: z.boolean(),
  example: z.boolean(),
});
export type CampaignView = z.infer<typeof CampaignView>;

/** GET /api/regions/:region/decrees: one year's days off, for those who read no directory. */
export const DecreeView = z.object({
  year: z.number().int(),
  basis: z.string(),
  national: z.array(DateText),
  collectiveLeave: z.array(DateText),
});
export type DecreeView = z.infer<typeof DecreeView>;

/** GET /api/regions: one region in which the reader serves. */
export const RegionView = z.object({ code: RegionCode, name: z.string(), example: z.boolean() });
export type RegionView = z.infer<typeof RegionView>;

/** GET /api/regions/:region/directory: the names around the table; changes seldom. Areas without villages. */
export const Directory = z.object({
  region: RegionView,
  agencies: z.array(AgencyView),
  people: z.array(PersonView),
  areas: z.array(AreaView),
  campaigns: z.array(CampaignView),
  decrees: z.array(DecreeView),
});
export type Directory = z.infer<typeof Directory>;

/** GET /api/regions/:region/people, for administrators. */
export const AccountView = z.object({
  person: SmallId,
  name: z.string(),
  login: z.string(),
  role: z.enum(ROLES),
  agency: SmallId,
  sessions: z.number().int(),
  lastSeenAt: Instant.nullable(),
});
export type AccountView = z.infer<typeof AccountView>;
