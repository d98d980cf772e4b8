import type { Locale } from './locale';
import { formatDecimal, formatInteger } from './numbers';

const KILO = 1024;

/** The size of a file: `812 B`, `312 kB`, `1,2 MB`; a kB has 1,024 bytes, so that the limit of 20 MB reads as it is meant. */
export function formatBytes(bytes: number, locale: Locale = 'id'): string {
  if (bytes < KILO) return `${formatInteger(bytes, locale)} B`;
  // What would read as 1.024 kB is 1,0 MB.
  if (Math.round(bytes / KILO) < KILO) return `${formatInteger(Math.round(bytes / KILO), locale)} kB`;
  return `${formatDecimal(bytes / KILO / KILO, 1, locale)} MB`;
}
