import type { IncomingHttpHeaders } from 'node:http';
import type { SettingsValues } from '../settings/settings';

type OriginSettings = Pick<SettingsValues, 'publicOrigins' | 'trustProxy'>;

/**
 * Whether the page that sends this is ours: its Origin is one of PUBLIC_ORIGIN, or, where none is set, names the host
 * that was asked. A missing or opaque (`null`) Origin is not ours.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, settings: OriginSettings): boolean {
  const origin = headers.origin;
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { origin: exact, host } = new URL(origin);
  if (exact !== origin) return false;
  if (settings.publicOrigins.length > 0) return settings.publicOrigins.includes(exact);
  return host === askedHost(headers, settings);
}

/** The host that the browser asked for, without the standard port. */
function askedHost(headers: IncomingHttpHeaders, { trustProxy }: OriginSettings): string | undefined {
  const forwarded = trustProxy > 0 ? headers['x-forwarded-host'] : undefined;
  const host = (Array.isArray(forwarded) ? forwarded[0] : forwarded)?.split(',')[0]?.trim() ?? headers.host;
  return host?.toLowerCase();
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
