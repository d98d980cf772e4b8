import { type CaseStep, type Step, addDays, awaitsAction, trackOf, wibInstant } from '@papan/domain';
import { type NewDeadline, type Tx, setDeadlines, stopDeadline, stopDeadlines } from '@papan/server-platform';
import type { CaseChange } from './case-rows';

/** The clocks of the ladder among all that are swept. */
export const CASE_STEP = 'CASE_STEP';

/**
 * Brings the swept clocks in line with those of the cases: those that run are set, those that were stopped are stopped. A
 * clock that has run out is done with as soon as a person acts on its track, or the case has ended.
 */
export async function keepClocks(tx: Tx, region: string, changes: readonly CaseChange[]): Promise<void> {
  const running = changes.flatMap(({ before, after }) =>
    after.steps
      .filter(
        (step) =>
          runs(step) &&
          !same(
            step,
            before?.steps.find(({ entry }) => entry === step.entry),
          ),
      )
      .map((step) => ({ case: after.id, step })),
  );
  if (running.length > 0) {
    const turns = await turnsOf(tx, region);
    await setDeadlines(
      tx,
      running.flatMap(({ case: id, step }) => deadlineOf(id, step, turnOf(turns, step.step, step.by.agency))),
    );
  }
  for (const change of changes) await stopWhatIsOver(tx, change);
}

function deadlineOf(subject: number, step: CaseStep, agency: number | null): readonly NewDeadline[] {
  const ends = step.clock?.ends;
  if (!ends) return [];
  return [{ kind: CASE_STEP, subject, entry: step.entry, dueAt: dueAfter(ends), code: step.step, agency }];
}

/** The period ends at 24.00 WIB of its last day. */
export function dueAfter(ends: string): string {
  return wibInstant(addDays(ends, 1), '00:00');
}

function runs({ clock }: CaseStep): boolean {
  return clock?.state === 'RUNNING' && clock.ends !== null;
}

function same(after: CaseStep, before: CaseStep | undefined): boolean {
  return before?.clock?.state === after.clock?.state && before?.clock?.ends === after.clock?.ends;
}

async function stopWhatIsOver(tx: Tx, { before, after }: CaseChange): Promise<void> {
  if (!before) return;
  if (before.status === 'OPEN' && after.status !== 'OPEN') {
    return stopDeadlines(tx, { kind: CASE_STEP, subject: after.id });
  }
  for (const step of before.steps) {
    const now = after.steps.find(({ entry }) => entry === step.entry);
    const stopped = runs(step) && (now?.clock?.state === 'STOPPED' || now?.clock?.ends === null);
    const answered = awaitsAction(before, step) && now !== undefined && !awaitsAction(after, now);
    if (stopped || answered) await stopDeadline(tx, { kind: CASE_STEP, subject: after.id, entry: step.entry });
  }
}

/** Whose turn it is when the clock of a step has run out; null: of the agency that took the step. */
type Side = 'bpjs' | 'licensing' | 'prosecutor' | 'taker';

function sideOf(step: Step): Side {
  switch (trackOf(step)) {
    case 'LOCAL':
      return step === 'INSPECTION' ? 'bpjs' : 'taker';
    case 'SANCTION':
      return 'bpjs';
    case 'TMP2T':
      return 'licensing';
    case 'PROSECUTOR':
      return 'prosecutor';
  }
}

type Turns = Readonly<Partial<Record<Side, number | null>>>;

/** The agency whose turn it is when the clock of a step has run out. @param taker the agency that took it. */
export function turnOf(turns: Turns, step: Step, taker: number | null): number | null {
  return turns[sideOf(step)] ?? taker;
}

/** The agencies that carry the later steps, as they serve today. */
export async function turnsOf(tx: Tx, region: string): Promise<Turns> {
  const [row] = await tx.query<Turns>(
    `SELECT (SELECT min(agency) FROM membership WHERE region = $1 AND role IN ('bpjs-inspector', 'bpjs-head')
                AND serves_now(from_day, until_day)) AS bpjs,
            (SELECT min(agency) FROM membership WHERE region = $1 AND role = 'prosecutor'
                AND serves_now(from_day, until_day)) AS prosecutor,
            (SELECT min(id) FROM agency WHERE region = $1 AND 'LICENSING' = ANY (duties)) AS licensing`,
    [region],
  );
  return row ?? {};
}
