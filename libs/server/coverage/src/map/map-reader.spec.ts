import { isRefusal } from '@papan/domain';
import type { Drawing } from './drawing';
import { MapReader } from './map-reader';

type Place = readonly [number, number];

/** Four districts around one point, whose borders are crooked lines of many places, each written twice: once by each side. */
function quarters(): object {
  const crooked = (from: Place, through: Place): readonly Place[] =>
    Array.from({ length: 200 }, (_, at): Place => {
      const part = at / 200;
      const off = at === 0 ? 0 : Math.sin(at * 7) * 2e-4;
      return [from[0] + (through[0] - from[0]) * part + off, from[1] + (through[1] - from[1]) * part + off];
    });
  const [west, middle, east] = [112, 112.2, 112.4];
  const [south, centre, north] = [-8.4, -8.2, -8];
  const line = (from: Place, through: Place): readonly Place[] =>
    from[0] + from[1] <= through[0] + through[1]
      ? crooked(from, through)
      : [from, ...crooked(through, from).slice(1).reverse()];
  const square = (x: Place, y: Place): readonly Place[] => {
    const corners: readonly Place[] = [
      [x[0], y[0]],
      [x[1], y[0]],
      [x[1], y[1]],
      [x[0], y[1]],
    ];
    const ring = corners.flatMap((corner, at) => line(corner, corners[(at + 1) % 4] ?? corner));
    return [...ring, ring[0] ?? [0, 0]];
  };
  const areas = [
    square([west, middle], [south, centre]),
    square([middle, east], [south, centre]),
    square([west, middle], [centre, north]),
    square([middle, east], [centre, north]),
  ];
  const features = areas.map((ring, at) => ({
    ...{ type: 'Feature', properties: { kode: `35.05.0${at + 1}` } },
    geometry: { type: 'Polygon', coordinates: [ring] },
  }));
  return { type: 'FeatureCollection', features };
}

const reader = new MapReader();
const read = (layer: unknown): ReturnType<MapReader['read']> =>
  reader.read(Buffer.from(typeof layer === 'string' ? layer : JSON.stringify(layer)), '35.05');

const corners = ({ shapes }: Drawing): number =>
  shapes.reduce((sum, { rings }) => sum + rings.reduce((all, ring) => all + ring.length / 2, 0), 0);

/** Twice the area of a ring, with its sign. */
const area = (ring: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < ring.length; at += 2) {
    const [x = 0, y = 0, nextX = ring[0] ?? 0, nextY = ring[1] ?? 0] = ring.slice(at, at + 4);
    sum += x * nextY - nextX * y;
  }
  return sum;
};

describe('the reader of map layers', () => {
  it('simplifies, and leaves no gap between neighbours: the parts are as large as the whole', async () => {
    const drawing = await read(quarters());
    if (isRefusal(drawing)) throw new Error(drawing.code);
    expect(drawing.shapes.map((shape) => shape.area)).toEqual(['35.05.01', '35.05.02', '35.05.03', '35.05.04']);
    expect(Math.max(drawing.width, drawing.height)).toBe(4_000);
    expect(corners(drawing)).toBeLessThan(3_200);
    const places = new Map<string, number>();
    for (const { rings } of drawing.shapes)
      for (const ring of rings)
        for (let at = 0; at < ring.length; at += 2) {
          const key = `${ring[at]} ${ring[at + 1]}`;
          places.set(key, (places.get(key) ?? 0) + 1);
        }
    // The sides of the cross in the middle are of two areas each; where they meet there are four.
    expect([...places.values()].filter((count) => count === 4)).toHaveLength(1);
    expect([...places.values()].filter((count) => count === 2).length).toBeGreaterThan(40);
    const parts = drawing.shapes.map(({ rings }) => Math.sign(area(rings[0] ?? [])));
    expect(new Set(parts).size).toBe(1);
  }, 30_000);

  it('reads TopoJSON, with north above', async () => {
    const drawing = await read({
      type: 'Topology',
      transform: { scale: [0.01, 0.01], translate: [112, -8] },
      arcs: [
        [
          [0, 0],
          [10, 0],
          [0, 20],
          [-10, 0],
          [0, -20],
        ],
      ],
      objects: { kec: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', arcs: [[0]], id: '35.05.10' }] } },
    });
    if (isRefusal(drawing)) throw new Error(drawing.code);
    expect(drawing).toMatchObject({ height: 4_000, elsewhere: 0 });
    expect(drawing.shapes[0]?.rings[0]?.slice(0, 2)).toEqual([0, 4_000]);
  }, 30_000);

  it.each([
    ['text', 'bukan peta'],
    ['half a file', '{"type":"FeatureCollection","features":['],
    ['a list', '[]'],
    ['no features', { type: 'FeatureCollection' }],
    ['a damaged geometry', { type: 'Feature', geometry: { type: 'Polygon', coordinates: [['x']] } }],
    ['deep nesting', '['.repeat(100_000)],
    ['a line that is not there', topology([[7]])],
    ['lines that are no lines', { ...topology([[0]]), arcs: [[['x']]] }],
  ])(
    'says so where it is no layer: %s',
    async (_, layer) => {
      expect(await read(layer)).toMatchObject({ code: 'MAP_UNREADABLE' });
    },
    30_000,
  );

  it('is not led on by a small file that would become a huge one', async () => {
    const arc = Array.from({ length: 2_000 }, () => [1, 1]);
    const bomb = { ...topology([Array.from({ length: 5_000 }, () => 0)]), arcs: [arc] };
    expect(await read(bomb)).toMatchObject({ code: 'MAP_TOO_DETAILED', params: { found: 10_000_000 } });
  }, 30_000);

  it('names the feature that is wrong', async () => {
    const metres = { type: 'Polygon', coordinates: [[[645_000, 9_104_000]]] };
    const layer = { type: 'Feature', properties: { kode: '35.05.01', nama: 'Wonodadi' }, geometry: metres };
    expect(await read(layer)).toMatchObject({ code: 'MAP_OUTSIDE', params: { feature: '1 (Wonodadi)' } });
    expect(await read({ ...layer, geometry: { type: 'Point', coordinates: [112, -8] } })).toMatchObject({
      code: 'MAP_NOT_AN_AREA',
    });
  }, 30_000);
});

function topology(arcs: readonly (readonly number[])[]): object {
  return {
    ...{ type: 'Topology', arcs: [] },
    objects: { kec: { type: 'GeometryCollection', geometries: [{ type: 'Polygon', id: '35.05.01', arcs }] } },
  };
}
