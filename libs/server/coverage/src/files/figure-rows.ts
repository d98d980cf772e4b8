import type { FigurePreview, MapFigures } from '@papan/contracts';
import {
  type Actor,
  type FigureKind,
  type FigureMapping,
  type Line,
  type Refusal,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import type { ListShelf, Tx } from '@papan/server-platform';

/** Where files with figures lie. */
export const FIGURE_SHELF: ListShelf = { files: 'figure_file', kind: 'kind', lines: 'figure_line' };

/** What a person tells of a file besides its columns. */
export type Told = Omit<MapFigures, 'mapping' | 'profile'>;

/** An uploaded file with figures, without its lines. */
export interface FigureFile {
  readonly id: number;
  readonly upload: string;
  readonly kind: FigureKind;
  readonly file: string;
  readonly name: string;
  readonly sheet: string | null;
  readonly headingLine: number;
  readonly headings: readonly string[];
  readonly rows: number;
  readonly mapping: FigureMapping | null;
  readonly told: Told | null;
  readonly preview: FigurePreview | null;
  readonly checkedSeq: number | null;
  readonly person: number;
  readonly uploadedAt: string;
  readonly appliedAt: string | null;
  readonly became: string | null;
}

export const FILE_COLUMNS = `
  f.id, f.upload, f.kind, f.file, f.name, f.sheet, f.heading_line AS "headingLine", f.headings, f.rows, f.mapping, f.told,
  f.preview, f.checked_seq::float8 AS "checkedSeq", f.person, instant_text(f.uploaded_at) AS "uploadedAt",
  instant_text(f.applied_at) AS "appliedAt", f.became`;

/** The file of that number, for whoever may load figures; `lock`: until the end of the transaction. */
export async function fileOf(tx: Tx, actor: Actor, id: number, lock = false): Promise<FigureFile | Refusal> {
  const allowed = may(actor, 'coverage.import', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  const [found] = await tx.query<FigureFile>(
    `SELECT ${FILE_COLUMNS} FROM figure_file f WHERE f.region = $1 AND f.id = $2${lock ? ' FOR UPDATE' : ''}`,
    [actor.region, id],
  );
  return found ?? refuse('NOT_FOUND');
}

export function linesOf(tx: Tx, region: string, upload: string): Promise<Line[]> {
  return tx.query<Line>('SELECT line, cells FROM figure_line WHERE region = $1 AND upload = $2 ORDER BY line', [
    ...[region, upload],
  ]);
}
