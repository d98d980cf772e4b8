import { TRIGRAMS, type Trigrams, trigramsOf } from './likeness';

/** Names as alike as this are looked at. Source: docs/domain.md#doubles. */
export const NAME_LIKE = 0.7;

/** Of so many names that are alike the most alike are taken; more of them say nothing. */
const LOOKED_AT = 80;
const STEPS = 100;
const NOBODY: readonly number[] = [];

/** A name by its number, and how alike it is. */
export type AlikeName = readonly [name: number, alike: number];

/**
 * Finds the names that are like one, among thousands: for every three-letter piece it keeps who has it, so that a look-up
 * counts the pieces that are shared instead of comparing with everybody, and misses nobody who is alike enough. Of very
 * many only the most alike are taken, so that a list of one name and its numbers costs little more than others. Ten
 * thousand look-ups among ten thousand names take about a second.
 */
export class NameIndex {
  private readonly pieces: Trigrams[] = [];
  private readonly numberOf = new Map<string, number>();
  private readonly whoHas: (number[] | undefined)[] = new Array<number[] | undefined>(TRIGRAMS);
  /** How many pieces each name shares with the one that is looked up; all 0 in between. */
  private shared = new Uint16Array(0);
  /** Names that share enough of them. */
  private touched = new Uint32Array(0);

  /** The number of a normalised name: 0, 1, 2 …; the same name has the same number. */
  add(text: string): number {
    const known = this.numberOf.get(text);
    if (known !== undefined) return known;
    const at = this.pieces.length;
    const pieces = trigramsOf(text);
    this.pieces.push(pieces);
    this.numberOf.set(text, at);
    for (const piece of pieces) (this.whoHas[piece] ??= []).push(at);
    return at;
  }

  piecesOf(name: number): Trigrams {
    return this.pieces[name] ?? NOBODY;
  }

  /** Names that are like the one with these pieces. */
  like(own: Trigrams): readonly AlikeName[] {
    this.makeRoom();
    const { shared } = this;
    for (const piece of own) {
      for (const at of this.whoHas[piece] ?? NOBODY) shared[at] = (shared[at] ?? 0) + 1;
    }
    const touched = this.gather(own.length);
    const least = touched <= LOOKED_AT ? NAME_LIKE : this.leastAlike(own.length, touched);
    const found: AlikeName[] = [];
    for (let nth = 0; nth < touched && found.length < LOOKED_AT; nth++) {
      const at = this.touched[nth] ?? 0;
      const alike = this.alike(at, own.length);
      if (alike >= least) found.push([at, alike]);
    }
    shared.fill(0);
    return found;
  }

  /** Whoever is alike enough shares at least so many pieces, however long it is. */
  private gather(pieces: number): number {
    const fewest = Math.max(1, (pieces * NAME_LIKE) / (2 - NAME_LIKE) - 1e-9);
    let touched = 0;
    for (let at = 0; at < this.pieces.length; at++) {
      if ((this.shared[at] ?? 0) >= fewest) this.touched[touched++] = at;
    }
    return touched;
  }

  /** How alike one of too many has to be, so that about as many as are looked at are left: counted in steps. */
  private leastAlike(pieces: number, touched: number): number {
    const steps = new Uint32Array(STEPS + 1);
    for (let nth = 0; nth < touched; nth++) {
      const step = Math.floor(STEPS * this.alike(this.touched[nth] ?? 0, pieces));
      steps[step] = (steps[step] ?? 0) + 1;
    }
    let [step, looked] = [STEPS, steps[STEPS] ?? 0];
    while (step > 0 && looked + (steps[step - 1] ?? 0) <= LOOKED_AT) looked += steps[--step] ?? 0;
    return Math.max(NAME_LIKE, step / STEPS);
  }

  private alike(at: number, pieces: number): number {
    return (2 * (this.shared[at] ?? 0)) / (pieces + this.piecesOf(at).length);
  }

  private makeRoom(): void {
    if (this.shared.length >= this.pieces.length) return;
    this.shared = new Uint16Array(2 * this.pieces.length);
    this.touched = new Uint32Array(2 * this.pieces.length);
  }
}
