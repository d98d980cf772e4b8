import { type BoardEvent, type Happening, audienceIncludes } from '@papan/domain';

/** Runs one parameterised statement: a transaction, a pool, or a test. */
export type Query = <R>(sql: string, params: readonly unknown[]) => Promise<R[]>;

/** An entry as the tail keeps it: what happened, and which agency alone may know of it. */
export interface JournalEntry {
  readonly epoch: number;
  readonly audience: number | null;
  readonly happening: Happening;
}

export interface EntryRow {
  readonly epoch: number;
  readonly audience: number | null;
  readonly entry: string;
  readonly body: string | null;
}

interface EntryText {
  readonly seq: number;
  readonly at: string;
  readonly type: BoardEvent['type'];
  readonly data: unknown;
  readonly actor: { readonly person: number | null; readonly agency: number | null };
}

/** Entries after `after`, at most `limit`, oldest first; erased texts are null. */
export async function readEntries(
  query: Query,
  region: string,
  after: number,
  limit: number,
): Promise<readonly JournalEntry[]> {
  const rows = await query<EntryRow>(
    `SELECT j.epoch, j.audience, j.entry, p.body
       FROM journal j LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE j.region = $1 AND j.seq > $2 ORDER BY j.seq LIMIT $3`,
    [region, after, limit],
  );
  return rows.map(entryOf);
}

/** What a reader of this class may see of the entries after `after` up to and including `through`. */
export async function readHappenings(
  query: Query,
  region: string,
  after: number,
  through: number,
  cls: string,
): Promise<readonly Happening[]> {
  const entries = await readEntries(query, region, after, Math.max(0, through - after));
  // Where the rows are kept from the reader already, the last ones lie beyond `through`.
  return visibleTo(entries, cls).filter(({ seq }) => seq <= through);
}

/** Keeps what this class of readers may see. Classes are those of `visibilityClass`. */
export function visibleTo(entries: readonly JournalEntry[], cls: string): readonly Happening[] {
  return entries.filter(({ audience }) => audienceIncludes(audience, cls)).map(({ happening }) => happening);
}

/** A row of the journal, with its text, as what happened. */
export function entryOf({ epoch, audience, entry, body }: EntryRow): JournalEntry {
  const { seq, at, actor, type, data } = JSON.parse(entry) as EntryText;
  const text: unknown = body === null ? null : JSON.parse(body);
  const event = { type, data, text } as BoardEvent;
  return { epoch, audience, happening: { seq, at, by: { person: actor.person, agency: actor.agency }, event } };
}
