import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ownFile } from '../house';

/** The two programs that travel with every dossier, put together from one core: a page and a script. */

const PLACE = '/* core */';
const SCRIPT_HASH = 'SCRIPT_HASH';

/** `periksa.html`: one file, no network, nothing but its own script may run in it. */
export function verifierPage(): Buffer {
  const page = textOf('page.html').replace(PLACE, () => core());
  const script = /<script>([\s\S]*)<\/script>/.exec(page)?.[1] ?? '';
  const hash = createHash('sha256').update(script).digest('base64');
  return Buffer.from(page.replace(SCRIPT_HASH, `sha256-${hash}`));
}

/** `periksa.mjs`: for Node 20 and later, without packages. */
export function verifierScript(): Buffer {
  return Buffer.from(textOf('script.mjs').replace(PLACE, () => core()));
}

function core(): string {
  return textOf('core.mjs').replaceAll(/^export /gm, '');
}

function textOf(name: string): string {
  return readFileSync(ownFile('verifier', name), 'utf8');
}
