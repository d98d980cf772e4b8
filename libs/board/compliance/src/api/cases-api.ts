import { Injectable, inject } from '@angular/core';
import { SessionStore, Wire } from '@papan/board-platform';
import type { CommandId, Result } from '@papan/board-platform';
import type {
  Accepted,
  CaseDetail,
  CaseList,
  CloseCase,
  ComplianceSummary,
  FreezeStep,
  LadderView,
  ManySteps,
  RecordAttendance,
  RecordReceipt,
  ReopenCase,
  SetViolations,
  TakeStep,
  TakeStepForMany,
  TaskCases,
  VerifyCase,
} from '@papan/contracts';

type Answer<T> = Promise<Result<T>>;

/** What is made as a letter for a case; acts of BPJS and of the prosecutor are recorded, never written here. */
export const LETTER_KINDS = ['HIMBAUAN', 'VISIT', 'CHRONOLOGY'] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];
export type LetterFormat = 'docx' | 'pdf';

/** Everything that the board asks about cases, in the active region. A write may be sent again under its command id. */
@Injectable({ providedIn: 'root' })
export class CasesApi {
  private readonly wire = inject(Wire);
  private readonly session = inject(SessionStore);

  cases = (): Answer<CaseList> => this.wire.get(`${this.here()}/cases`);
  changed = (ids: readonly number[]): Answer<CaseList> => this.wire.get(`${this.here()}/cases?ids=${ids.join(',')}`);
  detail = (id: number): Answer<CaseDetail> => this.wire.get(this.case(id));
  ladder = (): Answer<LadderView> => this.wire.get(`${this.here()}/ladder`);
  summary = (): Answer<ComplianceSummary> => this.wire.get(`${this.here()}/compliance`);

  takeStep = (id: number, body: TakeStep, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/steps`, body, { command });

  takeStepForMany = (body: TakeStepForMany, command?: CommandId): Answer<ManySteps> =>
    this.wire.send('POST', `${this.here()}/cases/steps`, body, { command });

  recordReceipt = (id: number, entry: string, body: RecordReceipt, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/steps/${entry}/receipt`, body, { command });

  freeze = (id: number, entry: string, body: FreezeStep, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/steps/${entry}/freeze`, body, { command });

  recordAttendance = (id: number, entry: string, body: RecordAttendance, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/steps/${entry}/attendance`, body, { command });

  setViolations = (id: number, body: SetViolations, command?: CommandId): Answer<Accepted> =>
    this.wire.send('PUT', `${this.case(id)}/violations`, body, { command });

  verify = (id: number, body: VerifyCase, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/verification`, body, { command });

  close = (id: number, body: CloseCase, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/closing`, body, { command });

  reopen = (id: number, body: ReopenCase, command?: CommandId): Answer<Accepted> =>
    this.wire.send('POST', `${this.case(id)}/reopening`, body, { command });

  taskCases = (task: number): Answer<TaskCases> => this.wire.get(`${this.here()}/tasks/${task}/cases`);

  linkCases = (task: number, cases: readonly number[], command?: CommandId): Answer<Accepted> =>
    this.wire.send('PUT', `${this.here()}/tasks/${task}/cases`, { cases }, { command });

  /** Address of a letter for one case, or of a ZIP of letters for several. */
  letterAddress(kind: LetterKind, cases: readonly number[], format: LetterFormat): string {
    const [only] = cases;
    return cases.length === 1 && only !== undefined
      ? `${this.case(only)}/letters/${kind}?format=${format}`
      : `${this.here()}/letters/${kind}?cases=${cases.join(',')}&format=${format}`;
  }

  summaryAddress = (format: 'xlsx' | 'pdf'): string => `${this.here()}/compliance.${format}`;

  here(): string {
    return `/api/regions/${this.session.region() ?? ''}`;
  }

  private case(id: number): string {
    return `${this.here()}/cases/${id}`;
  }
}
