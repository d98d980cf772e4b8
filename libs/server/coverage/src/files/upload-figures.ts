import {
  type Actor,
  type FigureKind,
  type Line,
  type Refusal,
  figureHeading,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import { type Database, type ListReader, takeInList } from '@papan/server-platform';
import { FIGURE_SHELF } from './figure-rows';

/** A file with figures as it arrived. */
export interface ReceivedFigures {
  readonly kind: FigureKind;
  readonly name: string;
  readonly bytes: Buffer;
}

/** Ten times the villages and segments of the largest regency. */
export const FIGURE_LINES_AT_MOST = 25_000;

/**
 * Takes a file in, reads it and stores its lines; no figure changes. The number of the file, or why it is refused whole.
 * The same upload sent again is the same file.
 */
export async function uploadFigures(
  database: Database,
  reader: Pick<ListReader, 'read'>,
  actor: Actor,
  key: string,
  received: ReceivedFigures,
): Promise<number | Refusal> {
  const allowed = may(actor, 'coverage.import', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  return takeInList(database, limited(reader), FIGURE_SHELF, actor, key, received, headingOf(received.kind));
}

export function headingOf(kind: FigureKind): (lines: readonly Line[]) => Line | undefined {
  return (lines) => figureHeading(lines, kind);
}

/** Figures are compared in one go: what no regency has is not begun with. */
export function limited(reader: Pick<ListReader, 'read'>): Pick<ListReader, 'read'> {
  return {
    read: async (bytes, heading) => {
      const list = await reader.read(bytes, heading);
      if (isRefusal(list) || list.lines.length <= FIGURE_LINES_AT_MOST) return list;
      return refuse('IMPORT_TOO_MANY_ROWS', { limit: FIGURE_LINES_AT_MOST });
    },
  };
}
