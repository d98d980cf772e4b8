import { type Actor, type ImportSource, type Refusal, headingLine, isRefusal, may } from '@papan/domain';
import { type Database, type ListReader, type ListShelf, takeInList } from '@papan/server-platform';

/** Where the lists of employers lie. */
export const EMPLOYER_LISTS: ListShelf = { files: 'employer_import', kind: 'source', lines: 'import_row' };

/** A list of employers as it arrived. */
export interface ReceivedEmployers {
  readonly source: ImportSource;
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * Takes a list in, reads it and stores its lines; nothing of the register changes. The number of the import, or why the
 * file is refused whole. The same upload sent again is the same import.
 */
export async function uploadList(
  database: Database,
  reader: Pick<ListReader, 'read'>,
  actor: Actor,
  key: string,
  { source, name, bytes }: ReceivedEmployers,
): Promise<number | Refusal> {
  const allowed = may(actor, 'employer.write', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  const received = { kind: source, name, bytes };
  return takeInList(database, reader, EMPLOYER_LISTS, actor, key, received, (lines) => headingLine(lines, source));
}
