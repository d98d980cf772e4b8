import type { EventOf, Happening } from '../tasks/events';
import type { Case, CaseStep, StepClock } from './case';
import type { ClockFacts, StepFacts } from './events';
import { OUTLASTS_ITS_TRACK, trackOf } from './ladder';
import { superseded } from './standing';

type Texts = EventOf<'StepTaken'>['text'];

/** The case with one more step: it stops the running clocks of its track. */
export function withStep(theCase: Case, { at, by }: Happening, facts: StepFacts, text: Texts): Case {
  const { clock } = facts;
  const step: CaseStep = {
    ...factsOf(facts),
    nth: theCase.steps.length + 1,
    number: text?.number ?? '',
    signatory: text?.signatory ?? '',
    note: text?.note ?? '',
    signedScan: null,
    clock: started(clock, theCase.status === 'OPEN'),
    by,
    at,
  };
  const track = trackOf(step.step);
  const steps = theCase.steps.map((one) =>
    trackOf(one.step) === track && !OUTLASTS_ITS_TRACK.includes(one.step) ? stopped(one) : one,
  );
  const found = step.step === 'INSPECTION' ? step.workers : null;
  return { ...theCase, steps: [...steps, step], workersMissing: found ?? theCase.workersMissing };
}

/** What a step keeps of what was said: all but the number of its case. */
function factsOf(facts: StepFacts): Omit<StepFacts, 'case' | 'clock'> {
  const { entry, step, on, sentOn, receivedOn, deemed, promisedOn, amount, workers, instalments } = facts;
  const { attended, services, document, sendingProof, receiptProof, onDocument } = facts;
  return {
    entry,
    step,
    on,
    sentOn,
    receivedOn,
    deemed,
    promisedOn,
    amount,
    workers,
    instalments,
    attended,
    services,
    document,
    sendingProof,
    receiptProof,
    onDocument,
  };
}

/** A step with nothing but its date. */
export function bare(facts: Pick<StepFacts, 'case' | 'entry' | 'step' | 'on'>): StepFacts {
  return {
    ...facts,
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
    onDocument: false,
    clock: null,
  };
}

export function received(theCase: Case, step: CaseStep, data: EventOf<'ReceiptRecorded'>['data']): CaseStep {
  const { sentOn, receivedOn, deemed, sendingProof, receiptProof, clock } = data;
  // What the next step has overtaken waits for nobody: the date is kept, the time is over.
  const runs = theCase.status === 'OPEN' && !superseded(theCase, step);
  return { ...step, sentOn, receivedOn, deemed, sendingProof, receiptProof, clock: started(clock, runs) };
}

export function onStep(theCase: Case, entry: string, edit: (step: CaseStep) => CaseStep): Case {
  if (!theCase.steps.some((one) => one.entry === entry)) return theCase;
  return { ...theCase, steps: theCase.steps.map((one) => (one.entry === entry ? edit(one) : one)) };
}

function started(clock: ClockFacts | null, runs: boolean): StepClock | null {
  return clock && { ...clock, state: runs ? 'RUNNING' : 'STOPPED' };
}

/** A clock that starts on the date of the document follows that date; its end stands in the document. */
export function redated({ clock }: CaseStep, on: string): StepClock | null {
  return clock?.rule.kind === 'DATE_IN_DOCUMENT' && clock.state === 'RUNNING' ? { ...clock, from: on } : clock;
}

export function stopped(step: CaseStep): CaseStep {
  return step.clock?.state === 'RUNNING' ? { ...step, clock: ifRunning(step.clock, 'STOPPED') } : step;
}

export function ifRunning(clock: StepClock | null, state: 'FIRED' | 'STOPPED'): StepClock | null {
  return clock?.state === 'RUNNING' ? { ...clock, state } : clock;
}
