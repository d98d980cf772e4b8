import { createHash } from 'node:crypto';
import { type Actor, type Refusal, isRefusal, may, refuse } from '@papan/domain';
import { type Database, type Tx, isUniqueViolation } from '@papan/server-platform';
import { nextNumber } from '../next-number';
import { inBundles } from './import-rows';
import type { ListReader } from './list-reader';
import type { ReceivedList } from './receive-list';
import type { List } from './understand';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Lists that nobody loads are thrown away after so many days. */
const KEPT_DAYS = 30;

/**
 * Takes a list in, reads it and stores its lines; nothing of the register changes. The number of the import, or why the
 * file is refused whole. The same upload sent again is the same import.
 */
export async function uploadList(
  database: Database,
  reader: Pick<ListReader, 'read'>,
  actor: Actor,
  key: string,
  received: ReceivedList,
): Promise<number | Refusal> {
  const allowed = may(actor, 'employer.write', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  if (!UUID.test(key)) return refuse('COMMAND_ID_MISSING');
  const upload: Upload = { ...received, key: key.toLowerCase(), hash: hashOf(received.bytes) };
  const known = await database.as(actor, (tx) => findUpload(tx, actor, upload));
  if (known !== undefined) return known;
  const list = await reader.read(received.bytes, received.source);
  if (isRefusal(list)) return list;
  try {
    return await database.as(actor, (tx) => store(tx, actor, upload, list));
  } catch (error) {
    // Its twin was quicker.
    const twin = isUniqueViolation(error) ? await database.as(actor, (tx) => findUpload(tx, actor, upload)) : undefined;
    if (twin !== undefined) return twin;
    throw error;
  }
}

interface Upload extends ReceivedList {
  readonly key: string;
  readonly hash: string;
}

async function findUpload(tx: Tx, actor: Actor, { key, hash }: Upload): Promise<number | Refusal | undefined> {
  const [found] = await tx.query<{ id: number; file: string; person: number }>(
    'SELECT id, file, person FROM employer_import WHERE region = $1 AND upload = $2',
    [actor.region, key],
  );
  if (!found) return undefined;
  return found.file === hash && found.person === actor.person ? found.id : refuse('COMMAND_ID_REUSED');
}

/** The lines first: the region's numbering is held for the last statement only. */
async function store(tx: Tx, actor: Actor, upload: Upload, list: List): Promise<number> {
  await throwAway(tx, actor.region);
  for (const lines of inBundles(list.lines)) {
    await tx.query(
      `INSERT INTO import_row (region, upload, line, cells)
       SELECT $1, $2, line, cells FROM jsonb_to_recordset($3::jsonb) AS told(line int, cells jsonb)`,
      [actor.region, upload.key, JSON.stringify(lines)],
    );
  }
  const id = await nextNumber(tx, 'import');
  await tx.query(
    `INSERT INTO employer_import
       (region, id, upload, source, file, name, sheet, heading_line, headings, rows, person, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
    [
      ...[actor.region, id, upload.key, upload.source, upload.hash, upload.name, list.sheet, list.headingLine],
      ...[JSON.stringify(list.headings), list.lines.length, actor.person],
    ],
  );
  return id;
}

async function throwAway(tx: Tx, region: string): Promise<void> {
  await tx.query(
    `WITH old AS (
       DELETE FROM employer_import WHERE region = $1 AND applied_at IS NULL
          AND uploaded_at < app_now() - make_interval(days => $2) RETURNING upload)
     DELETE FROM import_row r USING old WHERE r.region = $1 AND r.upload = old.upload`,
    [region, KEPT_DAYS],
  );
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}
