import type { Problem } from '@papan/contracts';
import type { Refusal } from '@papan/domain';

/** A refusal with what HTTP adds to it: unreadable fields, both values of a conflict, seconds to wait. */
export type FullRefusal = Refusal & Partial<Pick<Problem, 'fields' | 'conflicts' | 'version' | 'retryAfter'>>;

/** For places that cannot return a value (guards, pipes, the pool): carries the refusal to the filter that answers. */
export class Refused extends Error {
  constructor(readonly refusal: FullRefusal) {
    super(refusal.code);
    this.name = 'Refused';
  }
}
