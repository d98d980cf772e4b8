import type { Accepted } from '@papan/contracts';
import { type Actor, type BoardEvent, type IsoDate, type IsoInstant, isRefusal, refuse, wibDate } from '@papan/domain';
import { Injectable } from '@nestjs/common';
import { contextSql } from '../database/context';
import { type FullRefusal } from '../http/refused';
import { Database, type OpenTransaction } from '../database/database';
import { isCollision, isConnectionLost, isUniqueViolation, refusalOfFailure } from '../database/failures';
import type { Tx } from '../database/tx';
import { appendSql } from '../journal/append';
import { canonicalJson, sha256 } from '../journal/canonical';
import { JournalBell } from '../journal/journal-bell';
import { sabotaged } from '../settings/sabotage';

/** What an actor wants done. `id` is the Idempotency-Key; name, params and body together are what it stands for. */
export interface Command {
  readonly actor: Actor;
  readonly id: string;
  readonly name: string;
  readonly params: unknown;
  readonly body: unknown;
}

/** The database's time at the start of the command; the domain gets it passed in, and the journal keeps it. */
export interface Clock {
  readonly now: IsoInstant;
  readonly today: IsoDate;
}

/** An accepted change: what happened, which agency alone may know of it (null: every party), and the answer. */
export interface Outcome {
  readonly event: BoardEvent;
  readonly audience: number | null;
  readonly answer: Omit<Accepted, 'seq'>;
}

export type Decide = (tx: Tx, clock: Clock) => Promise<Outcome | FullRefusal>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs changes. One transaction holds the rows, the numbered journal entry and the idempotency answer, in this order;
 * a refusal leaves no trace. The same command sent again gets the stored answer, whatever happened in between.
 */
@Injectable()
export class Commands {
  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
  ) {}

  /**
   * `decide` reads, asks the domain and writes the domain's rows; the journal entry follows as the last statement.
   * Answers the accepted change with its number, or the refusal. Safe to call again with the same id.
   */
  async run(command: Command, decide: Decide): Promise<Accepted | FullRefusal> {
    if (!UUID.test(command.id)) return refuse('COMMAND_ID_MISSING');
    const id = sabotaged('no-key') ? crypto.randomUUID() : command.id.toLowerCase();
    const attempt = { ...command, id, hash: bodyHash(command) };
    try {
      return await this.attempt(attempt, decide);
    } catch (error) {
      // The key makes a second run safe: had the first one committed, its answer is found.
      if (isCollision(error) || isConnectionLost(error)) return this.again(attempt, decide);
      return this.afterFailure(attempt, error);
    }
  }

  private async again(attempt: Attempt, decide: Decide): Promise<Accepted | FullRefusal> {
    try {
      return await this.attempt(attempt, decide);
    } catch (error) {
      return this.afterFailure(attempt, error);
    }
  }

  /** A twin of this command may have won the race: then its answer is ours. */
  private async afterFailure(attempt: Attempt, error: unknown): Promise<Accepted | FullRefusal> {
    if (isUniqueViolation(error)) {
      const stored = await this.findStored(attempt);
      if (stored) return stored;
    }
    const refusal = refusalOfFailure(error);
    if (refusal) return refusal;
    throw error;
  }

  private async attempt(attempt: Attempt, decide: Decide): Promise<Accepted | FullRefusal> {
    const result = await this.transact(attempt, decide);
    if (!isRefusal(result)) {
      if (result.fresh) this.bell.ring(attempt.actor.region, result.accepted.seq);
      return result.accepted;
    }
    // What was refused now may have been accepted a moment ago, as a twin of this very command.
    return (await this.findStored(attempt)) ?? result;
  }

  private async transact(attempt: Attempt, decide: Decide): Promise<Done | FullRefusal> {
    try {
      return await this.database.inTransaction(openingSql(attempt), async (tx) => {
        const stored = storedAnswer(tx.opening[0], attempt);
        if (stored) return isRefusal(stored) ? stored : { accepted: stored, fresh: false };
        const clock = clockOf(tx.opening[0]);
        const outcome = await decide(tx, clock);
        if (isRefusal(outcome)) throw new RolledBack(outcome);
        return { accepted: await append(tx, attempt, clock, outcome), fresh: true };
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      throw error;
    }
  }

  private findStored(attempt: Attempt): Promise<Accepted | FullRefusal | undefined> {
    return this.database.inTransaction(openingSql(attempt), (tx) =>
      Promise.resolve(storedAnswer(tx.opening[0], attempt)),
    );
  }
}

interface Attempt extends Command {
  readonly hash: string;
}

interface Done {
  readonly accepted: Accepted;
  readonly fresh: boolean;
}

class RolledBack extends Error {
  constructor(readonly refusal: FullRefusal) {
    super(refusal.code);
  }
}

/** SHA-256, in hex, of the canonical form of what is asked for. */
function bodyHash({ name, params, body }: Command): string {
  return sha256(canonicalJson({ name, params, body: body ?? null })).toString('hex');
}

/** BEGIN, who asks, what time it is, and whether this command is known: one round trip. */
function openingSql({ actor, id }: Attempt): string {
  return `BEGIN; ${contextSql(actor)}; SELECT * FROM open_command('${id}')`;
}

function storedAnswer(row: Record<string, unknown> | undefined, attempt: Attempt): Accepted | FullRefusal | undefined {
  if (typeof row?.['seq'] !== 'string') return undefined;
  if (row['body_hash'] !== attempt.hash || row['person'] !== attempt.actor.person) return refuse('COMMAND_ID_REUSED');
  return { ...(row['answer'] as Omit<Accepted, 'seq'>), seq: Number(row['seq']) };
}

function clockOf(row: Record<string, unknown> | undefined): Clock {
  const now = row?.['now'];
  if (typeof now !== 'string') throw new Error('the database said no time');
  return { now, today: wibDate(now) };
}

/** The entry and COMMIT in one round trip; nothing comes after it. */
async function append(tx: OpenTransaction, attempt: Attempt, clock: Clock, outcome: Outcome): Promise<Accepted> {
  const rows = await tx.send(
    `${appendSql({ ...outcome, command: attempt.id, hash: attempt.hash, at: clock.now })}; COMMIT`,
  );
  tx.ended = true;
  return { ...outcome.answer, seq: Number(rows[0]?.['seq']) };
}
