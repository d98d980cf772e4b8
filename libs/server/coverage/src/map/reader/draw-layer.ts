import type { CheckedLayer, LayerArea, MapPolygon, Position } from '@papan/domain';
import type { GeoJsonProperties, MultiPolygon, Position as Place } from 'geojson';
import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Objects, Topology } from 'topojson-specification';
import type { Drawing, Ring } from '../drawing';

/** The longer side of a drawing, in its own units: finer than a screen shows. */
const LONGER_SIDE = 4_000;
/** A corner that stands out by less than this triangle is left out (Visvalingam and Whyatt), in square units. */
const SMALLEST_CORNER = 6;
/** More corners than this slow a phone down. */
const MOST_CORNERS = 30_000;

/**
 * The areas as whole numbers in a plane with north above, simplified. Lines that two areas share are found first and
 * simplified once, so that no gap opens between neighbours. An area that would vanish keeps all its corners.
 */
export function drawLayer({ areas, elsewhere }: CheckedLayer): Drawing {
  const plane = planeOf(areas);
  const shapes = areas.map(({ code, polygons }) => ({ code, polygons: polygons.map(plane.drawn).filter(hasRing) }));
  const collection = {
    type: 'FeatureCollection' as const,
    features: shapes.map(({ code, polygons }) => ({
      ...{ type: 'Feature' as const, id: code, properties: {} },
      geometry: { type: 'MultiPolygon' as const, coordinates: polygons },
    })),
  };
  const simple = simplified(topology({ areas: collection }) as Drawn);
  return {
    ...{ width: plane.width, height: plane.height, elsewhere },
    shapes: shapes
      .map(({ code, polygons }, at) => ({ area: code, rings: ringsOf(simple[at] ?? [], polygons) }))
      .sort((a, b) => (a.area < b.area ? -1 : 1)),
  };
}

/** Features without anything told of them. */
type Drawn = Topology<Objects<NonNullable<GeoJsonProperties>>>;
type Coordinates = MultiPolygon['coordinates'];

interface Plane {
  readonly width: number;
  readonly height: number;
  readonly drawn: (polygon: MapPolygon) => Place[][];
}

/** Longitudes are as long as they are in the middle of the layer; over one regency that is right to a hair. */
function planeOf(areas: readonly LayerArea[]): Plane {
  const box = { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity };
  for (const [x = 0, y = 0] of areas.flatMap(({ polygons }) => polygons.flat(2))) {
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  const wide = Math.cos((((box.south + box.north) / 2) * Math.PI) / 180);
  const scale = LONGER_SIDE / Math.max((box.east - box.west) * wide, box.north - box.south, 1e-6);
  const place = ([x = 0, y = 0]: Position): Place => [
    Math.round((x - box.west) * wide * scale),
    Math.round((box.north - y) * scale),
  ];
  return {
    width: Math.max(1, Math.round((box.east - box.west) * wide * scale)),
    height: Math.max(1, Math.round((box.north - box.south) * scale)),
    drawn: (polygon) => polygon.map((ring) => withoutRepeats(ring.map(place))).filter(isArea),
  };
}

function withoutRepeats(places: Place[]): Place[] {
  return places.filter((place, at) => {
    const before = places[at - 1];
    return !before || before[0] !== place[0] || before[1] !== place[1];
  });
}

function isArea(ring: readonly Place[]): boolean {
  return ring.length >= 4 && twiceTheArea(ring) !== 0;
}

function hasRing(polygon: readonly unknown[]): boolean {
  return polygon.length > 0;
}

function twiceTheArea(ring: readonly Place[]): number {
  return ring.reduce((sum, [x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[(at + 1) % ring.length] ?? [];
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** Coarser until it is small enough. */
function simplified(exact: Drawn): readonly Coordinates[] {
  const weighed = presimplify(exact);
  let corner = SMALLEST_CORNER;
  let simple = simplify(weighed, corner);
  while (cornersOf(simple) > MOST_CORNERS && corner < LONGER_SIDE ** 2) {
    corner *= 2;
    simple = simplify(weighed, corner);
  }
  const object = simple.objects['areas'];
  const found = object && feature(simple, object);
  const features = found && 'features' in found ? found.features : [];
  return features.map(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []));
}

function cornersOf({ arcs }: Pick<Topology, 'arcs'>): number {
  return arcs.reduce((sum, arc) => sum + arc.length, 0);
}

/** Flat, without the last place, which is the first again; where a corner was left out, both its ends may be one place. */
function ringsOf(simple: Coordinates, exact: Coordinates): readonly Ring[] {
  const left = simple.flat().map(withoutRepeats).filter(isArea);
  const rings = left.length > 0 ? left : exact.flat();
  return rings.map((ring) => ring.slice(0, -1).flatMap(([x = 0, y = 0]) => [x, y]));
}
