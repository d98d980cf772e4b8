import type { SignIn } from '@papan/contracts';
import { type Refusal, type Role, isRefusal, refuse } from '@papan/domain';
import type { Database } from '../database/database';
import type { FullRefusal } from '../http/refused';
import { asIdentity } from './as-identity';
import { countTry, forgetTries } from './login-throttle';
import { HASHES, passwordFits } from './passwords';
import type { Sessions, StartedSession } from './sessions';
import { sourceOf } from './source-of';

/** From where somebody tries: the address (behind `TRUST_PROXY`: the client's), and what the browser calls itself. */
export interface Origin {
  readonly address: string | undefined;
  readonly userAgent: string | undefined;
}

interface Account {
  readonly id: string;
  readonly passwordHash: string | null;
  readonly roles: readonly Role[];
}

/**
 * Checks login and password and begins a session. The same LOGIN_FAILED for an unknown login, a wrong password and a
 * disabled account, after the same time; LOGIN_THROTTLED after too many tries, and at once where too many sign in from
 * the same source at this moment (that costs no try). A phone session is for operators; others get STEP_UP_NEEDED.
 */
export async function signIn(
  database: Database,
  sessions: Sessions,
  { login, password, kind }: SignIn,
  { address, userAgent }: Origin,
): Promise<StartedSession | FullRefusal> {
  const source = sourceOf(address);
  HASHES.refuseWhenFull(source);
  const wait = await countTry(database, login, source);
  if (wait > 0) return { ...refuse('LOGIN_THROTTLED', { seconds: wait }), retryAfter: wait };
  const account = await findAccount(database, login);
  if (!(await passwordFits(password, account?.passwordHash ?? null, source)) || !account) return refuse('LOGIN_FAILED');
  await forgetTries(database, login, source);
  const fit = fitsKind(account, kind);
  return isRefusal(fit) ? fit : sessions.start(account.id, kind, userAgent);
}

async function findAccount(database: Database, login: string): Promise<Account | undefined> {
  const [account] = await asIdentity(database, (tx) =>
    tx.query<Account>(
      `SELECT p.id, c.password_hash AS "passwordHash", (SELECT coalesce(json_agg(role), '[]') FROM membership m WHERE m.person = p.id) AS roles
         FROM person p LEFT JOIN credential c ON c.person = p.id
        WHERE lower(p.login) = lower($1) AND p.disabled_at IS NULL`,
      [login.trim()],
    ),
  );
  return account;
}

/** A phone lies about and stays signed in for weeks: it is for those who report, and for nothing but reporting. */
function fitsKind({ roles }: Account, kind: SignIn['kind']): true | Refusal {
  return kind === 'desk' || roles.every((role) => role === 'operator') || refuse('STEP_UP_NEEDED', { action: 'phone' });
}
