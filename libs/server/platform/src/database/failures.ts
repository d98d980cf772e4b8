import { refuse } from '@papan/domain';
import { type FullRefusal, Refused } from '../http/refused';

const CONNECTION_LOST = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'ENOENT',
  'EHOSTUNREACH',
]);
const GOING_DOWN = new Set(['57P01', '57P02', '57P03', '53300']);
const TRY_AGAIN = new Set(['40001', '40P01']);
const TOO_SLOW = new Set(['55P03', '57014', '25P03', '53200', '53400']);
const UNIQUE = '23505';

/** The SQLSTATE or system code of a failure, also where TypeORM wrapped it. */
export function failureCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, driverError, cause } = error as { code?: unknown; driverError?: unknown; cause?: unknown };
  if (typeof code === 'string') return code;
  return failureCode(driverError) ?? failureCode(cause);
}

export function isUniqueViolation(error: unknown): boolean {
  return failureCode(error) === UNIQUE;
}

/** Two transactions got in each other's way; the database undid this one, and it may simply run again. */
export function isCollision(error: unknown): boolean {
  return TRY_AGAIN.has(failureCode(error) ?? '');
}

/** The database is away or the connection broke: whether a commit arrived is not known. */
export function isConnectionLost(error: unknown): boolean {
  const code = failureCode(error);
  if (code !== undefined) return CONNECTION_LOST.has(code) || GOING_DOWN.has(code) || code.startsWith('08');
  return (
    error instanceof Error &&
    /Connection terminated|connection timeout|not queryable|Connection ended/i.test(error.message)
  );
}

/** No place in the pool, or a lock or statement over its time. */
export function isOverload(error: unknown): boolean {
  if (TOO_SLOW.has(failureCode(error) ?? '')) return true;
  return error instanceof Error && /timeout exceeded when trying to connect/i.test(error.message);
}

/** What a failure of the database is to the reader, or undefined where it is a mistake of ours. */
export function refusalOfFailure(error: unknown): FullRefusal | undefined {
  if (error instanceof Refused) return error.refusal;
  if (isOverload(error) || isCollision(error)) return { ...refuse('OVERLOADED'), retryAfter: 1 };
  if (isConnectionLost(error)) return { ...refuse('DATABASE_DOWN'), retryAfter: 2 };
  return undefined;
}
