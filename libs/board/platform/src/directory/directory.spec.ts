import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BoardApi } from '../api/board-api';
import { SessionStore } from '../session/session-store';
import { Directory } from './directory';

const DECREE = { year: 2026, basis: 'SKB 1497/2025', national: ['2026-12-25'], collectiveLeave: [] };
const BOOK = {
  region: { code: '35.05', name: 'Kabupaten Contoh', example: true },
  agencies: [],
  people: [{ id: 1, name: 'Siti', agency: 1 }],
  areas: [],
  campaigns: [],
  decrees: [DECREE],
};

async function directoryFor(...actions: readonly string[]) {
  const asked: string[] = [];
  const answer = (what: string, value: unknown) => (): Promise<unknown> => {
    asked.push(what);
    return Promise.resolve({ ok: true, value });
  };
  TestBed.configureTestingModule({
    providers: [
      {
        provide: BoardApi,
        useValue: { directory: answer('directory', BOOK), decrees: answer('decrees', [DECREE]) },
      },
      {
        provide: SessionStore,
        useValue: { region: signal('35.05'), can: (action: string) => actions.includes(action) },
      },
    ],
  });
  const directory = TestBed.inject(Directory);
  TestBed.tick();
  await new Promise((go) => setTimeout(go));
  return { directory, asked };
}

describe('the names around the table', () => {
  it('come with the days off for who reads the board, also where he reads dossiers', async () => {
    const { directory, asked } = await directoryFor('board.read', 'dossier.read');
    expect([asked, directory.decrees(), directory.people().length]).toEqual([['directory'], [DECREE], 1]);
  });

  it('stay away from who reads dossiers only: he is told the days off', async () => {
    const { directory, asked } = await directoryFor('dossier.read');
    expect([asked, directory.decrees(), directory.loaded()]).toEqual([['decrees'], [DECREE], false]);
  });

  it('are not asked for by anybody else', async () => {
    const { directory, asked } = await directoryFor('counter.check');
    expect([asked, directory.decrees()]).toEqual([[], []]);
  });
});
