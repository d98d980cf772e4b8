import { type Refusal, isRefusal } from '../../refusal/refusal';
import type { EmployerSource } from '../codes';
import type { ComplianceEventOf } from '../events';
import { type EmployerPlan, type KnownAreas, checkEmployer } from './check-employer';

/** A new employer in the register. `id` is the next number of the region. */
export function recordEmployer(
  id: number,
  plan: EmployerPlan & { readonly source: EmployerSource },
  areas: KnownAreas,
): ComplianceEventOf<'EmployerRecorded'> | Refusal {
  const checked = checkEmployer(plan, areas);
  if (isRefusal(checked)) return checked;
  const { name, nib, npwp, npp, address, contact, ...facts } = checked;
  return {
    type: 'EmployerRecorded',
    data: { employer: id, ...facts, source: plan.source },
    text: { name, nib, npwp, npp, address, contact },
  };
}
