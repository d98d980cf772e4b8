import { makeDraft } from './drafts';

describe('what was typed', () => {
  beforeEach(() => sessionStorage.clear());

  it('is found again by the next page of the same tab', () => {
    makeDraft('papan.draft/35.05/7/118/report').set('delta', '86');
    expect(makeDraft('papan.draft/35.05/7/118/report').get('delta')).toBe('86');
  });

  it('is not found by another person at the same desk', () => {
    makeDraft('papan.draft/35.05/7/118/report').set('delta', '86');
    expect(makeDraft('papan.draft/35.05/8/118/report').dirty()).toBe(false);
  });

  it('gives way to a proposal only where nothing was typed, also where it was emptied', () => {
    const draft = makeDraft('x');
    expect(draft.get('registered', '49')).toBe('49');
    draft.set('registered', '');
    expect(draft.get('registered', '49')).toBe('');
  });

  it('is gone once it was sent', () => {
    const draft = makeDraft('x');
    draft.set('delta', '86');
    draft.clear();
    expect(sessionStorage.length).toBe(0);
  });

  it('lives as long as the page where storage is blocked or damaged', () => {
    sessionStorage.setItem('x', 'not json');
    expect(makeDraft('x').get('delta')).toBe('');
    const draft = makeDraft('y', null);
    draft.set('delta', '1');
    expect(draft.get('delta')).toBe('1');
  });
});
