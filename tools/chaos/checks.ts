import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { EMPTY_BOARD, evolve } from '@papan/domain';
import type { BoardEvent, BoardState, Happening, Task } from '@papan/domain';
import { withClient } from '../rig/own-database';
import { canonical } from './boards';
import type { History } from './history';

/** A promise, and what was found against it. */
export interface Finding {
  readonly promise: string;
  readonly says: string;
  readonly against: readonly string[];
}

interface JournalRow {
  readonly seq: number;
  readonly entry: string;
  readonly body: string | null;
  readonly prev: Buffer;
  readonly hash: Buffer;
}

interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly command: string;
  readonly actor: { readonly person: number | null; readonly agency: number | null };
  readonly type: BoardEvent['type'];
  readonly data: Record<string, unknown>;
  readonly text: Record<string, unknown> | null;
}

/** Reads the whole truth of a region as the owner, past every wall, and holds the history against it. */
export async function check(url: string, region: string, history: History): Promise<readonly Finding[]> {
  return await withClient(url, async (client) => {
    const rows = await journalOf(client, region);
    const entries = rows.map(entryOf);
    return [
      { promise: 'R1', says: 'no acknowledged report is lost', against: lost(history, entries) },
      { promise: 'R3', says: 'nothing is doubled, whatever is sent again', against: doubled(history, entries) },
      {
        promise: 'R5',
        says: 'entries are numbered 1, 2, 3 …, one per change',
        against: await gaps(client, region, entries),
      },
      { promise: 'R15', says: 'the rows are the fold of the journal', against: await folded(client, region, entries) },
      { promise: 'R20', says: 'the hash chain holds', against: brokenLinks(region, rows) },
    ];
  });
}

async function journalOf(client: Client, region: string): Promise<readonly JournalRow[]> {
  const { rows } = await client.query<JournalRow>(
    `SELECT j.seq::float8 AS seq, j.entry, p.body, j.prev, j.hash
       FROM journal j LEFT JOIN journal_private p ON p.region = j.region AND p.seq = j.seq
      WHERE j.region = $1 ORDER BY j.seq`,
    [region],
  );
  return rows;
}

function entryOf({ entry, body }: JournalRow): Entry {
  const text = body === null ? null : (JSON.parse(body) as Entry['text']);
  return { ...(JSON.parse(entry) as Omit<Entry, 'text'>), text };
}

/** What the sender can find again: the entry's own id, or the text of the blocker. */
function markOf({ data, text }: Entry): string {
  const mark = data['entry'] ?? text?.['text'];
  return typeof mark === 'string' ? mark : '';
}

function lost(history: History, entries: readonly Entry[]): readonly string[] {
  const bySeq = new Map(entries.map((entry) => [entry.seq, entry]));
  const found: string[] = [];
  for (const [key, answers] of history.answers) {
    const mark = history.invoked.get(key)?.mark ?? '?';
    for (const answer of answers) {
      if (answer.told !== 'ok') continue;
      const entry = bySeq.get(answer.seq);
      if (entry === undefined || markOf(entry) !== mark) found.push(`${mark} was acknowledged as ${answer.seq}`);
    }
  }
  return found;
}

/** Twice in the journal; or refused when sent again although it had been written. */
function doubled(history: History, entries: readonly Entry[]): readonly string[] {
  const times = new Map<string, number>();
  for (const entry of entries) times.set(markOf(entry), (times.get(markOf(entry)) ?? 0) + 1);
  const found: string[] = [];
  for (const { key, mark } of history.invoked.values()) {
    const written = times.get(mark) ?? 0;
    if (written > 1) found.push(`${mark} stands ${written} times in the journal`);
    const seqs = new Set((history.answers.get(key) ?? []).flatMap((told) => (told.told === 'ok' ? [told.seq] : [])));
    if (seqs.size > 1) found.push(`${mark} was acknowledged under ${seqs.size} numbers`);
    const refused = (history.answers.get(key) ?? []).find((told) => told.told === 'fail');
    if (written > 0 && refused !== undefined) found.push(`${mark} is written, yet was refused: ${refused.code}`);
  }
  return found;
}

async function gaps(client: Client, region: string, entries: readonly Entry[]): Promise<readonly string[]> {
  const found = entries.flatMap(({ seq }, at) => (seq === at + 1 ? [] : [`entry ${at + 1} has the number ${seq}`]));
  const commands = new Set(entries.map(({ command }) => command));
  if (commands.size !== entries.length) found.push(`${entries.length} entries of ${commands.size} commands`);
  const { rows } = await client.query<{ what: string; count: string }>(
    `SELECT 'head and last entry differ' AS what, count(*) FROM region
      WHERE code = $1 AND seq <> (SELECT coalesce(max(seq), 0) FROM journal WHERE region = $1)
     UNION ALL
     SELECT 'reports without an entry in the journal', count(*) FROM progress_entry p
      WHERE p.region = $1 AND NOT EXISTS (SELECT FROM journal j WHERE j.region = p.region
        AND j.type IN ('ProgressReported', 'ProgressCorrected') AND j.entry::jsonb #>> '{data,entry}' = p.entry::text)
     UNION ALL
     SELECT 'reports in the journal without a row', count(*) FROM journal j
      WHERE j.region = $1 AND j.type IN ('ProgressReported', 'ProgressCorrected')
        AND NOT EXISTS (SELECT FROM progress_entry p
          WHERE p.region = j.region AND p.entry = (j.entry::jsonb #>> '{data,entry}')::uuid)`,
    [region],
  );
  for (const { what, count } of rows) if (count !== '0') found.push(`${count} ${what}`);
  return found;
}

async function folded(client: Client, region: string, entries: readonly Entry[]): Promise<readonly string[]> {
  const board = fold(entries);
  const { rows } = await client.query<Task>(
    `SELECT id, campaign, agency, visibility, status, instant_text(since) AS since, title, description, evidence, unit,
            segment, area, target::float8, start_day::text AS start, due::text, due_changes AS "dueChanges",
            reported::float8, reached::float8, rejected::float8, registered::float8, active::float8,
            instant_text(last_report_at) AS "lastReportAt", last_report_by AS "lastReportBy",
            last_report_delta::float8 AS "lastReportDelta", origin, version, field_versions AS "fieldVersions"
       FROM task WHERE region = $1 ORDER BY id`,
    [region],
  );
  const found = rows.flatMap((row) =>
    canonical(row) === canonical(board.tasks.get(row.id)) ? [] : [`task ${row.id} differs from the fold`],
  );
  if (rows.length !== board.tasks.size) found.push(`${rows.length} rows, ${board.tasks.size} tasks in the fold`);
  const blockers = await client.query<{ id: number; text: string; lifted: boolean }>(
    'SELECT id, text, lifted_at IS NOT NULL AS lifted FROM blocker WHERE region = $1',
    [region],
  );
  for (const { id, text, lifted } of blockers.rows) {
    const theirs = board.blockers.get(id);
    if (theirs?.text !== text || (theirs.liftedAt !== null) !== lifted)
      found.push(`blocker ${id} differs from the fold`);
  }
  if (blockers.rows.length !== board.blockers.size) found.push('not as many blockers as in the fold');
  return found;
}

/** The board that the journal adds up to. Maps are built up in place: tens of thousands of copies would take minutes. */
function fold(entries: readonly Entry[]): BoardState {
  const tasks = new Map(EMPTY_BOARD.tasks);
  const blockers = new Map(EMPTY_BOARD.blockers);
  let board: BoardState = EMPTY_BOARD;
  for (const entry of entries) {
    const { seq, at, actor, type, data, text } = entry;
    const happening: Happening = { seq, at, by: actor, event: { type, data, text } as BoardEvent };
    const task = tasks.get(Number(data['task']));
    const blocker = blockers.get(Number(data['blocker']));
    const near: BoardState = {
      ...board,
      tasks: new Map(task ? [[task.id, task]] : []),
      blockers: new Map(blocker ? [[blocker.id, blocker]] : []),
    };
    board = evolve(near, happening);
    for (const [id, one] of board.tasks) tasks.set(id, one);
    for (const [id, one] of board.blockers) blockers.set(id, one);
  }
  return { ...board, tasks, blockers };
}

/** Each hash is SHA-256 of 0x01, the one before, number, length and text; the first one before is of the region's name. */
function brokenLinks(region: string, rows: readonly JournalRow[]): readonly string[] {
  let prev: Buffer = createHash('sha256').update(`papan-uhc:${region}`).digest();
  for (const { seq, entry, prev: written, hash } of rows) {
    const text = Buffer.from(entry);
    const [number, length] = [Buffer.alloc(8), Buffer.alloc(8)];
    number.writeBigInt64BE(BigInt(seq));
    length.writeBigInt64BE(BigInt(text.length));
    const expected = createHash('sha256')
      .update(Buffer.concat([Buffer.from([1]), prev, number, length, text]))
      .digest();
    if (!written.equals(prev) || !hash.equals(expected)) return [`entry ${seq} does not fit`];
    prev = hash;
  }
  return [];
}
