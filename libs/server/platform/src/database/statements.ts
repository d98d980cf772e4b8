import type { PoolClient } from 'pg';

const KNOWN_AT_MOST = 500;
const names = new Map<string, string>();

/** The name under which a statement is prepared; statements made up at run time beyond the limit stay unnamed. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql);
  if (known !== undefined || names.size >= KNOWN_AT_MOST) return known;
  const name = `p${names.size}`;
  names.set(sql, name);
  return name;
}

/** Runs one statement; parsed and planned once per connection, since every request says the same few sentences. */
export async function runStatement<R>(client: PoolClient, sql: string, params: readonly unknown[]): Promise<R[]> {
  const name = nameOf(sql);
  const result = await client.query({ text: sql, values: [...params], ...(name === undefined ? {} : { name }) });
  return result.rows as R[];
}
