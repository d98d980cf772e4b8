import { canonicalJson, sha256 } from '../journal/canonical';

/**
 * A UUID (version 8) made of what it stands for: the same thing always gets the same one, so that the journal, which
 * takes each command once, takes it once.
 */
export function derivedId(...of: readonly (string | number)[]): string {
  const hex = sha256(canonicalJson(of)).toString('hex');
  const variant = ((parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant + hex.slice(17, 20)];
  return [...parts, hex.slice(20, 32)].join('-');
}
