import type { EvidenceStored } from '@papan/contracts';

/** What a draft has kept of uploaded files; nothing where it cannot be read. */
export function storedIn(text: string): readonly EvidenceStored[] {
  try {
    const kept: unknown = JSON.parse(text || '[]');
    return Array.isArray(kept) ? (kept as EvidenceStored[]) : [];
  } catch {
    return [];
  }
}
