import type { MapShape } from '@papan/contracts';

/** The path of an area. */
export function shapePath({ rings }: MapShape): string {
  return rings
    .map(
      (ring) =>
        `M${pairs(ring)
          .map(([x, y]) => `${x} ${y}`)
          .join('L')}Z`,
    )
    .join('');
}

/** Of so many lines across an area the best one carries the name. */
const LINES = 24;

/**
 * Where the name stands: the middle of the widest stretch within the area. A centre of gravity would lie outside an area
 * that bends around another one. Lines near the edge count less, so that the number below the name is inside as well.
 */
export function shapeLabel({ rings }: MapShape): readonly [x: number, y: number] {
  const outlines = rings.map(pairs);
  const largest = outlines.toSorted((one, other) => extent(other) - extent(one))[0] ?? [];
  const { top, bottom } = boundsOf(largest);
  let best: { readonly at: readonly [number, number]; readonly worth: number } = { at: [0, 0], worth: 0 };
  for (let line = 1; line < LINES; line += 1) {
    const y = top + ((bottom - top) * line) / LINES;
    const inner = Math.sin((Math.PI * line) / LINES);
    for (const [from, through] of stretches(outlines, y)) {
      const worth = (through - from) * inner;
      if (worth > best.worth) best = { at: [(from + through) / 2, y], worth };
    }
  }
  return best.at;
}

/** What of a horizontal line lies within the rings: from every odd crossing to the next one. */
function stretches(outlines: readonly Outline[], y: number): readonly (readonly [from: number, through: number])[] {
  const crossings = outlines.flatMap((points) =>
    points.flatMap(([px, py], at) => {
      const [qx, qy] = points[(at + 1) % points.length] ?? [px, py];
      return py <= y === qy <= y ? [] : [px + ((y - py) * (qx - px)) / (qy - py)];
    }),
  );
  crossings.sort((one, other) => one - other);
  return Array.from({ length: Math.floor(crossings.length / 2) }, (_, at) => [
    crossings[at * 2] ?? 0,
    crossings[at * 2 + 1] ?? 0,
  ]);
}

function extent(outline: Outline): number {
  const { left, right, top, bottom } = boundsOf(outline);
  return (right - left) * (bottom - top);
}

function boundsOf(outline: Outline): Record<'left' | 'right' | 'top' | 'bottom', number> {
  const [across, down] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  return {
    ...{ left: Math.min(...across), right: Math.max(...across) },
    ...{ top: Math.min(...down), bottom: Math.max(...down) },
  };
}

type Outline = readonly (readonly [x: number, y: number])[];

function pairs(ring: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: Math.floor(ring.length / 2) }, (_, at) => [ring[at * 2] ?? 0, ring[at * 2 + 1] ?? 0]);
}
