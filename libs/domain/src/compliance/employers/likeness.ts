/**
 * How alike two normalised texts are, from 0 to 1: Dice's coefficient over the sets of their trigrams. Each word has two
 * blanks before it and one behind, so that the order of words does not matter and beginnings weigh more.
 * Symmetric; 1 for the same words; an empty text is like nothing.
 */
export function likeness(one: string, other: string): number {
  return dice(trigramsOf(one), trigramsOf(other));
}

/** A set of three-letter pieces: their numbers, each once, in order. */
export type Trigrams = readonly number[];

const LETTERS = 38;
/** Every piece has a number below this. */
export const TRIGRAMS = LETTERS ** 3;

/** The three-letter pieces of the words. */
export function trigramsOf(text: string): Trigrams {
  const pieces: number[] = [];
  let [before, last] = [0, 0];
  for (let at = 0; at <= text.length; at++) {
    const letter = at < text.length ? letterAt(text, at) : 0;
    if (letter !== 0 || last !== 0) pieces.push((before * LETTERS + last) * LETTERS + letter);
    before = letter === 0 ? 0 : last;
    last = letter;
  }
  pieces.sort((a, b) => a - b);
  return pieces.filter((piece, at) => piece !== pieces[at - 1]);
}

export function dice(one: Trigrams, other: Trigrams): number {
  if (one.length === 0 || other.length === 0) return 0;
  let [shared, here, there] = [0, 0, 0];
  while (here < one.length && there < other.length) {
    const difference = (one[here] ?? 0) - (other[there] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) here++;
    if (difference >= 0) there++;
  }
  return (2 * shared) / (one.length + other.length);
}

/** 0 for a blank, then digits, capitals, and one number for everything else. */
function letterAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === 32) return 0;
  if (code >= 48 && code <= 57) return code - 47;
  return code >= 65 && code <= 90 ? code - 54 : LETTERS - 1;
}
