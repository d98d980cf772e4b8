import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '@papan/domain';
import { HashQueue } from './hash-queue';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. The parameters stand in each hash. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_LENGTH = 12;

/** Long enough, and not the login itself; undefined where it will do. Source: docs/domain.md#sessions. */
export function passwordWeakness(password: string, login: string): Refusal | undefined {
  const weak =
    Array.from(password).length < PASSWORD_LENGTH ||
    new Set(password).size < 5 ||
    password.toLowerCase().includes(login.toLowerCase());
  return weak ? refuse('PASSWORD_TOO_WEAK', { length: PASSWORD_LENGTH }) : undefined;
}

/** The one queue of this process. */
export const HASHES = new HashQueue();

/** Argon2id, with its parameters and salt. `source`: from where it is asked for; each source has its own places. */
export function hashPassword(password: string, source = 'here'): Promise<string> {
  return HASHES.run(source, () => hash(password.normalize('NFC'), COST));
}

/**
 * Whether the password fits. Without a hash (unknown login, account without a password) a dummy is compared, so that
 * the answer takes as long as for a known one. Throws Refused LOGIN_THROTTLED where the source has no place left.
 */
export async function passwordFits(password: string, passwordHash: string | null, source: string): Promise<boolean> {
  const against = passwordHash ?? (await dummyHash());
  const fits = await HASHES.run(source, () => verify(against, password.normalize('NFC')));
  return fits && passwordHash !== null;
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hash(crypto.randomUUID(), COST);
  return dummy;
}
