import { HashQueue } from './hash-queue';

describe('the queue before the hashes', () => {
  it('runs two at once, keeps eight places for a source and refuses the rest at once', async () => {
    const queue = new HashQueue();
    const finish: (() => void)[] = [];
    const work = () => new Promise<void>((done) => finish.push(done));
    const strangers = Array.from({ length: 30 }, () => queue.run('203.0.113.7', work).then(() => 'done', codeOf));
    await Promise.resolve();
    expect(finish).toHaveLength(2);
    const colleague = queue.run('10.0.0.1', work).then(() => 'done', codeOf);
    for (let at = 0; at < 11; at++) {
      expect(finish.length - at).toBeLessThanOrEqual(2);
      finish[at]?.();
      await new Promise((turn) => setImmediate(turn));
    }
    expect(await colleague).toBe('done');
    const ends = await Promise.all(strangers);
    expect(ends.filter((end) => end === 'done')).toHaveLength(10);
    expect(ends.filter((end) => end === 'LOGIN_THROTTLED')).toHaveLength(20);
  });

  it('goes on after a failure', async () => {
    const queue = new HashQueue();
    const fail = () => queue.run('a', () => Promise.reject(new Error('broken')));
    for (let at = 0; at < 5; at++) await expect(fail()).rejects.toThrow('broken');
    expect(await queue.run('a', () => Promise.resolve(1))).toBe(1);
  });
});

function codeOf(error: unknown): unknown {
  return (error as { refusal?: { code?: unknown } }).refusal?.code;
}
