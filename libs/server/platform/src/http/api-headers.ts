import { refuse } from '@papan/domain';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { xsrfMatches } from '../identity/cookies';
import type { SettingsValues } from '../settings/settings';
import { isSameSite } from './origin';
import { Refused } from './refused';

/** The headers of every answer; the content policy is set by whoever answers a page. */
export function safeHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: false,
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: false },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  }) as RequestHandler;
}

/** Answers of the API are nobody's cache's and no page; nothing may be changed from a foreign site. */
export function apiHeaders(settings: SettingsValues): RequestHandler {
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Content-Security-Policy', `default-src 'none'; frame-ancestors 'none'`);
    const mayPass = isSameSite(request.method, request.headers, settings) && hasXsrf(request);
    next(mayPass ? undefined : new Refused(refuse('ORIGIN_REFUSED')));
  };
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

function hasXsrf(request: Request): boolean {
  return SAFE.has(request.method) || xsrfMatches(request.headers.cookie, request.get('x-xsrf-token'));
}
