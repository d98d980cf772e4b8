import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SessionStore } from '@papan/board-platform';
import { OwnViews } from './own-views';

function ownViews() {
  const membership = signal<{ region: string; person: number } | null>({ region: '35.05', person: 3 });
  TestBed.configureTestingModule({ providers: [{ provide: SessionStore, useValue: { membership } }] });
  const views = TestBed.inject(OwnViews);
  const names = (): readonly string[] => views.all().map(({ name }) => name);
  return { views, names, membership };
}

describe('the views that somebody has saved', () => {
  beforeEach(() => localStorage.clear());

  it('are kept by name in this browser, with the filters of their address', () => {
    ownViews().views.save({ name: 'Garum terlambat', address: { kecamatan: '35.05.10', tampilan: 'telat' } });
    TestBed.resetTestingModule();
    expect(ownViews().views.all()).toEqual([
      { name: 'Garum terlambat', address: { kecamatan: '35.05.10', tampilan: 'telat' } },
    ]);
  });

  it('replace the one of the same name, and can be removed', () => {
    const { views, names } = ownViews();
    views.save({ name: 'Satu', address: { urut: 'nama' } });
    views.save({ name: 'Dua', address: {} });
    views.save({ name: 'Satu', address: { urut: 'terbaru' } });
    expect(views.all()).toEqual([
      { name: 'Dua', address: {} },
      { name: 'Satu', address: { urut: 'terbaru' } },
    ]);
    views.remove('Dua');
    expect(names()).toEqual(['Satu']);
  });

  it('are those of the person at the desk, and of his region', () => {
    const { views, names, membership } = ownViews();
    views.save({ name: 'Punya tiga', address: {} });
    membership.set({ region: '35.05', person: 4 });
    expect(names()).toEqual([]);
    membership.set({ region: '35.72', person: 3 });
    expect(names()).toEqual([]);
    membership.set({ region: '35.05', person: 3 });
    expect(names()).toEqual(['Punya tiga']);
  });

  it('crowd nobody: the oldest gives way', () => {
    const { views, names } = ownViews();
    for (let nth = 1; nth <= 14; nth += 1) views.save({ name: `Tampilan ${nth}`, address: {} });
    expect([names().length, names()[0], names().at(-1)]).toEqual([12, 'Tampilan 3', 'Tampilan 14']);
  });

  it.each(['{', '"x"', '[1, {"name": 2}]'])('are none where the storage holds %p', (kept) => {
    localStorage.setItem('papan.caseViews/35.05/3', kept);
    expect(ownViews().views.all()).toEqual([]);
  });
});
