import * as fc from 'fast-check';
import {
  BPJS,
  DINKES,
  DISDIK,
  KEJARI,
  REGION,
  SETDA,
  aPlan,
  aTask,
  accepted,
  created,
  fold,
  verdict,
} from './examples';
import { editTask, isEditConflict, planTask } from './plan-task';
import { EDITABLE_FIELDS, type Segment, type TaskPlan, type Unit } from './task';

describe('a new task', () => {
  it('goes to an agency with a target in people, a due date and the evidence wanted', () => {
    const event = accepted(planTask(118, aPlan(), REGION));
    expect(event).toMatchObject({
      type: 'TaskCreated',
      data: { task: 118, agency: DISDIK.id, status: 'ASSIGNED', target: 1200, due: '2026-12-15' },
      text: { title: 'Daftarkan 1.200 guru tidak tetap' },
    });
    expect(JSON.stringify(event.data)).not.toContain('guru');
  });

  it('can be kept as a draft', () => {
    expect(accepted(planTask(1, aPlan({ draft: true }), REGION)).data.status).toBe('DRAFT');
  });

  it('can go to the lead and to the secretariat', () => {
    expect(verdict(planTask(1, aPlan({ agency: DINKES.id }), REGION))).toBe('accepted');
    expect(verdict(planTask(1, aPlan({ agency: SETDA.id }), REGION))).toBe('accepted');
  });

  it.each([
    ['BPJS Kesehatan', { agency: BPJS.id }, 'PARTNER_NOT_INSTRUCTABLE'],
    ['the Kejaksaan', { agency: KEJARI.id }, 'PARTNER_NOT_INSTRUCTABLE'],
    ['nobody', { agency: 99 }, 'AGENCY_UNKNOWN'],
  ])('for %s is refused', (_, changes, code) => {
    expect(verdict(planTask(1, aPlan(changes), REGION))).toBe(code);
  });

  it.each([
    ['no title', { title: ' \t ' }, 'TEXT_EMPTY'],
    ['a title of 161 characters', { title: 'x'.repeat(161) }, 'TEXT_TOO_LONG'],
    ['a title that turns the writing', { title: 'Daftar \u202Eisadbup' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a title with an Arabic letter mark', { title: 'Daftar\u061Ckan' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a title with an invisible blank', { title: 'Daftar\u200Bkan' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a title with a null character', { title: 'Daftar\u0000kan' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a title with half a character', { title: 'Daftar\uD83D' }, 'TEXT_FORBIDDEN_CHARACTER'],
    ['a description without end', { description: 'x'.repeat(2001) }, 'TEXT_TOO_LONG'],
    ['a target of nothing', { target: 0 }, 'QUANTITY_INVALID'],
    ['a negative target', { target: -1200 }, 'QUANTITY_INVALID'],
    ['a target with a fraction', { target: 1200.5 }, 'QUANTITY_INVALID'],
    ['a target that is no number', { target: Number.NaN }, 'QUANTITY_INVALID'],
    ['an infinite target', { target: Number.POSITIVE_INFINITY }, 'QUANTITY_INVALID'],
    ['an enormous target', { target: 10_000_001 }, 'QUANTITY_TOO_LARGE'],
    ['a unit that nobody counts', { unit: 'likes' as Unit }, 'UNIT_UNKNOWN'],
    ['a segment that does not exist', { segment: 'VIP' as Segment }, 'SEGMENT_UNKNOWN'],
    ['a village of another region', { area: '35.72.01' }, 'AREA_UNKNOWN'],
    ['a campaign that does not exist', { campaign: 9 }, 'CAMPAIGN_UNKNOWN'],
    ['a campaign that is closed', { campaign: 2 }, 'CAMPAIGN_CLOSED'],
    ['a due date before its start', { due: '2026-11-01' }, 'DUE_BEFORE_START'],
    ['a due date after the campaign', { due: '2027-01-01' }, 'DUE_AFTER_CAMPAIGN'],
    ['a due date that does not exist', { due: '2026-11-31' }, 'DATE_INVALID'],
    ['a start that does not exist', { start: 'soon' }, 'DATE_INVALID'],
    [
      'the lead as the only one who knows',
      { agency: DINKES.id, visibility: 'agency' as const },
      'TASK_RESTRICTED_UNVERIFIABLE',
    ],
  ])('with %s is refused', (_, changes, code) => {
    expect(verdict(planTask(1, aPlan(changes), REGION))).toBe(code);
  });

  it('may be due on its first day, and on the last day of the campaign', () => {
    expect(verdict(planTask(1, aPlan({ due: '2026-11-02' }), REGION))).toBe('accepted');
    expect(verdict(planTask(1, aPlan({ due: '2026-12-31' }), REGION))).toBe('accepted');
  });

  it.each([
    '=SUM(A1:A9)',
    '<script>alert(1)</script>',
    "'; DROP TABLE task; --",
    '{{constructor}}',
    'dr. Hj. Siti, M.Kes. 👩‍⚕',
  ])('takes %s as the plain text that it is', (title) => {
    const answer = planTask(1, aPlan({ title }), REGION);
    if (title.includes('\u200D')) expect(verdict(answer)).toBe('TEXT_FORBIDDEN_CHARACTER');
    else expect(accepted(answer).text).toMatchObject({ title });
  });

  it('trims its texts and writes accents in one way', () => {
    expect(accepted(planTask(1, aPlan({ title: '  Cafe\u0301 ' }), REGION)).text?.title).toBe('Caf\u00E9');
  });

  it('is refused or whole, whatever is typed', () => {
    const typed = fc.record({
      title: fc.string({ unit: 'binary' }),
      target: fc.oneof(fc.double(), fc.integer()),
      due: fc.oneof(fc.string(), fc.constant('2026-12-15')),
    });
    fc.assert(
      fc.property(typed, (changes) => {
        const answer = planTask(1, aPlan(changes), REGION);
        if (verdict(answer) !== 'accepted') return;
        const { data, text } = accepted(answer);
        expect(data.target).toBeGreaterThan(0);
        expect(Number.isSafeInteger(data.target)).toBe(true);
        expect(text?.title.trim()).not.toBe('');
        expect(data.due).toBe('2026-12-15');
      }),
    );
  });
});

describe('an edit', () => {
  it('writes only the fields that differ, texts apart from facts', () => {
    const event = editTask(aTask(), 5, { title: 'Judul baru', target: 1300, unit: 'people' }, REGION);
    expect(event).toEqual({
      type: 'TaskEdited',
      data: { task: 118, fields: ['title', 'target'], changes: { target: 1300 } },
      text: { title: 'Judul baru' },
    });
  });

  it('of another field than the one changed meanwhile is merged', () => {
    const task = aTask({ version: 7, fieldVersions: { target: 6, title: 7 } });
    expect(editTask(task, 5, { due: '2026-12-20' }, REGION)).toMatchObject({ data: { fields: ['due'] } });
  });

  it('of the same field answers with both values, and writes none', () => {
    const task = aTask({ target: 1100, version: 6, fieldVersions: { target: 6 } });
    const answer = editTask(task, 5, { target: 1300, title: 'Judul baru' }, REGION);
    expect(answer).toEqual({ conflicts: [{ field: 'target', theirs: 1100, yours: 1300 }] });
    expect(isEditConflict(answer)).toBe(true);
  });

  it('to the value that the other one wrote is no conflict, and nothing to change', () => {
    const task = aTask({ target: 1300, version: 6, fieldVersions: { target: 6 } });
    expect(verdict(editTask(task, 5, { target: 1300 }, REGION))).toBe('NOTHING_TO_CHANGE');
  });

  it('made on what stands now is never a conflict', () => {
    const task = aTask({ version: 6, fieldVersions: { target: 6 } });
    expect(verdict(editTask(task, 6, { target: 1300 }, REGION))).toBe('accepted');
  });

  it('of a version that never was is refused', () => {
    for (const seen of [0, -1, 6, Number.NaN]) {
      expect(verdict(editTask(aTask(), seen, { target: 1300 }, REGION))).toBe('VERSION_UNKNOWN');
    }
  });

  it('cannot bring the target below the work on record, nor change what was counted', () => {
    const task = aTask({ reported: 530, registered: 600 });
    expect(verdict(editTask(task, 5, { target: 599 }, REGION))).toBe('TARGET_BELOW_WORK');
    expect(verdict(editTask(task, 5, { target: 600 }, REGION))).toBe('accepted');
    for (const counted of [{ reported: 1 }, { registered: 1 }, { active: 1 }]) {
      expect(verdict(editTask(aTask(counted), 5, { unit: 'workers' }, REGION))).toBe('TARGET_BELOW_WORK');
    }
  });

  it('is held to the same rules as a new task', () => {
    expect(verdict(editTask(aTask(), 5, { due: '2026-11-01' }, REGION))).toBe('DUE_BEFORE_START');
    expect(verdict(editTask(aTask(), 5, { title: '' }, REGION))).toBe('TEXT_EMPTY');
    expect(verdict(editTask(aTask({ status: 'DONE' }), 5, { title: 'x' }, REGION))).toBe('TASK_CLOSED');
    expect(verdict(editTask(aTask({ campaign: 2 }), 5, { title: 'x' }, REGION))).toBe('CAMPAIGN_CLOSED');
  });

  it('can empty what may be empty', () => {
    expect(editTask(aTask(), 5, { segment: null, start: null }, REGION)).toMatchObject({
      data: { changes: { segment: null, start: null } },
    });
  });

  it('of the due date is counted each time, so that moving it stays visible', () => {
    let board = fold([created(118)]);
    for (const due of ['2026-12-18', '2026-12-20', '2026-12-31']) {
      const task = board.tasks.get(118) ?? aTask();
      const answer = editTask(task, task.version, { due }, REGION);
      if (isEditConflict(answer)) throw new Error('no conflict was expected');
      board = fold([accepted(answer)], board);
    }
    expect(board.tasks.get(118)).toMatchObject({ due: '2026-12-31', dueChanges: 3, version: 4 });
  });

  it('by two people who saw the same: both are kept where the fields differ, else the second sees both values', () => {
    const field = fc.constantFrom(...EDITABLE_FIELDS);
    fc.assert(
      fc.property(field, field, (first, second) => {
        const before = fold([created(118)]);
        const seen = 1;
        const one = editTask(before.tasks.get(118) ?? aTask(), seen, { [first]: VALUES[first][0] }, REGION);
        if (isEditConflict(one)) throw new Error('the first edit never conflicts');
        const between = fold([accepted(one)], before);
        const two = editTask(between.tasks.get(118) ?? aTask(), seen, { [second]: VALUES[second][1] }, REGION);
        if (first === second) {
          expect(two).toEqual({ conflicts: [{ field: first, theirs: VALUES[first][0], yours: VALUES[first][1] }] });
          return;
        }
        if (isEditConflict(two)) throw new Error('different fields never conflict');
        const after = fold([accepted(two)], between).tasks.get(118);
        expect(after).toMatchObject({ [first]: VALUES[first][0], [second]: VALUES[second][1] });
      }),
    );
  });
});

/** Two new values for each field. */
const VALUES: { readonly [Field in keyof TaskPlan]: readonly [TaskPlan[Field], TaskPlan[Field]] } = {
  title: ['Judul satu', 'Judul dua'],
  description: ['Uraian satu', 'Uraian dua'],
  evidence: ['Bukti satu', 'Bukti dua'],
  unit: ['workers', 'villages'],
  segment: ['PBI_JK', 'BP'],
  area: ['35.05.10', '35.05.10.1008'],
  target: [900, 800],
  start: ['2026-11-03', '2026-11-04'],
  due: ['2026-12-20', '2026-12-21'],
};
