import type { IsoInstant } from '@papan/domain';
import type { Clock, Further } from '../commands/commands';
import type { Tx } from '../database/tx';

/** What a clock belongs to: a kind of clock, and the feature's own number and entry. One clock for each. */
export interface DeadlineKey {
  /** Upper-case word: CASE_STEP. */
  readonly kind: string;
  readonly subject: number;
  readonly entry: string;
}

export interface NewDeadline extends DeadlineKey {
  /** The first moment at which it has run out: for a clock that ends on a day, 00.00 WIB of the next. */
  readonly dueAt: IsoInstant;
  /** What has run out, as a code for which there are words: the step of a case. */
  readonly code: string;
  /** Whose turn it is then; null where that is nobody in particular. */
  readonly agency: number | null;
}

/** A clock that has run out, as its feature is told. */
export interface DueDeadline extends NewDeadline {
  readonly region: string;
}

/** What a feature does when a clock of its kind has run out. */
export interface DeadlineHandler {
  readonly kind: string;
  /**
   * Writes rows and answers the event, in the transaction in which the deadline's row is marked and the journal entry
   * written; null where the reason is gone, and then the deadline is stopped. Runs as the house itself. Lock what it is
   * about with NOWAIT: a command may hold it and wait for the deadline's row, which is locked here.
   */
  fire(tx: Tx, due: DueDeadline, clock: Clock): Promise<Further | null>;
}

/**
 * Sets clocks, or sets them anew: a stopped one runs again, one that has fired stays as it is. In the transaction of the
 * change that starts them, so that there is no clock without its reason.
 */
export async function setDeadlines(tx: Tx, deadlines: readonly NewDeadline[]): Promise<void> {
  if (deadlines.length === 0) return;
  await tx.query(
    `INSERT INTO deadline AS d (region, kind, subject, entry, code, agency, due_at)
     SELECT current_setting('papan.region'), kind, subject, entry, code, agency, "dueAt" FROM jsonb_to_recordset($1)
       AS n (kind text, subject int, entry uuid, code text, agency int, "dueAt" timestamptz)
     ON CONFLICT (region, kind, subject, entry) DO UPDATE
       SET due_at = excluded.due_at, code = excluded.code, agency = excluded.agency, stopped_at = NULL, tries = 0, retry_at = NULL
     WHERE d.fired_at IS NULL`,
    [JSON.stringify(deadlines)],
  );
}

export function setDeadline(tx: Tx, deadline: NewDeadline): Promise<void> {
  return setDeadlines(tx, [deadline]);
}

/** A running clock never fires; for one that has fired it says that somebody has acted, which ends the escalation. */
export async function stopDeadline(tx: Tx, { kind, subject, entry }: DeadlineKey): Promise<void> {
  await tx.query(
    `UPDATE deadline SET stopped_at = app_now()
      WHERE region = current_setting('papan.region') AND kind = $1 AND subject = $2 AND entry = $3 AND stopped_at IS NULL`,
    [kind, subject, entry],
  );
}

/** All clocks of one subject: its case has ended. */
export async function stopDeadlines(tx: Tx, { kind, subject }: Pick<DeadlineKey, 'kind' | 'subject'>): Promise<void> {
  await tx.query(
    `UPDATE deadline SET stopped_at = app_now()
      WHERE region = current_setting('papan.region') AND kind = $1 AND subject = $2 AND stopped_at IS NULL`,
    [kind, subject],
  );
}

export interface DeadlineMove extends DeadlineKey {
  /** Null: there is no date any more (the decree of that year is gone), the clock stops. */
  readonly dueAt: IsoInstant | null;
}

/** Moves running clocks; those that have fired or were stopped stay. Answers how many were moved. */
export async function moveDeadlines(tx: Tx, moves: readonly DeadlineMove[]): Promise<number> {
  if (moves.length === 0) return 0;
  const [moved] = await tx.query<{ count: number }>(
    `WITH moved AS (
     UPDATE deadline d SET due_at = coalesce(m.due_at, d.due_at), tries = 0, retry_at = NULL,
            stopped_at = CASE WHEN m.due_at IS NULL THEN app_now() END
       FROM unnest($1::text[], $2::int[], $3::uuid[], $4::timestamptz[]) AS m (kind, subject, entry, due_at)
      WHERE d.region = current_setting('papan.region') AND d.kind = m.kind AND d.subject = m.subject AND d.entry = m.entry
        AND d.fired_at IS NULL AND d.stopped_at IS NULL RETURNING 1)
     SELECT count(*)::int AS count FROM moved`,
    [
      moves.map(({ kind }) => kind),
      moves.map(({ subject }) => subject),
      moves.map(({ entry }) => entry),
      moves.map(({ dueAt }) => dueAt),
    ],
  );
  return moved?.count ?? 0;
}

/** False where the clock is not running any more. */
export async function moveDeadline(tx: Tx, move: DeadlineMove): Promise<boolean> {
  return (await moveDeadlines(tx, [move])) === 1;
}
