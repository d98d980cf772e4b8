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
import { word } from '@papan/contracts/words';
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
      return { kind, data: chronologyOf(facts, theCase, theCase.steps, byFingerprint) };
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

/** Which papers of a step are named as its evidence, in this order. */
export const STEP_PAPERS = {
  document: 'naskah',
  signedScan: 'naskah bertanda tangan',
  sendingProof: 'bukti kirim',
  receiptProof: 'bukti terima',
} as const;
export type StepPaper = keyof typeof STEP_PAPERS;

/** How a chronology names a paper; undefined where it does not lie there. */
export type NameOfPaper = (hash: string, paper: StepPaper) => string | undefined;

/** Beside a chronology that stands alone lies no file: the start of the hash is what the case page shows as well. */
const byFingerprint: NameOfPaper = (hash, paper) => `${STEP_PAPERS[paper]} ${hash.slice(0, 8)}`;

/** The chronology of some steps of a case. */
export function chronologyOf(
  facts: PaperFacts,
  theCase: Case,
  steps: readonly CaseStep[],
  nameOf: NameOfPaper,
): ChronologyData {
  return {
    caseNumber: caseLabel(theCase.id),
    region: facts.region.name,
    employer: employerFacts(facts, theCase.employer),
    violations: standingViolations(theCase),
    workers: workersOf(facts, theCase),
    source: sourceOf(facts, theCase.employer),
    openedOn: theCase.openedOn,
    steps: steps.map((step) => told(facts, step, nameOf)),
    asOf: facts.now,
  };
}

function told(facts: PaperFacts, step: CaseStep, nameOf: NameOfPaper): ChronologyStep {
  const { nth, on, number, signatory, note, sentOn, receivedOn, deemed, promisedOn, amount, workers } = step;
  const { instalments, attended, services, onDocument, clock } = step;
  const agency: Agency | undefined = step.by.agency === null ? undefined : facts.agencies.get(step.by.agency);
  return {
    ...{ nth, step: step.step, on, number, signatory, note, sentOn, receivedOn, deemed, promisedOn, amount, workers },
    ...{ instalments, attended, services, onDocument, clock },
    recordedBy: agency?.name ?? '',
    files: papersOf(step).flatMap(([hash, paper]) => nameOf(hash, paper) ?? []),
    clockBasis: clock === null ? null : basisOf(facts, step, clock.from, clock.ends),
  };
}

/** The papers of a step, each content once. */
export function papersOf(step: CaseStep): readonly (readonly [hash: string, paper: StepPaper])[] {
  const found = new Map<string, StepPaper>();
  for (const paper of Object.keys(STEP_PAPERS) as StepPaper[]) {
    const hash = step[paper];
    if (hash !== null && !found.has(hash)) found.set(hash, paper);
  }
  return [...found];
}

/** The rule and, for working days, the decrees of the years it runs through. */
function basisOf({ decrees }: PaperFacts, step: CaseStep, from: IsoDate, ends: IsoDate | null): string {
  const { kind, text } = LADDER[step.step].basis;
  const basis = kind === 'LOCAL_POLICY' ? word('id', 'basis', kind).toLowerCase() : text;
  if (step.clock?.rule.kind !== 'WORKING_DAYS') return basis;
  const years = new Set([yearOf(from), yearOf(ends ?? from)]);
  const named = decrees.filter(({ year }) => years.has(year)).map((decree) => decree.basis);
  return [basis, ...new Set(named)].join('; ');
}
