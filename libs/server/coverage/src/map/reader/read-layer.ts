import { type LayerFeature, MAP_LIMITS, type MapPolygon, type Refusal, isRefusal, refuse } from '@papan/domain';
import { type Json, isJson, isListOf, isRing } from './json-shapes';
import { unrolled } from './unroll-topology';

/** The features of a GeoJSON or TopoJSON file; MAP_UNREADABLE where it is neither, MAP_TOO_DETAILED beyond the limits. */
export function readLayer(bytes: Buffer): readonly LayerFeature[] | Refusal {
  const layer = parsed(bytes);
  const collection = isJson(layer) && layer['type'] === 'Topology' ? unrolled(layer) : layer;
  if (isRefusal(collection)) return collection;
  const features = featuresOf(collection);
  if (!features) return refuse('MAP_UNREADABLE');
  if (features.length > MAP_LIMITS.areas) return refuse('MAP_TOO_DETAILED', { found: features.length });
  const read: LayerFeature[] = [];
  let positions = 0;
  for (const feature of features) {
    const polygons = polygonsOf(feature['geometry']);
    if (polygons === undefined) return refuse('MAP_UNREADABLE');
    for (const ring of polygons?.flat() ?? []) positions += ring.length;
    if (positions > MAP_LIMITS.positions) return refuse('MAP_TOO_DETAILED', { found: positions });
    const { properties } = feature;
    read.push({ id: feature['id'], properties: isJson(properties) ? properties : {}, polygons });
  }
  return read;
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

function featuresOf(layer: unknown): readonly Json[] | undefined {
  if (!isJson(layer)) return undefined;
  if (layer['type'] === 'Feature') return [layer];
  const { features } = layer;
  if (layer['type'] !== 'FeatureCollection' || !Array.isArray(features) || !features.every(isJson)) return undefined;
  return features;
}

/** Null where the geometry is no area; undefined where it is damaged. */
function polygonsOf(geometry: unknown): readonly MapPolygon[] | null | undefined {
  if (geometry === null || geometry === undefined) return null;
  if (!isJson(geometry)) return undefined;
  const { type, coordinates } = geometry;
  if (type !== 'Polygon' && type !== 'MultiPolygon') return null;
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  return isListOf(polygons, isPolygon) ? polygons : undefined;
}

function isPolygon(value: unknown): value is MapPolygon {
  return isListOf(value, isRing);
}
