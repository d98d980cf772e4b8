/** What kind of "no" it is; the server maps each kind to one HTTP status, exhaustively. */
export type RefusalKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'hidden' | 'conflict' | 'mismatch' | 'throttled' | 'unavailable';

const LIFECYCLE = 'docs/domain.md#lifecycle';
const PROGRESS = 'docs/domain.md#progress';
const VERIFICATION = 'docs/domain.md#verification';
const BLOCKERS = 'docs/domain.md#blockers';
const ACCESS = 'docs/domain.md#access';
const INPUT = 'docs/domain.md#input';
const AGENCIES = 'docs/domain.md#agencies';
const FIGURES = 'docs/domain.md#figures';
const COMMANDS = 'docs/domain.md#commands';
const SESSIONS = 'docs/domain.md#sessions';
const LADDER = 'docs/domain.md#ladder';
const CLOCK = 'docs/domain.md#clock';
const HANDOVER = 'docs/domain.md#handover';
const WARNINGS = 'PP 86/2013 art. 6';
const FINE = 'PP 86/2013 art. 7';
const EVIDENCE = 'docs/domain.md#evidence';
const EMPLOYERS = 'docs/domain.md#employers';
const IMPORTS = 'docs/domain.md#imports';
const FIGURE_FILES = 'docs/domain.md#figure-files';
const NOTICES = 'docs/domain.md#notices';
const PAPERS = 'docs/domain.md#papers';
const MAP = 'docs/domain.md#map-layers';

/**
 * Every "no" the product can say: its kind and the rule it rests on.
 * Words in both languages: `libs/contracts/src/words`. A test holds catalogue, words and `docs/refusals.md` together.
 */
export const CATALOGUE = {
  // Input
  BODY_INVALID: { kind: 'invalid', rule: INPUT },
  TEXT_EMPTY: { kind: 'invalid', rule: INPUT },
  TEXT_TOO_LONG: { kind: 'invalid', rule: INPUT },
  TEXT_FORBIDDEN_CHARACTER: { kind: 'invalid', rule: INPUT },
  QUANTITY_INVALID: { kind: 'invalid', rule: INPUT },
  QUANTITY_TOO_LARGE: { kind: 'invalid', rule: INPUT },
  PERCENT_INVALID: { kind: 'invalid', rule: INPUT },
  DATE_INVALID: { kind: 'invalid', rule: INPUT },
  WORKING_DAYS_INVALID: { kind: 'invalid', rule: INPUT },
  UNIT_UNKNOWN: { kind: 'invalid', rule: INPUT },
  SEGMENT_UNKNOWN: { kind: 'invalid', rule: INPUT },
  AREA_UNKNOWN: { kind: 'invalid', rule: INPUT },
  CAMPAIGN_UNKNOWN: { kind: 'invalid', rule: INPUT },
  NOTHING_TO_CHANGE: { kind: 'invalid', rule: INPUT },
  // Agencies
  AGENCY_UNKNOWN: { kind: 'invalid', rule: AGENCIES },
  PARTNER_NOT_INSTRUCTABLE: { kind: 'invalid', rule: 'UU 23/2014; UU 24/2011; docs/domain.md#agencies' },
  // Time and figures
  NO_DECREE_FOR_YEAR: { kind: 'invalid', rule: 'Perpres 21/2023 art. 6; SKB 3 Menteri' },
  FIGURES_CONTRADICT: { kind: 'invalid', rule: FIGURES },
  CAMPAIGN_CLOSED: { kind: 'conflict', rule: LIFECYCLE },
  DUE_BEFORE_START: { kind: 'invalid', rule: INPUT },
  DUE_AFTER_CAMPAIGN: { kind: 'invalid', rule: LIFECYCLE },
  // Task lifecycle
  TASK_MOVE_ILLEGAL: { kind: 'conflict', rule: LIFECYCLE },
  TASK_CLOSED: { kind: 'conflict', rule: LIFECYCLE },
  TASK_NOT_VERIFIED: { kind: 'conflict', rule: VERIFICATION },
  TASK_NOTHING_REPORTED: { kind: 'conflict', rule: LIFECYCLE },
  TASK_BLOCKED: { kind: 'conflict', rule: BLOCKERS },
  TASK_FIELD_CONFLICT: { kind: 'conflict', rule: COMMANDS },
  TASK_RESTRICTED_UNVERIFIABLE: { kind: 'invalid', rule: VERIFICATION },
  TARGET_BELOW_WORK: { kind: 'conflict', rule: LIFECYCLE },
  REASSIGN_TOO_MUCH: { kind: 'conflict', rule: LIFECYCLE },
  REASSIGN_SAME_AGENCY: { kind: 'invalid', rule: LIFECYCLE },
  REASSIGN_RESTRICTED: { kind: 'conflict', rule: ACCESS },
  REASON_REQUIRED: { kind: 'invalid', rule: LIFECYCLE },
  // Progress and verification
  REPORT_EMPTY: { kind: 'invalid', rule: PROGRESS },
  REPORT_NEGATIVE: { kind: 'invalid', rule: PROGRESS },
  REPORT_DATE_IN_FUTURE: { kind: 'invalid', rule: PROGRESS },
  CORRECTION_TARGET_UNKNOWN: { kind: 'invalid', rule: PROGRESS },
  CORRECTION_WRONG_SIGN: { kind: 'invalid', rule: PROGRESS },
  CORRECTION_OTHER_DATE: { kind: 'invalid', rule: VERIFICATION },
  CORRECTION_TOO_LARGE: { kind: 'invalid', rule: PROGRESS },
  TOTAL_BELOW_ZERO: { kind: 'conflict', rule: PROGRESS },
  ENTRY_KNOWN: { kind: 'conflict', rule: PROGRESS },
  VERIFY_OWN_TASK: { kind: 'forbidden', rule: VERIFICATION },
  VERIFY_NEEDS_BPJS_FILE: { kind: 'invalid', rule: VERIFICATION },
  VERIFY_EMPTY: { kind: 'invalid', rule: VERIFICATION },
  VERIFY_NOT_PEOPLE: { kind: 'invalid', rule: VERIFICATION },
  // Blockers
  BLOCKER_SAME_AGENCY: { kind: 'invalid', rule: BLOCKERS },
  BLOCKER_RESTRICTED: { kind: 'invalid', rule: BLOCKERS },
  BLOCKER_CODE_UNKNOWN: { kind: 'invalid', rule: BLOCKERS },
  BLOCKER_WANTED_IN_PAST: { kind: 'invalid', rule: BLOCKERS },
  BLOCKER_LIFTED: { kind: 'conflict', rule: BLOCKERS },
  // Evidence
  EVIDENCE_TOO_LARGE: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_EMPTY: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_TYPE: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_TYPE_UNKNOWN: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_ENDING_MISSING: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_MISNAMED: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_HEIC: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_DAMAGED: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_LOCKED: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_ACTIVE: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_UNPACKS_TOO_LARGE: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_PIXELS: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_UNKNOWN: { kind: 'invalid', rule: EVIDENCE },
  EVIDENCE_STORE_DOWN: { kind: 'unavailable', rule: EVIDENCE },
  LETTER_DATE_IN_FUTURE: { kind: 'invalid', rule: EVIDENCE },
  RECEIVED_BEFORE_WRITTEN: { kind: 'invalid', rule: EVIDENCE },
  // Notices and escalation
  RULE_FROM_PAST: { kind: 'invalid', rule: NOTICES },
  ESCALATION_DELAYS_INVALID: { kind: 'invalid', rule: NOTICES },
  OFFICE_HOURS_INVALID: { kind: 'invalid', rule: NOTICES },
  WALL_TIME_INVALID: { kind: 'invalid', rule: NOTICES },
  // Employers and lists of them
  NIB_INVALID: { kind: 'invalid', rule: EMPLOYERS },
  NPWP_INVALID: { kind: 'invalid', rule: EMPLOYERS },
  NPP_INVALID: { kind: 'invalid', rule: EMPLOYERS },
  IDENTITY_DAMAGED: { kind: 'invalid', rule: EMPLOYERS },
  VILLAGE_OUTSIDE_DISTRICT: { kind: 'invalid', rule: EMPLOYERS },
  VILLAGE_AMBIGUOUS: { kind: 'invalid', rule: EMPLOYERS },
  VIOLATION_UNKNOWN: { kind: 'invalid', rule: EMPLOYERS },
  EMPLOYER_MERGED: { kind: 'conflict', rule: EMPLOYERS },
  EMPLOYER_SAME: { kind: 'invalid', rule: EMPLOYERS },
  EMPLOYER_HAS_CASE: { kind: 'conflict', rule: EMPLOYERS },
  EMPLOYER_FIELD_CONFLICT: { kind: 'conflict', rule: COMMANDS },
  IMPORT_FILE_MISSING: { kind: 'invalid', rule: IMPORTS },
  IMPORT_TOO_LARGE: { kind: 'invalid', rule: IMPORTS },
  IMPORT_NOT_A_TABLE: { kind: 'invalid', rule: IMPORTS },
  IMPORT_UNREADABLE: { kind: 'invalid', rule: IMPORTS },
  IMPORT_ENCODING: { kind: 'invalid', rule: IMPORTS },
  IMPORT_SWELLS: { kind: 'invalid', rule: IMPORTS },
  IMPORT_TOO_SLOW: { kind: 'invalid', rule: IMPORTS },
  IMPORT_EMPTY: { kind: 'invalid', rule: IMPORTS },
  IMPORT_TOO_MANY_ROWS: { kind: 'invalid', rule: IMPORTS },
  IMPORT_TOO_MANY_COLUMNS: { kind: 'invalid', rule: IMPORTS },
  IMPORT_RAGGED: { kind: 'invalid', rule: IMPORTS },
  IMPORT_HEADER_TWICE: { kind: 'invalid', rule: IMPORTS },
  IMPORT_FORMULA_EMPTY: { kind: 'invalid', rule: IMPORTS },
  IMPORT_NUMBERS_DAMAGED: { kind: 'invalid', rule: IMPORTS },
  IMPORT_COLUMN_MISSING: { kind: 'invalid', rule: IMPORTS },
  IMPORT_COLUMN_UNKNOWN: { kind: 'invalid', rule: IMPORTS },
  IMPORT_NOT_PREVIEWED: { kind: 'conflict', rule: IMPORTS },
  IMPORT_STALE: { kind: 'conflict', rule: IMPORTS },
  IMPORT_APPLIED: { kind: 'conflict', rule: IMPORTS },
  IMPORT_LINE_UNKNOWN: { kind: 'invalid', rule: IMPORTS },
  IMPORT_ROW_REPEATED: { kind: 'invalid', rule: IMPORTS },
  // Files with figures
  FIGURES_STOPPED: { kind: 'invalid', rule: FIGURE_FILES },
  FIGURES_DOUBTED: { kind: 'conflict', rule: FIGURE_FILES },
  SEMESTER_INVALID: { kind: 'invalid', rule: FIGURE_FILES },
  POPULATION_UNKNOWN: { kind: 'invalid', rule: FIGURE_FILES },
  POPULATION_MISSING: { kind: 'invalid', rule: FIGURE_FILES },
  // The ladder: a step that is refused for its own rule names that rule instead
  STEP_UNKNOWN: { kind: 'invalid', rule: LADDER },
  STEP_NOT_YOURS: { kind: 'forbidden', rule: LADDER },
  ON_DOCUMENT_ONLY: { kind: 'invalid', rule: LADDER },
  STEP_BY_OPENING: { kind: 'conflict', rule: LADDER },
  STEP_BY_HANDOVER: { kind: 'conflict', rule: HANDOVER },
  STEP_NEEDS: { kind: 'conflict', rule: LADDER },
  STEP_STANDS: { kind: 'conflict', rule: LADDER },
  THIRD_WARNING: { kind: 'conflict', rule: WARNINGS },
  WARNING_ONE_RUNS: { kind: 'conflict', rule: WARNINGS },
  WARNING_TWO_RUNS: { kind: 'conflict', rule: FINE },
  LIFT_NEEDS_END: { kind: 'conflict', rule: LADDER },
  STEP_TOO_EARLY: { kind: 'invalid', rule: LADDER },
  STEP_IN_FUTURE: { kind: 'invalid', rule: LADDER },
  STEP_ENTRY_KNOWN: { kind: 'conflict', rule: LADDER },
  STEP_ENTRY_UNKNOWN: { kind: 'invalid', rule: LADDER },
  STEP_FIELD_MISSING: { kind: 'invalid', rule: LADDER },
  STEP_FIELD_STRAY: { kind: 'invalid', rule: LADDER },
  SERVICE_UNKNOWN: { kind: 'invalid', rule: 'PP 86/2013 art. 9' },
  STEP_WITHOUT_NUMBER: { kind: 'conflict', rule: LADDER },
  STEP_HAS_NO_PAPER: { kind: 'conflict', rule: LADDER },
  STEP_FROZEN: { kind: 'conflict', rule: LADDER },
  STEP_DATE_FIXED: { kind: 'conflict', rule: LADDER },
  NOT_A_SUMMONS: { kind: 'invalid', rule: LADDER },
  SUMMONS_DAY_AHEAD: { kind: 'conflict', rule: LADDER },
  // Receipt and clock
  RECEIPT_MISSING: { kind: 'conflict', rule: CLOCK },
  RECEIPT_UNPROVEN: { kind: 'invalid', rule: CLOCK },
  RECEIPT_FIXED: { kind: 'conflict', rule: CLOCK },
  SENT_BEFORE_DOCUMENT: { kind: 'invalid', rule: CLOCK },
  RECEIPT_BEFORE_DOCUMENT: { kind: 'invalid', rule: CLOCK },
  RECEIPT_BEFORE_SENDING: { kind: 'invalid', rule: CLOCK },
  PROMISE_BEFORE_DOCUMENT: { kind: 'invalid', rule: CLOCK },
  SETTING_NOT_FOR_STEP: { kind: 'invalid', rule: CLOCK },
  SETTING_PROOFS_INVALID: { kind: 'invalid', rule: HANDOVER },
  SETTING_BEYOND_LAW: { kind: 'invalid', rule: 'PP 86/2013 art. 6–7' },
  // Cases: how they begin, end and begin again
  CASE_ALREADY_OPEN: { kind: 'conflict', rule: LADDER },
  CASE_ENDED: { kind: 'conflict', rule: LADDER },
  CASE_NOT_ENDED: { kind: 'conflict', rule: LADDER },
  REOPEN_REASON_WRONG: { kind: 'invalid', rule: LADDER },
  VIOLATIONS_INVALID: { kind: 'invalid', rule: LADDER },
  VIOLATION_NOT_STANDING: { kind: 'invalid', rule: LADDER },
  ONLY_BPJS_ENDS: { kind: 'forbidden', rule: 'UU 24/2011; docs/domain.md#ladder' },
  PROOF_DOES_NOT_END: { kind: 'invalid', rule: LADDER },
  VERIFICATION_UNPROVEN: { kind: 'invalid', rule: LADDER },
  VERIFICATION_CONTRADICTS: { kind: 'invalid', rule: LADDER },
  // Hand-over to the prosecutor
  HANDOVER_NEEDS_APPEAL: { kind: 'conflict', rule: HANDOVER },
  HANDOVER_NEEDS_INSPECTION: { kind: 'conflict', rule: HANDOVER },
  HANDOVER_RUNS: { kind: 'conflict', rule: HANDOVER },
  HANDOVER_NOT_PROPOSED: { kind: 'conflict', rule: HANDOVER },
  HANDOVER_OWN_PROPOSAL: { kind: 'forbidden', rule: HANDOVER },
  // Access
  NOT_SIGNED_IN: { kind: 'unauthenticated', rule: SESSIONS },
  SESSION_ENDED: { kind: 'unauthenticated', rule: SESSIONS },
  LOGIN_FAILED: { kind: 'unauthenticated', rule: SESSIONS },
  LOGIN_THROTTLED: { kind: 'throttled', rule: SESSIONS },
  PASSWORD_TOO_WEAK: { kind: 'invalid', rule: SESSIONS },
  LOGIN_TAKEN: { kind: 'conflict', rule: SESSIONS },
  STEP_UP_NEEDED: { kind: 'forbidden', rule: SESSIONS },
  ROLE_NOT_ALLOWED: { kind: 'forbidden', rule: ACCESS },
  OTHER_AGENCY: { kind: 'forbidden', rule: ACCESS },
  NOT_FOUND: { kind: 'hidden', rule: ACCESS },
  HTTP_NOT_SAFE: { kind: 'forbidden', rule: SESSIONS },
  ORIGIN_REFUSED: { kind: 'forbidden', rule: SESSIONS },
  RATE_LIMITED: { kind: 'throttled', rule: COMMANDS },
  // Commands
  COMMAND_ID_MISSING: { kind: 'invalid', rule: COMMANDS },
  COMMAND_ID_REUSED: { kind: 'mismatch', rule: COMMANDS },
  VERSION_MISSING: { kind: 'invalid', rule: COMMANDS },
  VERSION_UNKNOWN: { kind: 'conflict', rule: COMMANDS },
  CURSOR_INVALID: { kind: 'invalid', rule: COMMANDS },
  // The cases of a task, and what the prosecutor is given
  TASK_CASES_RESTRICTED: { kind: 'invalid', rule: ACCESS },
  TASK_CASE_COUNTED: { kind: 'conflict', rule: PROGRESS },
  DOSSIER_NOT_SEALED: { kind: 'conflict', rule: 'docs/domain.md#handover' },
  // Papers
  PAPERS_UNAVAILABLE: { kind: 'unavailable', rule: PAPERS },
  TEMPLATE_UNREADABLE: { kind: 'invalid', rule: PAPERS },
  TEMPLATE_INVALID: { kind: 'invalid', rule: PAPERS },
  TEMPLATE_UNSAFE: { kind: 'invalid', rule: PAPERS },
  // Layers of the map
  MAP_FILE_MISSING: { kind: 'invalid', rule: MAP },
  MAP_TOO_LARGE: { kind: 'invalid', rule: MAP },
  MAP_TOO_DETAILED: { kind: 'invalid', rule: MAP },
  MAP_TOO_SLOW: { kind: 'invalid', rule: MAP },
  MAP_UNREADABLE: { kind: 'invalid', rule: MAP },
  MAP_EMPTY: { kind: 'invalid', rule: MAP },
  MAP_NOT_AN_AREA: { kind: 'invalid', rule: MAP },
  MAP_CODE_MISSING: { kind: 'invalid', rule: MAP },
  MAP_CODE_FOREIGN: { kind: 'invalid', rule: MAP },
  MAP_CODE_UNKNOWN: { kind: 'invalid', rule: MAP },
  MAP_CODE_TWICE: { kind: 'invalid', rule: MAP },
  MAP_LEVELS_MIXED: { kind: 'invalid', rule: MAP },
  MAP_OUTSIDE: { kind: 'invalid', rule: MAP },
  MAP_RING_OPEN: { kind: 'invalid', rule: MAP },
  MAP_LAYER_NONE: { kind: 'conflict', rule: MAP },
  // The house itself
  DATABASE_DOWN: { kind: 'unavailable', rule: COMMANDS },
  OVERLOADED: { kind: 'throttled', rule: COMMANDS },
} as const satisfies Record<string, { kind: RefusalKind; rule: string }>;
