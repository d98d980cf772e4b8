/** How a figure of the product is judged. `times`/`share`: against the floor of the same round; `most`/`within`/`none`: by itself. */
export type Goal =
  | { readonly kind: 'times'; readonly most: number }
  | { readonly kind: 'share'; readonly least: number }
  | { readonly kind: 'most'; readonly most: number }
  | { readonly kind: 'within'; readonly least: number; readonly most: number }
  | { readonly kind: 'none' }
  | { readonly kind: 'told' };

interface Rule {
  readonly work: RegExp;
  readonly unit: string;
  readonly goal: Goal;
}

const times = (most: number): Goal => ({ kind: 'times', most });
const share = (least: number): Goal => ({ kind: 'share', least });

const most = (value: number): Goal => ({ kind: 'most', most: value });

const RULES: readonly Rule[] = [
  { work: /^list of .* cases, p50$/, unit: 'ms', goal: most(250) },
  { work: /^list of .* cases, bytes$/, unit: 'kB', goal: most(700) },
  { work: /^a decree and /, unit: 's', goal: most(2) },
  { work: /^accepting /, unit: 's', goal: { kind: 'told' } },
  { work: /^page of a province, p95$/, unit: 'ms', goal: most(300) },
  { work: /of a regency, p95$/, unit: 'ms', goal: most(150) },
  { work: /^import of a month /, unit: 's', goal: most(2) },
  { work: /^forecast within its band/, unit: '%', goal: { kind: 'within', least: 70, most: 90 } },
  { work: /^(re-)?import of /, unit: 's', goal: most(15) },
  { work: /dossiers of .* memory$/, unit: 'MiB', goal: most(800) },
  { work: /dossiers of /, unit: 's', goal: most(60) },
  { work: /, (failed|lost)$/, unit: '', goal: { kind: 'none' } },
  { work: /^one update.*p50$/, unit: 'ms', goal: times(3) },
  { work: /CPU$/, unit: 'ms', goal: times(4) },
  { work: /writers, updates\/s$/, unit: '/s', goal: share(1 / 3) },
  { work: /watch, updates\/s$/, unit: '/s', goal: share(1 / 1.5) },
  { work: /^report →/, unit: 'ms', goal: times(2) },
  { work: /^open .*bytes$/, unit: 'kB', goal: most(70) },
  { work: /^open/, unit: 'ms', goal: times(2) },
  { work: /join at once$/, unit: 'ms', goal: times(3) },
  { work: /^memory/, unit: 'MiB', goal: times(2.5) },
  { work: /^bare/, unit: '/s', goal: { kind: 'told' } },
  { work: /^rows/, unit: 'ms', goal: { kind: 'told' } },
  { work: /^start/, unit: 'ms', goal: times(5) },
];

const OTHERWISE: Rule = { work: /./, unit: '', goal: { kind: 'told' } };

/** Unit and goal of a work, by its name. */
export function ruleOf(work: string): Rule {
  return RULES.find((rule) => rule.work.test(work)) ?? OTHERWISE;
}

/** Whether the goal is reached; null where there is none. `ratio` is product ÷ floor. */
export function isReached(goal: Goal, product: number, ratio: number): boolean | null {
  switch (goal.kind) {
    case 'times':
      return ratio <= goal.most;
    case 'share':
      return ratio >= goal.least;
    case 'most':
      return product <= goal.most;
    case 'within':
      return product >= goal.least && product <= goal.most;
    case 'none':
      return product === 0;
    case 'told':
      return null;
  }
}

export function inWords(goal: Goal): string {
  switch (goal.kind) {
    case 'times':
      return `≤ ${goal.most}×`;
    case 'share':
      return `≥ 1/${Math.round(10 / goal.least) / 10}`;
    case 'most':
      return `≤ ${goal.most}`;
    case 'within':
      return `${goal.least}–${goal.most}`;
    case 'none':
      return '0';
    case 'told':
      return '';
  }
}
