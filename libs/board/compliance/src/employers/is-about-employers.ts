import type { Happening } from '@papan/domain';

/** Whether the register, or the cases beside it, are no longer what was fetched. */
export function isAboutEmployers({ event }: Happening): boolean {
  switch (event.type) {
    case 'EmployerRecorded':
    case 'EmployerChanged':
    case 'EmployersMerged':
    case 'EmployersKeptApart':
    case 'EmployersImported':
    case 'CaseOpened':
    case 'CaseClosed':
    case 'CaseReopened':
    case 'CaseVerified':
      return true;
    default:
      return false;
  }
}
