import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Settings } from '../settings/settings';

/** Names under which browsers keep Secure cookies over plain HTTP: they cannot be reached from elsewhere. */
const LOCAL = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

/**
 * How the session's cookie may travel. TLS (also one that ends at a trusted proxy) and localhost: Secure, `__Host-`.
 * Plain HTTP between machines: only where ALLOW_HTTP says so; the sign-in page then says it too.
 */
@Injectable()
export class CookiePolicy {
  constructor(private readonly settings: Settings) {}

  isSecure(request: Pick<Request, 'secure' | 'headers'>): boolean {
    if (request.secure || LOCAL.test(request.headers.host ?? '')) return true;
    return !this.settings.allowHttp;
  }
}
