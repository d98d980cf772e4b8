import { provideZonelessChangeDetection, signal } from '@angular/core';
import type { Provider, Type } from '@angular/core';
import { DeferBlockBehavior, TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Directory, LiveStore, Say, SessionStore, Wire, provideSay } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';
import type { Cut, Happening, VerifiedByDate } from '@papan/domain';
import { A_DISTRICT, A_VIEW, aMonth } from './sample';

/** Answers by path; `answers` may be changed while the page stands. */
export class PathWire {
  readonly asked: string[] = [];
  readonly answers: Record<string, unknown> = {
    '/coverage': A_VIEW,
    '/coverage/months/2026-10-01': aMonth('2026-10-01'),
    '/coverage/months/2026-09-01': aMonth('2026-09-01', 7),
    '/coverage/areas/35.05.10': A_DISTRICT,
  };

  get = (path: string): Promise<Result<unknown>> => {
    const short = path.replace('/api/regions/35.05', '');
    this.asked.push(short);
    const value = this.answers[short];
    return Promise.resolve(value === undefined ? { ok: false, unreachable: true } : { ok: true, value });
  };
}

/** A live store that a test moves by hand. */
export function aLiveStore() {
  const listeners = new Set<(happenings: readonly Happening[]) => void>();
  return {
    cut: signal<Cut | null>(A_VIEW.cuts.at(-1) ?? null),
    verified: signal<VerifiedByDate>({}),
    snapshots: signal(1),
    allocation: signal<Readonly<Record<string, number>>>({}),
    allTasks: signal([]),
    now: signal('2026-11-02T01:00:00.000Z'),
    today: signal('2026-11-02'),
    loaded: signal(true),
    status: signal('LIVE'),
    onHappenings: (listener: (happenings: readonly Happening[]) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    happen: (happenings: readonly Happening[]) => {
      for (const listener of listeners) listener(happenings);
    },
  };
}

const CAMPAIGN = {
  ...{ id: 1, title: 'UHC', startsOn: '2026-09-28', deadline: '2026-12-31T16:59:59.000Z', open: true, example: true },
  agreement: { number: 'CONTOH/119', parties: [], date: null, subject: '' },
  lines: [
    { measure: 'registered', percent: 98 },
    { measure: 'active', percent: 80 },
  ],
};
const AGENCIES = [
  { id: 7, name: 'Dinas Pendidikan', short: 'Disdik' },
  { id: 9, name: 'Dinas Sosial', short: 'Dinsos' },
];

/** A page of this room on a board without a server; the words are the real ones, the charts come when asked for. */
export async function showPage<T>(
  page: Type<T>,
  address: string,
  more: readonly Provider[] = [],
): Promise<{
  fixture: ComponentFixture<unknown>;
  page: HTMLElement;
  wire: PathWire;
  live: ReturnType<typeof aLiveStore>;
  harness: RouterTestingHarness;
  settle: () => Promise<void>;
}> {
  const [wire, live] = [new PathWire(), aLiveStore()];
  TestBed.configureTestingModule({
    deferBlockBehavior: DeferBlockBehavior.Manual,
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([{ path: 'cakupan', component: page }]),
      ...provideSay(),
      { provide: Wire, useValue: wire },
      { provide: LiveStore, useValue: live },
      { provide: SessionStore, useValue: { region: () => '35.05', can: () => true } },
      {
        provide: Directory,
        useValue: {
          campaign: () => CAMPAIGN,
          decrees: () => [{ year: 2026, basis: 'SKB', national: [], collectiveLeave: [] }],
          agencies: () => AGENCIES,
          agency: (id: number) => AGENCIES.find((one) => one.id === id),
          area: () => undefined,
          person: () => undefined,
        },
      },
      ...more,
    ],
  });
  await TestBed.inject(Say).learn('coverage');
  const harness = await RouterTestingHarness.create(address);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 4; turn++) await new Promise((go) => setTimeout(go));
    await harness.fixture.whenStable();
  };
  await settle();
  return { fixture: harness.fixture, page: harness.fixture.nativeElement as HTMLElement, wire, live, harness, settle };
}
