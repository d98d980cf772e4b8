import { makeDraft } from '@papan/board-platform';
import type { FigureFileView } from '@papan/contracts';
import { chooseColumn, chooseProfile, chosenColumn, mapFiguresOf, toldOf } from './columns-draft';

const VIEW = {
  kind: 'MONTH',
  columns: [0, 1, 2, 3].map((column) => ({ column, heading: `K${column}`, samples: [] })),
  mapping: { code: 0, registered: 2 },
  told: null,
} as unknown as FigureFileView;

function typed() {
  const draft = makeDraft('test', null);
  draft.set('told.asOf', '2026-11-01');
  draft.set('told.source', 'Surat BPJS 1');
  return draft;
}

describe('which column is what, and what the file is', () => {
  it('is what was proposed until something is chosen', () => {
    expect(chosenColumn(typed(), VIEW, 'code')).toBe('0');
    expect(mapFiguresOf(typed(), VIEW)).toEqual({
      mapping: { code: 0, registered: 2 },
      ...{ asOf: '2026-11-01', semester: null, population: null, quota: null },
      ...{ source: 'Surat BPJS 1', example: false, profile: null },
    });
  });

  it('takes a column away from the field that had it, also from one of a segment', () => {
    const draft = typed();
    chooseColumn(draft, VIEW, 'registered.PBI_JK', '2');
    expect(mapFiguresOf(draft, VIEW)).toMatchObject({ mapping: { code: 0, 'registered.PBI_JK': 2 } });
  });

  it('is taken from a saved profile, without columns that this file has not', () => {
    const draft = typed();
    chooseProfile(draft, VIEW, { code: 1, active: 9 });
    draft.set('profile', ' Bulanan ');
    expect(mapFiguresOf(draft, VIEW)).toMatchObject({ mapping: { code: 1 }, profile: 'Bulanan' });
  });

  it('reads counts as people in Indonesia write them; what is left empty is not 0', () => {
    const draft = typed();
    draft.set('told.population', '1.252.242');
    expect(mapFiguresOf(draft, VIEW)).toMatchObject({ population: 1_252_242, quota: null });
    draft.set('told.quota', '12,5');
    expect(mapFiguresOf(draft, VIEW)).toMatchObject({ code: 'QUANTITY_INVALID', params: { field: 'quota' } });
  });

  it.each([
    ['MONTH', 'asOf'],
    ['MOVEMENTS', 'asOf'],
    ['POPULATION', 'semester'],
  ] as const)('%s: nothing is sent without %s', (kind, field) => {
    const draft = makeDraft('test', null);
    draft.set('told.source', 'Surat');
    expect(mapFiguresOf(draft, { ...VIEW, kind })).toMatchObject({ code: 'TEXT_EMPTY', params: { field } });
  });

  it('nothing is sent without a source', () => {
    const draft = makeDraft('test', null);
    draft.set('told.asOf', '2026-11-01');
    expect(mapFiguresOf(draft, VIEW)).toMatchObject({ code: 'TEXT_EMPTY', params: { field: 'source' } });
  });

  it('what was told before is proposed again', () => {
    const told = { asOf: '2026-10-01', source: 'Surat', example: true, population: null, quota: 5, semester: null };
    const view = { ...VIEW, told };
    expect(toldOf(makeDraft('x', null), view, 'asOf')).toBe('2026-10-01');
    expect(mapFiguresOf(makeDraft('x', null), view)).toMatchObject({ example: true, quota: 5, source: 'Surat' });
  });
});
