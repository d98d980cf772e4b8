import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { StartRefused } from '../settings/start-refused';
import { quoted } from './protect';

export type RoleKind = 'app' | 'tail';

/** Roles belong to the whole cluster, so their names are made of the database's: two installations do not clash. */
export function roleName(database: string, kind: RoleKind): string {
  const name = `${database}_${kind}`;
  if (Buffer.byteLength(name) <= 63) return name;
  const mark = createHash('sha256').update(database).digest('hex').slice(0, 12);
  return `${database.slice(0, 40)}_${mark}_${kind}`;
}

/** The secret of a role, kept readable for the owner of the process only. Made at first use. */
function secretOf(folder: string, role: string): { readonly secret: string; readonly isNew: boolean } {
  const file = join(folder, `${encodeURIComponent(role)}.secret`);
  if (existsSync(file)) return { secret: readFileSync(file, 'utf8').trim(), isNew: false };
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const secret = randomBytes(24).toString('base64url');
  writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(file, 0o600);
  return { secret, isNew: true };
}

/** What PostgreSQL stores of a password; sent instead of it, so that no statement log ever holds the password. */
export function scramVerifier(password: string, salt: Buffer = randomBytes(16), iterations = 4096): string {
  const salted = pbkdf2Sync(password, salt, iterations, 32, 'sha256');
  const hmac = (text: string): Buffer => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(hmac('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${iterations}:${salt.toString('base64')}$${stored}:${hmac('Server Key').toString('base64')}`;
}

/**
 * Makes sure that the role exists and that its secret is known here; answers the address to connect with.
 * Refuses when another machine uses the role with a secret that is not ours.
 */
export async function ensureRole(owner: Client, ownerUrl: string, folder: string, kind: RoleKind): Promise<string> {
  const database = await currentDatabase(owner);
  const role = roleName(database, kind);
  const { rows } = await owner.query(
    `SELECT (SELECT count(*)::int FROM pg_stat_activity WHERE usename = rolname) AS used FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  const found = (rows as { used: number }[])[0];
  const { secret, isNew } = secretOf(folder, role);
  const attributes = `LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION PASSWORD '${scramVerifier(secret)}'`;
  if (!found) {
    await owner.query(`CREATE ROLE ${quoted(role)} ${attributes}`);
  } else if (isNew) {
    if (found.used > 0) throw new StartRefused('ROLE_SECRET_ELSEWHERE', { role });
    await owner.query(`ALTER ROLE ${quoted(role)} ${attributes}`);
  }
  await owner.query(`GRANT CONNECT ON DATABASE ${quoted(database)} TO ${quoted(role)}`);
  return addressAs(ownerUrl, role, secret);
}

export async function currentDatabase(client: Client): Promise<string> {
  const { rows } = await client.query('SELECT current_database() AS name');
  return (rows as { name: string }[])[0]?.name ?? '';
}

/** The same server and database, as another role. */
function addressAs(url: string, role: string, secret: string): string {
  const address = new URL(url);
  address.username = encodeURIComponent(role);
  address.password = encodeURIComponent(secret);
  return address.href;
}

/** The role that an address signs in as. */
export function roleIn(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
