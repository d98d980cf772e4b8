import { Injectable, Logger } from '@nestjs/common';
import { type IsoInstant, epochMillis, wibDate } from '@papan/domain';
import type { Further } from '../commands/commands';
import { systemContextSql } from '../database/context';
import { Database, type OpenTransaction } from '../database/database';
import { failureCode, isConnectionLost } from '../database/failures';
import { Metrics } from '../health/metrics';
import { appendSql } from '../journal/append';
import { canonicalJson, sha256 } from '../journal/canonical';
import { JournalBell } from '../journal/journal-bell';
import { sabotaged } from '../settings/sabotage';
import { derivedId } from '../sweeps/derived-id';
import { Sweeper, reasonOf } from '../sweeps/sweeper';
import type { DeadlineHandler, DueDeadline } from './deadline';

/** A row in our hands until the end of the transaction, and the database's time. */
interface Claimed extends DueDeadline {
  readonly id: string;
  readonly now: IsoInstant;
}

const COLUMNS = 'id, region, kind, subject, entry, code, agency, "dueAt", now';
/** How often an instance asks how much is due, in milliseconds. */
const COUNT_EVERY = 10_000;

/**
 * Fires what is due: claims one row (FOR UPDATE SKIP LOCKED), lets its feature write, marks the row, writes the journal
 * entry under an id made of what the clock belongs to, all in one transaction. So each fires exactly once, on whichever
 * instance, and late but once after an outage. Source: docs/domain.md#deadlines.
 */
@Injectable()
export class Deadlines {
  private readonly log = new Logger('Deadlines');
  private readonly handlers = new Map<string, DeadlineHandler>();
  private state = { due: 0, seconds: 0, askedAt: -Infinity };

  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
    private readonly metrics: Metrics,
    sweeper: Sweeper,
  ) {
    sweeper.register({ name: 'deadlines', step: () => this.fireOne() });
    metrics.gauge('papan_deadlines_due', 'Deadlines that have run out and were not fired yet', () => this.state.due);
    metrics.gauge('papan_deadlines_oldest_seconds', 'Age of the oldest of them', () => this.state.seconds);
  }

  /** One handler for each kind; a kind that nobody handles stays due. */
  register(handler: DeadlineHandler): void {
    if (this.handlers.has(handler.kind)) throw new Error(`two handlers for deadlines of kind ${handler.kind}`);
    this.handlers.set(handler.kind, handler);
  }

  /** Fires the deadline that has been due for longest; false where there is none. */
  async fireOne(): Promise<boolean> {
    await this.count();
    if (this.handlers.size === 0) return false;
    let claimed: Claimed | undefined;
    try {
      const seq = await this.database.inTransaction('BEGIN', async (tx) => {
        claimed = sabotaged('double-fire') ? await this.peek() : await this.claim(tx);
        return claimed && (await this.fire(tx, claimed));
      });
      if (claimed) this.after(claimed, seq);
      return claimed !== undefined;
    } catch (error) {
      if (!claimed || isConnectionLost(error)) throw error;
      await this.putOff(claimed, error);
      return true;
    }
  }

  private async claim(tx: Pick<OpenTransaction, 'query'>): Promise<Claimed | undefined> {
    const [row] = await tx.query<Claimed>(`SELECT ${COLUMNS} FROM claim_deadline($1)`, [[...this.handlers.keys()]]);
    return row;
  }

  /** For the twin that has to be found out: looks, and lets go of the row at once. */
  private peek(): Promise<Claimed | undefined> {
    return this.database.asNobody((tx) => this.claim(tx));
  }

  /** Answers the number of the journal entry, or undefined where there was nothing to say any more. */
  private async fire(tx: OpenTransaction, claimed: Claimed): Promise<number | undefined> {
    const { id, now, ...due } = claimed;
    await tx.send(systemContextSql(due.region));
    const said = await this.handlers.get(due.kind)?.fire(tx, due, { now, today: wibDate(now) });
    await this.mark(tx, id, said ? 'fired_at' : 'stopped_at');
    if (!said) return undefined;
    const rows = await tx.send(`${appendSql(entryOf(due, now, said))}; COMMIT`);
    tx.ended = true;
    return Number(rows[0]?.['seq']);
  }

  private async mark(tx: OpenTransaction, id: string, how: 'fired_at' | 'stopped_at'): Promise<void> {
    const unguarded = sabotaged('double-fire');
    const marked = await tx.query(
      `UPDATE deadline SET ${how} = app_now() WHERE id = $1 AND (fired_at IS NULL OR $2) RETURNING id`,
      [id, unguarded],
    );
    if (marked.length !== 1) throw new Error('the deadline was fired by somebody else');
  }

  private after({ region, dueAt, now }: Claimed, seq: number | undefined): void {
    if (seq === undefined) return;
    this.metrics.deadlinesFired.inc();
    this.metrics.deadlineLag.observe(Math.max(0, epochMillis(now) - epochMillis(dueAt)) / 1000);
    this.bell.ring(region, seq);
  }

  /** The others go on; this one comes again, later each time. What it is about being held by a command is no failure. */
  private async putOff({ id, kind, subject }: Claimed, error: unknown): Promise<void> {
    const failed = !isBusy(error);
    if (failed) {
      this.metrics.deadlineFailures.inc({ kind });
      this.log.error({ kind, subject, reason: reasonOf(error) });
    }
    await this.database.ask('SELECT postpone_deadline($1, $2)', [id, failed]);
  }

  private async count(): Promise<void> {
    if (performance.now() - this.state.askedAt < COUNT_EVERY) return;
    const [row] = await this.database.ask<{ due: number; seconds: number }>('SELECT * FROM deadline_state()');
    this.state = { due: row?.due ?? 0, seconds: row?.seconds ?? 0, askedAt: performance.now() };
  }
}

function entryOf(due: DueDeadline, at: IsoInstant, { event, audience }: Further): Parameters<typeof appendSql>[0] {
  const { region, kind, subject, entry } = due;
  const command = sabotaged('double-fire') ? crypto.randomUUID() : derivedId('deadline', region, kind, subject, entry);
  const hash = sha256(canonicalJson({ deadline: { kind, subject, entry } })).toString('hex');
  return { event, audience, answer: {}, command, hash, at };
}

/** Another transaction holds what the deadline is about (NOWAIT), or the two were in each other's way. */
function isBusy(error: unknown): boolean {
  return ['55P03', '40001', '40P01'].includes(failureCode(error) ?? '');
}
