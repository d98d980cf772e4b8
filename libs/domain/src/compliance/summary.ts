import { type IsoDate, LAST_DATE } from '../calendar/wib';
import type { Case, CaseStep, CaseSummary, KeptSummary } from './case';
import type { HandoverNeeds } from './handover-needs';
import { type Step, TRACKS, type Track } from './codes';
import { LADDER } from './ladder';
import { awaitsAction } from './proposals';
import { isEnough, provenForHandover } from './readiness';
import { currentSteps, latestOn, servicesOf, standingViolations } from './standing';

/** What is kept of a case for the list: made from the case alone, and the day. */
export function summaryOf(theCase: Case, today: IsoDate): KeptSummary {
  const steps = currentSteps(theCase);
  const waiting = steps.filter((one) => awaitsAction(theCase, one));
  return {
    id: theCase.id,
    employer: theCase.employer,
    status: theCase.status,
    violations: standingViolations(theCase),
    workersMissing: theCase.workersMissing,
    workersWon: theCase.workersWon,
    tracks: openTracks(theCase),
    latestOn: steps.at(-1)?.on ?? theCase.openedOn,
    ...clocksAhead(steps),
    fired: waiting.length > 0,
    firedEnds: nextToEnd(waiting)?.clock?.ends ?? null,
    awaitsReceipt: awaitsReceipt(theCase, steps),
    provenForHandover: provenForHandover(theCase, today),
    handover: theCase.handover?.state ?? null,
    version: theCase.version,
  };
}

/** What the list shows under the rule of the hand-over on the day it is read. */
export function shownSummary({ provenForHandover: proven, ...kept }: KeptSummary, policy: HandoverNeeds): CaseSummary {
  return { ...kept, readyForHandover: isEnough(proven, policy) };
}

/** What the list shows of the clocks that run: the one part of a summary that a decree changes. @param steps those that count. */
export function clocksAhead(
  steps: readonly Pick<CaseStep, 'step' | 'clock'>[],
): Pick<CaseSummary, 'nextEnds' | 'nextStep' | 'missingYear'> {
  const running = steps.filter((one) => one.clock?.state === 'RUNNING');
  const next = nextToEnd(running);
  return {
    nextEnds: next?.clock?.ends ?? null,
    nextStep: next?.step ?? null,
    missingYear: running.find((one) => one.clock?.ends === null)?.clock?.missingYear ?? null,
  };
}

/** The latest step of every open track. An ended case keeps one: services that have not been given back yet. */
function openTracks(theCase: Case): Readonly<Partial<Record<Track, Step>>> {
  const tracks: Partial<Record<Track, Step>> = {};
  for (const track of TRACKS) {
    const latest = latestOn(theCase, track)?.step;
    const open = track === 'TMP2T' ? servicesOpen(theCase) : theCase.status === 'OPEN';
    if (latest !== undefined && open) tracks[track] = latest;
  }
  return tracks;
}

function servicesOpen(theCase: Case): boolean {
  const { state } = servicesOf(theCase);
  return state === 'IN_FORCE' || (state === 'REQUESTED' && theCase.status === 'OPEN');
}

/** Of two that end on one day, the one taken first. */
function nextToEnd<S extends Pick<CaseStep, 'clock'>>(running: readonly S[]): S | undefined {
  let next: S | undefined;
  for (const one of running) {
    const ends = one.clock?.ends ?? LAST_DATE;
    if (ends < (next?.clock?.ends ?? LAST_DATE)) next = one;
  }
  return next;
}

/**
 * Letters whose receipt is not proven yet: their time has not begun. One appeal that arrived is enough; of several on
 * their way the list names the step once.
 */
function awaitsReceipt({ status }: Case, steps: readonly CaseStep[]): readonly Step[] {
  if (status !== 'OPEN') return [];
  const waiting = steps.filter((one) => startsWithReceipt(one.step) && one.receivedOn === null);
  const open = waiting.filter((one) => !steps.some((other) => other.step === one.step && other.receivedOn !== null));
  return [...new Set(open.map((one) => one.step))];
}

function startsWithReceipt(step: Step): boolean {
  const kind = LADDER[step].clock?.kind;
  return kind === 'WORKING_DAYS' || kind === 'CALENDAR_DAYS';
}
