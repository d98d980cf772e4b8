import type { RefusalCode, RefusalParams } from '@papan/domain';
import type { FieldConflictView } from './tasks';

/** Body of every refusal over HTTP (`application/problem+json`, RFC 9457), in the language of the reader. */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: RefusalCode | 'INTERNAL';
  /** What was wrong. */
  readonly title: string;
  /** Which rule it rests on, in words. */
  readonly detail: string;
  /** What to do next. */
  readonly mend: string;
  readonly rule: string;
  readonly params: RefusalParams;
  /** For support: finds the line in the log. */
  readonly trace: string;
  /** Unreadable fields of the body: path and what is expected. */
  readonly fields?: readonly { readonly path: string; readonly expected: string }[];
  /** Both values of the fields that two people changed (code TASK_FIELD_CONFLICT), and the version that stands now. */
  readonly conflicts?: readonly FieldConflictView[];
  readonly version?: number;
  /** Seconds to wait (codes LOGIN_THROTTLED, RATE_LIMITED, OVERLOADED). */
  readonly retryAfter?: number;
}

/** Header names of the language over HTTP. */
export const COMMAND_ID_HEADER = 'Idempotency-Key';
export const VERSION_HEADER = 'If-Match';
