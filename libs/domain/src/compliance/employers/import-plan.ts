import { type Refusal, isRefusal } from '../../refusal/refusal';
import type { Employer } from '../employer';
import {
  type EmployerField,
  type EmployerPlan,
  type KnownAreas,
  checkEmployer,
  problemsOfEmployer,
} from './check-employer';
import { changedFields } from './edit-employer';
import type { RowReading } from './import-row';

/** What becomes of a line: a new employer, other values for a known one, nothing, or it cannot be taken. */
export const ROW_OUTCOMES = ['NEW', 'CHANGED', 'UNCHANGED', 'INVALID'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

export interface RowPlan {
  readonly outcome: RowOutcome;
  /** The employer as it stands after the line; null where the line cannot be taken. */
  readonly plan: EmployerPlan | null;
  /** In which fields a known employer changes. */
  readonly fields: readonly EmployerField[];
  readonly problems: readonly Refusal[];
}

const NOBODY: EmployerPlan = {
  name: '',
  nib: null,
  npwp: null,
  npp: null,
  address: '',
  contact: '',
  district: null,
  village: null,
  sector: null,
  estimated: 0,
  registered: 0,
};

/** What becomes of a line that was read, for the employer it speaks about (null: nobody who is known). */
export function planRow(reading: RowReading, known: Employer | null, areas: KnownAreas): RowPlan {
  const before: EmployerPlan = known ?? NOBODY;
  const wanted = wantedBy(reading, before);
  const problems = [...reading.problems, ...problemsOfEmployer(wanted, areas)];
  const plan = problems.length > 0 ? null : checkEmployer(wanted, areas);
  if (plan === null || isRefusal(plan)) return { outcome: 'INVALID', plan: null, fields: [], problems };
  if (known === null) return { outcome: 'NEW', plan, fields: [], problems: [] };
  const fields = changedFields(known, plan);
  return { outcome: fields.length > 0 ? 'CHANGED' : 'UNCHANGED', plan, fields, problems: [] };
}

/** BPJS counts who is missing; the workers of the employer are those and the registered ones. */
function wantedBy({ given, missing }: RowReading, before: EmployerPlan): EmployerPlan {
  const moved = given.district !== undefined && given.district !== before.district && given.village === undefined;
  const plan = { ...before, ...given, ...(moved ? { village: null } : {}) };
  const counted = missing !== null && given.estimated === undefined;
  return counted ? { ...plan, estimated: plan.registered + missing } : plan;
}
