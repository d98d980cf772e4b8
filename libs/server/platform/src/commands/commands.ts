import type { Accepted } from '@papan/contracts';
import { type Actor, type BoardEvent, type IsoDate, type IsoInstant, isRefusal, refuse, wibDate } from '@papan/domain';
import { contextSql } from '../database/context';
import { type FullRefusal } from '../http/refused';
import type { Database } from '../database/database';
import { type OpenTransaction } from '../database/database';
import { isCollision, isConnectionLost, isUniqueViolation, refusalOfFailure } from '../database/failures';
import type { Tx } from '../database/tx';
import { appendSql } from '../journal/append';
import { canonicalJson, sha256 } from '../journal/canonical';
import type { JournalBell } from '../journal/journal-bell';
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

/** What is written into the journal: what happened, and which agency alone may know of it (null: every party). */
export interface Further {
  readonly event: BoardEvent;
  readonly audience: number | null;
}

/** An accepted change: what happened, its answer, and what else happened by it, each with a journal entry of its own. */
export interface Outcome extends Further {
  readonly answer: Omit<Accepted, 'seq'>;
  /** Written after the first one, in this order, in the same transaction. */
  readonly also?: readonly Further[];
}

/**
 * What one noun does because of what another has done: runs in the same transaction, after the rows of the change and
 * before its journal entry, writes its own rows and answers its own events. Registered in the app, so that features need
 * not know each other. It must not refuse: the change has been accepted.
 */
export type Projection = (tx: Tx, clock: Clock, actor: Actor, event: BoardEvent) => Promise<readonly Further[]>;

export type Decide = (tx: Tx, clock: Clock) => Promise<Outcome | FullRefusal>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs changes. One transaction holds the rows, the numbered journal entry and the idempotency answer, in this order;
 * a refusal leaves no trace. The same command sent again gets the stored answer, whatever happened in between.
 */
export class Commands {
  constructor(
    private readonly database: Database,
    private readonly bell: JournalBell,
    private readonly projections: readonly Projection[] = [],
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
      if (result.last !== null) this.bell.ring(attempt.actor.region, result.last);
      return result.accepted;
    }
    // What was refused now may have been accepted a moment ago, as a twin of this very command.
    return (await this.findStored(attempt)) ?? result;
  }

  private async transact(attempt: Attempt, decide: Decide): Promise<Done | FullRefusal> {
    try {
      return await this.database.inTransaction(openingSql(attempt), async (tx) => {
        const stored = storedAnswer(tx.opening[0], attempt);
        if (stored) return isRefusal(stored) ? stored : { accepted: stored, last: null };
        const clock = clockOf(tx.opening[0]);
        const outcome = await decide(tx, clock);
        if (isRefusal(outcome)) throw new RolledBack(outcome);
        const also = await this.followed(tx, clock, attempt.actor, outcome);
        return await append(tx, attempt, clock, { ...outcome, also });
      });
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      throw error;
    }
  }

  /** What the decision itself adds, and what the other nouns make of all of it. */
  private async followed(tx: Tx, clock: Clock, actor: Actor, outcome: Outcome): Promise<readonly Further[]> {
    const own = outcome.also ?? [];
    const followed: Further[] = [...own];
    for (const { event } of [outcome, ...own]) {
      for (const projection of this.projections) followed.push(...(await projection(tx, clock, actor, event)));
    }
    return followed;
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
  /** The number of the last entry written; null where the command was known and nothing was written. */
  readonly last: number | null;
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

/** The entries and COMMIT in one round trip; nothing comes after it. The answer carries the number of the first. */
async function append(tx: OpenTransaction, attempt: Attempt, clock: Clock, outcome: Outcome): Promise<Done> {
  const { also = [], ...first } = outcome;
  const { id, hash } = attempt;
  const statements = [
    appendSql({ ...first, command: id, hash, at: clock.now }),
    ...also.map((one, at) =>
      appendSql({
        ...one,
        answer: {},
        command: followingId(id, at + 1),
        hash: followingHash(hash, at + 1),
        at: clock.now,
      }),
    ),
  ];
  const rows = await tx.send(`${statements.join('; ')}; COMMIT`);
  tx.ended = true;
  const last = Number(rows[0]?.['seq']);
  // The region's row is locked from the first entry on, so the numbers follow each other.
  return { accepted: { ...outcome.answer, seq: last - also.length }, last };
}

/** Every entry stands under a command of its own; those that follow from one are known by it again. */
function followingId(command: string, nth: number): string {
  const hex = followingHash(command, nth).slice(0, 32);
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ];
  return parts.join('-');
}

function followingHash(of: string, nth: number): string {
  return sha256(`${of}/${nth}`).toString('hex');
}
