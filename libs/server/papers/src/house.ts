import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** This library's own folder, from its sources as well as from a bundled program: files that are no code lie there. */
const OWN = join('libs', 'server', 'papers');

/** The absolute path of a file of this library. Throws where the installation lacks it. */
export function ownFile(...parts: readonly string[]): string {
  const file = join(OWN, ...parts);
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const path = resolve(folder, file);
    if (existsSync(path)) return path;
    if (folder === dirname(folder)) throw new Error(`the installation lacks ${file}`);
  }
}
