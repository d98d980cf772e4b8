import pg from 'pg';
import { DataSource } from 'typeorm';
import { sabotaged } from '../settings/sabotage';
import { StartRefused } from '../settings/start-refused';
import { startOptions } from './data-source';
import { failureCode, isConnectionLost } from './failures';
import { APP_ROLE_SETTING, TAIL_ROLE_SETTING, quoted } from './protect';
import { ensureRole, roleIn } from './roles';

export type Migrations = readonly (new () => object)[];

export interface DatabaseAddresses {
  readonly owner: string;
  readonly app: string;
  readonly tail: string;
}

export interface PrepareOptions {
  readonly ownerUrl: string;
  readonly appUrl?: string | undefined;
  readonly tailUrl?: string | undefined;
  /** Where the generated secrets are kept. */
  readonly secretsFolder: string;
  readonly migrations: Migrations;
}

/** Any number will do, as long as every instance takes the same. */
const MIGRATION_LOCK = 7_204_119_022;

/**
 * Roles and schema, made or brought up to date as the owner, by one instance at a time. Answers the three addresses.
 * Throws StartRefused where the operator has to act.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<DatabaseAddresses> {
  const owner = await connectOwner(options.ownerUrl);
  try {
    await owner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    const addresses = await addressesOf(owner, options);
    await migrate(addresses, options.migrations);
    await rememberRoles(owner, addresses);
    await keepWordsOutOfTheLog(owner, addresses);
    if (sabotaged('no-rls')) await dropWalls(owner);
    return addresses;
  } finally {
    await owner.end();
  }
}

async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'papan-owner',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    const { host } = new URL(url);
    throw new StartRefused('DATABASE_UNREACHABLE', { where: host, why: failureCode(error) ?? String(error) });
  }
}

async function addressesOf(owner: pg.Client, options: PrepareOptions): Promise<DatabaseAddresses> {
  const { ownerUrl, appUrl, tailUrl, secretsFolder } = options;
  try {
    return {
      owner: ownerUrl,
      app: appUrl ?? (await ensureRole(owner, ownerUrl, secretsFolder, 'app')),
      tail: tailUrl ?? (await ensureRole(owner, ownerUrl, secretsFolder, 'tail')),
    };
  } catch (error) {
    if (failureCode(error) === '42501') throw new StartRefused('ROLES_NOT_CREATABLE');
    throw error;
  }
}

async function migrate({ owner, app, tail }: DatabaseAddresses, migrations: Migrations): Promise<void> {
  const source = new DataSource({
    type: 'postgres',
    url: owner,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    logging: false,
    poolSize: 2,
    extra: { options: startOptions({ [APP_ROLE_SETTING]: roleIn(app), [TAIL_ROLE_SETTING]: roleIn(tail) }) },
  });
  await source.initialize();
  try {
    await refuseNewerSchema(source, migrations);
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

async function refuseNewerSchema(source: DataSource, migrations: Migrations): Promise<void> {
  const [table] = await source.query<{ found: string | null }[]>(`SELECT to_regclass('public.migration') AS found`);
  if (!table?.found) return;
  const done = await source.query<{ name: string }[]>('SELECT name FROM migration ORDER BY id');
  const known = new Set(migrations.map((migration) => migration.name));
  const unknown = done.find(({ name }) => !known.has(name));
  if (unknown) throw new StartRefused('SCHEMA_NEWER', { migration: unknown.name });
}

/** Privileges were granted by name; another name later would find every door shut, so it is refused with a word. */
async function rememberRoles(owner: pg.Client, addresses: DatabaseAddresses): Promise<void> {
  for (const kind of ['app', 'tail'] as const) {
    const given = roleIn(addresses[kind]);
    await owner.query('INSERT INTO installation (key, value) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
      `${kind}_role`,
      given,
    ]);
    const { rows } = await owner.query('SELECT value FROM installation WHERE key = $1', [`${kind}_role`]);
    const installed = (rows as { value: string }[])[0]?.value;
    if (installed !== given) throw new StartRefused('ROLE_CHANGED', { installed: String(installed), given });
  }
}

/** People's words travel inside statements; PostgreSQL would print a slow, failed or deadlocked one in its log. */
const SILENT = {
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_min_duration_statement: '-1',
  log_parameter_max_length_on_error: '0',
};

/** For a server that others run too: settings of our own roles. Where the owner may not, its operator has to set them. */
async function keepWordsOutOfTheLog(owner: pg.Client, { app, tail }: DatabaseAddresses): Promise<void> {
  for (const role of [roleIn(app), roleIn(tail)]) {
    for (const [name, value] of Object.entries(SILENT)) {
      await owner.query(`ALTER ROLE ${quoted(role)} SET ${name} = '${value}'`).catch((error: unknown) => {
        if (failureCode(error) !== '42501') throw error;
      });
    }
  }
}

/** For the tests that prove that the walls are what holds. */
async function dropWalls(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query(
    `SELECT oid::regclass::text AS name FROM pg_class WHERE relrowsecurity AND relkind = 'r'`,
  );
  for (const { name } of rows as { name: string }[])
    await owner.query(`ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`);
}

/** Settings without which "saved" would be a lie. `local` and the replicated kinds also wait for the local disk. */
const DURABLE = {
  fsync: ['on'],
  full_page_writes: ['on'],
  synchronous_commit: ['on', 'local', 'remote_write', 'remote_apply'],
};

/** Refuses an app role that could pass the walls, and a server that forgets what it acknowledged. */
export async function checkAppRole(appUrl: string): Promise<void> {
  const client = new pg.Client({
    connectionString: appUrl,
    application_name: 'papan-check',
    connectionTimeoutMillis: 5_000,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await refuseStrongRole(client);
    await refuseForgetfulServer((sql) => client.query(sql).then(({ rows }) => rows as Settings[]));
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    throw new StartRefused('DATABASE_UNREACHABLE', { where: new URL(appUrl).host, why: String(failureCode(error)) });
  } finally {
    await client.end();
  }
}

async function refuseStrongRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query(
    `SELECT current_user AS role, rolsuper AS super, rolbypassrls AS bypass, rolcreaterole AS creator,
            EXISTS (SELECT FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace = 'public'::regnamespace
                                             AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS owner
       FROM pg_roles WHERE rolname = current_user`,
  );
  const role = (rows as { role: string; super: boolean; bypass: boolean; creator: boolean; owner: boolean }[])[0];
  if (!role) throw new Error('the app role is not known to its own server');
  const why = [
    role.super && 'SUPERUSER',
    role.bypass && 'BYPASSRLS',
    role.creator && 'CREATEROLE',
    role.owner && 'OWNER',
  ].filter((it) => it !== false);
  if (why.length > 0) throw new StartRefused('ROLE_TOO_STRONG', { role: role.role, why: why.join(', ') });
}

type Settings = Readonly<Record<keyof typeof DURABLE, string>>;

/** Throws StartRefused naming the first setting that would lose acknowledged work. */
export async function refuseForgetfulServer(query: (sql: string) => Promise<readonly Settings[]>): Promise<void> {
  if (sabotaged('no-sync')) return;
  const names = Object.keys(DURABLE) as (keyof typeof DURABLE)[];
  const [settings] = await query(`SELECT ${names.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`);
  for (const setting of names) {
    const value = settings?.[setting] ?? '?';
    if (!DURABLE[setting].includes(value)) throw new StartRefused('NOT_DURABLE', { setting, value });
  }
}
