import type { Entry, Happening, IsoDate, StandingVerification } from '@papan/domain';

/** A report of the task as it stands after its corrections, with who and when, for the choice in the correction form. */
export interface ReportEntry extends Entry {
  readonly at: string;
  readonly person: number | null;
  readonly on: IsoDate;
}

/** The reports in a task's history, oldest first; corrections are added up on the report that they name. */
export function reportEntries(history: readonly Happening[]): readonly ReportEntry[] {
  const entries = new Map<string, ReportEntry>();
  for (const { at, by, event } of history) {
    if (event.type === 'ProgressReported') {
      const { entry, delta, reached, rejected, on } = event.data;
      const corrected = { delta: 0, reached: 0, rejected: 0 };
      entries.set(entry, { entry, delta, reached, rejected, on, at, person: by.person, corrected });
    }
    if (event.type === 'ProgressCorrected') {
      const named = entries.get(event.data.corrects);
      if (!named) continue;
      const { delta, reached, rejected } = event.data;
      const corrected = {
        delta: named.corrected.delta + delta,
        reached: named.corrected.reached + reached,
        rejected: named.corrected.rejected + rejected,
      };
      entries.set(named.entry, { ...named, corrected });
    }
  }
  return [...entries.values()];
}

/** What is left of an entry after its corrections. */
export function leftOf(entry: Entry): number {
  return entry.delta + entry.corrected.delta;
}

/** The verified entries in a task's history as they stand, for corrections by the verifier. */
export function verifiedEntries(history: readonly Happening[]): readonly StandingVerification[] {
  const standing = new Map<string, StandingVerification>();
  for (const { event } of history) {
    if (event.type !== 'ProgressVerified') continue;
    for (const { entry, measure, delta, corrects } of event.data.entries) {
      const named = corrects === null ? undefined : standing.get(corrects);
      if (named) standing.set(named.entry, { ...named, corrected: named.corrected + delta });
      else standing.set(entry, { entry, measure, delta, corrected: 0, asOf: event.data.asOf });
    }
  }
  return [...standing.values()];
}
