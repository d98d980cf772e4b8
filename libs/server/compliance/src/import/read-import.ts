import type {
  ChangedLine,
  DoubtfulLine,
  ImportPreview,
  ImportProfile,
  ImportState,
  ImportSummary,
  ImportView,
  InvalidLine,
} from '@papan/contracts';
import {
  type Actor,
  type Cell,
  type ColumnMapping,
  type Employer,
  type EmployerField,
  type EmployerPlan,
  type Likely,
  type Refusal,
  guessColumns,
  headingsKey,
  isRefusal,
  may,
  textOf,
} from '@papan/domain';
import { type Database, type Tx, sampleColumns } from '@papan/server-platform';
import { employersOf } from '../employers/employer-rows';
import { viewsOf } from '../employers/read-employers';
import { IMPORT_COLUMNS, type ImportRecord, importOf } from './import-rows';
import { EMPLOYER_LISTS } from './upload-list';

const LOOK = { isolation: 'REPEATABLE READ', readOnly: true } as const;
const LISTS_SHOWN = 50;
const LINES_SHOWN = 200;
const NAME_LENGTH = 80;

/** The latest lists, newest first. */
export async function listImports(database: Database, actor: Actor): Promise<readonly ImportSummary[] | Refusal> {
  const allowed = may(actor, 'employer.write', { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  return database.as(
    actor,
    async (tx) => {
      const lists = await tx.query<ImportRecord>(
        `SELECT ${IMPORT_COLUMNS} FROM employer_import i WHERE i.region = $1 ORDER BY i.id DESC LIMIT ${LISTS_SHOWN}`,
        [actor.region],
      );
      return lists.map(summaryOf);
    },
    LOOK,
  );
}

/** A list with its columns, how they are mapped or could be, and what would become of its lines. */
export function readImport(database: Database, actor: Actor, id: number): Promise<ImportView | Refusal> {
  return database.as(
    actor,
    async (tx) => {
      const list = await importOf(tx, actor, id);
      if (isRefusal(list)) return list;
      const profiles = await profilesOf(tx, actor.region, list);
      const fitting = profiles.find(({ fits }) => fits);
      return {
        ...summaryOf(list),
        sheet: list.sheet,
        headingLine: list.headingLine,
        columns: await sampleColumns(tx, EMPLOYER_LISTS, actor.region, list.upload, list.headings),
        mapping: list.mapping ?? fitting?.mapping ?? guessColumns(list.headings, list.source),
        violation: list.mapping ? list.violation : (fitting?.violation ?? null),
        profile: fitting?.name ?? null,
        profiles,
        preview: list.mapping ? await previewOf(tx, actor.region, list) : null,
      };
    },
    LOOK,
  );
}

function summaryOf({ id, source, name, rows, mapping, person, uploadedAt, appliedAt }: ImportRecord): ImportSummary {
  const state: ImportState = appliedAt !== null ? 'APPLIED' : mapping ? 'CHECKED' : 'UPLOADED';
  return { id, source, name, rows, state, person, uploadedAt, appliedAt };
}

async function profilesOf(
  tx: Tx,
  region: string,
  { source, headings }: ImportRecord,
): Promise<readonly ImportProfile[]> {
  return tx.query<ImportProfile>(
    `SELECT name, mapping, violation, headings_key = $3 AS fits FROM import_profile
      WHERE region = $1 AND source = $2 ORDER BY headings_key <> $3, saved_at DESC, name LIMIT 20`,
    [region, source, headingsKey(headings)],
  );
}

async function previewOf(tx: Tx, region: string, { upload, opened }: ImportRecord): Promise<ImportPreview> {
  const [counts] = await tx.query<ImportPreview['counts']>(
    `SELECT count(*) FILTER (WHERE outcome = 'NEW')::int AS created,
            count(*) FILTER (WHERE outcome = 'CHANGED')::int AS changed,
            count(*) FILTER (WHERE outcome = 'UNCHANGED')::int AS unchanged,
            count(*) FILTER (WHERE outcome = 'INVALID')::int AS invalid,
            count(*) FILTER (WHERE jsonb_array_length(doubles) > 0)::int AS doubtful,
            count(*) FILTER (WHERE jsonb_array_length(doubles) > 0 AND decided IS NULL)::int AS undecided,
            count(*) FILTER (WHERE cardinality(violations) > 0 AND outcome <> 'INVALID' AND NOT EXISTS (
              SELECT FROM employer_case c WHERE c.region = r.region AND c.employer = r.employer AND c.status = 'OPEN')
            )::int AS cases
       FROM import_row r WHERE region = $1 AND upload = $2`,
    [region, upload],
  );
  const none = { created: 0, changed: 0, unchanged: 0, invalid: 0, doubtful: 0, undecided: 0, cases: 0 };
  return {
    counts: { ...(counts ?? none), ...(opened === null ? {} : { cases: opened }) },
    invalid: await invalidOf(tx, region, upload, LINES_SHOWN),
    changed: await changedOf(tx, region, upload),
    doubtful: await doubtfulOf(tx, region, upload),
  };
}

/** Lines that cannot be taken; `limit` of them at most. */
export async function invalidOf(
  tx: Tx,
  region: string,
  upload: string,
  limit: number,
): Promise<readonly InvalidLine[]> {
  const rows = await tx.query<{
    line: number;
    cells: readonly Cell[];
    problems: readonly Refusal[];
    at: number | null;
  }>(
    `SELECT r.line, r.cells, r.problems, (i.mapping ->> 'name')::int AS at
       FROM import_row r JOIN employer_import i ON i.region = r.region AND i.upload = r.upload
      WHERE r.region = $1 AND r.upload = $2 AND r.outcome = 'INVALID' ORDER BY r.line LIMIT $3`,
    [region, upload, limit],
  );
  return rows.map(({ line, cells, problems, at }) => ({
    line,
    name: at === null ? '' : textOf(cells[at]).slice(0, NAME_LENGTH),
    problems: problems.map(({ code, params, rule }) => ({ code, params, rule })),
  }));
}

async function changedOf(tx: Tx, region: string, upload: string): Promise<readonly ChangedLine[]> {
  const rows = await tx.query<{ line: number; employer: number; fields: EmployerField[]; value: EmployerPlan }>(
    `SELECT line, employer, fields, value FROM import_row
      WHERE region = $1 AND upload = $2 AND outcome = 'CHANGED' ORDER BY line LIMIT ${LINES_SHOWN}`,
    [region, upload],
  );
  const known = await knownBy(
    tx,
    region,
    rows.map(({ employer }) => employer),
  );
  return rows.flatMap(({ line, employer, fields, value }) => {
    const before = known.get(employer);
    if (!before) return [];
    const changes = fields.map((field) => ({ field, from: before[field], to: value[field] }));
    return [{ line, employer, name: before.name, fields: changes }];
  });
}

async function doubtfulOf(tx: Tx, region: string, upload: string): Promise<readonly DoubtfulLine[]> {
  const rows = await tx.query<{
    readonly line: number;
    readonly cells: readonly Cell[];
    readonly value: EmployerPlan;
    readonly doubles: readonly Likely[];
    readonly decided: number | null;
    readonly mapping: ColumnMapping;
  }>(
    `SELECT r.line, r.cells, r.value, r.doubles, r.decided, i.mapping
       FROM import_row r JOIN employer_import i ON i.region = r.region AND i.upload = r.upload
      WHERE r.region = $1 AND r.upload = $2 AND jsonb_array_length(r.doubles) > 0
      ORDER BY r.decided IS NOT NULL, r.line LIMIT ${LINES_SHOWN}`,
    [region, upload],
  );
  const byId = await knownBy(
    tx,
    region,
    rows.flatMap(({ doubles }) => doubles.map(({ employer }) => employer)),
  );
  return rows.map(({ line, cells, value, doubles, decided, mapping }) => ({
    line,
    row: { ...value, ...wordsOf(cells, mapping) },
    doubles: viewsOf({ byId }, doubles),
    verdict: decided === null ? 'OPEN' : decided === 0 ? 'DIFFERENT' : 'SAME',
    employer: decided === 0 ? null : decided,
  }));
}

/** Name and address as the list has them, also where the line was found to be an employer who writes them otherwise. */
function wordsOf(cells: readonly Cell[], mapping: ColumnMapping): Partial<EmployerPlan> {
  const told = (['name', 'address', 'nib', 'npwp', 'npp'] as const).map((field) => {
    const column = mapping[field];
    return [field, column === undefined ? '' : textOf(cells[column])] as const;
  });
  return Object.fromEntries(told.filter(([, text]) => text !== ''));
}

async function knownBy(tx: Tx, region: string, ids: readonly number[]): Promise<ReadonlyMap<number, Employer>> {
  const employers = await employersOf(tx, region, [...new Set(ids)]);
  return new Map(employers.map((employer) => [employer.id, employer]));
}
