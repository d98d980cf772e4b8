import type { EmployerPlan } from './check-employer';
import { editEmployer, isEmployerConflict } from './edit-employer';
import { A_PLAN, KNOWN, anEmployer, codeOf } from './examples';
import { keepEmployersApart, mergeEmployers } from './merge-employers';
import { recordEmployer } from './record-employer';

const record = (over: Partial<EmployerPlan> = {}) => recordEmployer(7, { ...A_PLAN, source: 'MANUAL', ...over }, KNOWN);

describe('a new employer', () => {
  it('is recorded with its place and workers; its words stay out of what is hashed', () => {
    const event = record({ nib: '1234-5678-90123', npwp: '01.234.567.8-901.000' });
    expect(event).toMatchObject({
      type: 'EmployerRecorded',
      data: { employer: 7, district: '35.05.10', village: '35.05.10.2001', estimated: 40, registered: 12 },
      text: { name: 'PT Contoh Makmur Sentosa', nib: '1234567890123', npwp: '012345678901000' },
    });
    expect(JSON.stringify((event as { data: unknown }).data)).not.toMatch(/Contoh|1234567890123|Melati/);
  });

  it('brings its district with its village', () => {
    expect(record({ district: null })).toMatchObject({ data: { district: '35.05.10' } });
  });

  it.each<[string, Partial<EmployerPlan>, string]>([
    ['without a name', { name: '  ' }, 'TEXT_EMPTY'],
    ['with a name without end', { name: 'x'.repeat(161) }, 'TEXT_TOO_LONG'],
    ['with a short NIB', { nib: '123' }, 'NIB_INVALID'],
    ['with a wrong NPWP', { npwp: '123' }, 'NPWP_INVALID'],
    ['with a wrong code', { npp: '?' }, 'NPP_INVALID'],
    ['in a district of elsewhere', { district: '35.72.01', village: null }, 'AREA_UNKNOWN'],
    ['in a village that is a district', { village: '35.05.11' }, 'AREA_UNKNOWN'],
    ['in a village of another district', { district: '35.05.11' }, 'VILLAGE_OUTSIDE_DISTRICT'],
    ['with fewer than no workers', { estimated: -1 }, 'QUANTITY_INVALID'],
    ['with half a worker', { registered: 1.5 }, 'QUANTITY_INVALID'],
  ])('is refused %s', (_, over, code) => {
    expect(codeOf(record(over))).toBe(code);
  });

  it('may have more registered workers than were estimated', () => {
    expect(codeOf(record({ estimated: 3, registered: 9 }))).toBe('accepted');
  });
});

describe('a correction', () => {
  const edit = (edits: Partial<EmployerPlan>, seen = 3, versions = {}) =>
    editEmployer(anEmployer(), versions, seen, edits, KNOWN);

  it('names the fields; facts are hashed and words are not', () => {
    expect(edit({ name: 'PT Contoh Baru', estimated: 50 })).toEqual({
      type: 'EmployerChanged',
      data: { employer: 7, fields: ['name', 'estimated'], estimated: 50 },
      text: { name: 'PT Contoh Baru' },
    });
  });

  it('can take a number away', () => {
    expect(edit({ npwp: null })).toMatchObject({ data: { fields: ['npwp'] }, text: { npwp: null } });
  });

  it('of the district leaves the old village behind', () => {
    expect(edit({ district: '35.05.11' })).toMatchObject({
      data: { fields: ['district', 'village'], district: '35.05.11', village: null },
    });
  });

  it('that says what stands there already changes nothing', () => {
    expect(codeOf(edit({ nib: '1234 5678 90123' }))).toBe('NOTHING_TO_CHANGE');
  });

  it('merges with what somebody else changed elsewhere, and shows both values where not', () => {
    expect(codeOf(edit({ name: 'PT Contoh Baru' }, 2, { address: 3 }))).toBe('accepted');
    const conflict = edit({ name: 'PT Contoh Baru' }, 2, { name: 3 });
    expect(isEmployerConflict(conflict) && conflict.conflicts).toEqual([
      { field: 'name', theirs: 'PT Contoh Makmur Sentosa', yours: 'PT Contoh Baru' },
    ]);
  });

  it.each([0, 4, 1.5])('of a version %d that never was is refused', (seen) => {
    expect(codeOf(edit({ name: 'PT Contoh Baru' }, seen))).toBe('VERSION_UNKNOWN');
  });

  it('of an entry that was merged is made where it leads', () => {
    const merged = anEmployer({ mergedInto: 9 });
    expect(editEmployer(merged, {}, 3, { name: 'X' }, KNOWN)).toMatchObject({
      code: 'EMPLOYER_MERGED',
      params: { into: 9 },
    });
  });
});

describe('two entries that look alike', () => {
  const [seven, nine] = [anEmployer(), anEmployer({ id: 9 })];

  it('are made one, and the double leads to the other', () => {
    expect(mergeEmployers(nine, seven, null)).toEqual({
      type: 'EmployersMerged',
      data: { employer: 9, into: 7 },
      text: null,
    });
  });

  it('are not made one while the double has an open case', () => {
    expect(mergeEmployers(nine, seven, 12)).toMatchObject({ code: 'EMPLOYER_HAS_CASE', params: { case: 12 } });
  });

  it('are kept apart, whichever is named first', () => {
    expect(keepEmployersApart(nine, seven)).toEqual(keepEmployersApart(seven, nine));
    expect(keepEmployersApart(nine, seven)).toMatchObject({ data: { employer: 7, other: 9 } });
  });

  it('have to be two, and both still there', () => {
    expect(codeOf(mergeEmployers(seven, seven, null))).toBe('EMPLOYER_SAME');
    expect(codeOf(keepEmployersApart(seven, seven))).toBe('EMPLOYER_SAME');
    expect(codeOf(mergeEmployers(anEmployer({ mergedInto: 3 }), nine, null))).toBe('EMPLOYER_MERGED');
    expect(codeOf(keepEmployersApart(nine, anEmployer({ mergedInto: 3 })))).toBe('EMPLOYER_MERGED');
  });
});
