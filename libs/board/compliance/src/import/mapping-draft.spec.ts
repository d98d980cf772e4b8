import { makeDraft } from '@papan/board-platform';
import type { ImportView } from '@papan/contracts';
import { chooseColumn, chooseProfile, chosenColumn, mappingOf } from './mapping-draft';

const VIEW = {
  source: 'BPJS',
  columns: [0, 1, 2].map((column) => ({ column, heading: `K${column}`, samples: [] })),
  mapping: { name: 0, npp: 1 },
  violation: null,
} as unknown as ImportView;

describe('which column is what', () => {
  const draft = () => makeDraft('test', null);

  it('is what was proposed until something is chosen', () => {
    const typed = draft();
    expect(chosenColumn(typed, VIEW, 'name')).toBe('0');
    expect(mappingOf(typed, VIEW)).toEqual({ mapping: { name: 0, npp: 1 }, violation: null, profile: null });
  });

  it('takes a column away from the field that had it', () => {
    const typed = draft();
    chooseColumn(typed, VIEW, 'nib', '1');
    expect(mappingOf(typed, VIEW).mapping).toEqual({ name: 0, nib: 1 });
  });

  it('can be nothing, for several fields', () => {
    const typed = draft();
    chooseColumn(typed, VIEW, 'name', '');
    chooseColumn(typed, VIEW, 'npp', '');
    expect(mappingOf(typed, VIEW).mapping).toEqual({});
  });

  it('is taken from a saved profile, without columns that this list has not', () => {
    const typed = draft();
    chooseProfile(typed, VIEW, { mapping: { name: 2, nib: 9 }, violation: 'ARREARS' });
    typed.set('profile', ' Bulanan ');
    expect(mappingOf(typed, VIEW)).toEqual({ mapping: { name: 2 }, violation: 'ARREARS', profile: 'Bulanan' });
  });
});
