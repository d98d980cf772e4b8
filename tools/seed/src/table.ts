import type { Agency, AgencyHead, AgencyKind, Capacity, Duty, Role } from '@papan/domain';
import type { Chance } from './chance';
import type { Cast } from './director';
import { headName, operatorName } from './names';
import { type StoryPerson, agencyOf } from './region-story';

/** One party as it is written down: code, name, short name, prefix, kind, and what it is asked for. */
export type PartyRow = readonly [
  code: string,
  name: string,
  short: string,
  prefix: string,
  kind: AgencyKind,
  role: string,
];

/** One account that the sign-in page shows: login before the @, agency, role. */
export type AccountRow = readonly [login: string, agency: string, role: Role];

/** Whose duty the employers are: whoever writes to them, inspects them, licenses them, or watches that work. */
const DUTIES_OF: Readonly<Record<string, readonly Duty[]>> = {
  DISNAKER: ['EMPLOYERS'],
  DPMPTSP: ['EMPLOYERS', 'LICENSING'],
  'SETDA-KESRA': ['EMPLOYERS'],
  'BPJS-KES': ['EMPLOYERS'],
};

export function agenciesFrom(rows: readonly PartyRow[]): readonly Agency[] {
  return rows.map(([code, name, short, prefix, kind, role], at) => ({
    id: at + 1,
    code,
    name,
    short,
    prefix,
    kind,
    role,
    duties: DUTIES_OF[code] ?? [],
  }));
}

/** A head for each agency; those in `acting` are Plt, Plh or Pj, with the day from which. */
export function headsFor(
  agencies: readonly Agency[],
  acting: Readonly<Record<string, readonly [Capacity, string]>>,
  chance: Chance,
): readonly AgencyHead[] {
  return agencies.map(({ id, code }) => {
    const [capacity, from] =
      acting[code] ??
      (['DEFINITIF', `202${chance.between(3, 5)}-0${chance.between(1, 9)}-0${chance.between(1, 9)}`] as const);
    return { agency: id, name: headName(chance, code === 'DINKES'), capacity, from, until: null };
  });
}

/** The name of somebody who is known already: a head of agency, or a person who serves in another region too. */
export type Naming = (login: string, agency: string, role: Role) => string | undefined;

const AS_HEAD: readonly Role[] = ['head', 'bpjs-head', 'assistant'];

/** Those who act as head of their agency are that head. */
export function namedAsHead(agencies: readonly Agency[], heads: readonly AgencyHead[]): Naming {
  return (_, code, role) =>
    AS_HEAD.includes(role) ? heads.find((it) => it.agency === agencyOf(agencies, code).id)?.name : undefined;
}

/** The accounts of the sign-in page first, then an operator for every agency that has none yet. */
export function peopleFor(
  agencies: readonly Agency[],
  accounts: readonly AccountRow[],
  domain: string,
  chance: Chance,
  named: Naming,
): readonly StoryPerson[] {
  const covered = new Set(accounts.filter(([, , role]) => role === 'operator').map(([, code]) => code));
  const rest = agencies.filter(({ kind, code }) => (kind === 'OPD' || kind === 'SECRETARIAT') && !covered.has(code));
  const operators = rest.map(({ short, code }): AccountRow => [`operator.${slug(short)}`, code, 'operator']);
  return [...accounts, ...operators].map(([account, code, role], at) => {
    const login = account.includes('@') ? account : `${account}@${domain}`;
    const name = named(login, code, role) ?? operatorName(chance);
    return { id: at + 1, name, agency: agencyOf(agencies, code).id, role, login, shown: at < accounts.length };
  });
}

/** Who acts for whom: the operator of an agency, else the first of its people. */
export function castOf(agencies: readonly Agency[], people: readonly StoryPerson[]): Cast {
  const byRole = (role: Role): StoryPerson => {
    const person = people.find((it) => it.role === role);
    if (!person) throw new Error(`nobody is ${role}`);
    return person;
  };
  const operators = new Map(
    agencies.flatMap(({ id, code }) => {
      const operator = people.find((it) => it.agency === id && it.role === 'operator');
      return operator ? [[code, operator] as const] : [];
    }),
  );
  const byAgency = (code: string): StoryPerson => {
    const { id } = agencyOf(agencies, code);
    const person = operators.get(code) ?? people.find((it) => it.agency === id);
    if (!person) throw new Error(`nobody works for ${code}`);
    return person;
  };
  return { lead: byRole('lead'), verifier: byRole('bpjs-verifier'), operators, byAgency };
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
