import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * Name of the session's cookie. The prefix `__Host-` makes the browser insist on Secure, on the path `/` and on this very
 * host; browsers count `http://localhost` and `http://127.0.0.1` as secure. The other name is for plain HTTP between
 * machines, which has to be allowed on purpose.
 */
export const SECURE_COOKIE = '__Host-papan';
export const PLAIN_COOKIE = 'papan-http';

/** Angular reads this cookie and repeats it in this header on every unsafe request: a foreign site can do neither. */
export const XSRF_COOKIE = 'XSRF-TOKEN';
export const XSRF_HEADER = 'x-xsrf-token';

/** How cookies travel: see `SECURE_COOKIE`. */
export interface CookieSafety {
  readonly secure: boolean;
}

/** The session's token in a `Cookie` header, if there is one. Where both names come, the safer one counts. */
export function sessionToken(cookieHeader: string | undefined): string | undefined {
  return readCookie(cookieHeader, SECURE_COOKIE) ?? readCookie(cookieHeader, PLAIN_COOKIE);
}

/** The two `Set-Cookie` values of a session that begins: the token, and the XSRF token that is derived from it. */
export function sessionCookies(token: string, maxAgeSeconds: number, safety: CookieSafety): readonly string[] {
  return [
    cookie(safety.secure ? SECURE_COOKIE : PLAIN_COOKIE, token, maxAgeSeconds, safety, true),
    cookie(XSRF_COOKIE, xsrfToken(token), maxAgeSeconds, safety, false),
  ];
}

/** The `Set-Cookie` values that make the browser forget a session. */
export function forgottenCookies(safety: CookieSafety): readonly string[] {
  return [
    cookie(safety.secure ? SECURE_COOKIE : PLAIN_COOKIE, '', 0, safety, true),
    cookie(XSRF_COOKIE, '', 0, safety, false),
  ];
}

/** Bound to the session, so that a cookie planted by a neighbouring host does not fit. */
export function xsrfToken(token: string): string {
  return createHash('sha256').update(`papan-xsrf:${token}`).digest('base64url');
}

/**
 * Whether an unsafe request may pass: it carries no session at all (then there is nothing to misuse), or the header
 * repeats the token that belongs to the session in the `Cookie` header.
 */
export function xsrfMatches(cookieHeader: string | undefined, xsrfHeader: string | undefined): boolean {
  const token = sessionToken(cookieHeader);
  if (token === undefined) return true;
  const expected = Buffer.from(xsrfToken(token));
  const given = Buffer.from(xsrfHeader ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const at = part.indexOf('=');
    if (at > 0 && part.slice(0, at).trim() === name) return part.slice(at + 1).trim() || undefined;
  }
  return undefined;
}

function cookie(name: string, value: string, maxAge: number, { secure }: CookieSafety, httpOnly: boolean): string {
  const flags = [`Path=/`, `Max-Age=${maxAge}`, 'SameSite=Lax'];
  if (secure) flags.push('Secure');
  if (httpOnly) flags.push('HttpOnly');
  return [`${name}=${value}`, ...flags].join('; ');
}
