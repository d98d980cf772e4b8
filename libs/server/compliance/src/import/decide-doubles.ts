import type { DecideDoubles } from '@papan/contracts';
import { type Actor, type Likely, type Refusal, isRefusal, readRow, refuse } from '@papan/domain';
import type { Database, Tx } from '@papan/server-platform';
import { employersOf } from '../employers/employer-rows';
import { areasByName } from '../employers/known-areas';
import { keepLines } from './check-list';
import { type ImportRecord, importOf, linesOf } from './import-rows';
import { type PlannedLine, planOne } from './plan-lines';

type Decision = DecideDoubles['decisions'][number];

/** A person says of lines that resemble known employers which of them they are, or none. Kept until the list is loaded. */
export function decideDoubles(
  database: Database,
  actor: Actor,
  id: number,
  { decisions }: DecideDoubles,
): Promise<Refusal | undefined> {
  return database.as(actor, async (tx) => {
    const list = await importOf(tx, actor, id, true);
    if (isRefusal(list)) return list;
    if (list.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
    if (list.mapping === null) return refuse('IMPORT_NOT_PREVIEWED', {});
    const asked = await askedAbout(tx, actor.region, list.upload, decisions);
    for (const decision of decisions) {
      const no = problemOf(decision, asked, decisions);
      if (no) return no;
    }
    await planAgain(tx, actor.region, list, decisions, asked);
    return undefined;
  });
}

interface Asked {
  /** The proposals of each line. */
  readonly doubles: ReadonlyMap<number, readonly Likely[]>;
  /** Which line speaks about an employer already. */
  readonly spokenFor: ReadonlyMap<number, number>;
}

async function askedAbout(tx: Tx, region: string, upload: string, decisions: readonly Decision[]): Promise<Asked> {
  const rows = await tx.query<{ line: number; doubles: readonly Likely[] }>(
    `SELECT line, doubles FROM import_row
      WHERE region = $1 AND upload = $2 AND line = ANY ($3::int[]) AND jsonb_array_length(doubles) > 0`,
    [region, upload, decisions.map(({ line }) => line)],
  );
  const spoken = await tx.query<{ line: number; employer: number }>(
    `SELECT line, employer FROM import_row
      WHERE region = $1 AND upload = $2 AND employer = ANY ($3::int[]) AND outcome <> 'INVALID'`,
    [region, upload, decisions.map(({ employer }) => employer)],
  );
  return {
    doubles: new Map(rows.map(({ line, doubles }) => [line, doubles])),
    spokenFor: new Map(spoken.map(({ line, employer }) => [employer, line])),
  };
}

/** One of those proposed, about whom no other line speaks. */
function problemOf(
  { line, verdict, employer }: Decision,
  { doubles, spokenFor }: Asked,
  all: readonly Decision[],
): Refusal | undefined {
  const proposed = doubles.get(line);
  if (!proposed) return refuse('IMPORT_LINE_UNKNOWN', { line });
  if (verdict !== 'SAME') return undefined;
  if (!proposed.some((likely) => likely.employer === employer)) return refuse('IMPORT_LINE_UNKNOWN', { line });
  const other = employer === null ? undefined : spokenFor.get(employer);
  if (other !== undefined && other !== line) return refuse('IMPORT_ROW_REPEATED', { line: other });
  const twin = all.find((one) => one.verdict === 'SAME' && one.employer === employer && one.line !== line);
  return twin ? refuse('IMPORT_ROW_REPEATED', { line: twin.line }) : undefined;
}

async function planAgain(
  tx: Tx,
  region: string,
  { upload, mapping, violation }: ImportRecord,
  decisions: readonly Decision[],
  { doubles }: Asked,
): Promise<void> {
  const byLine = new Map(decisions.map((decision) => [decision.line, decision]));
  const areas = await areasByName(tx, region);
  const employers = await employersOf(
    tx,
    region,
    decisions.map(({ employer }) => employer ?? 0),
  );
  const lines = await linesOf(tx, region, upload, [...byLine.keys()]);
  const planned = lines.map((line): PlannedLine => {
    const decision = byLine.get(line.line);
    const same = decision?.verdict === 'SAME' ? decision.employer : null;
    const known = employers.find(({ id }) => id === same) ?? null;
    const reading = { ...readRow(line, mapping ?? {}, areas, violation), decided: same };
    return { ...planOne(reading, known, { near: () => [] }, areas), doubles: doubles.get(line.line) ?? [] };
  });
  await keepLines(tx, region, upload, planned);
  await tx.query(
    `UPDATE import_row r SET decided = told.decided
       FROM jsonb_to_recordset($3::jsonb) AS told(line int, decided int)
      WHERE r.region = $1 AND r.upload = $2 AND r.line = told.line`,
    [region, upload, JSON.stringify(decisions.map((one) => ({ line: one.line, decided: decidedOf(one) })))],
  );
}

function decidedOf({ verdict, employer }: Decision): number | null {
  if (verdict === 'OPEN') return null;
  return verdict === 'SAME' ? employer : 0;
}
