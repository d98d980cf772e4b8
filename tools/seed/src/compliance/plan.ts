import type { EmployerSource, Violation } from '@papan/domain';
import type { Chance } from '../chance';

/** How far the case of an employer has come when the demonstration begins. */
export const CASE_FATES = [
  'IDENTIFIED',
  'APPEAL_UNPROVED',
  'APPEAL_RUNNING',
  'APPEAL_ENDED',
  'VISIT_PLEDGED',
  'VISIT_BROKEN',
  'INSPECTED',
  'WARNING_I_RUNNING',
  'WARNING_I_ENDED',
  'WARNING_II_RUNNING',
  'FINE_WINDOW',
  'SERVICES_ASKED',
  'SERVICES_REFUSED',
  'DECREE_MISSING',
  'RELAPSED',
  'HANDED_OVER',
  'SUMMONED',
  'ABSENT',
  'SUMMONED_AGAIN',
  'MEDIATION',
  'COMPLIANT',
  'SERVICES_RESTORED',
  'CLOSED',
] as const;
export type CaseFate = (typeof CASE_FATES)[number];

/** Fates of those that were handed over to the Kejaksaan, and of those that it has summoned. */
export const SUMMONED_FATES: readonly CaseFate[] = ['SUMMONED', 'ABSENT', 'SUMMONED_AGAIN', 'MEDIATION'];
export const HANDED_FATES: readonly CaseFate[] = ['HANDED_OVER', ...SUMMONED_FATES];
/** Fates of those that BPJS has verified, or that turned out not to be employers. */
export const ENDED_FATES: readonly CaseFate[] = ['COMPLIANT', 'SERVICES_RESTORED', 'CLOSED'];

/** One case as the script has it. */
export interface CaseScript {
  readonly fate: CaseFate;
  readonly violations: readonly Violation[];
  readonly source: EmployerSource;
  /** Workers missing when the demonstration begins; for an ended case, when it was opened. */
  readonly missing: number;
  /** Workers registered at BPJS already. */
  readonly registered: number;
}

/** What the press reported of Kabupaten Blitar for June 2019; the employers of the demonstration are invented. */
export const PRESS_OF_2019 = {
  employers: 225,
  workers: 3_097,
  handedOver: { NOT_REGISTERED: 28, ARREARS: 6, WRONG_DATA: 10 },
  summoned: 28,
} as const;

type Count = readonly [fate: CaseFate, cases: number];

/** Of the 44: who was not summoned yet, who did not come, who talks. Each violation has its own share of them. */
const HANDED: readonly (readonly [violation: Violation, counts: readonly Count[]])[] = [
  [
    'NOT_REGISTERED',
    [
      ['HANDED_OVER', 9],
      ['SUMMONED', 3],
      ['ABSENT', 3],
      ['SUMMONED_AGAIN', 3],
      ['MEDIATION', 10],
    ],
  ],
  [
    'ARREARS',
    [
      ['HANDED_OVER', 2],
      ['SUMMONED', 1],
      ['MEDIATION', 3],
    ],
  ],
  [
    'WRONG_DATA',
    [
      ['HANDED_OVER', 5],
      ['SUMMONED', 1],
      ['ABSENT', 1],
      ['MEDIATION', 3],
    ],
  ],
];

const OTHERS: readonly Count[] = [
  ['IDENTIFIED', 16],
  ['APPEAL_UNPROVED', 22],
  ['APPEAL_RUNNING', 26],
  ['APPEAL_ENDED', 31],
  ['VISIT_PLEDGED', 15],
  ['VISIT_BROKEN', 8],
  ['INSPECTED', 17],
  ['WARNING_I_RUNNING', 12],
  ['WARNING_I_ENDED', 9],
  ['WARNING_II_RUNNING', 8],
  ['FINE_WINDOW', 6],
  ['SERVICES_ASKED', 3],
  ['SERVICES_REFUSED', 5],
  ['DECREE_MISSING', 2],
  ['RELAPSED', 1],
];

/** On top of the 225: what is over. */
const ENDED: readonly Count[] = [
  ['COMPLIANT', 14],
  ['SERVICES_RESTORED', 2],
  ['CLOSED', 7],
];

/** Every case of the demonstration, open ones first. Workers missing in the open ones add up to the press's figure. */
export function caseScripts(chance: Chance): readonly CaseScript[] {
  const handed = HANDED.flatMap(([violation, counts]) =>
    repeated(counts).map((fate) => ({ fate, violations: [violation] as readonly Violation[] })),
  );
  const others = repeated(OTHERS).map((fate) => ({
    fate,
    violations: fate === 'RELAPSED' ? (['NOT_REGISTERED'] as const) : violationsOf(chance),
  }));
  const open = [...handed, ...others];
  const lacking = open.filter(({ violations }) => lacksWorkers(violations));
  const shares = spreadWorkers(chance, lacking.length, PRESS_OF_2019.workers);
  const missing = new Map(lacking.map((it, at) => [it, shares[at] ?? 0]));
  const ended = repeated(ENDED).map((fate) => ({ fate, violations: ['NOT_REGISTERED'] as readonly Violation[] }));
  return [
    ...open.map((it) => filled(chance, it, missing.get(it) ?? 0)),
    ...ended.map((it) => filled(chance, it, chance.between(4, 31))),
  ];
}

/** Parts of at least one worker that add up to the total: many small firms, few greater ones. */
export function spreadWorkers(chance: Chance, firms: number, total: number): readonly number[] {
  const weights = Array.from({ length: firms }, () => chance.between(2, 9) * (chance.happens(0.12) ? 4 : 1));
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.max(1, Math.floor((total * weight) / sum)));
  const greatest = parts.indexOf(Math.max(...parts));
  const rest = total - parts.reduce((a, b) => a + b, 0);
  return parts.map((part, at) => (at === greatest ? part + rest : part));
}

function filled(
  chance: Chance,
  { fate, violations }: Pick<CaseScript, 'fate' | 'violations'>,
  missing: number,
): CaseScript {
  const known = violations.includes('NOT_REGISTERED') ? 0 : chance.between(3, 40);
  return { fate, violations, missing, registered: known, source: sourceOf(chance, fate) };
}

function sourceOf(chance: Chance, fate: CaseFate): EmployerSource {
  if (fate === 'IDENTIFIED') return chance.pick(['DPMPTSP', 'DISNAKER', 'CAMAT'] as const);
  return chance.pick(['BPJS', 'BPJS', 'DISNAKER', 'DPMPTSP'] as const);
}

/** Most are not registered at all; some in part; arrears and wrong data come mostly beside it. */
function violationsOf(chance: Chance): readonly Violation[] {
  const roll = chance.between(1, 100);
  if (roll <= 62) return ['NOT_REGISTERED'];
  if (roll <= 84) return ['PARTLY_REGISTERED'];
  if (roll <= 92) return ['PARTLY_REGISTERED', 'WRONG_DATA'];
  return ['PARTLY_REGISTERED', 'ARREARS'];
}

function lacksWorkers(violations: readonly Violation[]): boolean {
  return violations.some((it) => it !== 'ARREARS');
}

function repeated(counts: readonly Count[]): readonly CaseFate[] {
  return counts.flatMap(([fate, cases]) => Array.from({ length: cases }, () => fate));
}
