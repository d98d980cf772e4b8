import * as fc from 'fast-check';
import decree2026 from '../../cases/holidays-2026.json';
import golden from '../../cases/working-days.json';
import { addDays } from '../calendar/wib';
import { orThrow } from '../refusal/refusal';
import type { Case } from './case';
import { acceptChanges, clockChanges, clockFor, deemedReceipt, explainClock, hasEnded } from './clock';
import { STEPS } from './codes';
import { BPJS_HEAD, DISNAKER, LEAD, aCase, facts, fold, happening, receivedOn, take } from './examples';
import { caseAfter } from './evolve-case';
import type { LadderSettings } from './ladder-setting';

const NONE = { receivedOn: null, previousEnds: null, promisedOn: null };
const TODAY = facts('2026-12-31');

describe('a clock', () => {
  it.each(golden.cases)('of $workingDays working days from $received ends on $ends', (row) => {
    const clock = clockFor('TEGURAN_I', { ...NONE, on: row.received, receivedOn: row.received }, TODAY);
    expect(clock).toMatchObject({ from: row.received, ends: row.ends, missingYear: null });
  });

  it('carries the chain of two warnings and the fine', () => {
    const { chain } = golden;
    const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
    const one = take(inspected, 'TEGURAN_I', '2026-03-06', receivedOn(chain.warning1Received));
    const two = take(one, 'TEGURAN_II', '2026-03-31', receivedOn(chain.warning2Received));
    const fine = take(two, 'DENDA', '2026-04-16');
    expect(fine.steps.slice(-3).map((step) => step.clock?.ends)).toEqual([
      chain.warning1Ends,
      chain.warning2Ends,
      chain.fineWindowEnds,
    ]);
  });

  it('never starts without a receipt, however long ago the letter was written or sent', () => {
    for (const step of ['HIMBAUAN', 'TEGURAN_I', 'TEGURAN_II'] as const) {
      expect(clockFor(step, { ...NONE, on: '2020-01-01' }, TODAY)).toBeNull();
    }
    const sent = take(aCase(), 'HIMBAUAN', '2026-02-02', { sentOn: '2026-02-03', sendingProof: 'c'.repeat(64) });
    expect(sent.steps.at(-1)?.clock).toBeNull();
  });

  it('ends on the date that stands in the document, where that is what the step waits for', () => {
    const dates = { ...NONE, on: '2026-05-04', promisedOn: '2026-05-20' };
    for (const step of ['VISIT', 'SUMMONS', 'SETTLEMENT'] as const) {
      expect(clockFor(step, dates, TODAY)).toMatchObject({ from: '2026-05-04', ends: '2026-05-20' });
      expect(clockFor(step, { ...NONE, on: '2026-05-04' }, TODAY)).toBeNull();
    }
  });

  it('has no date where the decree of a year is missing, and says which', () => {
    const clock = clockFor('TEGURAN_I', { ...NONE, on: '2026-12-21', receivedOn: '2026-12-23' }, TODAY);
    expect(clock).toMatchObject({ from: '2026-12-23', ends: null, missingYear: 2027 });
    expect(hasEnded({ ends: null }, '2030-01-01')).toBe(false);
  });

  it('lasts until 24.00 WIB of its last day', () => {
    expect(hasEnded({ ends: '2026-03-30' }, '2026-03-30')).toBe(false);
    expect(hasEnded({ ends: '2026-03-30' }, '2026-03-31')).toBe(true);
  });

  it('shows its work: received Mon 9 Mar 2026, ends Mon 30 Mar, and every day between with its reason', () => {
    const clock = clockFor('TEGURAN_I', { ...NONE, on: '2026-03-06', receivedOn: '2026-03-09' }, TODAY);
    if (!clock) throw new Error('no clock');
    const shown = explainClock(clock, TODAY.decrees);
    expect(shown.counted).toEqual(golden.cases[0]?.counted);
    expect(shown.calendarEnds).toBe('2026-03-19');
    const holidays = shown.skipped.filter((day) => day.reason !== 'WEEKEND');
    expect(holidays.map((day) => day.date.slice(8))).toEqual(['18', '19', '20', '23', '24']);
    expect(new Set(holidays.map((day) => day.basis))).toEqual(new Set([decree2026.basis]));
  });

  it('shows no counted days that do not lead to its date: a closed clock keeps the date of an older decree', () => {
    const rule = { kind: 'WORKING_DAYS', days: 10 } as const;
    const old = { rule, from: '2026-03-09', ends: '2026-03-27', missingYear: null };
    expect(explainClock(old, TODAY.decrees)).toMatchObject({ ends: '2026-03-27', counted: [], skipped: [] });
    expect(explainClock({ ...old, ends: null, missingYear: 2026 }, [])).toMatchObject({ ends: null, counted: [] });
  });
});

describe('a letter that merely was sent', () => {
  const settings: LadderSettings = [
    { from: '2026-05-01', step: 'DEEMED_RECEIPT', clock: { kind: 'WORKING_DAYS', days: 3 } },
  ];

  it('counts as received by a dated rule alone, which is off by itself', () => {
    expect(deemedReceipt('2026-06-02', TODAY)).toBeNull();
    expect(deemedReceipt('2026-06-02', { ...TODAY, settings })).toBe('2026-06-05');
    expect(deemedReceipt('2026-04-30', { ...TODAY, settings })).toBeNull();
  });
});

describe('a decree that was loaded or amended', () => {
  const amended = {
    ...decree2026,
    basis: 'SKB perubahan',
    collectiveLeave: [...decree2026.collectiveLeave, '2026-03-27'],
  };
  const decrees = [decree2026, amended];

  function warned(): Case {
    const inspected = take(aCase(), 'INSPECTION', '2026-02-02');
    return take(inspected, 'TEGURAN_I', '2026-03-06', receivedOn('2026-03-09'));
  }

  it('yields the running clocks that end on another day', () => {
    expect(clockChanges([warned()], decrees)).toEqual([
      {
        case: 1,
        entry: warned().steps.at(-1)?.entry,
        step: 'TEGURAN_I',
        from: '2026-03-30',
        to: '2026-03-31',
        missingYear: null,
      },
    ]);
    expect(clockChanges([warned()], [decree2026])).toEqual([]);
  });

  it('gives a date to what waited for the decree of its year', () => {
    const late = { ...TODAY, settings: [] };
    const clock = clockFor('TEGURAN_I', { ...NONE, on: '2026-12-21', receivedOn: '2026-12-23' }, late);
    const step = warned().steps.at(-1);
    if (!step || !clock) throw new Error('no step');
    const waiting = { id: 1, steps: [{ ...step, clock: { ...clock, state: 'RUNNING' as const } }] };
    const decree2027 = { year: 2027, basis: 'SKB 2027', national: ['2027-01-01'], collectiveLeave: [] };
    expect(clockChanges([waiting], [decree2026, decree2027])[0]).toMatchObject({ from: null, to: '2027-01-11' });
  });

  it('moves nothing by itself: a person accepts it, and only who may', () => {
    const changes = clockChanges([warned()], decrees);
    expect(acceptChanges(changes, amended, DISNAKER)).toMatchObject({ code: 'ROLE_NOT_ALLOWED' });
    expect(acceptChanges([], amended, LEAD)).toMatchObject({ code: 'NOTHING_TO_CHANGE' });
    const moved = fold([orThrow(acceptChanges(changes, amended, BPJS_HEAD))], warned());
    expect(moved.steps.at(-1)?.clock).toMatchObject({ ends: '2026-03-31', state: 'RUNNING' });
  });

  it('is accepted once: counted again, it changes nothing', () => {
    const moved = fold([orThrow(acceptChanges(clockChanges([warned()], decrees), amended, LEAD))], warned());
    expect(clockChanges([moved], decrees)).toEqual([]);
  });

  it('never moves what has fired or stopped, even where an acceptance names it', () => {
    const one = warned();
    const entry = one.steps.at(-1)?.entry ?? '';
    const fired = fold(
      [
        {
          type: 'DeadlineFired',
          data: { case: 1, entry, step: 'TEGURAN_I', ended: '2026-03-30', proposes: ['TEGURAN_II'] },
          text: null,
        },
      ],
      one,
    );
    const stopped = take(one, 'TEGURAN_II', '2026-03-31', receivedOn('2026-03-31'));
    expect(clockChanges([fired], decrees)).toEqual([]);
    expect(clockChanges([stopped], decrees).map((change) => change.step)).toEqual([]);
    const move = {
      type: 'DeadlinesMoved',
      data: { year: 2026, basis: 'x', moves: [{ case: 1, entry, from: '2026-03-30', to: '2026-04-30' }] },
      text: null,
    } as const;
    expect(caseAfter(fired, happening(move))?.steps.at(-1)?.clock?.ends).toBe('2026-03-30');
  });

  it('is counted the same however often and in whatever order', () => {
    const someCases = fc.array(
      fc.record({ id: fc.nat(50), received: fc.nat(330), days: fc.integer({ min: 1, max: 10 }), leave: fc.nat(360) }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(someCases, fc.nat(360), (rows, off) => {
        const cases = rows.map(({ id, received, days }) => running(id, addDays('2026-01-01', received), days));
        const changed = { ...decree2026, collectiveLeave: [...decree2026.collectiveLeave, addDays('2026-01-01', off)] };
        const changes = clockChanges(cases, [decree2026, changed]);
        expect(clockChanges(cases, [decree2026, changed])).toEqual(changes);
        expect(new Set(clockChanges([...cases].reverse(), [decree2026, changed]))).toEqual(new Set(changes));
        const after = cases.map((theCase) => ({
          ...theCase,
          steps: theCase.steps.map((step) => {
            const change = changes.find((one) => one.entry === step.entry);
            return change && step.clock
              ? { ...step, clock: { ...step.clock, ends: change.to, missingYear: change.missingYear } }
              : step;
          }),
        }));
        expect(clockChanges(after, [decree2026, changed])).toEqual([]);
      }),
    );
  });

  function running(id: number, received: string, days: number): Pick<Case, 'id' | 'steps'> {
    const settings: LadderSettings = [{ from: '2026-01-01', step: 'TEGURAN_I', clock: { kind: 'WORKING_DAYS', days } }];
    const clock = clockFor('TEGURAN_I', { ...NONE, on: received, receivedOn: received }, { ...TODAY, settings });
    const step = warned().steps.at(-1);
    if (!step || !clock) throw new Error('no step');
    return { id, steps: [{ ...step, entry: `${id}/${received}/${days}`, clock: { ...clock, state: 'RUNNING' } }] };
  }
});

describe('whatever the dates', () => {
  it('a clock ends on or after the day it starts, or not at all', () => {
    const day = fc.nat(360).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), day, fc.nat(60), (step, from, later) => {
        const dates = { on: from, receivedOn: from, previousEnds: from, promisedOn: addDays(from, later) };
        const clock = clockFor(step, dates, TODAY);
        if (clock?.ends) expect(clock.ends >= clock.from).toBe(true);
        if (clock) expect(clock.ends === null).toBe(clock.missingYear !== null);
      }),
    );
  });
});
