/** Does something for each, and lets everybody else have a turn after so many: a long list holds nobody up. */
export async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => void): Promise<void> {
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % atOnce === 0) await new Promise<void>((go) => setImmediate(go));
    work(item);
  }
}
