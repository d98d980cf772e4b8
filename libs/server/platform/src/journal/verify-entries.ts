// Needs nothing but Node: travels with an export, so that others can check a journal without our program.
import { createHash } from 'node:crypto';

/** One stored line of the journal, the bytes in hex. `salt` and `body` are null where there is no text or it was erased. */
export interface StoredEntry {
  readonly seq: number;
  readonly type: string;
  readonly epoch: number;
  /** ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  /** The one agency that may know of it; null: every party. */
  readonly audience: number | null;
  readonly entry: string;
  readonly prev: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly body: string | null;
}

/**
 * `number`: an entry is missing, doubled or out of order; `link`: it does not follow the one before; `hash`: its text was
 * changed; `content`: the columns say something else than the text; `private`: the text beside it was changed;
 * `head`: the region's head is not the last entry (entries were cut off or added behind its back).
 */
export type Break = 'number' | 'link' | 'hash' | 'content' | 'private' | 'head';

export interface ChainState {
  readonly region: string;
  readonly seq: number;
  readonly hash: string;
  readonly erased: number;
}

/** The state before the first entry: its link is made of the region's code. */
export function chainStart(region: string): ChainState {
  const hash = createHash('sha256').update(`papan-uhc:${region}`).digest('hex');
  return { region, seq: 0, hash, erased: 0 };
}

/** The chain after one more entry, or how it breaks there. */
export function followChain(state: ChainState, stored: StoredEntry): ChainState | Break {
  if (stored.seq !== state.seq + 1) return 'number';
  if (stored.prev !== state.hash) return 'link';
  if (stored.hash !== entryHash(stored)) return 'hash';
  const said = JSON.parse(stored.entry) as Record<string, unknown>;
  if (!saysTheSame(said, stored, state.region)) return 'content';
  const erased = said['private'] !== null && stored.body === null;
  if (!erased && said['private'] !== privateHash(stored)) return 'private';
  return { ...state, seq: stored.seq, hash: stored.hash, erased: state.erased + (erased ? 1 : 0) };
}

/** SHA-256(0x01 ‖ prev ‖ seq ‖ length ‖ text), the two numbers as 64 bits, big-endian. */
function entryHash({ prev, seq, entry }: StoredEntry): string {
  const text = Buffer.from(entry, 'utf8');
  const hash = createHash('sha256').update(Uint8Array.of(1)).update(Buffer.from(prev, 'hex'));
  return hash.update(bigEndian(seq)).update(bigEndian(text.length)).update(text).digest('hex');
}

function privateHash({ salt, body }: StoredEntry): string | null {
  if (salt === null || body === null) return null;
  return createHash('sha256').update(Buffer.from(salt, 'hex')).update(body, 'utf8').digest('hex');
}

/** What the server reads from the columns must be what was hashed: above all who may see the entry. */
function saysTheSame(said: Record<string, unknown>, stored: StoredEntry, region: string): boolean {
  const { seq, type, epoch, at, audience } = stored;
  return Object.entries({ region, seq, type, epoch, at, audience }).every(([key, value]) => said[key] === value);
}

function bigEndian(number: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(number));
  return bytes;
}
