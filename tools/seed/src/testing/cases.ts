import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of the published cases that the domain is tested with; the demonstration is held against the same files. */
export function readCase(file: string): unknown {
  return JSON.parse(readFileSync(join(process.cwd(), 'libs/domain/cases', file), 'utf8'));
}
