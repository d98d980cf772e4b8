import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { isRefusal } from '@papan/domain';
import type { Observable } from 'rxjs';
import { map } from 'rxjs/operators';
import { Refused } from './refused';

/** A refusal that a handler returns as a value goes to the filter that answers refusals. */
@Injectable()
export class RefusalInterceptor implements NestInterceptor {
  intercept(_: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      map((value) => {
        if (isRefusal(value)) throw new Refused(value);
        return value;
      }),
    );
  }
}
