import {
  type Actor,
  type Case,
  type HandoverState,
  type IsoDate,
  type Refusal,
  isRefusal,
  may,
  refuse,
  standingViolations,
} from '@papan/domain';
import type { HandoverData, PaperSetting } from '@papan/server-papers';
import { type Tx, nowOf, todayOf } from '@papan/server-platform';
import { readCases } from '../cases/case-rows';
import { turnsOf } from '../cases/clocks';
import {
  type PaperFacts,
  caseLabel,
  employerFacts,
  letterheadOf,
  paperFacts,
  placeOf,
  settingOf,
  signatoryOf,
} from './paper-facts';
import { templateOf } from './templates';

/** The two sides of a hand-over. */
export interface Parties {
  /** The agency in whose name the cases are handed over: BPJS. */
  readonly from: number;
  readonly to: number | null;
}

/** What a cover letter says of the hand-over; `skk` is null before the power of attorney is on record. */
export interface Covered {
  readonly handover: number;
  readonly state: HandoverState;
  readonly skk: { readonly number: string; readonly on: IsoDate; readonly signatory: string } | null;
}

/** Who hands over to whom, as they serve today. */
export async function partiesOf(tx: Tx, region: string): Promise<Parties> {
  const { bpjs, prosecutor } = await turnsOf(tx, region);
  return { from: bpjs ?? 0, to: prosecutor ?? null };
}

/** The cover letter of a hand-over, for one case or for all of them; its index is what lies behind it. */
export function coverOf(
  facts: PaperFacts,
  { from, to }: Parties,
  covered: Covered,
  cases: readonly Case[],
): Omit<HandoverData, 'index'> {
  const prosecutor = to === null ? undefined : facts.agencies.get(to);
  return {
    letterhead: letterheadOf(facts, from),
    nature: 'Segera',
    // The letter goes to the head of the institution; its section, which the name may carry, stands in the line below.
    to: `Kepala ${(prosecutor?.name ?? 'Kejaksaan Negeri').split(',', 1)[0] ?? ''}`,
    through: 'c.q. Kepala Seksi Perdata dan Tata Usaha Negara',
    toPlace: placeOf(facts),
    ...covered,
    cases: cases.map((one) => ({
      caseNumber: caseLabel(one.id),
      employer: employerFacts(facts, one.employer),
      violations: standingViolations(one),
      missing: one.workersMissing,
    })),
    place: placeOf(facts),
    signatory: signatoryOf(facts, from, facts.today),
    copies: [],
  };
}

export interface CoverLetter {
  readonly data: HandoverData;
  readonly setting: PaperSetting;
  readonly template: Buffer | undefined;
}

interface Row extends Omit<Covered, 'state' | 'skk'> {
  readonly state: HandoverState | 'WITHDRAWN';
  readonly number: string;
  readonly signatory: string;
  readonly on: IsoDate | null;
  readonly cases: readonly number[];
}

/** The cover letter of a hand-over with all its cases, to be drafted while it is proposed and after. */
export async function coverLetter(tx: Tx, actor: Actor, id: number): Promise<CoverLetter | Refusal> {
  const { region } = actor;
  const allowed = may(actor, 'case.read', { region });
  if (isRefusal(allowed)) return allowed;
  const [row] = await tx.query<Row>(
    `SELECT h.id AS handover, h.state, h.number, h.signatory, h.on_day::text AS "on",
            (SELECT json_agg(c.case_id) FROM handover_case c WHERE c.region = h.region AND c.handover = h.id) AS cases
       FROM handover h WHERE h.region = $1 AND h.id = $2`,
    [region, id],
  );
  if (!row) return refuse('NOT_FOUND');
  const { state, handover, number, signatory, on } = row;
  if (state === 'WITHDRAWN') return refuse('HANDOVER_NOT_PROPOSED', { state });
  const cases = await readCases(tx, region, row.cases);
  const when = { now: await nowOf(tx), today: await todayOf(tx) };
  const facts = await paperFacts(
    tx,
    region,
    when,
    cases.map(({ employer }) => employer),
  );
  const parties = await partiesOf(tx, region);
  const covered = { handover, state, skk: on === null ? null : { number, on, signatory } };
  return {
    data: { ...coverOf(facts, parties, covered, cases), index: [] },
    setting: settingOf(facts),
    template: await templateOf(tx, region, actor.agency.id, 'HANDOVER'),
  };
}
