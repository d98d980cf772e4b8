import { casesOf, type Happening } from '@papan/domain';

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
    for (const id of casesOf(event)) cases.add(id);
    switch (event.type) {
      // Neither changes the case itself, but what its row says.
      case 'DossierRead':
        cases.add(event.data.case);
        break;
      case 'CasesLinked':
        for (const id of [...event.data.added, ...event.data.removed]) cases.add(id);
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
