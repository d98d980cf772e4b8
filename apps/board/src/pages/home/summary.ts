import type { AgencyView } from '@papan/contracts';
import { allocation, allocationKey, countsPersons, daysBetween, isOverdue, remaining } from '@papan/domain';
import type { Allocation, IsoDate, Measure, Refusal, Task } from '@papan/domain';

/** How late one agency is. `remaining` in people, of its tasks that count people. */
export interface LateAgency {
  readonly agency: number;
  readonly tasks: number;
  readonly longest: number;
  readonly remaining: number;
}

/** Agencies with overdue tasks, the most tasks first, then the longest delay. */
export function whoIsLate(tasks: readonly Task[], today: IsoDate): readonly LateAgency[] {
  const byAgency = new Map<number, LateAgency>();
  for (const task of tasks) {
    if (!isOverdue(task, today)) continue;
    const before = byAgency.get(task.agency) ?? { agency: task.agency, tasks: 0, longest: 0, remaining: 0 };
    byAgency.set(task.agency, {
      agency: task.agency,
      tasks: before.tasks + 1,
      longest: Math.max(before.longest, daysBetween(task.due, today)),
      remaining: before.remaining + (countsPersons(task.unit) ? remaining(task) : 0),
    });
  }
  return [...byAgency.values()].sort((a, b) => b.tasks - a.tasks || b.longest - a.longest || a.agency - b.agency);
}

/** What an agency reported and had verified on one measure, over its tasks that count people. */
export interface AgencyWork {
  readonly reported: number;
  readonly verified: number;
}

export function workByAgency(
  tasks: readonly Task[],
  campaign: number,
  measure: Measure,
): ReadonlyMap<number, AgencyWork> {
  const work = new Map<number, AgencyWork>();
  for (const task of tasks) {
    if (task.campaign !== campaign || !countsPersons(task.unit) || task.visibility !== 'campaign') continue;
    const before = work.get(task.agency) ?? { reported: 0, verified: 0 };
    work.set(task.agency, {
      reported: before.reported + task.reported,
      verified: before.verified + task[measure],
    });
  }
  return work;
}

/** The shares that agencies carry on one line of a campaign, put against the people missing. */
export function sharesOf(
  shares: Readonly<Record<string, number>>,
  campaign: number,
  measure: Measure,
  agencies: readonly Pick<AgencyView, 'id'>[],
  missing: number,
): Allocation | Refusal {
  const parts = agencies.flatMap(({ id }) => {
    const people = shares[allocationKey(campaign, measure, id)] ?? 0;
    return people > 0 ? [{ agency: id, people }] : [];
  });
  return allocation(missing, parts);
}
