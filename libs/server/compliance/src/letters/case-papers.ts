import {
  type Agency,
  type Case,
  type CaseStep,
  type IsoDate,
  LADDER,
  settingOn,
  type LadderSettings,
  standingViolations,
  yearOf,
} from '@papan/domain';
import type { ChronologyData, ChronologyStep, LetterData, VisitData, WordPaper } from '@papan/server-papers';
import {
  type PaperFacts,
  caseLabel,
  employerFacts,
  letterheadOf,
  placeOf,
  signatoryOf,
  sourceOf,
  workersOf,
} from './paper-facts';

/** The papers that are made of one case. */
export const CASE_PAPERS = ['HIMBAUAN', 'VISIT', 'CHRONOLOGY'] as const;
export type CasePaper = (typeof CASE_PAPERS)[number];

/** The agency that writes, and those that sign together with it. */
export type Agencies = readonly [number, ...number[]];

/** A paper of a case for an agency or several, with what is known today; number and date stay blank for its registry. */
export function casePaper(
  kind: CasePaper,
  facts: PaperFacts,
  settings: LadderSettings,
  agencies: Agencies,
  theCase: Case,
): WordPaper {
  switch (kind) {
    case 'HIMBAUAN':
      return { kind, data: appealOf(facts, settings, agencies, theCase) };
    case 'VISIT':
      return { kind, data: visitOf(facts, agencies, theCase) };
    case 'CHRONOLOGY':
      return { kind, data: chronologyOf(facts, theCase, theCase.steps, new Map()) };
  }
}

function appealOf(facts: PaperFacts, settings: LadderSettings, agencies: Agencies, theCase: Case): LetterData {
  const rule = settingOn(settings, 'HIMBAUAN', facts.today);
  const appeals = theCase.steps.filter(({ step }) => step === 'HIMBAUAN');
  const draft = appeals.findLast((one) => one.signedScan === null && one.receivedOn === null);
  return {
    letterheads: agencies.map((agency) => letterheadOf(facts, agency)),
    nature: 'Segera',
    attachments: '-',
    nth: draft ? appeals.indexOf(draft) + 1 : appeals.length + 1,
    employer: employerFacts(facts, theCase.employer),
    violations: standingViolations(theCase),
    workers: workersOf(facts, theCase),
    source: sourceOf(facts, theCase.employer),
    by: null,
    withinDays: rule && 'days' in rule ? rule.days : 14,
    contact: { name: facts.agencies.get(agencies[0])?.name ?? '', lines: [] },
    place: placeOf(facts),
    signatories: agencies.map((agency) => signatoryOf(facts, agency, facts.today)),
    copies: [],
    remarks: [],
  };
}

function visitOf(facts: PaperFacts, agencies: Agencies, theCase: Case): VisitData {
  const visit = theCase.steps.findLast(({ step }) => step === 'VISIT');
  const employer = employerFacts(facts, theCase.employer);
  const on = visit?.on ?? facts.today;
  return {
    letterheads: agencies.map((agency) => letterheadOf(facts, agency)),
    on,
    place: employer.address,
    employer,
    officers: [],
    order: null,
    receivedBy: { name: '', post: '' },
    violations: standingViolations(theCase),
    workers: workersOf(facts, theCase),
    source: sourceOf(facts, theCase.employer),
    findings: [],
    pledge: visit?.promisedOn
      ? { by: { name: '', post: '' }, workers: visit.workers ?? theCase.workersMissing, on: visit.promisedOn }
      : null,
    signedAt: placeOf(facts),
  };
}

/** The chronology of some steps of a case; `files`: the names under which their evidence lies beside it, by hash. */
export function chronologyOf(
  facts: PaperFacts,
  theCase: Case,
  steps: readonly CaseStep[],
  files: ReadonlyMap<string, string>,
): ChronologyData {
  return {
    caseNumber: caseLabel(theCase.id),
    region: facts.region.name,
    employer: employerFacts(facts, theCase.employer),
    violations: standingViolations(theCase),
    workers: workersOf(facts, theCase),
    source: sourceOf(facts, theCase.employer),
    openedOn: theCase.openedOn,
    steps: steps.map((step) => told(facts, step, files)),
    asOf: facts.now,
  };
}

function told(facts: PaperFacts, step: CaseStep, files: ReadonlyMap<string, string>): ChronologyStep {
  const { nth, on, number, signatory, note, sentOn, receivedOn, deemed, promisedOn, amount, workers } = step;
  const { instalments, attended, services, onDocument, clock, document, sendingProof, receiptProof, signedScan } = step;
  const agency: Agency | undefined = step.by.agency === null ? undefined : facts.agencies.get(step.by.agency);
  return {
    ...{ nth, step: step.step, on, number, signatory, note, sentOn, receivedOn, deemed, promisedOn, amount, workers },
    ...{ instalments, attended, services, onDocument, clock },
    recordedBy: agency?.name ?? '',
    files: [document, sendingProof, receiptProof, signedScan].flatMap((hash) => files.get(hash ?? '') ?? []),
    clockBasis: clock === null ? null : basisOf(facts, step, clock.from, clock.ends),
  };
}

/** The rule and, for working days, the decrees of the years it runs through. */
function basisOf({ decrees }: PaperFacts, step: CaseStep, from: IsoDate, ends: IsoDate | null): string {
  const { basis } = LADDER[step.step];
  if (step.clock?.rule.kind !== 'WORKING_DAYS') return basis.text;
  const years = new Set([yearOf(from), yearOf(ends ?? from)]);
  const named = decrees.filter(({ year }) => years.has(year)).map((decree) => decree.basis);
  return [basis.text, ...new Set(named)].join('; ');
}
