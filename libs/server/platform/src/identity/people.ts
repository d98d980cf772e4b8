import { createHash, randomBytes } from 'node:crypto';
import { type Capacity, type IsoDate, type Refusal, type Role, checkText, isRefusal, refuse } from '@papan/domain';
import type { Database } from '../database/database';
import type { Tx } from '../database/tx';
import { asIdentity } from './as-identity';
import { hashPassword, passwordWeakness } from './passwords';

/** What these functions need of a transaction; the command line brings the owner's, which may write what the app may not. */
export type Statements = Pick<Tx, 'query'>;

export interface NewPerson {
  readonly login: string;
  readonly name: string;
  /** Argon2id hash, or null for an account that waits for its first password. */
  readonly passwordHash: string | null;
}

export interface NewMembership {
  readonly region: string;
  readonly person: string;
  readonly agency: number;
  readonly role: Role;
  readonly capacity: Capacity;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
}

/** Link for a first password; it works once, for a day. */
const TOKEN_HOURS = 24;
const LOGIN = /^[a-z0-9][a-z0-9._@-]{1,118}$/i;

/** Writes a person; answers the id. The owner's or an identity transaction. */
export async function createPerson(tx: Statements, person: NewPerson): Promise<string | Refusal> {
  const name = checkText('name', person.name, 120, true);
  if (isRefusal(name)) return name;
  if (!LOGIN.test(person.login)) return refuse('TEXT_FORBIDDEN_CHARACTER', { field: 'login' });
  const [row] = await tx.query<{ id: string }>(
    `WITH made AS (INSERT INTO person (login, name) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING id),
     secret AS (INSERT INTO credential (person, password_hash) SELECT id, $3 FROM made)
     SELECT id FROM made`,
    [person.login, name, person.passwordHash],
  );
  return row?.id ?? refuse('LOGIN_TAKEN', { login: person.login });
}

/** Gives a person a post; answers the person's number in the region, which stays the same from post to post. Owner only. */
export async function grantMembership(tx: Statements, post: NewMembership): Promise<number> {
  await tx.query(`SELECT set_config('papan.region', $1, true)`, [post.region]);
  const [known] = await tx.query<{ number: number }>(
    'SELECT number FROM membership WHERE region = $1 AND person = $2 LIMIT 1',
    [post.region, post.person],
  );
  const [made] = known ? [known] : await tx.query<{ number: number }>(`SELECT next_number('person') AS number`, []);
  if (!made) throw new Error('no number for the person');
  await tx.query(
    `INSERT INTO membership (region, number, person, agency, role, capacity, from_day, until_day)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [post.region, made.number, post.person, post.agency, post.role, post.capacity, post.from, post.until],
  );
  return made.number;
}

export interface NewAdministrator extends Pick<NewPerson, 'login' | 'name'>, Pick<NewMembership, 'region' | 'from'> {
  /** Code of the agency; default: the regional secretariat. In the leading agency he would read restricted tasks. */
  readonly agency?: string | undefined;
}

/**
 * The first administrator of a region, made on the command line only; answers the token of a one-time link
 * (`/first-password?token=…`). The database keeps its hash. Refuses LOGIN_TAKEN, AGENCY_UNKNOWN and unreadable names.
 */
export async function createAdministrator(
  tx: Statements,
  { agency, ...admin }: NewAdministrator,
): Promise<{ readonly person: string; readonly token: string } | Refusal> {
  const [place] = await tx.query<{ id: number }>(
    `SELECT id FROM agency
      WHERE region = $1 AND CASE WHEN $2::text IS NULL THEN kind = 'SECRETARIAT' ELSE upper(code) = upper($2) END
      ORDER BY id LIMIT 1`,
    [admin.region, agency ?? null],
  );
  if (!place) return refuse('AGENCY_UNKNOWN', { agency: agency ?? 'SECRETARIAT' });
  const person = await createPerson(tx, { ...admin, passwordHash: null });
  if (isRefusal(person)) return person;
  await grantMembership(tx, { ...admin, person, agency: place.id, role: 'admin', capacity: 'DEFINITIF', until: null });
  return { person, token: await firstPasswordToken(tx, person) };
}

/** A new one-time token for a person; an older one no longer works. */
export async function firstPasswordToken(tx: Statements, person: string): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await tx.query(
    `UPDATE credential SET token_hash = $2, token_expires_at = clock_timestamp() + interval '${TOKEN_HOURS} hours'
      WHERE person = $1`,
    [person, hashOf(token)],
  );
  return token;
}

/**
 * Sets the password of whoever holds the token, and ends his sessions. LOGIN_FAILED where the token is unknown, used or
 * too old; PASSWORD_TOO_WEAK keeps it alive.
 */
export async function setPasswordByToken(
  database: Database,
  token: string,
  password: string,
  source?: string,
): Promise<{ readonly login: string } | Refusal> {
  const [holder] = await asIdentity(database, (tx) =>
    tx.query<{ login: string }>(
      `SELECT p.login FROM credential c JOIN person p ON p.id = c.person
        WHERE c.token_hash = $1 AND c.token_expires_at > clock_timestamp() AND p.disabled_at IS NULL`,
      [hashOf(token)],
    ),
  );
  if (!holder) return refuse('LOGIN_FAILED');
  const weakness = passwordWeakness(password, holder.login);
  if (weakness) return weakness;
  const passwordHash = await hashPassword(password, source);
  const used = await asIdentity(database, (tx) =>
    tx.query(
      `WITH used AS (UPDATE credential SET password_hash = $2, token_hash = NULL, token_expires_at = NULL
                      WHERE token_hash = $1 AND token_expires_at > clock_timestamp() RETURNING person),
       ended AS (UPDATE session SET ended_at = clock_timestamp()
                  WHERE person = (SELECT person FROM used) AND ended_at IS NULL)
       SELECT person FROM used`,
      [hashOf(token), passwordHash],
    ),
  );
  return used.length > 0 ? holder : refuse('LOGIN_FAILED');
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
