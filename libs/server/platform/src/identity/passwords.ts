import { hash, verify } from '@node-rs/argon2';
import { type Refusal, refuse } from '@papan/domain';
import { Refused } from '../http/refused';

/** OWASP's minimum for Argon2id: 19 MiB, two passes, one lane. The parameters stand in each hash. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_LENGTH = 12;
const HASHES_AT_ONCE = 4;
const WAITING_AT_MOST = 100;

/** Long enough, and not the login itself; undefined where it will do. Source: docs/domain.md#sessions. */
export function passwordWeakness(password: string, login: string): Refusal | undefined {
  const weak =
    Array.from(password).length < PASSWORD_LENGTH ||
    new Set(password).size < 5 ||
    password.toLowerCase().includes(login.toLowerCase());
  return weak ? refuse('PASSWORD_TOO_WEAK', { length: PASSWORD_LENGTH }) : undefined;
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/**
 * Whether the password fits. Without a hash (unknown login, account without a password) a dummy is compared, so that
 * the answer takes as long as for a known one.
 */
export async function passwordFits(password: string, passwordHash: string | null): Promise<boolean> {
  const against = passwordHash ?? (await dummyHash());
  const fits = await inTurn(() => verify(against, password.normalize('NFC')));
  return fits && passwordHash !== null;
}

let dummy: Promise<string> | undefined;

function dummyHash(): Promise<string> {
  dummy ??= hash(crypto.randomUUID(), COST);
  return dummy;
}

let running = 0;
const waiting: (() => void)[] = [];

/** At most four hashes at once: each takes 19 MiB and a core, and sign-in must not starve the rest. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= HASHES_AT_ONCE) {
    if (waiting.length >= WAITING_AT_MOST) throw new Refused({ ...refuse('OVERLOADED'), retryAfter: 2 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}
