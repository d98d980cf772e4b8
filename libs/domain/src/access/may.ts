import type { AgencyKind, Duty } from '../organisation/agency';
import { type Refusal, refuse } from '../refusal/refusal';
import type { Visibility } from '../tasks/task';

export const ROLES = [
  'admin',
  'lead',
  'operator',
  'head',
  'assistant',
  'bpjs-verifier',
  'bpjs-inspector',
  'bpjs-head',
  'prosecutor',
  'counter',
  'data-officer',
  'viewer',
  'auditor',
  'province',
] as const;
export type Role = (typeof ROLES)[number];

/** A desk session does all that the role may; a phone session reports and nothing else. */
export const SESSION_KINDS = ['desk', 'phone'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Who asks: a person in a membership (region, agency, role), through a session. */
export interface Actor {
  readonly person: number;
  readonly region: string;
  /** `duties`: none where left out. */
  readonly agency: { readonly id: number; readonly kind: AgencyKind; readonly duties?: readonly Duty[] };
  readonly role: Role;
  readonly session: SessionKind;
}

/**
 * Relation of the actor to what is asked for:
 * `any` without a condition; `own` the task is of the actor's agency; `other` it is not (nobody verifies his own);
 * `side` the actor's agency waits for a blocker or can lift it;
 * `employers`, `licensing` the actor's agency has that duty, whatever the resource.
 */
type Relation = 'any' | 'own' | 'other' | 'side' | DutyRelation;
type DutyRelation = 'employers' | 'licensing';

const DUTY_OF: Readonly<Record<DutyRelation, Duty>> = { employers: 'EMPLOYERS', licensing: 'LICENSING' };
const DUTY_RELATIONS = Object.keys(DUTY_OF) as readonly DutyRelation[];

const READERS: readonly Role[] = [
  'admin',
  'lead',
  'operator',
  'head',
  'assistant',
  'bpjs-verifier',
  'bpjs-inspector',
  'bpjs-head',
  'data-officer',
  'viewer',
  'auditor',
];

const BPJS = ['bpjs-verifier', 'bpjs-inspector', 'bpjs-head'] as const;

/** Role × action. What is not in the table is refused. Source: docs/domain.md#access. */
export const POLICY = {
  'board.read': { any: READERS },
  'figures.read': { any: [...READERS, 'province'] },
  'task.create': { any: ['lead'] },
  'task.edit': { any: ['lead'] },
  'task.assign': { any: ['lead'] },
  'task.cancel': { any: ['lead'] },
  'task.reassign': { any: ['lead'] },
  'task.accept': { own: ['lead', 'operator', 'head'] },
  'task.submit': { own: ['lead', 'operator', 'head'] },
  'progress.report': { own: ['lead', 'operator', 'head'] },
  'progress.correct': { own: ['lead', 'operator', 'head'] },
  'progress.verify': { other: ['lead', 'bpjs-verifier', 'bpjs-head'] },
  'task.close': { other: ['lead', 'bpjs-verifier', 'bpjs-head'] },
  'task.return': { other: ['lead', 'bpjs-verifier', 'bpjs-head'] },
  'blocker.raise': { any: ['lead'], own: ['operator', 'head'] },
  'blocker.lift': {
    any: ['lead'],
    side: ['operator', 'head', 'assistant', 'bpjs-verifier', 'bpjs-inspector', 'bpjs-head', 'data-officer'],
  },
  'allocation.set': { any: ['lead'] },
  'cut.record': { any: ['lead', 'bpjs-verifier', 'bpjs-head'] },
  // Files with the figures of a month, of a semester's population or of who came and went.
  'coverage.import': { any: ['lead', 'bpjs-verifier', 'bpjs-head', 'data-officer'] },
  'map.publish': { any: ['admin'] },
  'claim.record': { any: ['lead', 'data-officer'] },
  'people.read': { any: ['admin'] },
  'people.manage': { any: ['admin'] },
  'journal.verify': { any: ['admin', 'auditor'] },
  // Employers and their cases. Who acts as BPJS or as prosecutor does so by his own account; the lead records their acts
  // on a document, which the ladder asks for. Source: docs/domain.md#ladder.
  'case.read': {
    any: ['lead'],
    employers: ['operator', 'head', 'assistant', 'viewer', 'auditor', 'data-officer', ...BPJS],
  },
  'employer.write': { any: ['lead'], employers: ['operator', 'head', 'data-officer', ...BPJS] },
  'case.open': { any: ['lead'], employers: ['operator', 'head', ...BPJS] },
  'case.appeal': { any: ['lead'], employers: ['operator', 'head', ...BPJS] },
  'case.inspect': { any: ['lead', 'bpjs-inspector', 'bpjs-head'] },
  'case.sanction': { any: ['lead', 'bpjs-inspector', 'bpjs-head'] },
  'case.refuse-services': { any: ['lead'], licensing: ['operator', 'head', 'counter'] },
  'case.prosecute': { any: ['lead', 'prosecutor'] },
  'case.verify': { any: [...BPJS] },
  'case.close': { any: [...BPJS] },
  'handover.propose': { any: [...BPJS] },
  'handover.confirm': { any: ['lead', 'bpjs-head'] },
  'dossier.read': { any: ['lead', 'prosecutor', ...BPJS] },
  'counter.check': { licensing: ['operator', 'head', 'counter'] },
  'deadlines.accept': { any: ['lead', 'bpjs-head'] },
  'evidence.add': { any: ['lead', 'prosecutor', 'operator', 'head', 'data-officer', ...BPJS] },
  // To put an uploaded file to a task; BPJS shows by it what it has verified.
  'evidence.attach': { any: ['lead', ...BPJS], own: ['operator', 'head', 'data-officer'] },
  'settings.manage': { any: ['admin', 'lead'] },
  'notices.read': { any: ROLES },
} as const satisfies Record<string, Partial<Record<Relation, readonly Role[]>>>;

export type Action = keyof typeof POLICY;
export const ACTIONS = Object.keys(POLICY) as readonly Action[];

/** What a phone session may do. Everything else asks for a sign-in at the desk. */
const ON_THE_PHONE: readonly Action[] = [
  'board.read',
  'figures.read',
  'progress.report',
  'progress.correct',
  'evidence.add',
  'evidence.attach',
  'notices.read',
];

/** What is asked for. A blocker names both sides; a task its agency and who may know of it. */
export interface Resource {
  readonly region: string;
  readonly agency?: number;
  readonly visibility?: Visibility;
  readonly sides?: readonly number[];
}

/**
 * May the actor do this to that? Denies by default.
 * What the actor may not even know of is NOT_FOUND; another agency's is OTHER_AGENCY; else ROLE_NOT_ALLOWED.
 */
export function may(actor: Actor, action: Action, resource: Resource): true | Refusal {
  if (resource.region !== actor.region || !sees(actor, resource)) return refuse('NOT_FOUND');
  if (actor.session === 'phone' && !ON_THE_PHONE.includes(action)) return refuse('STEP_UP_NEEDED', { action });
  const row: Partial<Record<Relation, readonly Role[]>> = POLICY[action];
  const allowed = (relation: Relation): boolean => row[relation]?.includes(actor.role) ?? false;
  if (allowed('any')) return true;
  if (DUTY_RELATIONS.some((relation) => allowed(relation) && hasDuty(actor, DUTY_OF[relation]))) return true;
  const own = resource.agency === actor.agency.id;
  if (allowed('own')) return own || refuse('OTHER_AGENCY', { action });
  if (allowed('other') && own) return refuse('VERIFY_OWN_TASK', { action });
  if (allowed('other') && resource.agency !== undefined) return true;
  if (allowed('side')) return (resource.sides ?? []).includes(actor.agency.id) || refuse('OTHER_AGENCY', { action });
  return own && row.other
    ? refuse('VERIFY_OWN_TASK', { action })
    : refuse('ROLE_NOT_ALLOWED', { action, role: actor.role });
}

export function hasDuty(actor: Pick<Actor, 'agency'>, duty: Duty): boolean {
  return actor.agency.duties?.includes(duty) ?? false;
}

/** Who is told what happens to employers: the lead, and the agencies whose duty they are. */
export function seesEmployers(actor: Pick<Actor, 'agency'>): boolean {
  return actor.agency.kind === 'LEAD' || hasDuty(actor, 'EMPLOYERS');
}

/** A restricted task exists for its agency and for the lead; for everybody else it does not. */
function sees(actor: Actor, resource: Resource): boolean {
  return resource.visibility !== 'agency' || actor.agency.kind === 'LEAD' || resource.agency === actor.agency.id;
}

/** The class of readers that see exactly the same: frames and snapshots are made once per class. */
export function visibilityClass(actor: Pick<Actor, 'agency'>): string {
  if (actor.agency.kind === 'LEAD') return 'lead';
  return `agency:${actor.agency.id}${seesEmployers(actor) ? '+employers' : ''}`;
}

/** Audience of what is told to all who see employers, and to nobody else; agencies are numbered from 1. */
export const EMPLOYERS_AUDIENCE = 0;

/** Whether a class of readers may know of something with this audience: null everybody, 0 see above, else one agency. */
export function audienceIncludes(audience: number | null, cls: string): boolean {
  if (audience === null || cls === 'lead') return true;
  if (audience === EMPLOYERS_AUDIENCE) return cls.endsWith('+employers');
  return cls.replace('+employers', '') === `agency:${audience}`;
}
