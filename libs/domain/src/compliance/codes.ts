/**
 * The words of the ladder. Legal acts keep their Indonesian names; what local practice does has English ones.
 * Source: docs/domain.md#ladder; PP 86/2013 art. 5–9; UU 24/2011 art. 15, 17.
 */

/** What an employer is said to have done; a case may have several. */
export const VIOLATIONS = ['NOT_REGISTERED', 'PARTLY_REGISTERED', 'WRONG_DATA', 'ARREARS'] as const;
export type Violation = (typeof VIOLATIONS)[number];

/**
 * Roads that a case walks beside each other. LOCAL is local practice before any sanction; SANCTION the chain of
 * PP 86/2013 art. 6–7; TMP2T the refusal of certain public services (art. 8–9); PROSECUTOR the hand-over under an SKK.
 */
export const TRACKS = ['LOCAL', 'SANCTION', 'TMP2T', 'PROSECUTOR'] as const;
export type Track = (typeof TRACKS)[number];

export const STEPS = [
  'IDENTIFIED',
  'HIMBAUAN',
  'VISIT',
  'INSPECTION',
  'TEGURAN_I',
  'TEGURAN_II',
  'DENDA',
  'TMP2T_REQUESTED',
  'TMP2T_IN_FORCE',
  'TMP2T_LIFTED',
  'SKK',
  'SUMMONS',
  'MEDIATION',
  'SETTLEMENT',
  'SMALL_CLAIM',
] as const;
export type Step = (typeof STEPS)[number];

/** How a case ends: compliant as BPJS verified, or closed (not an employer, moved away, bankrupt, a double). */
export const CASE_ENDS = ['PATUH', 'TUTUP'] as const;
export type CaseEnd = (typeof CASE_ENDS)[number];
export const CASE_STATUSES = ['OPEN', ...CASE_ENDS] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

export const CLOSE_REASONS = ['NOT_AN_EMPLOYER', 'CLOSED_DOWN', 'BANKRUPT', 'MOVED_AWAY', 'DUPLICATE'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const REOPEN_REASONS = [
  'INSTALMENT_BROKEN',
  'NEW_ARREARS',
  'WORKERS_STILL_MISSING',
  'BUSINESS_REVIVED',
  'CLOSED_WRONGLY',
] as const;
export type ReopenReason = (typeof REOPEN_REASONS)[number];

/** What BPJS verifies a case by. */
export const COMPLIANCE_PROOFS = ['REGISTRATION', 'PAYMENT'] as const;
export type ComplianceProof = (typeof COMPLIANCE_PROOFS)[number];

/** Which list an employer or a case came from. */
export const EMPLOYER_SOURCES = ['DISNAKER', 'DPMPTSP', 'BPJS', 'CAMAT', 'MANUAL'] as const;
export type EmployerSource = (typeof EMPLOYER_SOURCES)[number];

export const SECTORS = [
  'AGRICULTURE',
  'FISHERIES',
  'MANUFACTURING',
  'CONSTRUCTION',
  'TRADE',
  'HOSPITALITY',
  'TRANSPORT',
  'EDUCATION',
  'HEALTH',
  'FINANCE',
  'SERVICES',
  'OTHER',
] as const;
export type Sector = (typeof SECTORS)[number];
