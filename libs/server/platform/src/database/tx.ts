import type { EntityManager } from 'typeorm';

/** One open transaction of one actor. Rows of other regions, and what the actor may not see, are not there. */
export interface Tx {
  /** Rows as objects; bigint and numeric arrive as text. With `params` (also empty) the statement is prepared once per connection. */
  query<R = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  readonly manager: EntityManager;
}
