/** From figures to pixels. */
export interface Scale {
  readonly from: number;
  readonly through: number;
  at(value: number): number;
}

/** @param room from where to where on the screen; the other way round for what grows upwards. */
export function scale(from: number, through: number, room: readonly [number, number]): Scale {
  const [start, end] = room;
  const span = through - from;
  return { from, through, at: (value) => (span === 0 ? start : start + ((value - from) / span) * (end - start)) };
}

/** Steps of 1, 2 or 5 times a power of ten that give about so many lines. */
export function niceStep(span: number, lines: number): number {
  if (span <= 0) return 1;
  const raw = span / Math.max(1, lines);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((one) => one * power >= raw) ?? 10;
  return factor * power;
}

/** Round values that cover the span from the lowest to the highest, in order. */
export function ticks(lowest: number, highest: number, lines = 5): readonly number[] {
  const step = Math.max(1, niceStep(highest - lowest, lines));
  const first = Math.floor(lowest / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step);
}

/** Moves labels apart that would lie on each other, keeping their order; `room` is the height of one of them. */
export function spreadLabels(wanted: readonly number[], room: number, lowest: number, highest: number): number[] {
  const order = wanted.map((at, index) => ({ at, index })).sort((a, b) => a.at - b.at);
  let floor = lowest;
  for (const one of order) {
    one.at = Math.max(one.at, floor);
    floor = one.at + room;
  }
  let ceiling = highest;
  for (const one of [...order].reverse()) {
    one.at = Math.min(one.at, ceiling);
    ceiling = one.at - room;
  }
  const placed: number[] = Array.from({ length: wanted.length }, () => 0);
  for (const { at, index } of order) placed[index] = at;
  return placed;
}
