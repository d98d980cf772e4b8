import { MAP_LIMITS, type Refusal, isRefusal, refuse } from '@papan/domain';
import { feature } from 'topojson-client';
import type { GeometryObject, Topology } from 'topojson-specification';
import { type Json, isJson, isListOf, isNumber, isPosition, isRing } from './json-shapes';

/** How deep collections of geometries may lie in each other. */
const DEEPEST = 4;

/**
 * A TopoJSON file as GeoJSON, all its objects together. Its lines are looked at first: one line may be named by any number
 * of areas, so that a small file could become one that no memory holds.
 */
export function unrolled(layer: Json): Json | Refusal {
  const { arcs, objects, transform } = layer;
  if (!isListOf(arcs, isRing) || !isJson(objects) || !isTransform(transform)) return refuse('MAP_UNREADABLE');
  const geometries = Object.values(objects).flatMap((object) => geometriesOf(object, DEEPEST));
  let positions = 0;
  for (const geometry of geometries) {
    const count = positionsOf(geometry, arcs);
    if (isRefusal(count)) return count;
    positions += count;
    if (positions > MAP_LIMITS.positions) return refuse('MAP_TOO_DETAILED', { found: positions });
  }
  // Every part of it that is read has been looked at.
  const topology = layer as unknown as Topology;
  const features = geometries.map((geometry) => feature(topology, geometry as unknown as GeometryObject));
  return { type: 'FeatureCollection', features };
}

function isTransform(value: unknown): boolean {
  if (value === undefined) return true;
  return isJson(value) && isPosition(value['scale']) && isPosition(value['translate']);
}

function geometriesOf(object: unknown, deeper: number): readonly Json[] {
  if (!isJson(object)) return [];
  if (object['type'] !== 'GeometryCollection') return [object];
  const { geometries } = object;
  if (deeper === 0 || !Array.isArray(geometries)) return [{ type: 'damaged' }];
  return (geometries as readonly unknown[]).flatMap((geometry) => geometriesOf(geometry, deeper - 1));
}

/** How many places the areas of a geometry have once their lines are written out; other geometries have none. */
function positionsOf({ type, arcs: named }: Json, arcs: readonly (readonly unknown[])[]): number | Refusal {
  if (type === 'damaged') return refuse('MAP_UNREADABLE');
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 0;
  const polygons: unknown = type === 'Polygon' ? [named] : named;
  if (!isListOf(polygons, isListOfLines)) return refuse('MAP_UNREADABLE');
  let count = 0;
  for (const line of polygons.flat(2)) {
    const arc = arcs[line < 0 ? ~line : line];
    if (!arc) return refuse('MAP_UNREADABLE');
    count += arc.length;
  }
  return count;
}

function isListOfLines(value: unknown): value is readonly (readonly number[])[] {
  return isListOf(value, isLines);
}

function isLines(value: unknown): value is readonly number[] {
  return isListOf(value, isNumber);
}
