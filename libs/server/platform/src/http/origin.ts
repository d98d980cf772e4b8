import type { IncomingHttpHeaders } from 'node:http';
import type { SettingsValues } from '../settings/settings';

type OriginSettings = Pick<SettingsValues, 'publicOrigins' | 'trustProxy'>;

/**
 * Whether the page that sends this is ours: its Origin is one of PUBLIC_ORIGIN, or, where none is set, exactly what was
 * asked, scheme included. A missing or opaque (`null`) Origin is not ours.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, settings: OriginSettings): boolean {
  const { origin } = headers;
  if (origin === undefined || !URL.canParse(origin) || new URL(origin).origin !== origin) return false;
  if (settings.publicOrigins.length > 0) return settings.publicOrigins.includes(origin);
  return origin === askedOrigin(headers, settings.trustProxy);
}

/** What the browser asked for. This server speaks plain HTTP; only a trusted proxy can have spoken HTTPS for it. */
function askedOrigin(headers: IncomingHttpHeaders, trustProxy: number): string | undefined {
  const scheme = forwarded(headers['x-forwarded-proto'], trustProxy) ?? 'http';
  const host = forwarded(headers['x-forwarded-host'], trustProxy) ?? headers.host;
  const address = `${scheme}://${host ?? ''}`;
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/**
 * What the outermost of our own proxies saw. Each adds its word at the end, so with two trusted proxies the last but one
 * counts; what stands before came from outside. A proxy that replaces instead of adding leaves a single word.
 */
function forwarded(header: string | string[] | undefined, trustProxy: number): string | undefined {
  if (trustProxy === 0 || header === undefined) return undefined;
  const words = String(header).split(',');
  return words[Math.max(0, words.length - trustProxy)]?.trim().toLowerCase() || undefined;
}

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Whether a request may change something: safe verbs always; unsafe ones when browser and Origin agree that our own
 * page sends them. Programs without a browser send neither header and carry no one's cookie by accident: a browser
 * always sends Origin with these verbs.
 */
export function isSameSite(method: string, headers: IncomingHttpHeaders, settings: OriginSettings): boolean {
  if (!UNSAFE.has(method)) return true;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined ? site === undefined || site === 'same-origin' : isOwnOrigin(headers, settings);
}
