import type { MapImport } from '@papan/contracts';
import {
  type Actor,
  type AreaNames,
  type ColumnMapping,
  type ImportField,
  type Refusal,
  checkText,
  fieldsOf,
  headingsKey,
  isRefusal,
  readRow,
  refuse,
} from '@papan/domain';
import { type Database, type Tx, inBundles, inTurns } from '@papan/server-platform';
import { areasByName } from '../employers/known-areas';
import type { Register, Registers } from '../employers/the-register';
import { type ImportRecord, type StoredLine, importOf, linesOf } from './import-rows';
import { type DecidedReading, type PlannedLine, damageIn, planLines } from './plan-lines';

const PROFILE_NAME_LIMIT = 60;

/**
 * Says which column is what, compares every line with the register and keeps what was found. Nothing of the register
 * changes, and nothing is locked meanwhile. Refuses the whole list where a number in it was ruined.
 */
export async function checkList(
  database: Database,
  registers: Registers,
  actor: Actor,
  id: number,
  body: MapImport,
): Promise<Refusal | undefined> {
  const facts = await database.as(actor, (tx) => factsFor(tx, registers, actor, id, body), {
    isolation: 'REPEATABLE READ',
    readOnly: true,
  });
  if (isRefusal(facts)) return facts;
  const readings: DecidedReading[] = [];
  await inTurns(facts.lines, (line) => {
    readings.push({ ...readRow(line, facts.mapping, facts.areas, body.violation), decided: line.decided });
  });
  const damage = damageIn(readings);
  if (damage) return damage;
  const planned = await planLines(readings, await facts.register(), facts.areas);
  return database.as(actor, (tx) => keep(tx, actor, facts, body, planned));
}

interface Facts {
  readonly list: ImportRecord;
  readonly mapping: ColumnMapping;
  readonly profile: string | null;
  readonly lines: readonly StoredLine[];
  readonly areas: AreaNames;
  readonly register: () => Promise<Register>;
  /** How far the journal had come. */
  readonly seq: number;
}

async function factsFor(
  tx: Tx,
  registers: Registers,
  actor: Actor,
  id: number,
  body: MapImport,
): Promise<Facts | Refusal> {
  const list = await importOf(tx, actor, id);
  if (isRefusal(list)) return list;
  if (list.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
  const no = problemOf(body.mapping, list);
  if (no) return no;
  const profile = body.profile === null ? null : checkText('name', body.profile, PROFILE_NAME_LIMIT, true);
  if (isRefusal(profile)) return profile;
  const [region] = await tx.query<{ seq: number }>('SELECT seq::float8 FROM region WHERE code = $1', [actor.region]);
  return {
    list,
    mapping: body.mapping,
    profile,
    lines: await linesOf(tx, actor.region, list.upload),
    areas: await areasByName(tx, actor.region),
    register: await registers.seenBy(tx, actor.region),
    seq: region?.seq ?? 0,
  };
}

/** Each field its own column of the list, and a name by all means. */
function problemOf(mapping: ColumnMapping, { source, headings }: ImportRecord): Refusal | undefined {
  if (mapping.name === undefined) return refuse('IMPORT_COLUMN_MISSING', { field: 'name' });
  const taken = new Set<number>();
  for (const [field, column] of Object.entries(mapping) as [ImportField, number][]) {
    if (!fieldsOf(source).includes(field) || column >= headings.length || taken.has(column))
      return refuse('IMPORT_COLUMN_UNKNOWN', { field });
    taken.add(column);
  }
  return undefined;
}

async function keep(
  tx: Tx,
  actor: Actor,
  { list, profile, seq }: Facts,
  { mapping, violation }: MapImport,
  planned: readonly PlannedLine[],
): Promise<Refusal | undefined> {
  const now = await importOf(tx, actor, list.id, true);
  if (isRefusal(now)) return now;
  if (now.appliedAt !== null) return refuse('IMPORT_APPLIED', {});
  await keepLines(tx, actor.region, list.upload, planned);
  await tx.query(
    'UPDATE employer_import SET mapping = $3, violation = $4, checked_seq = $5 WHERE region = $1 AND id = $2',
    [actor.region, list.id, JSON.stringify(mapping), violation, seq],
  );
  if (profile === null) return undefined;
  await tx.query(
    `INSERT INTO import_profile (region, source, name, headings_key, mapping, violation, person, saved_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, app_now())
     ON CONFLICT (region, source, name) DO UPDATE SET headings_key = excluded.headings_key, mapping = excluded.mapping,
       violation = excluded.violation, person = excluded.person, saved_at = excluded.saved_at`,
    [
      ...[actor.region, list.source, profile, headingsKey(list.headings), JSON.stringify(mapping), violation],
      actor.person,
    ],
  );
  return undefined;
}

/** Writes what was found about lines. */
export async function keepLines(
  tx: Tx,
  region: string,
  upload: string,
  planned: readonly PlannedLine[],
): Promise<void> {
  for (const lines of inBundles(planned)) {
    await tx.query(
      `UPDATE import_row r
          SET outcome = told.outcome, value = told.plan, fields = told.fields, problems = told.problems,
              employer = told.employer, seen = told.seen, violations = told.violations, missing = told.missing,
              doubles = told.doubles
         FROM jsonb_to_recordset($3::jsonb) AS told(line int, outcome text, plan jsonb, fields text[], problems jsonb,
              employer int, seen int, violations text[], missing bigint, doubles jsonb)
        WHERE r.region = $1 AND r.upload = $2 AND r.line = told.line`,
      [region, upload, JSON.stringify(lines)],
    );
  }
}
