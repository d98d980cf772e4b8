import type { Happening } from '@papan/domain';

/** What happenings say about the rows of the list: the cases and employers to ask for again, or all of them. */
export interface Touched {
  readonly cases: ReadonlySet<number>;
  readonly employers: ReadonlySet<number>;
  /** A whole file was loaded, or the clocks of many moved: the list is fetched anew. */
  readonly all: boolean;
}

/** Above so many rows, asking for the whole list is shorter than naming them. */
export const MANY = 300;

export function touchedBy(happenings: readonly Happening[]): Touched {
  const cases = new Set<number>();
  const employers = new Set<number>();
  let all = false;
  for (const { event } of happenings) {
    switch (event.type) {
      case 'CaseOpened':
      case 'ViolationsChanged':
      case 'StepTaken':
      case 'ReceiptRecorded':
      case 'StepFrozen':
      case 'AttendanceRecorded':
      case 'DeadlineFired':
      case 'CaseVerified':
      case 'CaseClosed':
      case 'CaseReopened':
      case 'DossierSealed':
      case 'DossierRead':
        cases.add(event.data.case);
        break;
      case 'HandoverProposed':
      case 'HandoverWithdrawn':
        for (const id of event.data.cases) cases.add(id);
        break;
      case 'CasesLinked':
        for (const id of [...event.data.added, ...event.data.removed]) cases.add(id);
        break;
      case 'HandoverConfirmed':
        for (const one of event.data.cases) cases.add(one.case);
        break;
      case 'DeadlinesMoved':
        for (const move of event.data.moves) cases.add(move.case);
        break;
      case 'EmployerChanged':
        employers.add(event.data.employer);
        break;
      case 'EmployersMerged':
        employers.add(event.data.employer).add(event.data.into);
        break;
      case 'EmployersImported':
        all = true;
        break;
      default:
        break;
    }
  }
  return { cases, employers, all: all || cases.size > MANY };
}
