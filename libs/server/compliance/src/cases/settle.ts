import {
  type Actor,
  type Case,
  type ComplianceEvent,
  EMPLOYERS_AUDIENCE,
  type Refusal,
  caseAfter,
  casesOf,
  isRefusal,
} from '@papan/domain';
import type { Clock, Decide, FullRefusal, Outcome, Tx } from '@papan/server-platform';
import { keepClocks } from './clocks';
import { type CaseChange, lockCase, writeCases } from './case-rows';
import { keepEvidence } from './evidence';
import type { OnCase } from './in-region';

/**
 * Writes down what follows from an event: the cases by the very fold that every open board runs, the evidence that it
 * names, and the clocks. Answers the outcome of the command; it names the case where the event is about one.
 */
export async function settle(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  cases: readonly Case[],
  event: ComplianceEvent,
): Promise<Outcome | FullRefusal> {
  const changes = changesBy(event, clock, actor, cases);
  const no =
    (await writeCases(tx, actor.region, changes, clock.today)) ?? (await keepEvidence(tx, actor.region, event));
  if (no) return no;
  await keepClocks(tx, actor.region, changes);
  const [first] = changes;
  const one = changes.length === 1 && first ? { case: first.after.id, version: first.after.version } : {};
  return { event, audience: EMPLOYERS_AUDIENCE, answer: one };
}

/** The cases as they stand after the event. The number of the entry is not known yet, and no case depends on it. */
export function changesBy(
  event: ComplianceEvent,
  { now }: Clock,
  by: { readonly person: number | null; readonly agency: { readonly id: number } | null },
  cases: readonly Case[],
): readonly CaseChange[] {
  const happening = { seq: 0, at: now, by: { person: by.person, agency: by.agency?.id ?? null }, event };
  const known = new Map(cases.map((one) => [one.id, one]));
  return casesOf(event).flatMap((id) => {
    const before = known.get(id);
    const after = caseAfter(before, happening);
    return after && after !== before ? [{ before, after }] : [];
  });
}

export type DecideOnCase = (
  found: Case,
  clock: Clock,
  tx: Tx,
) => ComplianceEvent | Refusal | Promise<ComplianceEvent | Refusal>;

/** A change of one case: locked and read, decided by the domain, written down. */
export function onCase({ actor, case: id }: OnCase, decide: DecideOnCase): Decide {
  return async (tx, clock) => {
    const found = await lockCase(tx, actor.region, id);
    if (isRefusal(found)) return found;
    const event = await decide(found, clock, tx);
    if (isRefusal(event)) return event;
    return settle(tx, clock, actor, [found], event);
  };
}
