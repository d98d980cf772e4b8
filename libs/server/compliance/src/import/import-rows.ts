import {
  type Actor,
  type ColumnMapping,
  type ImportSource,
  type Line,
  type Refusal,
  type Violation,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** An uploaded list, without its lines. */
export interface ImportRecord {
  readonly id: number;
  readonly upload: string;
  readonly source: ImportSource;
  readonly file: string;
  readonly name: string;
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly headings: readonly string[];
  readonly rows: number;
  readonly mapping: ColumnMapping | null;
  readonly violation: Violation | null;
  readonly checkedSeq: number | null;
  readonly person: number;
  readonly uploadedAt: string;
  readonly appliedAt: string | null;
  /** Cases that were opened when it was loaded. */
  readonly opened: number | null;
}

export const IMPORT_COLUMNS = `
  i.id, i.upload, i.source, i.file, i.name, i.sheet, i.heading_line AS "headingLine", i.headings, i.rows, i.mapping,
  i.violation, i.checked_seq::float8 AS "checkedSeq", i.person, instant_text(i.uploaded_at) AS "uploadedAt",
  instant_text(i.applied_at) AS "appliedAt", i.opened`;

/** The list of that number, for whoever may load lists; `lock`: until the end of the transaction. */
export async function importOf(tx: Tx, actor: Actor, id: number, lock = false): Promise<ImportRecord | Refusal> {
  const allowed = may(actor, 'employer.write', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  const [found] = await tx.query<ImportRecord>(
    `SELECT ${IMPORT_COLUMNS} FROM employer_import i WHERE i.region = $1 AND i.id = $2${lock ? ' FOR UPDATE' : ''}`,
    [actor.region, id],
  );
  return found ?? refuse('NOT_FOUND');
}

/** Lines of a list with what a person decided about them. */
export interface StoredLine extends Line {
  readonly decided: number | null;
}

export function linesOf(tx: Tx, region: string, upload: string, only?: readonly number[]): Promise<StoredLine[]> {
  return tx.query<StoredLine>(
    `SELECT line, cells, decided FROM import_row
      WHERE region = $1 AND upload = $2 AND ($3::int[] IS NULL OR line = ANY ($3)) ORDER BY line`,
    [region, upload, only ?? null],
  );
}
