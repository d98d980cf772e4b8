import type { Problem } from '@papan/contracts';

/** What comes back from the server: a value, its refusal, or nothing at all. Never thrown. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }
  | { readonly ok: false; readonly unreachable: true };

/** The refusal in a result, if the server answered with one. */
export function problemOf(result: Result<unknown>): Problem | undefined {
  return !result.ok && 'problem' in result ? result.problem : undefined;
}

/** Whether no answer came: it is not known if the server did it; the same command id may be sent again. */
export function isUnreachable(result: Result<unknown>): boolean {
  return !result.ok && 'unreachable' in result;
}

/** Turns the value and leaves the rest. */
export function mapResult<A, B>(result: Result<A>, step: (value: A) => B): Result<B> {
  return result.ok ? { ok: true, value: step(result.value) } : result;
}
