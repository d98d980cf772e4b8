import { Component, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Directory, LetterKeys, LiveStore, Preferences } from '@papan/board-platform';
import { show } from '../testing/answering-wire';
import { row } from '../testing/case';
import { CaseTable } from './case-table';
import { CasesStore } from './cases-store';
import { NOTHING_CHOSEN } from './selection';
import type { Selection } from './selection';

const ROWS = Array.from({ length: 200 }, (_, at) => row({ id: at + 1 }));

/** As the page holds it: the selection is the page's own. */
@Component({
  imports: [CaseTable],
  template: `
    <pp-case-table
      view="all"
      sort="next"
      [down]="false"
      [rows]="rows"
      [(selection)]="selection"
      (act)="acts.push($event)"
    />
  `,
})
class Page {
  readonly rows = ROWS;
  readonly selection = signal<Selection>(NOTHING_CHOSEN);
  readonly acts: unknown[] = [];
  readonly table = viewChild.required(CaseTable);
}

async function table() {
  const shown = await show(Page, {}, [
    { provide: LiveStore, useValue: { today: () => '2026-11-02' } },
    { provide: Preferences, useValue: { density: () => 'comfortable', flash: () => true } },
    { provide: CasesStore, useValue: { row: () => undefined, recent: () => () => undefined } },
    {
      provide: Directory,
      useValue: { area: () => undefined, agency: () => undefined, person: () => undefined, decrees: () => [] },
    },
  ]);
  const page = shown.fixture.componentInstance;
  const grid = shown.page.querySelector<HTMLElement>('[role=grid]');
  if (!grid) throw new Error('no table');
  grid.focus();
  const press = (key: string, more: KeyboardEventInit = {}, at: Element = grid): void => {
    at.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
  };
  const box = (id: number): HTMLInputElement => {
    const found = grid.querySelector<HTMLInputElement>(`[data-case="${id}"] input`);
    if (!found) throw new Error(`no row ${id}`);
    return found;
  };
  /** The row that the table names as its active one, if it is drawn. */
  const active = (): number =>
    Number(grid.querySelector(`#${grid.getAttribute('aria-activedescendant')}`)?.getAttribute('data-case'));
  const chosen = (): readonly number[] => [...page.selection().chosen].sort((a, b) => a - b);
  const letters = TestBed.inject(LetterKeys);
  return { ...shown, letters, host: page, grid, press, box, active, chosen };
}

const first = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('the table of cases', () => {
  beforeAll(() => {
    globalThis.ResizeObserver = class {
      observe = (): void => undefined;
      unobserve = (): void => undefined;
      disconnect = (): void => undefined;
    };
  });

  it('loses no row when Shift and the arrow are held faster than rows are drawn', async () => {
    const { press, chosen, active, settle } = await table();
    press('x');
    for (let nth = 2; nth <= 44; nth += 1) press('ArrowDown', { shiftKey: true });
    expect(chosen()).toEqual(first(44));
    await settle();
    expect(chosen()).toEqual(first(44));
    expect(active()).toBe(44);
  });

  it('walks faster than rows are drawn, there and back, and opens the row it stands on', async () => {
    const { press, host, settle, active } = await table();
    for (let nth = 0; nth < 90; nth += 1) press('j');
    for (let nth = 0; nth < 20; nth += 1) press('ArrowUp');
    press('Enter');
    expect(host.acts).toEqual([{ case: 71, action: 'open' }]);
    await settle();
    expect(active()).toBe(71);
    press('End');
    press('x');
    await settle();
    expect([active(), [...host.selection().chosen]]).toEqual([200, [200]]);
  });

  it('keeps the focus itself, also where a box in a row was pressed', async () => {
    const { box, grid, press, chosen, settle } = await table();
    box(3).focus();
    box(3).click();
    expect(document.activeElement).toBe(grid);
    press('ArrowDown', { shiftKey: true });
    press('ArrowDown', { shiftKey: true });
    await settle();
    expect(chosen()).toEqual([3, 4, 5]);
  });

  it('leaves the keys to the boxes and buttons above the rows', async () => {
    const { grid, press, chosen, host } = await table();
    const sort = grid.querySelector('.head button');
    if (!sort) throw new Error('no head');
    press('x', {}, sort);
    press('Enter', {}, sort);
    expect([chosen(), host.acts]).toEqual([[], []]);
  });

  it('leaves the letter after g to the way to another room', async () => {
    const { letters, press, host } = await table();
    letters.beginChord(new KeyboardEvent('keydown', { key: 'g' }));
    press('b');
    expect(host.acts).toEqual([]);
    letters.forgetChord();
    press('b');
    expect(host.acts).toEqual([{ case: 1, action: 'handover' }]);
  });
});
