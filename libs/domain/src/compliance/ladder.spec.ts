import * as fc from 'fast-check';
import { ACTIONS } from '../access/may';
import type { Case } from './case';
import { STEPS, type Step, TRACKS } from './codes';
import { closeCase, verifyCase } from './end-case';
import {
  BPJS_HEAD,
  BY,
  EVERYBODY,
  FILE,
  INSPECTOR,
  aCase,
  facts,
  fold,
  happening,
  receivedOn,
  said,
  take,
  uuid,
} from './examples';
import { caseAfter } from './evolve-case';
import { confirmHandover, proposeHandover } from './handover';
import { LADDER, stepsOf } from './ladder';
import { STEP_FIELDS } from './step-rule';
import { offersFor } from './offers';
import { isRefusal, orThrow } from '../refusal/refusal';
import { takeStep } from './take-step';

const LAST = '2026-12-31';

describe('the table of the ladder', () => {
  it('has a row for every step, and every step on one track', () => {
    expect(Object.keys(LADDER)).toEqual([...STEPS]);
    expect(TRACKS.flatMap(stepsOf)).toEqual([...STEPS]);
  });

  it('names a law, a regulation of BPJS or a local policy for every step and every ground', () => {
    for (const step of STEPS) {
      for (const { kind, text } of [LADDER[step].basis, ...LADDER[step].after.map((ground) => ground.basis)]) {
        expect(text).toMatch(
          {
            LAW: /^(PP|UU) \d+\/\d{4}/,
            BPJS_REGULATION: /^Peraturan BPJS Kesehatan \d/,
            LOCAL_POLICY: /^docs\/domain\.md#/,
          }[kind],
        );
      }
    }
  });

  it('rests on PP 86/2013 for the chain of warnings and fine, and nowhere calls our own order of things law', () => {
    const law = STEPS.flatMap((step) =>
      LADDER[step].after.filter(({ basis }) => basis.kind === 'LAW').map((ground) => `${step} after ${ground.step}`),
    );
    expect(law).toEqual([
      'TEGURAN_II after TEGURAN_I',
      'DENDA after TEGURAN_II',
      'TMP2T_IN_FORCE after TMP2T_REQUESTED',
      'TMP2T_LIFTED after TMP2T_IN_FORCE',
      'SUMMONS after SKK',
      'MEDIATION after SKK',
      'SETTLEMENT after SKK',
      'SMALL_CLAIM after SKK',
    ]);
  });

  it('waits 14 days after an appeal, 10 working days after each warning, 30 days for the fine', () => {
    expect(
      Object.fromEntries(STEPS.filter((step) => LADDER[step].clock).map((step) => [step, LADDER[step].clock])),
    ).toEqual({
      HIMBAUAN: { kind: 'CALENDAR_DAYS', days: 14 },
      VISIT: { kind: 'DATE_IN_DOCUMENT' },
      TEGURAN_I: { kind: 'WORKING_DAYS', days: 10 },
      TEGURAN_II: { kind: 'WORKING_DAYS', days: 10 },
      DENDA: { kind: 'CALENDAR_DAYS_AFTER_PREVIOUS', days: 30 },
      SKK: { kind: 'DATE_IN_DOCUMENT' },
      SUMMONS: { kind: 'DATE_IN_DOCUMENT' },
      SETTLEMENT: { kind: 'DATE_IN_DOCUMENT' },
    });
  });

  it('drafts letters for appeals and visits alone: there is no template for a warning, a fine or an SKK', () => {
    expect(STEPS.filter((step) => LADDER[step].paper === 'OURS')).toEqual(['HIMBAUAN', 'VISIT']);
  });

  it('asks only for fields and actions that exist, and for none twice', () => {
    for (const step of STEPS) {
      const { asks, takes, action } = LADDER[step];
      expect(STEP_FIELDS).toEqual(expect.arrayContaining([...asks, ...takes]));
      expect(new Set([...asks, ...takes]).size).toBe(asks.length + takes.length);
      expect(ACTIONS).toContain(action);
    }
  });

  it('proposes what the ladder then allows, and nothing on the way back', () => {
    for (const step of STEPS) expect(LADDER[step].next).not.toContain('IDENTIFIED');
  });
});

describe('every step', () => {
  it('is reached from IDENTIFIED', () => {
    const reached = new Set<Step>();
    for (const { theCase } of walk()) for (const { step } of theCase.steps) reached.add(step);
    expect([...reached].sort()).toEqual([...STEPS].sort());
  });

  it('is no trap: an open case can be verified and closed from wherever it stands', () => {
    for (const { theCase } of walk()) {
      if (theCase.status !== 'OPEN') continue;
      const [patuh, tutup] = offersFor(theCase, BPJS_HEAD, facts(LAST)).slice(-2);
      expect([patuh?.refusal, tutup?.refusal]).toEqual([null, null]);
      const verified = orThrow(verifyCase(theCase, verification(), INSPECTOR, facts(LAST)));
      expect(fold([verified], theCase).status).toBe('PATUH');
      const closed = orThrow(closeCase(theCase, closing(), INSPECTOR, facts(LAST)));
      expect(fold([closed], theCase).status).toBe('TUTUP');
    }
  });

  it('is refused with a basis, for whoever asks and wherever the case stands', () => {
    const offers = walk().flatMap(({ theCase }) => EVERYBODY.flatMap((who) => offersFor(theCase, who, facts(LAST))));
    const rules = new Set(offers.map(({ refusal }) => refusal?.rule).filter((rule) => rule !== undefined));
    expect(rules.size).toBeGreaterThan(5);
    for (const rule of rules) expect(rule).toMatch(/^(docs\/domain\.md#|PP |UU |Peraturan BPJS|SKB|Perpres )/);
  });

  it('that the ladder does not know is caught', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        if ((STEPS as readonly string[]).includes(name)) return;
        const unknown = { ...said('HIMBAUAN', '2026-02-02'), step: name as Step };
        expect(takeStep(aCase(), unknown, INSPECTOR, facts(LAST))).toMatchObject({ code: 'STEP_UNKNOWN' });
      }),
    );
  });
});

function verification() {
  return {
    on: LAST,
    proof: 'REGISTRATION' as const,
    workers: 12,
    amount: null,
    ended: ['NOT_REGISTERED' as const],
    workersMissing: 0,
    document: FILE,
    number: '1/2026',
    note: '',
  };
}

function closing() {
  return { on: LAST, reason: 'BANKRUPT' as const, document: FILE, number: '1/2026', note: '' };
}

interface Place {
  readonly theCase: Case;
  readonly depth: number;
}

/** Every set of tracks that a case can stand on, found by taking each step wherever the ladder allows it, day after day. */
function walk(): readonly Place[] {
  const known = new Map<string, Place>();
  const queue: Place[] = [{ theCase: aCase(), depth: 0 }];
  for (let place = queue.shift(); place; place = queue.shift()) {
    const key = shape(place.theCase);
    if (known.has(key)) continue;
    known.set(key, place);
    if (place.theCase.status === 'OPEN') queue.push(...next(place));
    else queue.push(...tried(place, 'TMP2T_LIFTED'));
  }
  return [...known.values()];
}

/** What tells two places on the ladder apart: which steps were taken, whether the case is open. */
function shape({ steps, status }: Case): string {
  return `${status} ${[...new Set(steps.map((one) => one.step))].sort().join(' ')}`;
}

function next(place: Place): readonly Place[] {
  const steps = STEPS.filter((step) => step !== 'IDENTIFIED' && step !== 'SKK').flatMap((step) => tried(place, step));
  const ended = orThrow(verifyCase(place.theCase, { ...verification(), on: day(place.depth) }, INSPECTOR, facts(LAST)));
  const over = caseAfter(place.theCase, happening(ended));
  return [...steps, ...handedOver(place), ...(over ? [{ theCase: over, depth: place.depth + 1 }] : [])];
}

function tried({ theCase, depth }: Place, step: Step): readonly Place[] {
  const on = day(depth + 1);
  const receipt = LADDER[step].track === 'TMP2T' ? {} : receivedOn(on);
  const event = takeStep(theCase, said(step, on, { ...receipt, entry: uuid(depth + 100) }), BY[step], facts(LAST));
  return isRefusal(event) ? [] : [{ theCase: fold([event], theCase), depth: depth + 1 }];
}

function handedOver({ theCase, depth }: Place): readonly Place[] {
  const proposed = proposeHandover(1, [theCase], '', INSPECTOR, facts(LAST));
  if (isRefusal(proposed)) return [];
  const waiting = fold([proposed], theCase);
  const sealed = confirmHandover(
    { id: 1, state: 'PROPOSED', proposedBy: INSPECTOR.person, cases: [1] },
    [waiting],
    {
      number: 'SKK-1/2026',
      signatory: 'Kepala',
      on: day(depth + 1),
      term: null,
      document: null,
      entries: new Map([[1, uuid(9)]]),
    },
    BPJS_HEAD,
    facts(LAST),
  );
  return isRefusal(sealed) ? [] : [{ theCase: fold([sealed], waiting), depth: depth + 1 }];
}

/** Far enough apart that every period has run out: the first of each month, then the days of December. */
function day(depth: number): string {
  return depth < 11 ? `2026-${String(depth + 1).padStart(2, '0')}-15` : `2026-12-${String(depth + 5).padStart(2, '0')}`;
}

describe('the worked example of a whole road', () => {
  it('goes from the appeal to the prosecutor in the order that the tables allow', () => {
    const inspected = take(
      take(aCase(), 'HIMBAUAN', '2026-01-05', receivedOn('2026-01-07')),
      'INSPECTION',
      '2026-02-02',
    );
    const warned = take(inspected, 'TEGURAN_I', '2026-03-05', receivedOn('2026-03-09'));
    const twice = take(warned, 'TEGURAN_II', '2026-03-31', receivedOn('2026-03-31'));
    const fined = take(twice, 'DENDA', '2026-04-16');
    expect(fined.steps.map((one) => [one.step, one.clock?.ends ?? null])).toEqual([
      ['IDENTIFIED', null],
      ['HIMBAUAN', '2026-01-21'],
      ['INSPECTION', null],
      ['TEGURAN_I', '2026-03-30'],
      ['TEGURAN_II', '2026-04-15'],
      ['DENDA', '2026-05-15'],
    ]);
  });
});
