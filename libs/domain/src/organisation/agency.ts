import type { IsoDate } from '../calendar/wib';
import { type Refusal, refuse } from '../refusal/refusal';

/**
 * LEAD leads the campaign, OPD is an agency of the local government, SECRETARIAT the regent's office.
 * A PARTNER (BPJS Kesehatan, Kejaksaan) is a vertical institution: the regent may ask it, not instruct it.
 */
export const AGENCY_KINDS = ['LEAD', 'OPD', 'SECRETARIAT', 'PARTNER'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

/**
 * What an agency is there for beyond its tasks; master data of a region.
 * EMPLOYERS: it works on the employers (Disnaker, DPMPTSP, BPJS) or watches that work (the secretariat): it sees the cases.
 * LICENSING: it carries out the refusal of public services and answers at the counter (DPMPTSP; PP 86/2013 art. 8–9).
 */
export const DUTIES = ['EMPLOYERS', 'LICENSING'] as const;
export type Duty = (typeof DUTIES)[number];

/** One party at the table. `id` is a small number unique within the region; `code` is what people call it ("DISDIK"). */
export interface Agency {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  /** Short name for lanes and cards: "Disdik". */
  readonly short: string;
  /** Three letters before a task's number: "DSK" in DSK-118. */
  readonly prefix: string;
  readonly kind: AgencyKind;
  readonly role: string;
  /** None where left out. */
  readonly duties?: readonly Duty[];
}

/** Only those under the regent can be given an instruction. Source: docs/domain.md#agencies. */
export function canBeInstructed(kind: AgencyKind): boolean {
  return kind !== 'PARTNER';
}

/** The agency with this id, or the reason why it can carry no task. */
export function instructable(agencies: ReadonlyMap<number, Agency>, id: number): Agency | Refusal {
  const agency = agencies.get(id);
  if (!agency) return refuse('AGENCY_UNKNOWN', { agency: id });
  return canBeInstructed(agency.kind) ? agency : refuse('PARTNER_NOT_INSTRUCTABLE', { agency: agency.name });
}

/** definitif: appointed; Plt: acting, post vacant; Plh: acting, holder away; Pj: caretaker. */
export const CAPACITIES = ['DEFINITIF', 'PLT', 'PLH', 'PJ'] as const;
export type Capacity = (typeof CAPACITIES)[number];

/** A head is a person in a capacity for a period: heads change and are often acting. `until` is the last day, or null. */
export interface AgencyHead {
  readonly agency: number;
  readonly name: string;
  readonly capacity: Capacity;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** Who signs for the agency on that day, if anybody does. An appointed head goes before an acting one. */
export function findHeadOn(heads: readonly AgencyHead[], agency: number, day: IsoDate): AgencyHead | undefined {
  const serving = heads.filter(
    (head) => head.agency === agency && head.from <= day && (head.until === null || day <= head.until),
  );
  return serving.sort(
    (a, b) => CAPACITIES.indexOf(a.capacity) - CAPACITIES.indexOf(b.capacity) || (a.from < b.from ? 1 : -1),
  )[0];
}
