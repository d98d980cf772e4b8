import type { BoardEvent, EventOf, Happening } from '../tasks/events';
import type { Case, CaseViolation, HandoverState } from './case';
import type { CaseStatus, Violation } from './codes';
import { movedClock } from './clock';
import { REOPENINGS, completes } from './end-case';
import type { ClockFacts, StepFacts } from './events';
import { bare, ifRunning, onStep, received, redated, stopped, withStep } from './evolve-step';

/**
 * The case after one happening: the one fold that the server and every open board run. A happening about other cases leaves
 * the same object. What happens to clocks:
 * a receipt (or the date of a document) starts one; a fired deadline marks it FIRED; the next step on its track, PATUH and
 * TUTUP stop those that still run, except that the term of an SKK outlasts the prosecutor's own steps. What has stopped or
 * fired stays so, also when the case is opened again.
 */
export function caseAfter(theCase: Case | undefined, happening: Happening): Case | undefined {
  const { event } = happening;
  if (event.type === 'CaseOpened') return theCase ?? opened(happening, event);
  if (!theCase || !casesOf(event).includes(theCase.id)) return theCase;
  const next = changed(theCase, happening);
  return next === theCase ? theCase : { ...next, version: theCase.version + 1 };
}

/** The cases that a happening is about; none for what happens to tasks and employers, or is only read. */
export function casesOf(event: BoardEvent): readonly number[] {
  switch (event.type) {
    case 'CaseOpened':
    case 'ViolationsChanged':
    case 'StepTaken':
    case 'ReceiptRecorded':
    case 'StepFrozen':
    case 'AttendanceRecorded':
    case 'DeadlineFired':
    case 'CaseVerified':
    case 'CaseClosed':
    case 'CaseReopened':
    case 'DossierSealed':
      return [event.data.case];
    case 'DeadlinesMoved':
      return [...new Set(event.data.moves.map((move) => move.case))];
    case 'HandoverProposed':
    case 'HandoverWithdrawn':
      return event.data.cases;
    case 'HandoverConfirmed':
      return event.data.cases.map((one) => one.case);
    default:
      return [];
  }
}

function changed(theCase: Case, happening: Happening): Case {
  const { event } = happening;
  switch (event.type) {
    case 'ViolationsChanged': {
      const { added, ended, on } = event.data;
      return { ...theCase, violations: named(endedOn(theCase.violations, ended, on), added, on) };
    }
    case 'StepTaken':
      return withStep(theCase, happening, event.data, event.text);
    case 'ReceiptRecorded':
      return onStep(theCase, event.data.entry, (step) => received(theCase, step, event.data));
    case 'StepFrozen':
      return onStep(theCase, event.data.entry, (step) => ({
        ...step,
        on: event.data.on,
        signedScan: event.data.signedScan,
        number: event.text?.number ?? step.number,
        signatory: event.text?.signatory ?? step.signatory,
        clock: redated(step, event.data.on),
      }));
    case 'AttendanceRecorded':
      return onStep(theCase, event.data.entry, (step) => ({ ...step, attended: event.data.attended }));
    case 'DeadlineFired':
      return onStep(theCase, event.data.entry, (step) => ({ ...step, clock: ifRunning(step.clock, 'FIRED') }));
    case 'DeadlinesMoved':
      return moved(theCase, event);
    case 'CaseVerified':
      return verified(theCase, event);
    case 'CaseClosed':
      return ended(theCase, 'TUTUP', event.data.on);
    case 'CaseReopened':
      return reopened(theCase, happening, event);
    case 'HandoverProposed':
      return inHandover(theCase, event.data.handover, 'PROPOSED');
    case 'HandoverWithdrawn':
      return theCase.handover?.id === event.data.handover ? { ...theCase, handover: null } : theCase;
    case 'HandoverConfirmed':
      return handedOver(theCase, happening, event);
    case 'DossierSealed':
      return inHandover(theCase, event.data.handover, 'SEALED');
    default:
      return theCase;
  }
}

function opened(happening: Happening, { data, text }: EventOf<'CaseOpened'>): Case {
  const { case: id, employer, on, violations, workersMissing, entry } = data;
  const empty: Case = {
    id,
    employer,
    openedOn: on,
    status: 'OPEN',
    since: on,
    violations: named([], violations, on),
    steps: [],
    counts: 1,
    workersMissing,
    workersWon: 0,
    reopened: 0,
    handover: null,
    version: 1,
  };
  return withStep(empty, happening, bare({ case: id, entry, step: 'IDENTIFIED', on }), {
    number: '',
    signatory: '',
    note: text?.note ?? '',
  });
}

function moved(theCase: Case, { data }: EventOf<'DeadlinesMoved'>): Case {
  const moves = new Map(data.moves.filter((move) => move.case === theCase.id).map((move) => [move.entry, move]));
  const steps = theCase.steps.map((step) => {
    const move = moves.get(step.entry);
    return move && step.clock?.state === 'RUNNING' ? { ...step, clock: movedClock(step.clock, move) } : step;
  });
  return { ...theCase, steps };
}

function verified(theCase: Case, { data }: EventOf<'CaseVerified'>): Case {
  const next: Case = {
    ...theCase,
    violations: endedOn(theCase.violations, data.ended, data.on),
    workersMissing: data.workersMissing,
    workersWon: theCase.workersWon + data.workers,
  };
  return completes(theCase, data) ? ended(next, 'PATUH', data.on) : next;
}

function ended(theCase: Case, status: CaseStatus, on: string): Case {
  return { ...theCase, status, since: on, steps: theCase.steps.map(stopped) };
}

/** Open again: with all its steps where the matter goes on, else with those alone that will be taken from now. */
function reopened(theCase: Case, happening: Happening, { data, text }: EventOf<'CaseReopened'>): Case {
  const { on, entry, reason, violations, workersMissing } = data;
  const { resumes } = REOPENINGS[reason];
  const next: Case = {
    ...theCase,
    status: 'OPEN',
    since: on,
    violations: named(endedOn(theCase.violations, without(theCase.violations, violations), on), violations, on),
    workersMissing,
    reopened: theCase.reopened + 1,
    counts: resumes ? theCase.counts : theCase.steps.length + 1,
    handover: resumes ? theCase.handover : null,
  };
  const facts = bare({ case: theCase.id, entry, step: 'IDENTIFIED', on });
  return withStep(next, happening, facts, { number: '', signatory: '', note: text?.note ?? '' });
}

/** The power of attorney is on record: the case enters SKK, with its term as the clock. */
function handedOver(theCase: Case, happening: Happening, { data, text }: EventOf<'HandoverConfirmed'>): Case {
  const entry = data.cases.find((one) => one.case === theCase.id)?.entry;
  if (entry === undefined) return theCase;
  const { handover, on, term, document } = data;
  const clock: ClockFacts | null =
    term === null ? null : { rule: { kind: 'DATE_IN_DOCUMENT' }, from: on, ends: term, missingYear: null };
  const facts: StepFacts = {
    ...bare({ case: theCase.id, entry, step: 'SKK', on }),
    promisedOn: term,
    document,
    onDocument: document !== null,
    clock,
  };
  return inHandover(withStep(theCase, happening, facts, text && { ...text, note: '' }), handover, 'CONFIRMED');
}

function inHandover(theCase: Case, id: number, state: HandoverState): Case {
  return { ...theCase, handover: { id, state } };
}

function endedOn(all: readonly CaseViolation[], gone: readonly Violation[], on: string): readonly CaseViolation[] {
  return all.map((one) => (one.ended === null && gone.includes(one.violation) ? { ...one, ended: on } : one));
}

function without(all: readonly CaseViolation[], kept: readonly Violation[]): readonly Violation[] {
  return all.map((one) => one.violation).filter((violation) => !kept.includes(violation));
}

/** Those that stand already keep their date. */
function named(all: readonly CaseViolation[], added: readonly Violation[], on: string): readonly CaseViolation[] {
  const fresh = added.filter((violation) => !all.some((one) => one.violation === violation && one.ended === null));
  return [...all, ...fresh.map((violation) => ({ violation, since: on, ended: null }))];
}
