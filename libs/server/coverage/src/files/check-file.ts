import type { MapFigures } from '@papan/contracts';
import { type Actor, type Refusal, checkText, headingsKey, isRefusal, refuse, wibDate } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { type FigureFile, type Told, fileOf, linesOf } from './figure-rows';
import { type Weighed, weighFile } from './weigh-file';

const PROFILE_NAME_LIMIT = 60;

/**
 * Says what the columns and the file are, compares every line with what the region has and keeps what was found. No figure
 * changes, and nothing is locked meanwhile.
 */
export async function checkFile(
  database: Database,
  actor: Actor,
  id: number,
  { mapping, profile: name, ...told }: MapFigures,
): Promise<Refusal | undefined> {
  const profile = name === null ? null : checkText('name', name, PROFILE_NAME_LIMIT, true);
  if (isRefusal(profile)) return profile;
  const found = await database.as(actor, (tx) => look(tx, actor, id, mapping, told), {
    isolation: 'REPEATABLE READ',
    readOnly: true,
  });
  if (isRefusal(found)) return found;
  return database.as(actor, (tx) => keep(tx, actor, { ...found, mapping, told, profile }));
}

interface Found {
  readonly file: FigureFile;
  readonly weighed: Weighed;
  /** How far the journal had come. */
  readonly seq: number;
}

async function look(
  tx: Tx,
  actor: Actor,
  id: number,
  mapping: MapFigures['mapping'],
  told: Told,
): Promise<Found | Refusal> {
  const file = await fileOf(tx, actor, id);
  if (isRefusal(file)) return file;
  if (file.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
  const [region] = await tx.query<{ seq: number; now: string }>(
    'SELECT seq::float8, instant_text(app_now()) AS now FROM region WHERE code = $1',
    [actor.region],
  );
  if (!region) throw new Error('the region is not there');
  const lines = await linesOf(tx, actor.region, file.upload);
  const weighed = await weighFile(tx, actor.region, wibDate(region.now), { ...file, lines, mapping, told });
  return isRefusal(weighed) ? weighed : { file, weighed, seq: region.seq };
}

async function keep(
  tx: Tx,
  actor: Actor,
  {
    file,
    weighed,
    seq,
    mapping,
    told,
    profile,
  }: Found & { readonly mapping: MapFigures['mapping']; readonly told: Told; readonly profile: string | null },
): Promise<Refusal | undefined> {
  const now = await fileOf(tx, actor, file.id, true);
  if (isRefusal(now)) return now;
  if (now.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
  const json = JSON.stringify;
  await tx.query(
    'UPDATE figure_file SET mapping = $3, told = $4, preview = $5, checked_seq = $6 WHERE region = $1 AND id = $2',
    [actor.region, file.id, json(mapping), json(told), json(weighed.preview), seq],
  );
  if (profile === null) return undefined;
  await tx.query(
    `INSERT INTO figure_profile (region, kind, name, headings_key, mapping, person, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, app_now())
     ON CONFLICT (region, kind, name) DO UPDATE SET headings_key = excluded.headings_key, mapping = excluded.mapping,
       person = excluded.person, saved_at = excluded.saved_at`,
    [actor.region, file.kind, profile, headingsKey(file.headings), json(mapping), actor.person],
  );
  return undefined;
}
