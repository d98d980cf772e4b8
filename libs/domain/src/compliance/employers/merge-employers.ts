import { type Refusal, refuse } from '../../refusal/refusal';
import type { Employer } from '../employer';
import type { ComplianceEventOf } from '../events';

/**
 * A person found that `double` is the same employer as `kept`: from now on its number leads there. A double that has a
 * case of its own (`openCase`) is closed as a double first, so that no step is lost.
 */
export function mergeEmployers(
  double: Employer,
  kept: Employer,
  openCase: number | null,
): ComplianceEventOf<'EmployersMerged'> | Refusal {
  const no = notAPair(double, kept);
  if (no) return no;
  if (openCase !== null) return refuse('EMPLOYER_HAS_CASE', { case: openCase });
  return { type: 'EmployersMerged', data: { employer: double.id, into: kept.id }, text: null };
}

/** A person found that two entries which look alike are two employers: they are not proposed again. */
export function keepEmployersApart(one: Employer, other: Employer): ComplianceEventOf<'EmployersKeptApart'> | Refusal {
  const no = notAPair(one, other);
  if (no) return no;
  const [first, second] = [one.id, other.id].sort((a, b) => a - b) as [number, number];
  return { type: 'EmployersKeptApart', data: { employer: first, other: second }, text: null };
}

function notAPair(one: Employer, other: Employer): Refusal | undefined {
  if (one.id === other.id) return refuse('EMPLOYER_SAME', {});
  const merged = one.mergedInto ?? other.mergedInto;
  return merged === null ? undefined : refuse('EMPLOYER_MERGED', { into: merged });
}
