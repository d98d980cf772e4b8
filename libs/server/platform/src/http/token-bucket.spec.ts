import { TokenBucket } from './token-bucket';

describe('a share of requests', () => {
  it('is so many at once, then so many a second', () => {
    const bucket = new TokenBucket(2, 3, 0);
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
    expect([400, 500, 900, 1_000].map((now) => bucket.take(now))).toEqual([false, true, false, true]);
  });

  it('does not heap up while nobody asks', () => {
    const bucket = new TokenBucket(2, 3, 0);
    expect(bucket.isFull(0)).toBe(true);
    bucket.take(0);
    expect(bucket.isFull(0)).toBe(false);
    expect(bucket.isFull(60_000)).toBe(true);
    expect([0, 0, 0, 0].map(() => bucket.take(60_000))).toEqual([true, true, true, false]);
  });
});
