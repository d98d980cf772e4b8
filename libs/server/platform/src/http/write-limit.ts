import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { refuse } from '@papan/domain';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import type { SignedInRequest } from '../identity/signed-in';
import { Settings } from '../settings/settings';
import { Refused } from './refused';
import { TokenBucket } from './token-bucket';

/** Seconds' worth of writes that may come at once. */
const BURST_SECONDS = 4;
const SESSIONS_KEPT = 2_000;

/**
 * A session writes 50 times a second, 200 times at once: far more than hands can do, and too little for a program run
 * wild to keep everybody else waiting. Each instance counts for itself. Source: docs/domain.md#commands.
 */
@Injectable()
export class WriteLimit implements NestInterceptor {
  private readonly shares = new Map<string, TokenBucket>();

  constructor(private readonly settings: Settings) {}

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const { method, signedIn } = context.switchToHttp().getRequest<Request & SignedInRequest>();
    if (signedIn && method !== 'GET' && method !== 'HEAD' && !this.shareOf(signedIn.sessionId).take())
      throw new Refused({ ...refuse('RATE_LIMITED'), retryAfter: 1 });
    return next.handle();
  }

  private shareOf(session: string): TokenBucket {
    const { writesPerSecond } = this.settings;
    const share = this.shares.get(session) ?? new TokenBucket(writesPerSecond, BURST_SECONDS * writesPerSecond);
    this.shares.set(session, share);
    if (this.shares.size > SESSIONS_KEPT) this.forgetTheQuiet();
    return share;
  }

  private forgetTheQuiet(): void {
    for (const [session, share] of this.shares) if (share.isFull()) this.shares.delete(session);
  }
}
