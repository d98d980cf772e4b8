import type { COMPLIANCE_ID } from './compliance.id';
import type { SameShape } from './shape';

/** The same in English. */
export const COMPLIANCE_EN: SameShape<typeof COMPLIANCE_ID> = {
  event: {
    EmployerRecorded: '{who} recorded the employer {employer}',
    EmployerChanged: '{who} changed the employer: {fields}',
    EmployersMerged: '{who} merged this double into {into}',
    EmployersKeptApart: '{who} found that this employer is not a double of {other}',
    EmployersImported:
      '{who} loaded the list of {source}: {rows} rows, {created} new, {updated} changed, {cases} cases opened',
    CaseOpened: '{who} opened the case: {violations}, {workers} workers not registered',
    ViolationsChanged: '{who} changed the violations to: {violations}',
    StepTaken: '{who} recorded {step} of {on}',
    ReceiptRecorded: '{who} recorded the delivery of {step}: received {receivedOn}',
    StepFrozen: '{who} uploaded the signed paper of {step}',
    AttendanceRecorded: '{who} recorded {step}: {attendance}',
    DeadlineFired: 'The time of {step} ran out on {ended}',
    DeadlinesMoved: '{who} accepted {moves} changed deadlines under {basis}',
    CaseVerified: '{who} verified {proof}: {workers} workers registered, {workersMissing} still missing',
    CaseClosed: '{who} closed the case: {reason}',
    CaseReopened: '{who} opened the case again: {reason}',
    HandoverProposed: '{who} proposed to hand {cases} cases over to the prosecutor',
    HandoverWithdrawn: '{who} withdrew the proposal to hand {cases} cases over',
    HandoverConfirmed: '{who} confirmed that {cases} cases were handed over to the prosecutor on {on}',
    DossierSealed: 'The dossier was sealed: {files} files',
    DossierRead: '{who} {reading} the dossier',
    CounterChecked: '{who} checked a business number at the counter: {answer}',
    CasesLinked: '{who} linked {added} cases to the task and took {removed} off it',
    LadderSettingChanged: '{who} set {setting} from {from}: {clock}',
  },
};
