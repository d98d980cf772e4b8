/**
 * How alike two normalised texts are, from 0 to 1: Dice's coefficient over the sets of their trigrams. Each word has two
 * blanks before it and one behind, so that the order of words does not matter and beginnings weigh more.
 * Symmetric; 1 for the same words; an empty text is like nothing.
 */
export function likeness(one: string, other: string): number {
  return dice(trigramsOf(one), trigramsOf(other));
}

/** The set of three-letter pieces of the words. */
export function trigramsOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const word of text.split(' ')) {
    if (word === '') continue;
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at++) pieces.add(padded.slice(at, at + 3));
  }
  return pieces;
}

export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  let shared = 0;
  for (const piece of small) if (large.has(piece)) shared++;
  return (2 * shared) / (one.size + other.size);
}
