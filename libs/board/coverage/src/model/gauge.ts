/** A bar in percent of its own width. */
export interface GaugeScale {
  readonly from: number;
  readonly through: number;
  readonly cut: number;
  readonly all: number;
  readonly line: number | null;
}

/**
 * The bar begins at the ten below the figure less ten: from 0, nobody could tell 97,45 % from 98 %. It ends at 100, or
 * where a figure above it does: nothing is clamped.
 */
export function gaugeScale(cut: number, total: number, population: number, line: number | null): GaugeScale {
  const [first, second] = [(cut / population) * 100, (total / population) * 100];
  const lowest = Math.min(first, second, line ?? first);
  const from = Math.max(0, Math.floor(Math.min(lowest, 100) / 10) * 10 - 10);
  const through = Math.max(100, Math.ceil(Math.max(first, second)));
  const at = (percent: number): number => Math.min(100, Math.max(0, ((percent - from) / (through - from)) * 100));
  return { from, through, cut: at(first), all: at(second), line: line === null ? null : at(line) };
}
