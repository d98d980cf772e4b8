import type { CaseDetail, CaseRow } from '@papan/contracts';
import type { Case, CaseStep, Happening, HolidayDecree, StepClock } from '@papan/domain';
import { AN_EMPLOYER } from './answering-wire';

/** The days off of 2026 (SKB 3 Menteri 1497/2025, 2/2025, 5/2025). */
export const DECREE_2026: HolidayDecree = {
  year: 2026,
  basis: 'SKB 1497/2025',
  national: [
    ...['2026-01-01', '2026-01-16', '2026-02-17', '2026-03-19', '2026-03-21', '2026-03-22', '2026-04-03'],
    ...['2026-04-05', '2026-05-01', '2026-05-14', '2026-05-27', '2026-05-31', '2026-06-01', '2026-06-16'],
    ...['2026-08-17', '2026-08-25', '2026-12-25'],
  ],
  collectiveLeave: [
    ...['2026-02-16', '2026-03-18', '2026-03-20', '2026-03-23', '2026-03-24'],
    ...['2026-05-15', '2026-05-28', '2026-12-24'],
  ],
};

/** A row of the list; a test says only what it is about. */
export function row(facts: Partial<CaseRow> & Pick<CaseRow, 'id'>): CaseRow {
  return {
    employer: facts.id + 1000,
    status: 'OPEN',
    violations: ['NOT_REGISTERED'],
    workersMissing: 12,
    workersWon: 0,
    tracks: { LOCAL: 'HIMBAUAN' },
    latestOn: '2026-10-05',
    nextEnds: null,
    nextStep: null,
    fired: false,
    firedEnds: null,
    awaitsReceipt: [],
    readyForHandover: false,
    handover: null,
    missingYear: null,
    version: 1,
    name: 'Toko Melati Arwa',
    nib: '9900000000001',
    district: '35.05.10',
    tasks: [],
    ...facts,
  };
}

/** A step that was taken by Disnaker. */
export function step(facts: Partial<CaseStep> & Pick<CaseStep, 'step' | 'nth'>): CaseStep {
  return {
    entry: `entry-${facts.nth}`,
    on: '2026-03-02',
    number: '',
    signatory: '',
    note: '',
    sentOn: null,
    receivedOn: null,
    deemed: false,
    promisedOn: null,
    amount: null,
    workers: null,
    instalments: null,
    attended: null,
    services: [],
    document: null,
    sendingProof: null,
    receiptProof: null,
    signedScan: null,
    onDocument: false,
    clock: null,
    by: { person: 5, agency: 3 },
    at: '2026-03-02T02:00:00.000Z',
    ...facts,
  };
}

/** Ten working days from that day. */
export function tenWorkingDays(from: string, ends: string | null, state: StepClock['state'] = 'RUNNING'): StepClock {
  return { rule: { kind: 'WORKING_DAYS', days: 10 }, from, ends, missingYear: ends === null ? 2027 : null, state };
}

/** An open case with these steps; what may follow is given by the test. */
export function detail(
  steps: readonly CaseStep[],
  offers: CaseDetail['offers'] = [],
  facts: Partial<Case> = {},
): CaseDetail {
  const theCase: Case = {
    id: 7,
    employer: AN_EMPLOYER.id,
    openedOn: '2026-03-02',
    status: 'OPEN',
    since: '2026-03-02',
    violations: [{ violation: 'NOT_REGISTERED', since: '2026-03-02', ended: null }],
    steps,
    counts: 1,
    workersMissing: 12,
    workersWon: 0,
    reopened: 0,
    handover: null,
    version: 1,
    ...facts,
  };
  return { case: theCase, employer: AN_EMPLOYER, offers, history: [], tasks: [], readings: [], through: 1 };
}

/** Somebody of another agency did it. */
export function happened(event: Happening['event'], seq = 1): Happening {
  const made: unknown = {
    seq,
    at: '2026-11-02T07:03:00.000Z',
    by: { person: 99, agency: 4 },
    event,
  };
  return made as Happening;
}
