import { type Refusal, isRefusal, refuse } from '../../refusal/refusal';
import type { Employer } from '../employer';
import type { ComplianceEventOf } from '../events';
import {
  EMPLOYER_FACT_FIELDS,
  EMPLOYER_FIELDS,
  EMPLOYER_TEXT_FIELDS,
  type EmployerField,
  type EmployerPlan,
  type KnownAreas,
  checkEmployer,
} from './check-employer';

/** The version in which a field last got another value; left out where it never did. */
export type EmployerFieldVersions = Readonly<Partial<Record<EmployerField, number>>>;

/** Both values of a field that two people changed. */
export interface EmployerConflict {
  readonly field: EmployerField;
  readonly theirs: string | number | null;
  readonly yours: string | number | null;
}

export interface EmployerConflicts {
  readonly conflicts: readonly EmployerConflict[];
}

/**
 * A correction of some fields by someone who had seen version `seen`. Disjoint corrections merge; where a field was changed
 * since and differs, both values come back and nothing is written. Source: docs/domain.md#commands.
 */
export function editEmployer(
  employer: Employer,
  fieldVersions: EmployerFieldVersions,
  seen: number,
  edits: Partial<EmployerPlan>,
  areas: KnownAreas,
): ComplianceEventOf<'EmployerChanged'> | EmployerConflicts | Refusal {
  if (employer.mergedInto !== null) return refuse('EMPLOYER_MERGED', { into: employer.mergedInto });
  if (!Number.isInteger(seen) || seen < 1 || seen > employer.version)
    return refuse('VERSION_UNKNOWN', { seen, version: employer.version });
  const wanted = planOf(employer, edits);
  const merged = checkEmployer(wanted, areas);
  if (isRefusal(merged)) return merged;
  const fields = changedFields(employer, merged);
  if (fields.length === 0) return refuse('NOTHING_TO_CHANGE', {});
  const overlap = fields.filter((field) => (fieldVersions[field] ?? 0) > seen);
  if (overlap.length > 0)
    return { conflicts: overlap.map((field) => ({ field, theirs: employer[field], yours: merged[field] })) };
  return changeOf(employer.id, merged, fields);
}

export function isEmployerConflict(value: unknown): value is EmployerConflicts {
  return typeof value === 'object' && value !== null && 'conflicts' in value;
}

/** The fields in which a plan says something else than the register. */
export function changedFields(employer: EmployerPlan, plan: EmployerPlan): readonly EmployerField[] {
  return EMPLOYER_FIELDS.filter((field) => plan[field] !== employer[field]);
}

/** A district that was changed leaves behind a village of the old one. */
function planOf(employer: Employer, edits: Partial<EmployerPlan>): EmployerPlan {
  const entries: readonly [string, unknown][] = Object.entries(edits);
  const given: Partial<EmployerPlan> = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
  const moved = given.district !== undefined && given.district !== employer.district && given.village === undefined;
  return { ...employer, ...given, ...(moved ? { village: null } : {}) };
}

function changeOf(
  id: number,
  plan: EmployerPlan,
  fields: readonly EmployerField[],
): ComplianceEventOf<'EmployerChanged'> {
  const pick = (some: readonly EmployerField[]): Partial<EmployerPlan> =>
    Object.fromEntries(some.filter((field) => fields.includes(field)).map((field) => [field, plan[field]]));
  const texts = pick(EMPLOYER_TEXT_FIELDS);
  return {
    type: 'EmployerChanged',
    data: { employer: id, fields, ...pick(EMPLOYER_FACT_FIELDS) },
    text: Object.keys(texts).length > 0 ? texts : null,
  };
}
