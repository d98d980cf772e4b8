import type { OpenCase } from '@papan/contracts';
import {
  type Actor,
  type ComplianceEventOf,
  type EmployerSource,
  type IsoDate,
  type Violation,
  isRefusal,
  openCase,
  refuse,
} from '@papan/domain';
import { type Clock, type Decide, type Tx, nextNumber, nextNumbers } from '@papan/server-platform';
import { writeCases } from './case-rows';
import type { InRegion } from './in-region';
import { changesBy, settle } from './settle';

/** A case against an employer of the register; it has one open case at most. */
export function openOneCase({ actor }: InRegion, body: OpenCase): Decide {
  return async (tx, clock) => {
    const [employer] = await tx.query<{ readonly mergedInto: number | null; readonly open: number | null }>(
      `SELECT e.merged_into AS "mergedInto",
              (SELECT c.id FROM employer_case c
                WHERE c.region = e.region AND c.employer = e.id AND c.status = 'OPEN') AS open
         FROM employer e WHERE e.region = $1 AND e.id = $2 FOR KEY SHARE OF e`,
      [actor.region, body.employer],
    );
    if (!employer || employer.mergedInto !== null) return refuse('NOT_FOUND');
    const facts = { today: clock.today, openCase: employer.open };
    const event = openCase({ ...body, case: await nextNumber(tx, 'case') }, actor, facts);
    return isRefusal(event) ? event : settle(tx, clock, actor, [], event);
  };
}

/** A case that a row of an imported list gives cause for. */
export interface CaseToOpen {
  readonly employer: number;
  /** UUID of the step IDENTIFIED. */
  readonly entry: string;
  readonly violations: readonly Violation[];
  readonly workersMissing: number;
}

/**
 * Opens cases for the rows of an import, any number at once, inside its transaction; the import's own journal entry tells
 * of them (`EmployersImported`), and each row keeps how it was opened. Employers that have an open case are passed over.
 * Answers how many were opened.
 */
export async function openCasesForImport(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  source: EmployerSource,
  on: IsoDate,
  number: number,
  list: readonly CaseToOpen[],
): Promise<number> {
  if (list.length === 0) return 0;
  const open = await tx.query<{ employer: number }>(
    `SELECT employer FROM employer_case WHERE region = $1 AND status = 'OPEN' AND employer = ANY ($2::int[])`,
    [actor.region, list.map(({ employer }) => employer)],
  );
  const busy = new Set(open.map(({ employer }) => employer));
  const wanted = list.filter(({ employer }) => !busy.has(employer) && busy.add(employer));
  if (wanted.length === 0) return 0;
  const first = await nextNumbers(tx, 'case', wanted.length);
  const changes = wanted.flatMap((row, at) => {
    const event = openingOf(row, first + at, source, on);
    return changesBy(event, clock, actor, []).map((change) => ({
      ...change,
      opening: { import: number, facts: event.data },
    }));
  });
  const no = await writeCases(tx, actor.region, changes, clock.today);
  if (no) throw new Error(`a case of the import could not be opened: ${no.code}`);
  return changes.length;
}

/** What an import says of a case, in the form of the journal. */
export function openingOf(
  { employer, entry, violations, workersMissing }: CaseToOpen,
  id: number,
  source: EmployerSource,
  on: IsoDate,
): ComplianceEventOf<'CaseOpened'> {
  return {
    type: 'CaseOpened',
    data: { case: id, employer, on, source, violations, workersMissing, entry },
    text: null,
  };
}
