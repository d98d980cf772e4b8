import * as fc from 'fast-check';
import type { BoardEvent } from './events';
import { TODAY, aTask, accepted, created, fold, verdict } from './examples';
import { type Correction, type Entry, type Report, correctReport, recordReport } from './record-report';
import { TASK_STATUSES } from './task';

const [FIRST, SECOND, THIRD] = [uuid(1), uuid(2), uuid(3)];

describe('reports of an agency', () => {
  it('+300, +250 and a correction of −20 that names the second make 530 of 1,200', () => {
    let board = fold([created(118)]);
    const task = () => board.tasks.get(118) ?? aTask();
    const book = (event: BoardEvent): void => {
      board = fold([event], board);
    };
    book(accepted(recordReport(task(), report({ entry: FIRST, delta: 300 }), TODAY)));
    book(accepted(recordReport(task(), report({ entry: SECOND, delta: 250 }), TODAY)));
    const event = accepted(correctReport(task(), correction({ entry: THIRD, corrects: SECOND }), entry(250)));
    book(event);
    expect(event.data).toMatchObject({ corrects: SECOND, delta: -20 });
    expect(task()).toMatchObject({ reported: 530, target: 1200, status: 'IN_PROGRESS', lastReportDelta: 250 });
  });

  it('carry approached and rejected beside the measure, and may consist of them alone', () => {
    expect(accepted(recordReport(aTask(), report({ delta: 0, reached: 40, rejected: 3 }), TODAY)).data).toMatchObject({
      delta: 0,
      reached: 40,
      rejected: 3,
    });
  });

  it.each([
    ['nothing at all', { delta: 0 }, 'REPORT_EMPTY'],
    ['a negative number', { delta: -1 }, 'REPORT_NEGATIVE'],
    ['a negative counter', { reached: -1 }, 'QUANTITY_INVALID'],
    ['a fraction', { delta: 0.5 }, 'QUANTITY_INVALID'],
    ['no number', { delta: Number.NaN }, 'QUANTITY_INVALID'],
    ['infinity', { delta: Number.POSITIVE_INFINITY }, 'QUANTITY_INVALID'],
    ['more than ten times the country', { delta: 10_000_001 }, 'QUANTITY_TOO_LARGE'],
    ['a day that does not exist', { on: '2026-02-30' }, 'DATE_INVALID'],
    ['tomorrow', { on: '2026-11-17' }, 'REPORT_DATE_IN_FUTURE'],
    ['a note that turns the writing', { note: 'abc\u202Edef' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a note without end', { note: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
  ])('with %s are refused', (_, changes, code) => {
    expect(verdict(recordReport(aTask(), report(changes), TODAY))).toBe(code);
  });

  it('are taken while the task is open and handed out', () => {
    const refused = TASK_STATUSES.filter(
      (status) => verdict(recordReport(aTask({ status }), report(), TODAY)) !== 'accepted',
    );
    expect(refused).toEqual(['DRAFT', 'DONE', 'TRANSFERRED', 'CANCELLED']);
  });

  it('may exceed the target: what was done is not hidden', () => {
    expect(verdict(recordReport(aTask({ target: 10 }), report({ delta: 11 }), TODAY))).toBe('accepted');
  });

  it('of rupiah may be as large as the budget of a province', () => {
    expect(verdict(recordReport(aTask({ unit: 'rupiah' }), report({ delta: 12_600_000_000 }), TODAY))).toBe('accepted');
  });
});

describe('a correction', () => {
  const task = aTask({ reported: 550, reached: 10 });

  it.each([
    ['an entry that the task does not have', correction(), undefined, 'CORRECTION_TARGET_UNKNOWN'],
    ['the same direction as the entry', correction({ delta: 20 }), entry(250), 'CORRECTION_WRONG_SIGN'],
    ['more than the entry', correction({ delta: -251 }), entry(250), 'CORRECTION_TOO_LARGE'],
    ['more than earlier corrections left', correction({ delta: -31 }), entry(250, -220), 'CORRECTION_TOO_LARGE'],
    ['a counter that the entry does not have', correction({ reached: -1 }), entry(250), 'CORRECTION_TOO_LARGE'],
    ['nothing', correction({ delta: 0 }), entry(250), 'REPORT_EMPTY'],
    ['a fraction', correction({ delta: -0.5 }), entry(250), 'QUANTITY_INVALID'],
    ['no reason', correction({ note: '  ' }), entry(250), 'REASON_REQUIRED'],
  ])('with %s is refused', (_, it_, corrected, code) => {
    expect(verdict(correctReport(task, it_, corrected))).toBe(code);
  });

  it('never brings a total below zero, whatever the books say', () => {
    expect(verdict(correctReport(aTask({ reported: 10 }), correction(), entry(250)))).toBe('TOTAL_BELOW_ZERO');
  });

  it('may take back exactly what is left', () => {
    expect(verdict(correctReport(task, correction({ delta: -30 }), entry(250, -220)))).toBe('accepted');
  });

  it('is not booked on a task that has ended', () => {
    expect(verdict(correctReport(aTask({ status: 'DONE', reported: 550 }), correction(), entry(250)))).toBe(
      'TASK_CLOSED',
    );
  });
});

it('any sequence of reports and corrections leaves the sum of the accepted entries, never below zero', () => {
  const step = fc.record({ delta: fc.integer({ min: -400, max: 400 }), at: fc.nat(20) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let board = fold([created(1)]);
      const entries: { delta: number; corrected: number }[] = [];
      let sum = 0;
      for (const { delta, at } of steps) {
        const task = board.tasks.get(1) ?? aTask();
        const named = entries[at];
        const answer =
          delta >= 0
            ? recordReport(task, report({ delta }), TODAY)
            : correctReport(task, correction({ delta }), named && entry(named.delta, named.corrected));
        if (verdict(answer) !== 'accepted') continue;
        if (delta >= 0) entries.push({ delta, corrected: 0 });
        else if (named) named.corrected += delta;
        board = fold([accepted(answer)], board);
        sum += delta;
        expect(board.tasks.get(1)?.reported).toBe(sum);
        expect(sum).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

function report(changes: Partial<Report> = {}): Report {
  return { entry: FIRST, delta: 40, reached: 0, rejected: 0, on: TODAY, note: '', ...changes };
}

function correction(changes: Partial<Correction> = {}): Correction {
  return { entry: THIRD, corrects: SECOND, delta: -20, reached: 0, rejected: 0, note: 'tercatat dua kali', ...changes };
}

function entry(delta: number, corrected = 0): Entry {
  return { entry: SECOND, delta, reached: 0, rejected: 0, corrected: { delta: corrected, reached: 0, rejected: 0 } };
}

function uuid(last: number): string {
  return `0193a1b2-c3d4-7e5f-8a9b-00000000000${last}`;
}
