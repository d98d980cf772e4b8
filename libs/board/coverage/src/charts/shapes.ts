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

/** The middle of the largest ring: where the name stands. */
export function shapeLabel({ rings }: MapShape): readonly [x: number, y: number] {
  let [best, largest] = [{ x: 0, y: 0 }, -1];
  for (const ring of rings) {
    const points = pairs(ring);
    let [twice, x, y] = [0, 0, 0];
    points.forEach(([px, py], at) => {
      const [qx, qy] = points[(at + 1) % points.length] ?? [px, py];
      const cross = px * qy - qx * py;
      twice += cross;
      x += (px + qx) * cross;
      y += (py + qy) * cross;
    });
    if (Math.abs(twice) > largest && twice !== 0) {
      [best, largest] = [{ x: x / (3 * twice), y: y / (3 * twice) }, Math.abs(twice)];
    }
  }
  return [best.x, best.y];
}

function pairs(ring: readonly number[]): (readonly [number, number])[] {
  return Array.from({ length: Math.floor(ring.length / 2) }, (_, at) => [ring[at * 2] ?? 0, ring[at * 2 + 1] ?? 0]);
}
