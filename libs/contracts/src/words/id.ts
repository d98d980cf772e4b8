import { COMPLIANCE_ID } from './compliance.id';
import { COVERAGE_ID } from './coverage.id';
import { EMPLOYERS_ID } from './employers.id';
import { EVIDENCE_ID } from './evidence.id';
import { ID_FIRST } from './first.id';
import type { WordBook } from './shape';

/** All words in Indonesian. A code of the domain without a word does not compile. */
export const ID = {
  ...ID_FIRST,
  track: COMPLIANCE_ID.track,
  step: COMPLIANCE_ID.step,
  caseStatus: COMPLIANCE_ID.caseStatus,
  violation: COMPLIANCE_ID.violation,
  closeReason: COMPLIANCE_ID.closeReason,
  reopenReason: COMPLIANCE_ID.reopenReason,
  proof: COMPLIANCE_ID.proof,
  employerSource: COMPLIANCE_ID.employerSource,
  sector: COMPLIANCE_ID.sector,
  service: COMPLIANCE_ID.service,
  handoverState: COMPLIANCE_ID.handoverState,
  basis: COMPLIANCE_ID.basis,
  movement: COVERAGE_ID.movement,
  figureKind: COVERAGE_ID.figureKind,
  figureCheck: COVERAGE_ID.figureCheck,
  event: {
    ...ID_FIRST.event,
    ...COMPLIANCE_ID.event,
    ...COVERAGE_ID.event,
    ...EVIDENCE_ID.event,
  },
  refusals: {
    ...ID_FIRST.refusals,
    ...EVIDENCE_ID.refusals,
    ...COMPLIANCE_ID.refusals,
    ...EMPLOYERS_ID.refusals,
    ...COVERAGE_ID.refusals,
  },
} as const satisfies WordBook;
