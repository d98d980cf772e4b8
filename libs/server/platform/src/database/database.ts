import { Injectable } from '@nestjs/common';
import { type Actor, refuse } from '@papan/domain';
import type { PoolClient } from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { contextSql, systemContextSql } from './context';
import { Refused } from '../http/refused';
import { isConnectionLost } from './failures';
import { runStatement } from './statements';
import type { Tx } from './tx';

export type { Tx } from './tx';

export interface TransactionOptions {
  readonly isolation?: 'REPEATABLE READ';
  readonly readOnly?: boolean;
}

/** A transaction whose end is in the hands of the caller; only the platform uses it. */
export interface OpenTransaction extends Tx {
  /** What the last statement of the opening answered. */
  readonly opening: readonly Record<string, unknown>[];
  /** Runs text of several statements in one round trip; the rows of the first. */
  send(sql: string): Promise<Record<string, unknown>[]>;
  /** True when the text sent by `send` ended the transaction itself. */
  ended: boolean;
}

/**
 * The one door to the rows. Every access is a transaction of one actor; BEGIN and the actor's context travel in one
 * round trip. At most `places` transactions are under way or waiting; one more is refused with OVERLOADED.
 */
@Injectable()
export class Database {
  private under = 0;

  constructor(
    private readonly source: DataSource,
    private readonly places = 200,
  ) {}

  /** Runs `work` as the actor and commits; rolls back when it throws. */
  as<T>(
    actor: Pick<Actor, 'region' | 'agency' | 'person'>,
    work: (tx: Tx) => Promise<T>,
    options: TransactionOptions = {},
  ): Promise<T> {
    return this.inTransaction(`${begin(options)}; ${contextSql(actor)}`, work);
  }

  /** As the house itself, in one region: sees all of it, and acts for nobody. For sweeps and followers only. */
  asSystem<T>(region: string, work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.inTransaction(`${begin(options)}; ${systemContextSql(region)}`, work);
  }

  /** Before anybody is known (sign-in): no region, so every table of a region is empty. */
  asNobody<T>(work: (tx: Tx) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
    return this.inTransaction(begin(options), work);
  }

  /** One statement that is its own transaction, without a region: one round trip. */
  ask<R = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<R[]> {
    return this.withClient((_, client) => runStatement<R>(client, sql, params));
  }

  /** Opens with `opening` (text that begins with BEGIN), runs `work`, commits unless `work` ended it. */
  inTransaction<T>(opening: string, work: (tx: OpenTransaction) => Promise<T>): Promise<T> {
    return this.withClient((runner, client) => this.onClient(runner, client, opening, work));
  }

  /** Transactions under way or waiting for a connection. */
  get inFlight(): number {
    return this.under;
  }

  private async withClient<T>(work: (runner: QueryRunner, client: PoolClient) => Promise<T>): Promise<T> {
    if (this.under >= this.places) throw new Refused({ ...refuse('OVERLOADED'), retryAfter: 1 });
    this.under++;
    const runner = this.source.createQueryRunner();
    try {
      return await work(runner, (await runner.connect()) as PoolClient);
    } finally {
      this.under--;
      await runner.release();
    }
  }

  private async onClient<T>(
    runner: QueryRunner,
    client: PoolClient,
    opening: string,
    work: (tx: OpenTransaction) => Promise<T>,
  ): Promise<T> {
    const tx = openTransaction(runner, client);
    try {
      tx.opening = await tx.send(opening);
      markOpen(runner, true);
      const result = await work(tx);
      if (!tx.ended) await client.query('COMMIT');
      return result;
    } catch (error) {
      if (!isConnectionLost(error)) await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      markOpen(runner, false);
    }
  }
}

function begin({ isolation, readOnly }: TransactionOptions): string {
  return `BEGIN${isolation ? ` ISOLATION LEVEL ${isolation}` : ''}${readOnly ? ' READ ONLY' : ''}`;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function openTransaction(runner: QueryRunner, client: PoolClient): Writable<OpenTransaction> {
  return {
    manager: runner.manager,
    opening: [],
    ended: false,
    async send(sql) {
      const results: unknown = await client.query(sql);
      const last: unknown = Array.isArray(results) ? results.findLast(hasRows) : results;
      return hasRows(last) ? last.rows : [];
    },
    async query<R>(sql: string, params?: readonly unknown[]): Promise<R[]> {
      if (params) return runStatement<R>(client, sql, params);
      return (await client.query(sql)).rows as R[];
    },
  };
}

function hasRows(result: unknown): result is { readonly rows: Record<string, unknown>[] } {
  const rows = (result as { rows?: unknown[] } | undefined)?.rows;
  return Array.isArray(rows) && rows.length > 0;
}

/** TypeORM must know that a transaction is open, or a save() through the manager would begin and end one of its own. */
function markOpen(runner: QueryRunner, open: boolean): void {
  Object.assign(runner, { isTransactionActive: open, transactionDepth: open ? 1 : 0 });
}
