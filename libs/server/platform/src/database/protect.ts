import { EMPLOYERS_AUDIENCE } from '@papan/domain';
import type { QueryRunner } from 'typeorm';

/** The three roles of an installation: the owner migrates, `app` serves requests, `tail` reads the journal. */
export interface Roles {
  readonly app: string;
  readonly tail: string;
}

/** Session settings of the owner's connection by which migrations learn the names of the other two roles. */
export const APP_ROLE_SETTING = 'papan.app_role';
export const TAIL_ROLE_SETTING = 'papan.tail_role';

export async function rolesOf(runner: QueryRunner): Promise<Roles> {
  const [row] = (await runner.query(
    `SELECT current_setting('${APP_ROLE_SETTING}', true) AS app, current_setting('${TAIL_ROLE_SETTING}', true) AS tail`,
  )) as { app: string | null; tail: string | null }[];
  if (!row?.app || !row.tail) throw new Error('migrations need the names of the app role and the tail role');
  return { app: row.app, tail: row.tail };
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** True where the reader sees employers and their cases. */
export const SEES_EMPLOYERS = "current_setting('papan.employers', true) = '1'";

/** True where the house itself acts: sweeps, notices, mail (`systemContextSql`). */
export const IS_SYSTEM = "current_setting('papan.system', true) = '1'";

/** True for rows of the region in whose name the transaction runs; without a region nothing is true. */
export const IN_REGION = "region = current_setting('papan.region', true)";

/**
 * SQL condition: the row belongs to everybody, or the reader leads, or it is of the reader's own agency, or it is for all
 * who see employers (audience 0) and the reader does.
 */
export function audienceIs(column: string): string {
  return (
    `(${column} IS NULL OR current_setting('papan.lead', true) = '1' ` +
    `OR ${column} = nullif(current_setting('papan.agency', true), '')::int ` +
    `OR (${column} = ${EMPLOYERS_AUDIENCE} AND ${SEES_EMPLOYERS}))`
  );
}

export interface Protection {
  /** What the app role may do at all: `SELECT, INSERT, UPDATE`. */
  readonly app: string;
  /** Which rows it may see and touch; default: those of the region. `true` for tables without a region. */
  readonly visible?: string;
  /** Which rows it may write; default: the same. */
  readonly writable?: string;
  /** The tail role reads this table whole. */
  readonly tail?: boolean;
}

/**
 * Row-level security on a table, enabled and forced, so that it fails closed for everybody but the owner, who gets a
 * policy of his own. Privileges of app and tail are granted here and nowhere else.
 */
export async function protect(runner: QueryRunner, table: string, protection: Protection): Promise<void> {
  const { app, tail } = await rolesOf(runner);
  const visible = protection.visible ?? IN_REGION;
  const policy = (name: string, rest: string): string => `CREATE POLICY ${table}_${name} ON ${table} ${rest}`;
  const sql = [
    `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`,
    `REVOKE ALL ON ${table} FROM PUBLIC`,
    policy('owner', `TO CURRENT_USER USING (true) WITH CHECK (true)`),
    policy('app', `TO ${quoted(app)} USING (${visible}) WITH CHECK (${protection.writable ?? visible})`),
    `GRANT ${protection.app} ON ${table} TO ${quoted(app)}`,
    ...(protection.tail
      ? [policy('tail', `FOR SELECT TO ${quoted(tail)} USING (true)`), `GRANT SELECT ON ${table} TO ${quoted(tail)}`]
      : []),
  ];
  for (const statement of sql) await runner.query(statement);
}

/** A function for the app role (and the tail, where said); PUBLIC loses the right to call it. */
export async function allowFunction(runner: QueryRunner, signature: string, alsoTail = false): Promise<void> {
  const { app, tail } = await rolesOf(runner);
  await runner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`);
  await runner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${quoted(app)}${alsoTail ? `, ${quoted(tail)}` : ''}`);
}
