import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One of the published cases that the domain is tested with; the demonstration is held against the same files. */
export function readCase<T>(file: string): T {
  return JSON.parse(readFileSync(join(process.cwd(), 'libs/domain/cases', file), 'utf8')) as T;
}
