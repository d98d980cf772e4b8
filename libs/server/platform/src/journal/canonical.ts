import { createHash } from 'node:crypto';

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Canonical JSON after RFC 8785: keys in the order of their UTF-16 units, no blanks, numbers as ECMAScript writes them.
 * Fields that are `undefined` are left out. Throws on what JSON cannot say (NaN, Infinity, functions, lone surrogates).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number') return canonicalNumber(value);
  if (Array.isArray(value)) return `[${value.map((item: unknown) => canonicalJson(item ?? null)).join(',')}]`;
  if (typeof value === 'object') return canonicalObject(value as Record<string, unknown>);
  throw new TypeError(`canonical JSON cannot say a ${typeof value}`);
}

export function sha256(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

function canonicalText(text: string): string {
  if (LONE_SURROGATE.test(text)) throw new TypeError('canonical JSON cannot say a lone surrogate');
  return JSON.stringify(text);
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`canonical JSON cannot say ${value}`);
  return JSON.stringify(value);
}

function canonicalObject(value: Record<string, unknown>): string {
  const said = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${canonicalText(key)}:${canonicalJson(value[key])}`);
  return `{${said.join(',')}}`;
}
