/**
 * What each sentence about an employer or a case speaks about. Everything comes as text that is ready to be read; names of
 * steps, reasons and the rest come as words.
 */
export interface ComplianceEventParams {
  /** `employer`: its name, or its number where the name was erased. */
  readonly EmployerRecorded: 'who' | 'employer';
  readonly EmployerChanged: 'who' | 'fields';
  readonly EmployersMerged: 'who' | 'into';
  readonly EmployersKeptApart: 'who' | 'other';
  readonly EmployersImported: 'who' | 'source' | 'rows' | 'created' | 'updated' | 'cases';
  /** `violations`: a list, "belum mendaftar dan menunggak". */
  readonly CaseOpened: 'who' | 'violations' | 'workers';
  readonly ViolationsChanged: 'who' | 'violations';
  readonly StepTaken: 'who' | 'step' | 'on';
  /** `receivedOn`: a date, or the word for "not yet". */
  readonly ReceiptRecorded: 'who' | 'step' | 'receivedOn';
  readonly StepFrozen: 'who' | 'step';
  readonly AttendanceRecorded: 'who' | 'step' | 'attendance';
  readonly DeadlineFired: 'step' | 'ended';
  readonly DeadlinesMoved: 'who' | 'moves' | 'basis';
  readonly CaseVerified: 'who' | 'proof' | 'workers' | 'workersMissing';
  readonly CaseClosed: 'who' | 'reason';
  readonly CaseReopened: 'who' | 'reason';
  readonly HandoverProposed: 'who' | 'cases';
  readonly HandoverWithdrawn: 'who' | 'cases';
  readonly HandoverConfirmed: 'who' | 'cases' | 'on';
  readonly DossierSealed: 'files';
  /** `reading`: the word for opened or downloaded. */
  readonly DossierRead: 'who' | 'reading';
  readonly CounterChecked: 'who' | 'answer';
  readonly CasesLinked: 'who' | 'added' | 'removed';
  readonly LadderSettingChanged: 'who' | 'setting' | 'from' | 'clock';
}
