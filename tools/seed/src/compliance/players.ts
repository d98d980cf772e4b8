import type { Actor, Agency, AgencyHead, Role } from '@papan/domain';
import { type StoryPerson, agencyOf } from '../region-story';

/** Who acts on employers in the story: as the server would know them, signed in at a desk. */
export interface Players {
  readonly disnaker: Actor;
  readonly licensing: Actor;
  readonly counter: Actor;
  readonly lead: Actor;
  readonly verifier: Actor;
  readonly inspector: Actor;
  readonly bpjsHead: Actor;
  readonly prosecutor: Actor;
  /** Who signs for the agency with this code. */
  readonly signatory: (code: string) => string;
}

export function playersOf(
  region: string,
  agencies: readonly Agency[],
  people: readonly StoryPerson[],
  heads: readonly AgencyHead[],
): Players {
  const actor = (role: Role, code?: string): Actor => {
    const agency = code === undefined ? undefined : agencyOf(agencies, code).id;
    const person = people.find((it) => it.role === role && (agency === undefined || it.agency === agency));
    const serves = agencies.find((it) => it.id === person?.agency);
    if (!person || !serves) throw new Error(`nobody is ${role} ${code ?? ''}`);
    return { person: person.id, region, agency: serves, role, session: 'desk' };
  };
  return {
    disnaker: actor('operator', 'DISNAKER'),
    licensing: actor('operator', 'DPMPTSP'),
    counter: actor('counter'),
    lead: actor('lead'),
    verifier: actor('bpjs-verifier'),
    inspector: actor('bpjs-inspector'),
    bpjsHead: actor('bpjs-head'),
    prosecutor: actor('prosecutor'),
    signatory: (code) => heads.find((it) => it.agency === agencyOf(agencies, code).id)?.name ?? '',
  };
}
