import {
  EMPLOYER_FIELDS,
  type Action,
  type Actor,
  type Employer,
  type EmployerField,
  type EmployerFieldVersions,
  type IsoInstant,
  type Refusal,
  isRefusal,
  may,
  refuse,
} from '@papan/domain';
import type { Tx } from '@papan/server-platform';

/** A row of the register read as the domain's Employer. Counts travel as double precision: they are whole and small. */
export const EMPLOYER_COLUMNS = `
  e.id, e.name, e.nib, e.npwp, e.npp, e.address, e.contact, e.district, e.village, e.sector, e.estimated::float8,
  e.registered::float8, e.source, e.merged_into AS "mergedInto", instant_text(e.changed_at) AS "changedAt", e.version`;

/** Number of the case that is open against the employer. */
export const OPEN_CASE = `
  (SELECT c.id FROM employer_case c WHERE c.region = e.region AND c.employer = e.id AND c.status = 'OPEN') AS "openCase"`;

/** Employers by their numbers, in the order of their numbers; those that nobody has are left out. */
export function employersOf(tx: Tx, region: string, ids: readonly number[]): Promise<Employer[]> {
  return tx.query<Employer>(
    `SELECT ${EMPLOYER_COLUMNS} FROM employer e WHERE e.region = $1 AND e.id = ANY ($2::int[]) ORDER BY e.id`,
    [region, ids],
  );
}

export interface LockedEmployer {
  readonly employer: Employer;
  readonly fieldVersions: EmployerFieldVersions;
  readonly openCase: number | null;
}

/**
 * The employers on which the actor wants to do something, locked in the order of their numbers until the end of the
 * transaction: what the policy says, NOT_FOUND where the region has none of such a number.
 */
export async function lockEmployers(
  tx: Tx,
  actor: Actor,
  ids: readonly number[],
  action: Action,
): Promise<readonly LockedEmployer[] | Refusal> {
  const allowed = may(actor, action, { region: actor.region });
  if (isRefusal(allowed)) return allowed;
  const rows = await tx.query<Employer & Pick<LockedEmployer, 'fieldVersions' | 'openCase'>>(
    `SELECT ${EMPLOYER_COLUMNS}, e.field_versions AS "fieldVersions", ${OPEN_CASE}
       FROM employer e WHERE e.region = $1 AND e.id = ANY ($2::int[]) ORDER BY e.id FOR UPDATE OF e`,
    [actor.region, ids],
  );
  const found = ids.map((id) => rows.find((row) => row.id === id));
  const known = found.filter((row) => row !== undefined);
  if (known.length < ids.length) return refuse('NOT_FOUND');
  return known.map(({ fieldVersions, openCase, ...employer }) => ({ employer, fieldVersions, openCase }));
}

/** Writes a new employer. */
export async function insertEmployer(tx: Tx, region: string, employer: Employer): Promise<void> {
  await tx.query(
    `INSERT INTO employer (region, id, source, changed_at, ${EMPLOYER_FIELDS.join(', ')})
     VALUES ($1, $2, $3, $4, ${EMPLOYER_FIELDS.map((_, at) => `$${at + 5}`).join(', ')})`,
    [region, employer.id, employer.source, employer.changedAt, ...EMPLOYER_FIELDS.map((field) => employer[field])],
  );
}

/** Writes what became of a locked employer; `fields` are those that have another value now. */
export async function updateEmployer(
  tx: Tx,
  region: string,
  after: Employer,
  fieldVersions: EmployerFieldVersions,
): Promise<void> {
  await tx.query(
    `UPDATE employer SET version = $3, changed_at = $4, merged_into = $5, field_versions = $6,
            ${EMPLOYER_FIELDS.map((field, at) => `${field} = $${at + 7}`).join(', ')}
      WHERE region = $1 AND id = $2 AND version = $3::int - 1`,
    [
      ...[region, after.id, after.version, after.changedAt, after.mergedInto, JSON.stringify(fieldVersions)],
      ...EMPLOYER_FIELDS.map((field) => after[field]),
    ],
  );
}

/** The employer after a change of some fields at that moment. */
export function changed(
  { employer, fieldVersions }: LockedEmployer,
  plan: Partial<Employer>,
  fields: readonly EmployerField[],
  now: IsoInstant,
): { readonly after: Employer; readonly versions: EmployerFieldVersions } {
  const version = employer.version + 1;
  return {
    after: { ...employer, ...plan, version, changedAt: now },
    versions: { ...fieldVersions, ...Object.fromEntries(fields.map((field) => [field, version])) },
  };
}
