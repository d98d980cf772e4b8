import { signal } from '@angular/core';
import type { WritableSignal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { LiveStore, SessionStore } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';
import { packCases } from '@papan/contracts';
import type { CaseList, CaseRow } from '@papan/contracts';
import type { ComplianceEvent, Happening } from '@papan/domain';
import { CasesApi } from '../api/cases-api';
import { happened, row } from '../testing/case';
import { CasesStore } from './cases-store';

const list = (...rows: readonly CaseRow[]): Result<CaseList> => ({
  ok: true,
  value: { through: 1, epoch: 1, ...packCases(rows) },
});
const taken = (id: number): Happening =>
  happened({ type: 'StepTaken', data: { case: id }, text: null } as unknown as ComplianceEvent);

/** A store whose server answers by hand, one question after the other. */
function aStore() {
  const asked: { readonly what: string; readonly answer: (result: Result<CaseList>) => void }[] = [];
  const ask = (what: string): Promise<Result<CaseList>> => new Promise((answer) => asked.push({ what, answer }));
  let tell: (happenings: readonly Happening[]) => void = () => undefined;
  const snapshots: WritableSignal<number> = signal(0);
  const actor = signal({ region: '35.05', person: 1, role: 'lead' });
  TestBed.configureTestingModule({
    providers: [
      { provide: CasesApi, useValue: { cases: () => ask('all'), changed: (ids: number[]) => ask(ids.join(',')) } },
      { provide: SessionStore, useValue: { actor } },
      {
        provide: LiveStore,
        useValue: {
          snapshots,
          status: () => 'LIVE',
          asOf: () => '2026-11-02T01:00:00.000Z',
          now: () => '2026-11-02T01:00:00.000Z',
          onHappenings: (listener: typeof tell) => {
            tell = listener;
            return () => undefined;
          },
        },
      },
    ],
  });
  const store = TestBed.inject(CasesStore);
  TestBed.tick();
  const settle = async (): Promise<void> => {
    await jest.advanceTimersByTimeAsync(200);
    TestBed.tick();
  };
  const answer = async (result: Result<CaseList>): Promise<void> => {
    asked.at(-1)?.answer(result);
    await settle();
  };
  return {
    store,
    asked: () => asked.map(({ what }) => what),
    answer,
    settle,
    hear: (...all: Happening[]) => tell(all),
    snapshots,
    actor,
  };
}

describe('the cases behind the list', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('are fetched once, and afterwards only the rows that something happened to', async () => {
    const { store, asked, answer, hear, settle } = aStore();
    await answer(list(row({ id: 1 }), row({ id: 2 })));
    expect([store.state(), store.rows().map(({ id }) => id)]).toEqual(['READY', [1, 2]]);
    hear(taken(2), taken(2));
    await settle();
    expect(asked()).toEqual(['all', '2']);
    await answer(list(row({ id: 2, version: 9 })));
    expect([store.row(1)?.version, store.row(2)?.version]).toEqual([1, 9]);
  });

  it('miss nothing that happened while the list was on its way', async () => {
    const { asked, answer, hear, settle } = aStore();
    hear(taken(2));
    await settle();
    expect(asked()).toEqual(['all']);
    await answer(list(row({ id: 2 })));
    expect(asked()).toEqual(['all', '2']);
  });

  it('leave out a row that is asked for and no longer told', async () => {
    const { store, answer, hear, settle } = aStore();
    await answer(list(row({ id: 1 }), row({ id: 2 })));
    hear(taken(2));
    await settle();
    await answer(list());
    expect(store.rows().map(({ id }) => id)).toEqual([1]);
  });

  it('mark for some seconds what others did, and not one’s own doing', async () => {
    const { store, answer, hear } = aStore();
    await answer(list(row({ id: 1 }), row({ id: 2 })));
    const own = { ...taken(1), by: { person: 1, agency: 1 } };
    hear(own, taken(2));
    expect([store.recent(1)(), store.recent(2)()?.event.type]).toEqual([undefined, 'StepTaken']);
    await jest.advanceTimersByTimeAsync(6_100);
    expect(store.recent(2)()).toBeUndefined();
  });

  it('are fetched anew when the board began again without telling what happened meanwhile', async () => {
    const { asked, answer, settle, snapshots } = aStore();
    await answer(list(row({ id: 1 })));
    snapshots.set(1);
    await settle();
    expect(asked()).toEqual(['all', 'all']);
  });

  it('say that they are not for this role, and keep asking where no answer came', async () => {
    const refused = aStore();
    await refused.answer({ ok: false, problem: { status: 403, code: 'ROLE_NOT_ALLOWED', params: {} } as never });
    expect(refused.store.state()).toBe('FORBIDDEN');
    TestBed.resetTestingModule();
    const lost = aStore();
    await lost.answer({ ok: false, unreachable: true });
    expect(lost.store.state()).toBe('FAILED');
    await jest.advanceTimersByTimeAsync(15_000);
    expect(lost.asked()).toEqual(['all', 'all']);
  });

  it('keep the rows that are here where a later answer fails', async () => {
    const { store, answer, hear, settle } = aStore();
    await answer(list(row({ id: 1 })));
    hear(taken(1));
    await settle();
    await answer({ ok: false, unreachable: true });
    expect([store.state(), store.rows().length]).toEqual(['READY', 1]);
  });

  it('are forgotten when another person sits down', async () => {
    const { store, answer, settle, actor } = aStore();
    await answer(list(row({ id: 1 })));
    actor.set({ region: '35.05', person: 2, role: 'prosecutor' });
    await settle();
    expect([store.state(), store.rows()]).toEqual(['LOADING', []]);
  });
});
