import { shown } from '../formats/shown';
import { isAreaCode, isWithin } from '../organisation/area';
import { type Refusal, type RefusalCode, refuse } from '../refusal/refusal';

/** Longitude and latitude in degrees, and whatever else the file tells of a place. */
export type Position = readonly number[];
/** The outline and its holes. */
export type MapPolygon = readonly (readonly Position[])[];

/** One feature of a layer as its file has it. `polygons`: null where it is no area (a point, a line). */
export interface LayerFeature {
  readonly id: unknown;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly polygons: readonly MapPolygon[] | null;
}

/** An area of the region with its Kemendagri code. */
export interface LayerArea {
  readonly code: string;
  readonly polygons: readonly MapPolygon[];
}

/** A layer beyond this is no layer of a regency's districts or villages. */
export const MAP_LIMITS = { areas: 2_000, positions: 1_000_000 } as const;

/** A little more than Indonesia, in degrees: a file in metres or with latitude first lies outside. */
const INDONESIA = { west: 94, east: 142, south: -12, north: 7 } as const;

/** Where producers of layers write the code; without case. What else has "kode" or "code" in its name is tried after. */
const CODE_NAMES = [
  ...['kode_kemendagri', 'kemendagri', 'kdepum', 'kdcpum', 'kode_desa', 'kode_kel', 'kd_desa', 'kd_kelurahan'],
  ...['kode_kec', 'kode_kecamatan', 'kd_kec', 'kd_kecamatan', 'code', 'kode', 'kode_wilayah', 'id'],
];
const LIKE_A_CODE = /kode|code|kd/i;
const NAMES = ['nama', 'name', 'namobj', 'wadmkd', 'wadmkc', 'desa', 'kecamatan'];

/** The region's areas of a layer, in its order, and how many areas of elsewhere it has beside them. */
export interface CheckedLayer {
  readonly areas: readonly LayerArea[];
  readonly elsewhere: number;
}

/**
 * The areas of the region in a layer, or why it is refused, with the feature that is wrong: every feature is an area with a
 * code of the Ministry of Home Affairs; those of the region are of one level and each there once, their places lie in
 * Indonesia, their rings are closed. Layers of a whole province are common: areas of elsewhere are left out and counted.
 * Source: docs/domain.md#map-layers.
 */
export function checkLayer(features: readonly LayerFeature[], region: string): CheckedLayer | Refusal {
  if (features.length === 0) return refuse('MAP_EMPTY');
  if (features.length > MAP_LIMITS.areas) return refuse('MAP_TOO_DETAILED', { found: features.length });
  const areas: LayerArea[] = [];
  const seen = new Set<string>();
  let foreign: Refusal | undefined;
  for (const [at, feature] of features.entries()) {
    const no = (code: RefusalCode, value = ''): Refusal => refuse(code, { feature: nameOf(feature, at), value });
    const { polygons } = feature;
    if (polygons === null || polygons.length === 0) return no('MAP_NOT_AN_AREA');
    const code = codeOf(feature, region);
    if (code === undefined) return no('MAP_CODE_MISSING');
    if (!isWithin(code, region)) {
      foreign ??= no('MAP_CODE_FOREIGN', code);
      continue;
    }
    if (seen.has(code)) return no('MAP_CODE_TWICE', code);
    if (areas[0] && areas[0].code.length !== code.length) return no('MAP_LEVELS_MIXED', code);
    const wrong = wrongIn(polygons);
    if (wrong) return no(wrong.code, wrong.value);
    seen.add(code);
    areas.push({ code, polygons });
  }
  if (areas.length === 0 && foreign) return foreign;
  return { areas, elsewhere: features.length - areas.length };
}

/** "3 (Srengat)": the place in the file, and the name that it gives. */
function nameOf({ properties }: LayerFeature, at: number): string {
  const found = Object.entries(properties).find(
    ([key, value]) => NAMES.includes(key.toLowerCase()) && typeof value === 'string' && value.trim() !== '',
  );
  return found ? `${at + 1} (${shown(found[1])})` : String(at + 1);
}

/** The code of an area: of those that a feature has the one of the region with the most digits; else one of elsewhere. */
function codeOf({ id, properties }: LayerFeature, region: string): string | undefined {
  const entries = Object.entries(properties);
  const named = CODE_NAMES.flatMap((name) => entries.filter(([key]) => key.toLowerCase() === name));
  const others = entries.filter(([key]) => LIKE_A_CODE.test(key));
  const codes = [...named, ...others].map(([, value]) => value).concat(id);
  const found = codes.flatMap((value) => withDots(value) ?? []);
  const own = found.filter((code) => isWithin(code, region)).sort((a, b) => b.length - a.length);
  return own[0] ?? found[0];
}

/** `3505101008`, `35.05.10.1008` and 350510 with dots; villages begin with 1 or 2 in their last block, BPS codes do not. */
function withDots(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  const code = /^\d{6}(\d{4})?$/.test(text)
    ? [text.slice(0, 2), text.slice(2, 4), text.slice(4, 6), text.slice(6)].filter((part) => part !== '').join('.')
    : text;
  return isAreaCode(code) && (code.length === 8 || /\.[12]\d{3}$/.test(code)) ? code : undefined;
}

function wrongIn(polygons: readonly MapPolygon[]): { readonly code: RefusalCode; readonly value: string } | undefined {
  for (const ring of polygons.flat()) {
    const outside = ring.find((position) => !isInIndonesia(position));
    if (outside) return { code: 'MAP_OUTSIDE', value: shown(outside.slice(0, 2).join('; ')) };
    const [first, last] = [ring[0], ring.at(-1)];
    if (!first || !last || ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) {
      return { code: 'MAP_RING_OPEN', value: '' };
    }
  }
  return undefined;
}

function isInIndonesia([longitude, latitude]: Position): boolean {
  if (!Number.isFinite(longitude) || !Number.isFinite(latitude)) return false;
  const [x, y] = [Number(longitude), Number(latitude)];
  return x >= INDONESIA.west && x <= INDONESIA.east && y >= INDONESIA.south && y <= INDONESIA.north;
}
