import type { EvidenceStored } from '@papan/contracts';

/** The stored file that a draft keeps as text; null where it keeps none. */
export function storedIn(text: string): EvidenceStored | null {
  if (text === '') return null;
  try {
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null && 'hash' in kept ? (kept as EvidenceStored) : null;
  } catch {
    return null;
  }
}

/** The SHA-256 of that file. */
export function hashIn(text: string): string | null {
  return storedIn(text)?.hash ?? null;
}
