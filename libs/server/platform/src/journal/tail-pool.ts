import pg from 'pg';
import { startOptions } from '../database/data-source';
import type { Query } from './read-happenings';

/** The tail role's own small pool: reading the journal never waits behind the writers. */
export class TailPool {
  private readonly pool: pg.Pool;

  constructor(
    readonly url: string,
    onError: (error: unknown) => void = () => undefined,
  ) {
    this.pool = new pg.Pool({
      connectionString: url,
      application_name: 'papan-tail',
      max: 3,
      connectionTimeoutMillis: 3_000,
      keepAlive: true,
      options: startOptions({
        statement_timeout: '5s',
        idle_in_transaction_session_timeout: '5s',
        // Nothing is stored here; without this each notice to the other instances would wait for the disk.
        synchronous_commit: 'off',
      }),
    });
    this.pool.on('error', onError);
  }

  readonly query: Query = async <R>(sql: string, params: readonly unknown[]): Promise<R[]> => {
    const result = await this.pool.query({ text: sql, values: [...params], name: nameOf(sql) });
    return result.rows as R[];
  };

  close(): Promise<void> {
    return this.pool.end();
  }
}

const names = new Map<string, string>();

function nameOf(sql: string): string {
  const name = names.get(sql) ?? `t${names.size}`;
  names.set(sql, name);
  return name;
}
