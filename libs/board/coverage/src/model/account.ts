import type { CoverageView, CutView } from '@papan/contracts';
import { reconcile } from '@papan/domain';
import type { Reconciliation, Segment, SegmentWork } from '@papan/domain';

/** What agencies reported, what was verified and what the cut shows between two cuts. */
export interface Account extends Reconciliation {
  /** Verified people of tasks without a segment: they stand beside the accounts. */
  readonly withoutSegment: { readonly reported: number; readonly verified: number };
  /** Both cuts tell their segments. */
  readonly comparable: boolean;
}

export function accountOf(view: CoverageView, before: CutView, after: CutView): Account {
  const between = view.work.filter(({ until }) => until !== null && until > before.asOf && until <= after.asOf);
  const work = new Map<string, SegmentWork>();
  const withoutSegment = { reported: 0, verified: 0 };
  for (const { agency, segment, reported, registered } of between) {
    if (segment === null) {
      withoutSegment.reported += reported;
      withoutSegment.verified += registered;
      continue;
    }
    const key = `${agency}/${segment}`;
    const known = work.get(key) ?? { agency, segment, reported: 0, verified: 0 };
    work.set(key, { ...known, reported: known.reported + reported, verified: known.verified + registered });
  }
  const [old, now] = [told(view, before.asOf), told(view, after.asOf)];
  const comparable = old.size > 0 && now.size > 0;
  const moved = new Map<Segment, number>();
  if (comparable) {
    for (const segment of new Set([...old.keys(), ...now.keys()])) {
      moved.set(segment, (now.get(segment) ?? 0) - (old.get(segment) ?? 0));
    }
  }
  return { ...reconcile([...work.values()], moved), withoutSegment, comparable };
}

function told(view: CoverageView, asOf: string): ReadonlyMap<Segment, number> {
  return new Map(view.segments.filter((one) => one.asOf === asOf).map((one) => [one.segment, one.registered]));
}
