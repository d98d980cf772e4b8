import { countsPersons, orThrow, proposeAllocation } from '@papan/domain';
import type { TaskScript } from './task-script';

/**
 * A target for every task. Those that count persons add up to `people` exactly: what the exact ones leave is spread by
 * weight, rounded down to tens as people plan, and the task with the greatest weight takes up the rest.
 */
export function targetsFor(scripts: readonly TaskScript[], people: number): ReadonlyMap<string, number> {
  const targets = new Map<string, number>();
  for (const { key, target } of scripts) if (target !== undefined) targets.set(key, target);
  const weighted = scripts.filter((it) => it.weight !== undefined);
  const exact = scripts.filter((it) => countsPersons(it.unit)).reduce((sum, it) => sum + (it.target ?? 0), 0);
  const left = people - exact;
  const { parts } = orThrow(
    proposeAllocation(
      left,
      weighted.map(({ key, weight = 0 }) => ({ agency: key, weight })),
    ),
  );
  const rounded = parts.map((it) => ({ key: it.agency, people: it.people - (it.people % 10) }));
  const rest = left - rounded.reduce((sum, it) => sum + it.people, 0);
  const greatest = rounded.reduce((a, b) => (b.people > a.people ? b : a));
  for (const part of rounded) targets.set(part.key, part.people + (part === greatest ? rest : 0));
  return targets;
}
