import type { IsoInstant } from '../calendar/wib';
import type { EmployerSource, Sector } from './codes';

/** Names, numbers and addresses: the erasable part of an employer. */
export interface EmployerTexts {
  readonly name: string;
  /** Business number of OSS, 13 digits; null where it is not known. */
  readonly nib: string | null;
  /** Tax number, 15 or 16 digits without punctuation. */
  readonly npwp: string | null;
  /** Number of the employer at BPJS, as BPJS writes it. */
  readonly npp: string | null;
  readonly address: string;
  readonly contact: string;
}

/** An employer in the register of a region. `missing` workers are `estimated − registered`, never below 0. */
export interface Employer extends EmployerTexts {
  readonly id: number;
  /** Kemendagri code of the district, and of the village where it is known. */
  readonly district: string | null;
  readonly village: string | null;
  readonly sector: Sector | null;
  readonly estimated: number;
  readonly registered: number;
  readonly source: EmployerSource;
  /** The employer into whose entry this one was merged as a double, or null. */
  readonly mergedInto: number | null;
  readonly changedAt: IsoInstant;
  readonly version: number;
}

export function missingWorkers({ estimated, registered }: Pick<Employer, 'estimated' | 'registered'>): number {
  return Math.max(0, estimated - registered);
}
