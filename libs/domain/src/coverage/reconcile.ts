import type { Segment } from '../tasks/task';

/** What one agency did for one segment between two cuts: as it reported, and as BPJS verified. Corrections are taken off. */
export interface SegmentWork {
  readonly agency: number;
  readonly segment: Segment;
  readonly reported: number;
  readonly verified: number;
}

/**
 * What does not agree, and whom to ask:
 * `UNVERIFIED`: reported, but not verified; the agency has the list that is missing.
 * `NOT_IN_CUT`: verified, but the cut does not show as much; BPJS knows why.
 * `NOT_FROM_WORK`: the cut shows more than was verified; the agencies of the segment know who else enrolled.
 */
export type DifferenceKind = 'UNVERIFIED' | 'NOT_IN_CUT' | 'NOT_FROM_WORK';

export interface Difference {
  readonly kind: DifferenceKind;
  readonly segment: Segment;
  readonly people: number;
  /** The agencies to ask, the largest part first; empty: ask BPJS. */
  readonly agencies: readonly number[];
}

/** One segment from three sources. `cut` is the net movement between the two cuts; null where a cut does not tell segments. */
export interface SegmentAccount {
  readonly segment: Segment;
  readonly reported: number;
  readonly verified: number;
  readonly cut: number | null;
}

export interface Reconciliation {
  readonly accounts: readonly SegmentAccount[];
  /** The largest first. */
  readonly differences: readonly Difference[];
}

/** @param moved net movement of the registered by segment from one cut to the next. */
export function reconcile(work: readonly SegmentWork[], moved: ReadonlyMap<Segment, number>): Reconciliation {
  const segments = [...new Set([...work.map(({ segment }) => segment), ...moved.keys()])];
  const accounts = segments.map((segment): SegmentAccount => {
    const mine = work.filter((one) => one.segment === segment);
    const [reported, verified] = [sum(mine, ({ reported }) => reported), sum(mine, ({ verified }) => verified)];
    return { segment, reported, verified, cut: moved.get(segment) ?? null };
  });
  const differences = accounts.flatMap((account) => differencesOf(account, work));
  differences.sort((a, b) => b.people - a.people);
  return { accounts, differences };
}

function differencesOf(
  { segment, verified, cut }: SegmentAccount,
  work: readonly SegmentWork[],
): readonly Difference[] {
  const mine = work.filter((one) => one.segment === segment);
  const found: Difference[] = [];
  // Each agency for itself: what one has too few of is not made up by another.
  for (const { agency, reported, verified: proven } of mine) {
    if (reported > proven) found.push({ kind: 'UNVERIFIED', segment, people: reported - proven, agencies: [agency] });
  }
  if (cut === null || cut === verified) return found;
  if (verified > cut) return [...found, { kind: 'NOT_IN_CUT', segment, people: verified - cut, agencies: [] }];
  const agencies = [...mine].sort((a, b) => b.verified - a.verified).map(({ agency }) => agency);
  return [...found, { kind: 'NOT_FROM_WORK', segment, people: cut - verified, agencies: [...new Set(agencies)] }];
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}
