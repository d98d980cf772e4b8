import { provideZonelessChangeDetection } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Provider, Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import { Directory, Drafts, Say, SessionStore, Wire, makeDraft, provideSay } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';
import type { Employer } from '@papan/domain';

/** What was asked of the server, and what it is to answer. */
export class AnsweringWire {
  readonly asked: { readonly verb: string; readonly path: string; readonly body: unknown }[] = [];
  private readonly answers: Result<unknown>[] = [];

  /** The next answers, in their order. */
  says(...answers: readonly Result<unknown>[]): void {
    this.answers.push(...answers);
  }

  get = (path: string): Promise<Result<unknown>> => this.note('GET', path, undefined);
  send = (verb: string, path: string, body: unknown): Promise<Result<unknown>> => this.note(verb, path, body);
  xsrfToken = (): string => 'word';
  heed = (problem: unknown): unknown => problem;

  private note(verb: string, path: string, body: unknown): Promise<Result<unknown>> {
    this.asked.push({ verb, path: path.replace('/api/regions/35.05', ''), body });
    return Promise.resolve(this.answers.shift() ?? { ok: false, unreachable: true });
  }
}

/** A component of this room on a board without a server; the words are the real ones. */
export async function show<T>(
  component: Type<T>,
  inputs: Readonly<Record<string, unknown>>,
  more: readonly Provider[] = [],
  wire = new AnsweringWire(),
): Promise<{ fixture: ComponentFixture<T>; page: HTMLElement; wire: AnsweringWire; settle: () => Promise<void> }> {
  const drafts = new Map<string, ReturnType<typeof makeDraft>>();
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([]),
      ...provideSay(),
      { provide: Wire, useValue: wire },
      { provide: SessionStore, useValue: { region: () => '35.05', can: () => true } },
      { provide: Directory, useValue: { areas: () => [], area: () => undefined, person: () => undefined } },
      {
        provide: Drafts,
        useValue: {
          of: (key: string) => {
            const known = drafts.get(key) ?? makeDraft(key, null);
            drafts.set(key, known);
            return known;
          },
        },
      },
      ...more,
    ],
  });
  await Promise.all([TestBed.inject(Say).learn('compliance'), TestBed.inject(Say).learn('employers')]);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go));
    await fixture.whenStable();
  };
  await settle();
  return { fixture, page: fixture.nativeElement as HTMLElement, wire, settle };
}

export const AN_EMPLOYER: Employer = {
  id: 7,
  name: 'Toko Melati Arwa',
  nib: '9900000000001',
  npwp: null,
  npp: null,
  address: 'Jl. Mawar 3',
  contact: '',
  district: null,
  village: null,
  sector: 'TRADE',
  estimated: 1234,
  registered: 4,
  source: 'DPMPTSP',
  mergedInto: null,
  changedAt: '2026-11-02T01:00:00.000Z',
  version: 3,
};
