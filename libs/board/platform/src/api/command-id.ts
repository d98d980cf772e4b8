/** The id of one command or entry: a UUID of version 7, made here, so that a retry can say "the same again". */
export type CommandId = string;

/** What a UUIDv7 is made of: milliseconds since 1970 and 10 random bytes. Passed in by tests. */
export interface IdSources {
  readonly millis: () => number;
  readonly bytes: () => Uint8Array;
}

const BROWSER: IdSources = {
  millis: () => Date.now(),
  bytes: () => crypto.getRandomValues(new Uint8Array(10)),
};

/** A new id, `0197…-7…`: 48 bits of time, then chance (RFC 9562 §5.7). */
export function newCommandId({ millis, bytes }: IdSources = BROWSER): CommandId {
  const chance = [...bytes()];
  chance[0] = ((chance[0] ?? 0) & 0x0f) | 0x70;
  chance[2] = ((chance[2] ?? 0) & 0x3f) | 0x80;
  const time = Math.floor(millis()).toString(16).padStart(12, '0');
  const rest = chance.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [time.slice(0, 8), time.slice(8), rest.slice(0, 4), rest.slice(4, 8), rest.slice(8)].join('-');
}
