import type { CaseFacts } from './compliance/case-facts';
import type { CoverageFacts } from './coverage/coverage-facts';
import type { Agency, AgencyHead, Area, Campaign, Happening, HolidayDecree, IsoInstant, Role } from '@papan/domain';

/** A generated person with one post in the region. Everybody can sign in; the sign-in page lists only the `shown` ones. */
export interface StoryPerson {
  /** Small number within the region. */
  readonly id: number;
  readonly name: string;
  readonly agency: number;
  readonly role: Role;
  /** Who has the same login in two regions is one and the same person. */
  readonly login: string;
  readonly shown: boolean;
}

/** Everything the demonstration knows of one region, up to the moment at which its clock starts. */
export interface RegionStory {
  readonly region: { readonly code: string; readonly name: string; readonly example: boolean };
  readonly areas: readonly Area[];
  readonly agencies: readonly Agency[];
  readonly heads: readonly AgencyHead[];
  readonly people: readonly StoryPerson[];
  readonly campaigns: readonly Campaign[];
  readonly decrees: readonly HolidayDecree[];
  /** In order, numbered from 1: the journal of the region. */
  readonly happenings: readonly Happening[];
  readonly endsAt: IsoInstant;
  /** Beside the journal, what the demonstration knows of the employers of the region, if anything. */
  readonly cases: CaseFacts | null;
  /** Beside the journal, what the demonstration knows of the coverage of the region, if anything. */
  readonly coverage: CoverageFacts | null;
}

/** The agency with this code. Throws where the story names one that is not at the table. */
export function agencyOf(agencies: readonly Agency[], code: string): Agency {
  const agency = agencies.find((it) => it.code === code);
  if (!agency) throw new Error(`no agency ${code} at the table`);
  return agency;
}
