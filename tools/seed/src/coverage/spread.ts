/**
 * Spreads a whole number over parts in the measure of their weights: each part a whole number ≥ 0, together exactly `total`.
 * What rounding leaves over goes to the largest remainders first. `most`: what a part can hold at most.
 * Throws where the parts cannot hold it.
 */
export function spread(total: number, weights: readonly number[], most?: readonly number[]): number[] {
  const room = (at: number): number => most?.[at] ?? Number.POSITIVE_INFINITY;
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map((part, at) => Math.min(Math.floor(part), room(at)));
  let left = total - parts.reduce((all, part) => all + part, 0);
  const order = exact
    .map((part, at) => ({ at, remainder: part - Math.floor(part) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  while (left > 0) {
    const open = order.filter(({ at }) => (parts[at] ?? 0) < room(at)).slice(0, left);
    if (open.length === 0) throw new RangeError(`${left} of ${total} find no room`);
    for (const { at } of open) parts[at] = (parts[at] ?? 0) + 1;
    left -= open.length;
  }
  return parts;
}
