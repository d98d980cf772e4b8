import type { Area } from '../../organisation/area';
import { type Refusal, isRefusal } from '../../refusal/refusal';
import type { Employer } from '../employer';
import type { EmployerPlan } from './check-employer';
import type { Comparable } from './employer-index';

/** Employers that the tests of the rules speak about; none of them exists. Not part of the product. */

export const AREAS: readonly Area[] = [
  { code: '35.05.10', name: 'Kanigoro', kind: 'DISTRICT' },
  { code: '35.05.10.2001', name: 'Satreyan', kind: 'VILLAGE' },
  { code: '35.05.10.2002', name: 'Tlogo', kind: 'VILLAGE' },
  { code: '35.05.11', name: 'Sutojayan', kind: 'DISTRICT' },
  { code: '35.05.11.2001', name: 'Tlogo', kind: 'VILLAGE' },
];

export const KNOWN = { hasArea: (code: string): boolean => AREAS.some((area) => area.code === code) };

export const A_PLAN: EmployerPlan = {
  name: 'PT Contoh Makmur Sentosa',
  nib: '1234567890123',
  npwp: '012345678901000',
  npp: '01012345',
  address: 'Jalan Melati No. 7, RT 01 RW 02',
  contact: 'Bagian personalia',
  district: '35.05.10',
  village: '35.05.10.2001',
  sector: 'MANUFACTURING',
  estimated: 40,
  registered: 12,
};

export function anEmployer(over: Partial<Employer> = {}): Employer {
  const rest = {
    id: 7,
    source: 'MANUAL',
    mergedInto: null,
    changedAt: '2026-11-02T01:00:00.000Z',
    version: 3,
  } as const;
  return { ...A_PLAN, ...rest, ...over };
}

export function comparable(over: Partial<Comparable> = {}): Comparable {
  return { nib: null, npwp: null, npp: null, name: '', address: '', district: null, village: null, ...over };
}

export function codeOf(value: unknown): string {
  return isRefusal(value) ? value.code : 'accepted';
}

export function codesOf(problems: readonly Refusal[]): readonly string[] {
  return problems.map(({ code }) => code);
}
