import * as fc from 'fast-check';
import type { Actor } from '../access/may';
import { SHIPPED_DECREES } from '../calendar/decrees';
import { type IsoDate, addDays } from '../calendar/wib';
import { type Refusal, isRefusal } from '../refusal/refusal';
import type { BoardEvent } from '../tasks/events';
import { recordAttendance } from './attendance';
import type { Case, CaseStep } from './case';
import { type LadderFacts, acceptChanges, clockChanges, hasEnded } from './clock';
import { CASE_ENDS, CLOSE_REASONS, COMPLIANCE_PROOFS, REOPEN_REASONS, STEPS, VIOLATIONS } from './codes';
import { closeCase, reopenCase, verifyCase } from './end-case';
import {
  BPJS_HEAD,
  BY,
  DISNAKER,
  EVERYBODY,
  FILE,
  INSPECTOR,
  PROOF,
  PROSECUTOR,
  aCase,
  happening,
  said,
} from './examples';
import { caseAfter } from './evolve-case';
import { freezeStep } from './freeze-step';
import { type Handover, confirmHandover, proposeHandover, withdrawHandover } from './handover';
import { LADDER, trackOf } from './ladder';
import { offersFor } from './offers';
import { setViolations } from './open-case';
import { fireDeadline } from './proposals';
import { recordReceipt } from './record-receipt';
import { standingViolations } from './standing';
import { summaryOf } from './summary';
import { takeStep } from './take-step';

/**
 * Anybody does anything in any order, much of it wrong. Whatever was accepted in such a story is then read by an auditor who
 * knows the law and the documentation, but not the code that decided.
 */

type Decision = BoardEvent | Refusal | null;
type Run = (theCase: Case, who: Actor, facts: LadderFacts, nth: number) => Decision;
/** What is asked, and who may ask it by right. */
interface Command {
  readonly owner: Actor;
  readonly run: Run;
}
const by =
  (owner: Actor) =>
  (run: Run): Command => ({ owner, run });

const START = '2026-01-02';
const uuidOf = (nth: number): string => `00000000-0000-7000-9000-${String(nth).padStart(12, '0')}`;

const maybe = <T>(it: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(it, { freq: 2 });
/** Some days before today, now and then a day ahead. */
const back = fc.integer({ min: -1, max: 12 });
const someViolations = fc.subarray([...VIOLATIONS]);

const takes: fc.Arbitrary<Command> = fc
  .record({
    step: fc.constantFrom(...STEPS),
    ago: back,
    received: maybe(fc.nat(6)),
    document: maybe(fc.constant(FILE)),
    promised: maybe(fc.nat(30)),
  })
  .map(({ step, ago, received, document, promised }) =>
    by(BY[step])((theCase, who, facts, nth) => {
      const on = addDays(facts.today, -ago);
      const dated = LADDER[step].asks.includes('promisedOn') || promised !== null;
      const promisedOn = dated && step !== 'HIMBAUAN' ? addDays(on, promised ?? 5) : null;
      const way = received === null ? {} : { receivedOn: addDays(on, received), receiptProof: PROOF };
      const knows = [...LADDER[step].asks, ...LADDER[step].takes].includes('promisedOn');
      const more = { ...way, document, entry: uuidOf(nth), ...(knows ? { promisedOn } : {}) };
      return takeStep(theCase, said(step, on, more), who, facts);
    }),
  );

const receives: fc.Arbitrary<Command> = fc
  .record({ at: fc.nat(40), ago: back, proven: fc.boolean() })
  .map(({ at, ago, proven }) =>
    by(DISNAKER)((theCase, who, facts) => {
      const entry = theCase.steps[at % theCase.steps.length]?.entry ?? '';
      const receivedOn = addDays(facts.today, -ago);
      const way = { sentOn: null, sendingProof: null, receivedOn, receiptProof: proven ? PROOF : null };
      return recordReceipt(theCase, entry, way, who, facts);
    }),
  );

const freezes: fc.Arbitrary<Command> = fc.record({ at: fc.nat(40), ago: back }).map(({ at, ago }) =>
  by(INSPECTOR)((theCase, who, facts) => {
    const step = theCase.steps[at % theCase.steps.length];
    const on = ago % 2 === 0 ? (step?.on ?? START) : addDays(facts.today, -ago);
    const scan = { signedScan: FILE, number: '9/2026', signatory: 'Kepala', on };
    return freezeStep(theCase, step?.entry ?? '', scan, who, facts);
  }),
);

const attends: fc.Arbitrary<Command> = fc.record({ at: fc.nat(40), attended: fc.boolean() }).map(({ at, attended }) =>
  by(PROSECUTOR)((theCase, who, facts) => {
    const entry = theCase.steps[at % theCase.steps.length]?.entry ?? '';
    return recordAttendance(theCase, entry, { attended, note: '' }, who, facts);
  }),
);

const verifies: fc.Arbitrary<Command> = fc
  .record({
    proof: fc.constantFrom(...COMPLIANCE_PROOFS),
    ended: someViolations,
    workers: fc.nat(5),
    amount: maybe(fc.constant(5_000)),
    workersMissing: fc.nat(2),
    ago: back,
  })
  .map(({ ago, ...rest }) =>
    by(INSPECTOR)((theCase, who, facts) => {
      const paper = { on: addDays(facts.today, -ago), document: FILE, number: '1', note: '' };
      return verifyCase(theCase, { ...rest, ...paper }, who, facts);
    }),
  );

const closes: fc.Arbitrary<Command> = fc
  .record({ reason: fc.constantFrom(...CLOSE_REASONS), ago: back })
  .map(({ reason, ago }) =>
    by(INSPECTOR)((theCase, who, facts) =>
      closeCase(theCase, { reason, on: addDays(facts.today, -ago), document: FILE, number: '1', note: '' }, who, facts),
    ),
  );

const reopens: fc.Arbitrary<Command> = fc
  .record({ reason: fc.constantFrom(...REOPEN_REASONS), violations: someViolations, ago: back })
  .map(({ ago, ...rest }) =>
    by(DISNAKER)((theCase, who, facts, nth) => {
      const what = { ...rest, entry: uuidOf(nth), on: addDays(facts.today, -ago), workersMissing: 3, note: '' };
      return reopenCase(theCase, what, who, facts);
    }),
  );

const names: fc.Arbitrary<Command> = someViolations.map((violations) =>
  by(DISNAKER)((theCase, who, facts) => setViolations(theCase, { violations, note: '' }, who, facts)),
);

const proposes: fc.Arbitrary<Command> = fc.constant(
  by(INSPECTOR)((theCase, who, facts, nth) => proposeHandover(nth, [theCase], `${who.person}`, who, facts)),
);

const confirms: fc.Arbitrary<Command> = fc
  .record({ ago: back, document: maybe(fc.constant(FILE)), proposedBy: fc.integer({ min: 4, max: 6 }) })
  .map(({ ago, document, proposedBy }) =>
    by(BPJS_HEAD)((theCase, who, facts, nth) => {
      const handover: Handover = {
        id: theCase.handover?.id ?? 1,
        state: theCase.handover?.state ?? 'WITHDRAWN',
        proposedBy,
        cases: [1],
      };
      const on = addDays(facts.today, -ago);
      const entries = new Map([[1, uuidOf(nth)]]);
      const paper = { number: 'SKK', signatory: 'K', on, term: addDays(on, 90), document, entries };
      return confirmHandover(handover, [theCase], paper, who, facts);
    }),
  );

const withdraws: fc.Arbitrary<Command> = fc.constant(
  by(INSPECTOR)((theCase, who) =>
    theCase.handover === null
      ? null
      : withdrawHandover({ ...theCase.handover, proposedBy: 4, cases: [1] }, 'keliru', who),
  ),
);

const fires: fc.Arbitrary<Command> = fc
  .nat(40)
  .map((at) =>
    by(INSPECTOR)((theCase, _who, facts) =>
      fireDeadline(theCase, theCase.steps[at % theCase.steps.length]?.entry ?? '', facts),
    ),
  );

/** A decree is amended by a day of leave that is near, and somebody accepts what it does. */
const amends: fc.Arbitrary<Command> = fc.integer({ min: -5, max: 10 }).map((off) =>
  by(BPJS_HEAD)((theCase, who, facts) => {
    const decree = SHIPPED_DECREES[0];
    if (!decree) return null;
    const amended = { ...decree, collectiveLeave: [...decree.collectiveLeave, addDays(facts.today, off)] };
    return acceptChanges(clockChanges([theCase], [...facts.decrees, amended]), amended, who);
  }),
);

/** A step that is open today, as its owner takes it: so that stories get far. */
const advances: fc.Arbitrary<Command> = fc
  .record({ step: fc.constantFrom(...STEPS), received: fc.boolean(), soon: fc.nat(20) })
  .map(({ step, received, soon }) =>
    by(BY[step])((theCase, who, facts, nth) => {
      const on = facts.today;
      const way = received ? { receivedOn: on, receiptProof: PROOF } : {};
      const promised = LADDER[step].asks.includes('promisedOn') ? { promisedOn: addDays(on, soon) } : {};
      return takeStep(theCase, said(step, on, { ...way, ...promised, document: FILE, entry: uuidOf(nth) }), who, facts);
    }),
  );

const anyCommand = fc.oneof(
  { weight: 24, arbitrary: advances },
  { weight: 10, arbitrary: takes },
  { weight: 3, arbitrary: receives },
  { weight: 2, arbitrary: proposes },
  { weight: 3, arbitrary: confirms },
  { weight: 3, arbitrary: fires },
  ...[freezes, attends, verifies, closes, reopens, names, withdraws, amends].map((arbitrary) => ({
    weight: 1,
    arbitrary,
  })),
);
/** `who` null: whoever has the right to. */
const anyDeed = fc.record({
  who: fc.option(fc.constantFrom(...EVERYBODY), { freq: 1 }),
  command: anyCommand,
  later: fc.nat(10),
});
const anyStory = fc.array(anyDeed, { minLength: 5, maxLength: 60, size: 'max' });

/** What was accepted: the case before and after it, who said it and when. */
interface Told {
  readonly before: Case;
  readonly after: Case;
  readonly event: BoardEvent;
  readonly who: Actor;
  readonly today: IsoDate;
}

/** Everything that was accepted, in order; refusals leave no trace. */
function tell(story: readonly { who: Actor | null; command: Command; later: number }[]): readonly Told[] {
  const told: Told[] = [];
  let theCase = aCase();
  let today: IsoDate = START;
  for (const [nth, { who: anybody, command, later }] of story.entries()) {
    const who = anybody ?? command.owner;
    today = addDays(today, later);
    const before = JSON.stringify(theCase);
    const facts: LadderFacts = { today, settings: [], decrees: SHIPPED_DECREES };
    const decided = command.run(theCase, who, facts, nth + 1000);
    if (JSON.stringify(theCase) !== before) throw new Error('a decision changed the case');
    if (decided === null || isRefusal(decided)) {
      if (decided?.rule === '') throw new Error(`${decided.code} names no basis`);
      continue;
    }
    const after = caseAfter(theCase, happening(decided, who));
    if (!after) throw new Error('a case was lost');
    told.push({ before: theCase, after, event: decided, who, today });
    theCase = after;
  }
  return told;
}

function forAllStories(check: (told: readonly Told[]) => void): void {
  fc.assert(
    fc.property(anyStory, (story) => {
      check(tell(story));
    }),
    { numRuns: 100 },
  );
}

const TAKEN_BY: Readonly<Record<string, readonly string[]>> = {
  HIMBAUAN: ['lead', 'operator', 'bpjs-verifier', 'bpjs-inspector', 'bpjs-head'],
  VISIT: ['lead', 'operator', 'bpjs-verifier', 'bpjs-inspector', 'bpjs-head'],
  INSPECTION: ['lead', 'bpjs-inspector', 'bpjs-head'],
  TEGURAN_I: ['lead', 'bpjs-inspector', 'bpjs-head'],
  TEGURAN_II: ['lead', 'bpjs-inspector', 'bpjs-head'],
  DENDA: ['lead', 'bpjs-inspector', 'bpjs-head'],
  TMP2T_REQUESTED: ['lead', 'bpjs-inspector', 'bpjs-head'],
  TMP2T_IN_FORCE: ['lead', 'counter'],
  TMP2T_LIFTED: ['lead', 'counter'],
  SUMMONS: ['lead', 'prosecutor'],
  MEDIATION: ['lead', 'prosecutor'],
  SETTLEMENT: ['lead', 'prosecutor'],
  SMALL_CLAIM: ['lead', 'prosecutor'],
};

/** The steps of the matter that goes on, as the auditor reads them off the events: a new matter begins anew. */
function matterOf({ steps, counts }: Case): readonly CaseStep[] {
  return steps.filter((step) => step.nth >= counts);
}

describe('whoever does whatever in whatever order', () => {
  it('no second warning, no fine and no third warning comes before its time', () => {
    forAllStories((told) => {
      for (const { after, today } of told) {
        const matter = matterOf(after);
        const of = (name: string) => matter.filter((step) => step.step === name);
        for (const name of ['TEGURAN_I', 'TEGURAN_II', 'DENDA']) expect(of(name).length).toBeLessThanOrEqual(1);
        for (const [earlier, later] of [
          ['TEGURAN_I', 'TEGURAN_II'],
          ['TEGURAN_II', 'DENDA'],
        ] as const) {
          const [first, second] = [of(earlier)[0], of(later)[0]];
          if (!second) continue;
          expect(first?.receivedOn).not.toBeNull();
          expect(second.on > (first?.clock?.ends ?? '9999')).toBe(true);
          expect(second.on <= today).toBe(true);
        }
      }
    });
  });

  it('each step is taken by its own institution, or by the lead on a document', () => {
    forAllStories((told) => {
      for (const { event, who } of told) {
        if (event.type !== 'StepTaken') continue;
        const { step, onDocument, document } = event.data;
        expect(TAKEN_BY[step]).toContain(who.role);
        const own = step === 'HIMBAUAN' || step === 'VISIT';
        expect(onDocument).toBe(who.role === 'lead' && !own);
        if (onDocument) expect(document).not.toBeNull();
      }
    });
  });

  it('the prosecutor acts on nothing that was not handed over by two persons, with appeal and inspection proven', () => {
    forAllStories((told) => {
      for (const { event, who, before, after } of told) {
        if (event.type === 'HandoverConfirmed') {
          expect(matterOf(before).some((one) => one.step === 'HIMBAUAN' && one.receiptProof !== null)).toBe(true);
          expect(matterOf(before).some((one) => one.step === 'INSPECTION')).toBe(true);
          expect(['lead', 'bpjs-head']).toContain(who.role);
        }
        if (who.role === 'prosecutor' && event.type !== 'DeadlineFired')
          expect(before.steps.some((one) => one.step === 'SKK')).toBe(true);
        const matter = matterOf(after);
        const skk = matter.findIndex((one) => one.step === 'SKK');
        const first = matter.findIndex((one) =>
          ['SUMMONS', 'MEDIATION', 'SETTLEMENT', 'SMALL_CLAIM'].includes(one.step),
        );
        if (first >= 0) expect(skk >= 0 && skk < first).toBe(true);
      }
    });
  });

  it('services are refused at a request only, and given back only after BPJS has ended the case', () => {
    forAllStories((told) => {
      for (const { before, event } of told) {
        if (event.type !== 'StepTaken') continue;
        const last = before.steps.findLast((one) => trackOf(one.step) === 'TMP2T')?.step;
        if (event.data.step === 'TMP2T_IN_FORCE') expect(last).toBe('TMP2T_REQUESTED');
        if (event.data.step === 'TMP2T_LIFTED') expect([last, before.status]).not.toEqual(['TMP2T_IN_FORCE', 'OPEN']);
        if (event.data.step === 'TMP2T_LIFTED') expect(last).toBe('TMP2T_IN_FORCE');
      }
    });
  });

  it('only BPJS ends a case, and compliant it is only with nobody missing and nothing standing', () => {
    forAllStories((told) => {
      for (const { before, after, event, who } of told) {
        if (before.status !== 'OPEN' || after.status === 'OPEN') continue;
        expect(['bpjs-verifier', 'bpjs-inspector', 'bpjs-head']).toContain(who.role);
        expect(['CaseVerified', 'CaseClosed']).toContain(event.type);
        if (after.status === 'PATUH') expect([after.workersMissing, standingViolations(after)]).toEqual([0, []]);
      }
    });
  });

  it('no clock runs without a receipt or a date in a document, and what has fired or stopped never moves', () => {
    forAllStories((told) => {
      for (const { before, after, today } of told) {
        for (const step of after.steps) {
          if (step.clock?.rule.kind === 'WORKING_DAYS' || step.clock?.rule.kind === 'CALENDAR_DAYS') {
            expect(step.clock.from).toBe(step.receivedOn);
          }
          if (step.clock?.state === 'FIRED') expect(hasEnded(step.clock, today)).toBe(true);
          const was = before.steps.find((one) => one.entry === step.entry)?.clock;
          if (was && was.state !== 'RUNNING') expect(step.clock).toEqual(was);
        }
        if (after.status !== 'OPEN') expect(after.steps.some((one) => one.clock?.state === 'RUNNING')).toBe(false);
      }
    });
  });

  it('nothing of the history is lost: steps are added, never taken away or put in another order', () => {
    forAllStories((told) => {
      for (const { before, after } of told) {
        expect(after.steps.slice(0, before.steps.length).map((one) => [one.entry, one.step])).toEqual(
          before.steps.map((one) => [one.entry, one.step]),
        );
        expect(after.steps.map((one) => one.nth)).toEqual(after.steps.map((_, at) => at + 1));
        expect(new Set(after.steps.map((one) => one.entry)).size).toBe(after.steps.length);
        expect(after.version).toBe(before.version + 1);
        expect(after.workersWon >= before.workersWon).toBe(true);
      }
    });
  });

  it('an edit of violations moves nothing else', () => {
    forAllStories((told) => {
      for (const { before, after, event } of told) {
        if (event.type !== 'ViolationsChanged') continue;
        expect(after).toEqual({ ...before, violations: after.violations, version: after.version });
      }
    });
  });

  it('BPJS can end an open case from wherever it stands', () => {
    forAllStories((told) => {
      const last = told.at(-1);
      if (last?.after.status !== 'OPEN') return;
      const ends = offersFor(last.after, BPJS_HEAD, { today: last.today, settings: [] }).slice(-2);
      expect(ends).toEqual(CASE_ENDS.map((step) => ({ step, refusal: null })));
    });
  });

  it('the summary says what the case says', () => {
    forAllStories((told) => {
      for (const { after, today } of told) {
        const summary = summaryOf(after, today);
        const running = matterOf(after).flatMap((one) =>
          one.clock?.state === 'RUNNING' && one.clock.ends !== null ? [one.clock.ends] : [],
        );
        expect(summary.nextEnds).toBe(running.sort()[0] ?? null);
        expect(summary.nextStep === null).toBe(summary.nextEnds === null);
        for (const [track, step] of Object.entries(summary.tracks)) expect(trackOf(step)).toBe(track);
        if (summary.provenForHandover !== null) expect([summary.status, summary.handover]).toEqual(['OPEN', null]);
        if (summary.fired) expect(after.steps.some((one) => one.clock?.state === 'FIRED')).toBe(true);
        expect(summaryOf(structuredClone(after), today)).toEqual(summary);
      }
    });
  });

  it('the events alone give the case back', () => {
    forAllStories((told) => {
      const again = told.reduce<Case | undefined>(
        (theCase, { event, who }) => caseAfter(theCase, happening(event, who)),
        aCase(),
      );
      expect(again).toEqual(told.at(-1)?.after ?? aCase());
    });
  });

  it('stories do get somewhere: warnings, fines, summonses and reopenings are among them', () => {
    const seen = new Set<string>();
    for (const story of fc.sample(anyStory, { numRuns: 300, seed: 7 })) {
      for (const { event } of tell(story)) seen.add(event.type === 'StepTaken' ? event.data.step : event.type);
    }
    const wanted = ['TEGURAN_II', 'DENDA', 'TMP2T_LIFTED', 'SUMMONS', 'SETTLEMENT', 'DeadlineFired', 'DeadlinesMoved'];
    const missing = [...wanted, 'CaseReopened', 'HandoverConfirmed', 'HandoverWithdrawn'].filter((it) => !seen.has(it));
    expect(missing).toEqual([]);
  });
});
