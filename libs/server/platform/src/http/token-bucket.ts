/** So many at once, then so many a second. */
export class TokenBucket {
  private tokens: number;
  private filledAt: number;

  /** `burst` at once, refilled by `perSecond`; `now` in milliseconds. */
  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
    now: number = performance.now(),
  ) {
    this.tokens = burst;
    this.filledAt = now;
  }

  /** Takes one; false where none is left. */
  take(now: number = performance.now()): boolean {
    this.fill(now);
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }

  /** Nobody has taken anything for a while: a new one would be the same. */
  isFull(now: number = performance.now()): boolean {
    this.fill(now);
    return this.tokens >= this.burst;
  }

  private fill(now: number): void {
    this.tokens = Math.min(this.burst, this.tokens + ((now - this.filledAt) / 1000) * this.perSecond);
    this.filledAt = now;
  }
}
