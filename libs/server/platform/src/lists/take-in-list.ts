import { createHash } from 'node:crypto';
import { type Actor, type FindHeading, type Refusal, isRefusal, refuse } from '@papan/domain';
import type { Database } from '../database/database';
import { isUniqueViolation } from '../database/failures';
import { nextNumber } from '../database/next-number';
import type { Tx } from '../database/tx';
import { inBundles } from './in-bundles';
import type { ListReader } from './list-reader';
import type { List } from './understand';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** Lists that nobody loads are thrown away after so many days. */
const KEPT_DAYS = 30;

/** Where lists of one kind lie: the table of the files, the column of what they are, and the table of their lines. */
export interface ListShelf {
  readonly files: 'employer_import' | 'figure_file';
  readonly kind: 'source' | 'kind';
  readonly lines: 'import_row' | 'figure_line';
}

/** A list as it arrived. */
export interface ReceivedList {
  /** What the list is, as the shelf calls it. */
  readonly kind: string;
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Takes a list in, reads it and stores its lines; nothing else changes. The number of the import, or why the file is
 * refused whole. The same upload sent again is the same import. The caller has asked whether the actor may.
 */
export async function takeInList(
  database: Database,
  reader: Pick<ListReader, 'read'>,
  shelf: ListShelf,
  actor: Actor,
  key: string,
  received: ReceivedList,
  heading: FindHeading,
): Promise<number | Refusal> {
  if (!UUID.test(key)) return refuse('COMMAND_ID_MISSING');
  const upload: Upload = { ...received, shelf, key: key.toLowerCase(), hash: fileHash(received.bytes) };
  const known = await database.as(actor, (tx) => findUpload(tx, actor, upload));
  if (known !== undefined) return known;
  const list = await reader.read(received.bytes, heading);
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

/** SHA-256 of a file, in hex. */
export function fileHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

interface Upload extends ReceivedList {
  readonly shelf: ListShelf;
  readonly key: string;
  readonly hash: string;
}

async function findUpload(tx: Tx, actor: Actor, { shelf, key, hash }: Upload): Promise<number | Refusal | undefined> {
  const [found] = await tx.query<{ id: number; file: string; person: number }>(
    `SELECT id, file, person FROM ${shelf.files} WHERE region = $1 AND upload = $2`,
    [actor.region, key],
  );
  if (!found) return undefined;
  return found.file === hash && found.person === actor.person ? found.id : refuse('COMMAND_ID_REUSED');
}

/** The lines first: the region's numbering is held for the last statement only. */
async function store(tx: Tx, actor: Actor, upload: Upload, list: List): Promise<number> {
  const { files, kind, lines } = upload.shelf;
  await throwAway(tx, actor.region, upload.shelf);
  for (const bundle of inBundles(list.lines)) {
    await tx.query(
      `INSERT INTO ${lines} (region, upload, line, cells)
       SELECT $1, $2, line, cells FROM jsonb_to_recordset($3::jsonb) AS told(line int, cells jsonb)`,
      [actor.region, upload.key, JSON.stringify(bundle)],
    );
  }
  const id = await nextNumber(tx, 'import');
  await tx.query(
    `INSERT INTO ${files}
       (region, id, upload, ${kind}, file, name, sheet, heading_line, headings, rows, person, uploaded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app_now())`,
    [
      ...[actor.region, id, upload.key, upload.kind, upload.hash, upload.name, list.sheet, list.headingLine],
      ...[JSON.stringify(list.headings), list.lines.length, actor.person],
    ],
  );
  return id;
}

async function throwAway(tx: Tx, region: string, { files, lines }: ListShelf): Promise<void> {
  await tx.query(
    `WITH old AS (
       DELETE FROM ${files} WHERE region = $1 AND applied_at IS NULL
          AND uploaded_at < app_now() - make_interval(days => $2) RETURNING upload)
     DELETE FROM ${lines} r USING old WHERE r.region = $1 AND r.upload = old.upload`,
    [region, KEPT_DAYS],
  );
}
