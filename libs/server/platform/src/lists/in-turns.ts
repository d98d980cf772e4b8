/** So long others wait at most, in milliseconds. */
const TURN = 10;

/** Does something for each, and lets everybody else have a turn every few milliseconds: a long list holds nobody up. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => void): Promise<void> {
  let until = performance.now() + TURN;
  for (const item of items) {
    work(item);
    if (performance.now() < until) continue;
    await new Promise<void>((go) => setImmediate(go));
    until = performance.now() + TURN;
  }
}
