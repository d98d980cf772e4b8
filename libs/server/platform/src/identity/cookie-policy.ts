import { Injectable } from '@nestjs/common';
import { refuse } from '@papan/domain';
import type { Request } from 'express';
import { Refused } from '../http/refused';
import { Settings } from '../settings/settings';

/** Names under which browsers keep Secure cookies over plain HTTP: they cannot be reached from elsewhere. */
const LOCAL = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

type Asked = Pick<Request, 'secure' | 'headers'>;

/**
 * How the session's cookie may travel. TLS (also one that ends at a proxy) and localhost: Secure, `__Host-`. Plain HTTP
 * between machines: only where ALLOW_HTTP says so; the sign-in page then says it too.
 */
@Injectable()
export class CookiePolicy {
  constructor(private readonly settings: Settings) {}

  isSecure(request: Asked): boolean {
    return travelsSafely(request) || !this.settings.allowHttp;
  }

  /** Throws Refused HTTP_NOT_SAFE where the browser would drop the cookie: better a word than a sign-in without effect. */
  refuseLostCookie(request: Asked): void {
    if (!travelsSafely(request) && !this.settings.allowHttp) throw new Refused(refuse('HTTP_NOT_SAFE'));
  }
}

/** The page's own Origin tells of TLS that ends at a proxy which says nothing about it. */
function travelsSafely({ secure, headers }: Asked): boolean {
  return secure || LOCAL.test(headers.host ?? '') || (headers.origin?.startsWith('https://') ?? false);
}
