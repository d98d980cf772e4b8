import type { Voice } from '@papan/contracts/words';
import type { CaseStep, Happening } from '@papan/domain';
import type { CaseWords } from '../case/case-words';

/** One line of the history of a case: the sentence, what was written with it, and when. */
export interface CaseLine {
  readonly seq: number;
  readonly at: string;
  readonly sentence: string;
  readonly remark: string;
}

/** What happened to a case, in a sentence each, newest first. `steps` tells which step an entry is. */
export function linesOf(
  happenings: readonly Happening[],
  steps: readonly CaseStep[],
  event: Voice['event'],
  words: CaseWords,
): readonly CaseLine[] {
  const stepOf = (entry: string): string => {
    const found = steps.find((one) => one.entry === entry);
    return found ? words.step(found.step) : '';
  };
  return happenings
    .map((happening) => ({
      seq: happening.seq,
      at: happening.at,
      sentence: sentenceOf(happening, stepOf, event, words),
      remark: remarkOf(happening),
    }))
    .filter(({ sentence }) => sentence !== '')
    .reverse();
}

function sentenceOf(
  { by, event: said }: Happening,
  stepOf: (entry: string) => string,
  event: Voice['event'],
  words: CaseWords,
): string {
  const who = words.person(by.person);
  switch (said.type) {
    case 'CaseOpened':
      return event(said.type, {
        who,
        violations: words.violations(said.data.violations),
        workers: words.integer(said.data.workersMissing),
      });
    case 'ViolationsChanged': {
      const { added, ended } = said.data;
      return event(said.type, { who, violations: words.changed(added, ended) });
    }
    case 'StepTaken':
      return event(said.type, { who, step: words.step(said.data.step), on: words.shortDate(said.data.on) });
    case 'ReceiptRecorded': {
      const { entry, receivedOn } = said.data;
      return event(said.type, { who, step: stepOf(entry), receivedOn: words.dateOrNotYet(receivedOn) });
    }
    case 'StepFrozen':
      return event(said.type, { who, step: stepOf(said.data.entry) });
    case 'AttendanceRecorded':
      return event(said.type, {
        who,
        step: stepOf(said.data.entry),
        attendance: words.attended(said.data.attended),
      });
    case 'DeadlineFired':
      return event(said.type, { step: words.step(said.data.step), ended: words.shortDate(said.data.ended) });
    case 'DeadlinesMoved':
      return event(said.type, { who, moves: words.integer(said.data.moves.length), basis: said.data.basis });
    case 'CaseVerified':
      return event(said.type, {
        who,
        proof: words.proof(said.data.proof),
        workers: words.integer(said.data.workers),
        workersMissing: words.integer(said.data.workersMissing),
      });
    case 'CaseClosed':
      return event(said.type, { who, reason: words.closeReason(said.data.reason) });
    case 'CaseReopened':
      return event(said.type, { who, reason: words.reopenReason(said.data.reason) });
    case 'HandoverProposed':
    case 'HandoverWithdrawn':
      return event(said.type, { who, cases: words.integer(said.data.cases.length) });
    case 'HandoverConfirmed':
      return event(said.type, {
        who,
        cases: words.integer(said.data.cases.length),
        on: words.shortDate(said.data.on),
      });
    case 'DossierSealed':
      return event(said.type, { files: words.integer(said.data.files) });
    case 'DossierRead':
      return event(said.type, { who, reading: words.reading(said.data.what) });
    default:
      return '';
  }
}

/** What was written beside it; empty where nothing was, or where it was erased. */
function remarkOf({ event }: Happening): string {
  if (event.text === null) return '';
  const parts = [
    'number' in event.text ? event.text.number : '',
    'signatory' in event.text ? event.text.signatory : '',
    'note' in event.text ? event.text.note : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
