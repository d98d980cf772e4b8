import { provideZonelessChangeDetection } from '@angular/core';
import type { Provider, Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Directory, Drafts, LiveStore, Say, SessionStore, Wire, makeDraft, provideSay } from '@papan/board-platform';
import type { Result } from '@papan/board-platform';

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

const AREAS: Readonly<Record<string, { readonly code: string; readonly name: string }>> = {
  '35.05.10': { code: '35.05.10', name: 'Kanigoro' },
  '35.05.14': { code: '35.05.14', name: 'Talun' },
};

/** A component of this room on a board without a server; the words are the real ones. */
export async function show<T>(
  component: Type<T>,
  { inputs = {}, answers = [], more = [] }: Showing = {},
): Promise<Shown<T>> {
  const wire = new AnsweringWire();
  wire.says(...answers.map((value) => ({ ok: true as const, value })));
  const drafts = new Map<string, ReturnType<typeof makeDraft>>();
  const draftOf = (key: string) => {
    const known = drafts.get(key) ?? makeDraft(key, null);
    drafts.set(key, known);
    return known;
  };
  TestBed.configureTestingModule({
    providers: [
      provideZonelessChangeDetection(),
      provideRouter([{ path: '**', children: [] }]),
      ...provideSay(),
      { provide: Wire, useValue: wire },
      { provide: SessionStore, useValue: { region: () => '35.05', can: () => true } },
      { provide: LiveStore, useValue: { onHappenings: () => () => undefined } },
      {
        provide: Directory,
        useValue: { areas: () => Object.values(AREAS), area: (code: string) => AREAS[code], person: () => undefined },
      },
      { provide: Drafts, useValue: { of: draftOf } },
      ...more,
    ],
  });
  await TestBed.inject(Say).learn('figures');
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 3; turn++) await new Promise((go) => setTimeout(go));
    await fixture.whenStable();
  };
  await settle();
  const page = fixture.nativeElement as HTMLElement;
  const press = async (text: string): Promise<void> => {
    [...page.querySelectorAll('button')].find((it) => it.textContent.trim() === text)?.click();
    await settle();
  };
  return { fixture, page, wire, settle, press, draftOf };
}

interface Showing {
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** What the server says to the first questions. */
  readonly answers?: readonly unknown[];
  readonly more?: readonly Provider[];
}

export interface Shown<T> {
  readonly fixture: ComponentFixture<T>;
  readonly page: HTMLElement;
  readonly wire: AnsweringWire;
  readonly settle: () => Promise<void>;
  readonly press: (text: string) => Promise<void>;
  readonly draftOf: (key: string) => ReturnType<typeof makeDraft>;
}

/** The text of a part of the page on one line. */
export const wordsOf = (part: Element | null): string => (part?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
