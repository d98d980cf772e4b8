import type { MapLayerCheck, MapShapes } from '@papan/contracts';
import { type Actor, type Refusal, checkText, isRefusal, may, refuse } from '@papan/domain';
import { type Database, type Decide, type Tx, fileHash } from '@papan/server-platform';
import { mapUp } from '../reads/read-coverage';
import type { Drawing } from './drawing';

/** A layer that was read: what it shows, where it is from, and the bytes it was. */
export interface ReadLayer {
  readonly drawing: Drawing;
  readonly source: string;
  readonly file: string;
}

const SOURCE_LIMIT = 200;

/** The layer is put up; it takes the place of the one before. Every area of it must be one of the region. */
export function publishLayer(actor: Actor, { drawing, source, file }: ReadLayer): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'map.publish', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const checked = checkText('source', source, SOURCE_LIMIT, true);
    if (isRefusal(checked)) return checked;
    const { unknown } = await comparedWithAreas(tx, actor.region, drawing);
    if (unknown !== undefined) return refuse('MAP_CODE_UNKNOWN', { value: unknown });
    await takeDown(tx, actor.region, clock.now);
    const areas = drawing.shapes.length;
    const [row] = await tx.query<{ number: number }>(
      `INSERT INTO map_layer (region, topology, areas, source, file, person, published_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING number::float8`,
      [actor.region, JSON.stringify(drawing), areas, checked, file, actor.person, clock.now],
    );
    const data = { number: row?.number ?? 0, areas, source: checked, file };
    return { event: { type: 'MapLayerPublished', data, text: null }, audience: null, answer: {} };
  };
}

/** The tiles are shown again. MAP_LAYER_NONE where they are shown already. */
export function withdrawLayer(actor: Actor): Decide {
  return async (tx, clock) => {
    const allowed = may(actor, 'map.publish', { region: actor.region });
    if (isRefusal(allowed)) return allowed;
    const number = await takeDown(tx, actor.region, clock.now);
    if (number === undefined) return refuse('MAP_LAYER_NONE');
    return { event: { type: 'MapLayerWithdrawn', data: { number }, text: null }, audience: null, answer: {} };
  };
}

/** What became of the file that was sent: the layer of its bytes that was put up last. */
export function checkOf(database: Database, actor: Actor, bytes: Uint8Array): Promise<MapLayerCheck | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const [row] = await tx.query<{ number: number; areas: number; topology: string }>(
        `SELECT number::float8, areas, topology FROM map_layer WHERE region = $1 AND file = $2 ORDER BY number DESC LIMIT 1`,
        [actor.region, fileHash(bytes)],
      );
      if (!row) return refuse('MAP_LAYER_NONE');
      const { number, areas, topology } = row;
      const drawing = JSON.parse(topology) as Drawing;
      const { missing } = await comparedWithAreas(tx, actor.region, drawing);
      return { number, areas, missing, elsewhere: drawing.elsewhere, bytes: Buffer.byteLength(topology) };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/** The shapes that are up; their number alone where the reader has them already; null where the tiles are shown. */
export function shapesUp(
  database: Database,
  actor: Actor,
  known: (number: number) => boolean,
): Promise<MapShapes | number | null> {
  return database.as(
    actor,
    async (tx) => {
      const layer = await mapUp(tx, actor.region);
      if (!layer) return null;
      if (known(layer.number)) return layer.number;
      const [row] = await tx.query<{ topology: string }>(
        'SELECT topology FROM map_layer WHERE region = $1 AND number = $2',
        [actor.region, layer.number],
      );
      if (!row) return null;
      const { width, height, shapes } = JSON.parse(row.topology) as Drawing;
      return { layer, width, height, shapes };
    },
    { isolation: 'REPEATABLE READ', readOnly: true },
  );
}

/** Takes down what is up; answers the number of the layer that was shown. */
async function takeDown(tx: Pick<Tx, 'query'>, region: string, now: string): Promise<number | undefined> {
  const rows = await tx.query<{ number: number }>(
    `UPDATE map_layer SET withdrawn_at = $2 WHERE region = $1 AND withdrawn_at IS NULL RETURNING number::float8`,
    [region, now],
  );
  return rows.length > 0 ? Math.max(...rows.map(({ number }) => number)) : undefined;
}

/** Areas of the layer's level that it does not have, and the first that the region does not have. */
async function comparedWithAreas(
  tx: Pick<Tx, 'query'>,
  region: string,
  { shapes }: Drawing,
): Promise<{ readonly missing: readonly string[]; readonly unknown: string | undefined }> {
  const drawn = new Set(shapes.map(({ area }) => area));
  const digits = shapes[0]?.area.length ?? 0;
  const rows = await tx.query<{ code: string }>(
    'SELECT code FROM area WHERE region = $1 AND length(code) = $2 ORDER BY code',
    [region, digits],
  );
  const known = new Set(rows.map(({ code }) => code));
  return {
    missing: [...known].filter((code) => !drawn.has(code)),
    unknown: [...drawn].find((code) => !known.has(code)),
  };
}
