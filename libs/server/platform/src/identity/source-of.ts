import { isIPv6 } from 'node:net';

/**
 * The source that tries are counted for: an IPv4 address, or the /64 of an IPv6 address, since every household and every
 * rented machine has 2^64 addresses of that kind. An IPv4 address inside of IPv6 is the IPv4 address.
 */
export function sourceOf(address: string | undefined): string {
  const text = (address ?? '').split('%', 1)[0]?.toLowerCase() ?? '';
  const [, inside] = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text) ?? [];
  if (inside !== undefined) return inside;
  if (!isIPv6(text)) return text || 'unknown';
  const [left = [], right = []] = text.split('::').map((half) => half.split(':').filter(Boolean));
  const zeros = text.includes('::') ? Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  return `${groups.map((group) => parseInt(group, 16).toString(16)).join(':')}::/64`;
}
